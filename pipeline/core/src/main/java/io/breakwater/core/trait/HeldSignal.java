// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.signal.SignalVersion;
import java.time.Instant;
import java.util.Objects;

/**
 * What the trait window remembers of a signal: its latest version, until when it holds, and whether
 * it gives traits now. A signal that gives none is remembered all the same, so that an older
 * version which arrives late does not bring it back.
 */
public final class HeldSignal {
  private final SignalVersion version;
  private final Instant expiresAt;
  private final Instant forgetAt;
  private final Audience audience;

  public HeldSignal(SignalVersion version, Instant expiresAt, Instant forgetAt, Audience audience) {
    this.version = Objects.requireNonNull(version);
    this.expiresAt = Objects.requireNonNull(expiresAt);
    this.forgetAt = Objects.requireNonNull(forgetAt);
    this.audience = Objects.requireNonNull(audience);
  }

  /** The same, known by another version that says the same. */
  HeldSignal at(SignalVersion other) {
    return new HeldSignal(other, expiresAt, forgetAt, audience);
  }

  public SignalVersion version() {
    return version;
  }

  /** When the next thing happens to it: its traits end, or it is forgotten. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** Not before {@link #expiresAt}. */
  public Instant forgetAt() {
    return forgetAt;
  }

  public boolean giving() {
    return audience != Audience.NOBODY;
  }

  /** Whom it gives traits. */
  public Audience audience() {
    return audience;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof HeldSignal)) {
      return false;
    }
    var that = (HeldSignal) other;
    return version.equals(that.version)
        && expiresAt.equals(that.expiresAt)
        && forgetAt.equals(that.forgetAt)
        && audience == that.audience;
  }

  @Override
  public int hashCode() {
    return Objects.hash(version, expiresAt, forgetAt, audience);
  }

  @Override
  public String toString() {
    return version + " until " + expiresAt + (giving() ? ", giving traits" : "");
  }
}
