// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import io.breakwater.flink.types.Count;
import io.breakwater.flink.types.WireTypes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * Counts what becomes of records and findings, so that the books balance: read = applied + stale +
 * duplicate + ignored(reason) + dead(reason).
 *
 * <p>Every count is an accumulator (for the summary of a bounded run, and for Flink's dashboard),
 * and the sums are {@linkplain JobMetric metrics} (for whoever watches a job that never ends). Both
 * start at zero with every attempt of a task; what they showed is part of each checkpoint, and a
 * restart goes on from there: an event that is read again counts once. After a change of
 * parallelism a task may go on with the counts of another; their sums stay.
 *
 * <p>One a task: not thread-safe, as tasks are not.
 */
public final class Tally {
  public static final String RECORDS = "records.";
  public static final String FINDINGS = "findings.";

  public static final String READ = "read";
  public static final String APPLIED = "applied";
  public static final String STALE = "stale";
  public static final String DUPLICATE = "duplicate";
  public static final String IGNORED = "ignored:";
  public static final String DEAD = "dead:";

  /** Outputs that no stream takes. */
  public static final String TOO_LARGE = "outputs.too-large";

  private static final Set<JobMetric> METRICS = EnumSet.allOf(JobMetric.class);

  private final RuntimeContext runtime;
  private final ListState<Count> kept;
  private final Map<String, Running> counts = new HashMap<>();
  private final Map<JobMetric, Counter> metrics = new EnumMap<>(JobMetric.class);

  private Tally(RuntimeContext runtime, ListState<Count> kept) {
    this.runtime = runtime;
    this.kept = kept;
  }

  /**
   * Goes on where the last checkpoint stopped.
   *
   * @param shown are there from the start, at zero: whoever watches can tell that nothing happened
   */
  public static Tally restored(
      RuntimeContext runtime, FunctionInitializationContext initialization, JobMetric... shown)
      throws Exception {
    var kept =
        initialization
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("counts", WireTypes.COUNT));
    var tally = new Tally(runtime, kept);
    for (var metric : shown) {
      tally.registered(metric);
    }
    for (var count : kept.get()) {
      tally.add(count.name(), count.value());
    }
    return tally;
  }

  /** To be called for every checkpoint. */
  public void keep() throws Exception {
    var now = new ArrayList<Count>(counts.size());
    counts.forEach((name, running) -> now.add(new Count(name, running.value())));
    kept.update(now);
  }

  public static String ignored(String reason) {
    return IGNORED + reason;
  }

  public static String dead(String reason) {
    return DEAD + reason;
  }

  /** The better of two outcomes: what a record with both counts as. */
  public static String better(String one, String other) {
    int order = Integer.compare(rank(one), rank(other));
    if (order == 0) {
      order = one.compareTo(other);
    }
    return order <= 0 ? one : other;
  }

  private static int rank(String count) {
    switch (count) {
      case APPLIED:
        return 0;
      case STALE:
        return 1;
      case DUPLICATE:
        return 2;
      default:
        return count.startsWith(IGNORED) ? 3 : 4;
    }
  }

  /** A record was read. */
  public void read() {
    count(RECORDS + READ);
  }

  /** A finding (or whatever else a record carries one of) was found in a record. */
  public void findingRead() {
    count(FINDINGS + READ);
  }

  /** A record is settled. */
  public void record(String outcome) {
    count(RECORDS + outcome);
  }

  /** A finding is settled. */
  public void finding(String outcome) {
    count(FINDINGS + outcome);
  }

  /** An output is left out, as it is larger than its stream takes. */
  public void tooLarge() {
    count(TOO_LARGE);
  }

  /** Something happened that is a metric by itself. */
  public void count(JobMetric metric) {
    change(metric, 1);
  }

  /**
   * There are more or fewer of what is counted. A task may show fewer than none, where another one
   * counted those that it saw the end of: the sum over all tasks is the number.
   */
  public void change(JobMetric metric, long by) {
    counts.computeIfAbsent(metric.metricName(), name -> running(name, Optional.of(metric))).add(by);
  }

  private void count(String name) {
    add(name, 1);
  }

  private void add(String name, long value) {
    counts.computeIfAbsent(name, all -> running(all, metricOf(all))).add(value);
  }

  /** The sums are metrics; the reasons behind them, and findings, are accumulators alone. */
  private static Optional<JobMetric> metricOf(String count) {
    if (count.startsWith(RECORDS + IGNORED)) {
      return Optional.of(JobMetric.RECORDS_IGNORED);
    }
    if (count.startsWith(RECORDS + DEAD)) {
      return Optional.of(JobMetric.RECORDS_DEAD);
    }
    var name = count.indexOf('.') < 0 ? count : ReportedMetric.camelCase(count);
    return METRICS.stream().filter(metric -> metric.metricName().equals(name)).findFirst();
  }

  private Running running(String name, Optional<JobMetric> metric) {
    var accumulator = new LongCounter();
    runtime.addAccumulator(name, accumulator);
    return new Running(accumulator, metric.map(this::registered).orElse(null));
  }

  /** Several counts may go into one metric. */
  private Counter registered(JobMetric metric) {
    return metrics.computeIfAbsent(metric, this::register);
  }

  private Counter register(JobMetric metric) {
    var group = runtime.getMetricGroup().addGroup(JobMetric.GROUP);
    var counter = new SimpleCounter();
    if (metric.kind() == ReportedMetric.Kind.GAUGE) {
      group.gauge(metric.metricName(), (Gauge<Long>) counter::getCount);
      return counter;
    }
    return group.counter(metric.metricName(), counter);
  }

  private static final class Running {
    private final LongCounter accumulator;
    private final Counter metric;

    /**
     * @param metric null where there is none
     */
    Running(LongCounter accumulator, Counter metric) {
      this.accumulator = accumulator;
      this.metric = metric;
    }

    void add(long value) {
      accumulator.add(value);
      if (metric != null) {
        metric.inc(value);
      }
    }

    long value() {
      return accumulator.getLocalValuePrimitive();
    }
  }
}
