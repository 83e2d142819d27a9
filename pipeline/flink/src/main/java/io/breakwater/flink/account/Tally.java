// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/**
 * Counts what becomes of records and findings, so that the books balance: read = applied + stale +
 * duplicate + ignored(reason) + dead(reason).
 *
 * <p>Every count is an accumulator (for the summary of a bounded run) and a metric counter (for a
 * job that never ends). One a task: not thread-safe, as tasks are not.
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

  private final RuntimeContext context;
  private final Map<String, Count> counts = new HashMap<>();

  public Tally(RuntimeContext context) {
    this.context = context;
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
    counts.computeIfAbsent(name, this::register).add();
  }

  private Count register(String name) {
    var accumulator = new LongCounter();
    context.addAccumulator(name, accumulator);
    var metric = context.getMetricGroup().addGroup(METRIC_GROUP).counter(metricName(name));
    return new Count(accumulator, metric);
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

  private static final class Count {
    private final LongCounter accumulator;
    private final Counter metric;

    Count(LongCounter accumulator, Counter metric) {
      this.accumulator = accumulator;
      this.metric = metric;
    }

    void add() {
      accumulator.add(1L);
      metric.inc();
    }
  }
}
