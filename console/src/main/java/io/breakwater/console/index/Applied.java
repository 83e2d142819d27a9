// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.util.EnumMap;
import java.util.Map;

/** What became of the records of a batch, or of many. */
public final class Applied {
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

  public void count(Outcome outcome) {
    count(outcome, 1);
  }

  public void count(Outcome outcome, long records) {
    counts.merge(outcome, records, Long::sum);
  }

  public Applied plus(Applied other) {
    var sum = new Applied();
    sum.counts.putAll(counts);
    other.counts.forEach((outcome, count) -> sum.counts.merge(outcome, count, Long::sum));
    return sum;
  }

  public long of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  public long read() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Applied applied && counts.equals(applied.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
