// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import java.util.Objects;
import java.util.Optional;

/** What the evidence on one resource adds up to. */
public final class Assessment {
  private static final Assessment NOTHING = new Assessment(null, false);

  private final Exposure exposure;
  private final boolean suppressed;

  private Assessment(Exposure exposure, boolean suppressed) {
    this.exposure = exposure;
    this.suppressed = suppressed;
  }

  static Assessment of(Exposure exposure, boolean suppressed) {
    return new Assessment(Objects.requireNonNull(exposure), suppressed);
  }

  /** The traits are not enough for an exposure. */
  static Assessment nothing(boolean suppressed) {
    return suppressed ? new Assessment(null, true) : NOTHING;
  }

  /** Empty when the traits are not enough for an exposure. */
  public Optional<Exposure> exposure() {
    return Optional.ofNullable(exposure);
  }

  /** The exposure, unless it is informational: those are known and not announced. */
  public Optional<Exposure> published() {
    return exposure().filter(Exposure::published);
  }

  /** Whether some of the evidence counts for nothing because somebody suppressed it. */
  public boolean suppressed() {
    return suppressed;
  }
}
