// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import io.breakwater.flink.types.Count;
import io.breakwater.flink.types.WireTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * Counts what becomes of records and findings, so that the books balance: read = applied + stale +
 * duplicate + ignored(reason) + dead(reason).
 *
 * <p>Every count is an accumulator (for the summary of a bounded run) and a metric counter (for a
 * job that never ends). Both start at zero with every attempt of a task; what they showed is part
 * of each checkpoint, and a restart goes on from there: an event that is read again counts once.
 * After a change of parallelism a task may go on with the counts of another; their sums stay.
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

  /** The group whose metrics Managed Flink forwards to CloudWatch. */
  private static final String METRIC_GROUP = "kinesisanalytics";

  private final RuntimeContext runtime;
  private final ListState<Count> kept;
  private final Map<String, Running> counts = new HashMap<>();

  private Tally(RuntimeContext runtime, ListState<Count> kept) {
    this.runtime = runtime;
    this.kept = kept;
  }

  /** Goes on where the last checkpoint stopped. */
  public static Tally restored(RuntimeContext runtime, FunctionInitializationContext initialization)
      throws Exception {
    var kept =
        initialization
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("counts", WireTypes.COUNT));
    var tally = new Tally(runtime, kept);
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

  private void count(String name) {
    add(name, 1);
  }

  private void add(String name, long value) {
    counts.computeIfAbsent(name, this::register).add(value);
  }

  private Running register(String name) {
    var accumulator = new LongCounter();
    runtime.addAccumulator(name, accumulator);
    var metric = runtime.getMetricGroup().addGroup(METRIC_GROUP).counter(metricName(name));
    return new Running(accumulator, metric);
  }

  /** CloudWatch takes letters and digits only. */
  private static String metricName(String name) {
    var metric = new StringBuilder(name.length());
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char next = name.charAt(i);
      if (Character.isLetterOrDigit(next)) {
        metric.append(upper ? Character.toUpperCase(next) : next);
        upper = false;
      } else {
        upper = true;
      }
    }
    return metric.toString();
  }

  private static final class Running {
    private final LongCounter accumulator;
    private final Counter metric;

    Running(LongCounter accumulator, Counter metric) {
      this.accumulator = accumulator;
      this.metric = metric;
    }

    void add(long value) {
      accumulator.add(value);
      metric.inc(value);
    }

    long value() {
      return accumulator.getLocalValuePrimitive();
    }
  }
}
