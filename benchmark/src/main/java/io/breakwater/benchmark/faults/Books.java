// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.Tally;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a job has counted.
 *
 * @param counts by name
 */
record Books(Map<String, Long> counts) {
  private static final String ACTIONS = "actions";
  private static final String RECORDS_READ = Tally.RECORDS + Tally.READ;
  private static final String ACTIONS_READ = JobMetric.ACTIONS_READ.metricName();

  long recordsRead() {
    return counts.getOrDefault(RECORDS_READ, 0L);
  }

  /** Records of which is known what became of them. */
  long recordsSettled() {
    return sum(Tally.RECORDS) - recordsRead();
  }

  /** Actions of which is known what became of them. */
  long actionsSettled() {
    return sum(ACTIONS) - counts.getOrDefault(ACTIONS_READ, 0L);
  }

  private long sum(String prefix) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().startsWith(prefix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** What has to be the same in every run. */
  SortedMap<String, Long> outcomes() {
    var outcomes = new TreeMap<>(counts);
    outcomes
        .keySet()
        .removeIf(
            name ->
                !name.startsWith(Tally.RECORDS)
                    && !name.startsWith(Tally.FINDINGS)
                    && !name.startsWith(ACTIONS));
    return outcomes;
  }
}
