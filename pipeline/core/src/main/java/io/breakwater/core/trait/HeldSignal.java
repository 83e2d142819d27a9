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
  private final boolean giving;

  public HeldSignal(SignalVersion version, Instant expiresAt, boolean giving) {
    this.version = Objects.requireNonNull(version);
    this.expiresAt = Objects.requireNonNull(expiresAt);
    this.giving = giving;
  }

  public SignalVersion version() {
    return version;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean giving() {
    return giving;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof HeldSignal)) {
      return false;
    }
    var that = (HeldSignal) other;
    return version.equals(that.version)
        && expiresAt.equals(that.expiresAt)
        && giving == that.giving;
  }

  @Override
  public int hashCode() {
    return Objects.hash(version, expiresAt, giving);
  }

  @Override
  public String toString() {
    return version + " until " + expiresAt + (giving ? ", giving traits" : "");
  }
}
