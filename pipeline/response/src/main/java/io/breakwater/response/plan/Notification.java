// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Severity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a target is told by a route, and when. */
public final class Notification {
  private final String target;
  private final Set<MessageKind> about;
  private final QuietHours quiet;
  private final DigestTime digest;

  /**
   * @param quiet null for never
   * @param digest null where everything is told by itself
   */
  Notification(String target, Set<MessageKind> about, QuietHours quiet, DigestTime digest) {
    this.target = Objects.requireNonNull(target);
    this.about = Set.copyOf(about);
    this.quiet = quiet;
    this.digest = digest;
  }

  public String target() {
    return target;
  }

  public boolean isAbout(MessageKind kind) {
    return about.contains(kind);
  }

  /** When something may be told that is to be told now. */
  public Instant next(Instant now, Severity severity) {
    return quiet == null ? now : quiet.next(now, severity);
  }

  /** Whether everything is told together, once a day. */
  public boolean isDigest() {
    return digest != null;
  }

  /** When it is told together with others; empty where it is told by itself. */
  public Optional<Instant> nextDigest(Instant now) {
    return Optional.ofNullable(digest).map(time -> time.next(now));
  }
}
