// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.flink.account.Tally;
import java.util.Map;

/**
 * What became of the records so far: read = applied + stale + duplicate + ignored + dead, and what
 * is still on its way.
 */
record Counts(long read, long applied, long stale, long duplicate, long ignored, long dead) {

  static Counts of(Map<String, Long> counts) {
    return new Counts(
        sum(counts, Tally.READ),
        sum(counts, Tally.APPLIED),
        sum(counts, Tally.STALE),
        sum(counts, Tally.DUPLICATE),
        sum(counts, Tally.IGNORED),
        sum(counts, Tally.DEAD));
  }

  /** All counts of records whose name begins so: reasons are added up. */
  private static long sum(Map<String, Long> counts, String outcome) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Tally.RECORDS + outcome))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long underWay() {
    return read - applied - stale - duplicate - ignored - dead;
  }

  @Override
  public String toString() {
    return ("%,d records read = %,d applied + %,d stale + %,d duplicate + %,d ignored"
            + " + %,d dead letters + %,d under way")
        .formatted(read, applied, stale, duplicate, ignored, dead, underWay());
  }
}
