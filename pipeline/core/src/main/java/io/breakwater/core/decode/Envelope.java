// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What EventBridge wrote around a finding, as far as a reader needs it. A bare finding has an empty
 * one.
 */
public final class Envelope {
  String source = "";
  String detailType = "";
  String account = "";
  String region = "";
  String timeText = "";
  String replayName;
  final List<String> resources = new ArrayList<>(1);
  Instant time;

  /**
   * @param replayName of the replay that the event is part of where it does not say; or empty
   */
  Envelope(String replayName) {
    this.replayName = replayName;
  }

  public String source() {
    return source;
  }

  public String detailType() {
    return detailType;
  }

  /** Twelve digits; empty for a bare finding. */
  public String account() {
    return account;
  }

  /** Empty for a bare finding. */
  public String region() {
    return region;
  }

  /** Empty for a bare finding. */
  public Optional<Instant> time() {
    return Optional.ofNullable(time);
  }

  /** The envelope's {@code resources}: for many sources not the resource that the finding is of. */
  public List<String> resources() {
    return resources;
  }

  /** Whether the event is replayed. */
  public boolean replayed() {
    return !replayName.isEmpty();
  }

  public String replayName() {
    return replayName;
  }
}
