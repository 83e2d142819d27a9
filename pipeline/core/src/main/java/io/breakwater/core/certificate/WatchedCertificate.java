// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.resource.Arn;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What is kept of a certificate between two words: what is known, and what was told of it. */
public final class WatchedCertificate {
  private final KnownCertificate known;
  private final Optional<AnnouncedAlert> announced;
  private final Instant assessedAt;
  private final boolean replayed;

  /**
   * @param announced the alert that was last told, open or closed; empty before the first
   * @param assessedAt as of when it was last looked at: it is not looked at as of before
   * @param replayed whether every word that counted came from a replay
   */
  public WatchedCertificate(
      KnownCertificate known,
      Optional<AnnouncedAlert> announced,
      Instant assessedAt,
      boolean replayed) {
    this.known = Objects.requireNonNull(known);
    this.announced = announced;
    this.assessedAt = Objects.requireNonNull(assessedAt);
    this.replayed = replayed;
  }

  public static WatchedCertificate named(Arn arn) {
    return new WatchedCertificate(
        KnownCertificate.named(arn), Optional.empty(), Instant.EPOCH, true);
  }

  public KnownCertificate known() {
    return known;
  }

  public Optional<AnnouncedAlert> announced() {
    return announced;
  }

  public Instant assessedAt() {
    return assessedAt;
  }

  /** Whether nothing but replays is known of it: true of one that is unheard of, too. */
  public boolean replayed() {
    return replayed;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof WatchedCertificate)) {
      return false;
    }
    var that = (WatchedCertificate) other;
    return known.equals(that.known)
        && announced.equals(that.announced)
        && assessedAt.equals(that.assessedAt)
        && replayed == that.replayed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(known, announced, assessedAt);
  }

  @Override
  public String toString() {
    return known + " " + announced;
  }
}
