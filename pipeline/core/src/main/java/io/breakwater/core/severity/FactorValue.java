// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One factor of one exposure: its level, or unknown, and the signals that say so. */
public final class FactorValue {
  private final Factor factor;
  private final Level level;
  private final String reason;
  private final List<String> signals;

  private FactorValue(Factor factor, Level level, String reason, List<String> signals) {
    this.factor = Objects.requireNonNull(factor);
    this.level = level;
    this.reason = Objects.requireNonNull(reason);
    this.signals = List.copyOf(signals);
  }

  /**
   * @param reason in words, such as {@code EPSS 0.94}
   * @param signals uids of the findings that it rests on
   */
  public static FactorValue known(Factor factor, Level level, String reason, List<String> signals) {
    return new FactorValue(factor, Objects.requireNonNull(level), reason, signals);
  }

  public static FactorValue unknown(Factor factor) {
    return new FactorValue(factor, null, "nothing seen says it", List.of());
  }

  public Factor factor() {
    return factor;
  }

  /** Empty when unknown. */
  public Optional<Level> level() {
    return Optional.ofNullable(level);
  }

  public String reason() {
    return reason;
  }

  public List<String> signals() {
    return signals;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof FactorValue)) {
      return false;
    }
    var that = (FactorValue) other;
    return factor == that.factor
        && level == that.level
        && reason.equals(that.reason)
        && signals.equals(that.signals);
  }

  @Override
  public int hashCode() {
    return Objects.hash(factor, level, reason, signals);
  }

  @Override
  public String toString() {
    return factor + "=" + (level == null ? "unknown" : level.label());
  }
}
