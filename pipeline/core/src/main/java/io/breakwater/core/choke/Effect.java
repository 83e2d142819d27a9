// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.choke;

import io.breakwater.core.exposure.ChokePoint;
import io.breakwater.core.signal.Severity;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** What the end of one trait at one resource would do to one exposure. */
public final class Effect {
  /** The most severe exposure first; of equal ones, the one of which least is left. */
  public static final Comparator<Effect> WORST_FIRST =
      Comparator.<Effect, Severity>comparing(effect -> effect.severity)
          .reversed()
          .thenComparing(
              effect -> effect.after, Comparator.nullsFirst(Comparator.<Severity>naturalOrder()))
          .thenComparingInt(effect -> effect.leftBehind);

  private final Severity severity;
  private final Severity after;
  private final int leftBehind;

  /**
   * @param severity that of the exposure now
   * @param after what is left of it, null for nothing
   * @param leftBehind findings of the same sort that did not come through, and would
   */
  public Effect(Severity severity, Severity after, int leftBehind) {
    this.severity = Objects.requireNonNull(severity);
    this.after = after;
    this.leftBehind = leftBehind;
  }

  public Severity severity() {
    return severity;
  }

  /** Empty when no exposure is left. */
  public Optional<Severity> after() {
    return Optional.ofNullable(after);
  }

  /** Whether the exposure closes. */
  public boolean closes() {
    return ChokePoint.closes(after());
  }

  /** Whether the exposure stays open and is less severe. */
  public boolean lowers() {
    return !closes() && after.compareTo(severity) < 0;
  }

  /**
   * Whether more may be left than is said: findings of the same sort were left behind on the way.
   */
  public boolean isUncertain() {
    return leftBehind > 0;
  }

  public int leftBehind() {
    return leftBehind;
  }

  /** The same, whether certain or not. */
  Effect asSaid() {
    return new Effect(severity, after, 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Effect
        && severity == ((Effect) other).severity
        && after == ((Effect) other).after
        && leftBehind == ((Effect) other).leftBehind;
  }

  @Override
  public int hashCode() {
    return Objects.hash(severity, after, leftBehind);
  }

  @Override
  public String toString() {
    return severity + " to " + (after == null ? "nothing" : after);
  }
}
