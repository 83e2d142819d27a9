// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import io.breakwater.core.catalogue.Suppression;
import io.breakwater.core.catalogue.Suppressions;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of the suppressions at the end of a run.
 *
 * @param version of their file
 */
record SuppressionReport(String version, List<Line> lines) {
  /**
   * One of them.
   *
   * @param suppressed how many open exposures it suppresses
   * @param overdue how many it suppressed until it ended, and which are open still
   */
  record Line(Suppression suppression, State state, long suppressed, long overdue) {}

  /** What there is to say of one. */
  enum State {
    IN_FORCE("in force"),
    LAPSED("lapsed"),
    /** Its last day is none. */
    MALFORMED("its expiry is no day: it suppresses nothing");

    private final String label;

    State(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    private static State of(Suppression suppression, Instant asOf) {
      if (suppression.end().isEmpty()) {
        return MALFORMED;
      }
      return suppression.isInForce(asOf) ? IN_FORCE : LAPSED;
    }
  }

  static SuppressionReport of(
      Suppressions all, Instant asOf, Map<String, Long> suppressed, Map<String, Long> overdue) {
    return new SuppressionReport(
        all.version(),
        all.all().stream()
            .map(
                rule ->
                    new Line(
                        rule,
                        State.of(rule, asOf),
                        suppressed.getOrDefault(rule.id(), 0L),
                        overdue.getOrDefault(rule.id(), 0L)))
            .toList());
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }
}
