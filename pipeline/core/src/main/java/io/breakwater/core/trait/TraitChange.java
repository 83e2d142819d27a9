// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.resource.Arn;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What a signal gives its resource from now on: evidence, or nothing any more and why. */
public final class TraitChange {
  private final Arn resource;
  private final long signalKey;
  private final Evidence evidence;
  private final Withdrawal withdrawal;
  private final Instant at;
  private final boolean replayed;

  private TraitChange(
      Arn resource,
      long signalKey,
      Evidence evidence,
      Withdrawal withdrawal,
      Instant at,
      boolean replayed) {
    this.resource = Objects.requireNonNull(resource);
    this.signalKey = signalKey;
    this.evidence = evidence;
    this.withdrawal = withdrawal;
    this.at = Objects.requireNonNull(at);
    this.replayed = replayed;
  }

  public static TraitChange given(long signalKey, Evidence evidence, Instant at) {
    return new TraitChange(
        evidence.signal().resource().arn(),
        signalKey,
        evidence,
        null,
        at,
        evidence.signal().replayed());
  }

  public static TraitChange withdrawn(
      Arn resource, long signalKey, Withdrawal why, Instant at, boolean replayed) {
    return new TraitChange(resource, signalKey, null, Objects.requireNonNull(why), at, replayed);
  }

  /** The resource whose traits change. */
  public Arn resource() {
    return resource;
  }

  /** Which signal of the resource. */
  public long signalKey() {
    return signalKey;
  }

  /** Empty when the signal gives nothing any more. */
  public Optional<Evidence> evidence() {
    return Optional.ofNullable(evidence);
  }

  /** Present exactly when there is no evidence. */
  public Optional<Withdrawal> withdrawal() {
    return Optional.ofNullable(withdrawal);
  }

  /** Event time of the change. */
  public Instant at() {
    return at;
  }

  public boolean replayed() {
    return replayed;
  }

  @Override
  public String toString() {
    return evidence == null ? resource + " " + withdrawal : evidence.toString();
  }
}
