// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How many were open, opened and closed over time: counts, not averages. */
public record Trend(Duration step, List<Point> points) {
  public Trend {
    points = List.copyOf(points);
  }

  /**
   * @param from the beginning of the step
   * @param open by severity, at the end of the step
   * @param opened by severity, within the step
   * @param closed by severity, within the step
   */
  public record Point(
      Instant from,
      Map<Severity, Long> open,
      Map<Severity, Long> opened,
      Map<Severity, Long> closed) {}

  /** How far back. */
  public enum Span {
    FIVE_DAYS(5, Duration.ofHours(1)),
    THIRTY_DAYS(30, Duration.ofDays(1)),
    NINETY_DAYS(90, Duration.ofDays(1)),
    YEAR(365, Duration.ofDays(1));

    private final int days;
    private final Duration step;

    Span(int days, Duration step) {
      this.days = days;
      this.step = step;
    }

    public int days() {
      return days;
    }

    public Duration step() {
      return step;
    }
  }
}
