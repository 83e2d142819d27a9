// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.time;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A span of time from one instant up to, and without, another; either end may be open. */
public final class TimeRange implements Serializable {
  /** All of time. */
  public static final TimeRange ALWAYS = new TimeRange(null, null);

  private static final long serialVersionUID = 1L;

  private final Instant from;
  private final Instant to;

  private TimeRange(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  /**
   * A range with each end that is there.
   *
   * @param from the first instant of it
   * @param to the first instant that is not of it any more
   * @throws IllegalArgumentException when nothing lies between them
   */
  public static TimeRange of(Optional<Instant> from, Optional<Instant> to) {
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new IllegalArgumentException(
          "a range must begin before it ends, was from " + from.get() + " to " + to.get());
    }
    return new TimeRange(from.orElse(null), to.orElse(null));
  }

  /** Empty where the range has no beginning. */
  public Optional<Instant> from() {
    return Optional.ofNullable(from);
  }

  /** The first instant beyond the range; empty where it has no end. */
  public Optional<Instant> to() {
    return Optional.ofNullable(to);
  }

  public boolean contains(Instant time) {
    return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
  }

  /** The same range, and so much longer after its end. */
  public TimeRange widenedAtEnd(Duration by) {
    return to == null ? this : new TimeRange(from, to.plus(by));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeRange
        && Objects.equals(from, ((TimeRange) other).from)
        && Objects.equals(to, ((TimeRange) other).to);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to);
  }

  /** Such as {@code [2026-11-01T00:00:00Z, 2026-12-01T00:00:00Z)}. */
  @Override
  public String toString() {
    return "[" + (from == null ? "…" : from) + ", " + (to == null ? "…" : to) + ")";
  }
}
