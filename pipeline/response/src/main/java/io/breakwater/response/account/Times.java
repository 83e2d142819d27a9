// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.account;

import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.Latency;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** How long something took over the last day, as gauges: histograms do not reach CloudWatch. */
final class Times {
  private static final Duration DAY = Duration.ofDays(1);
  private static final double MEDIAN = 50;
  private static final double MOST = 95;
  private static final long MILLIS = 1_000;

  private final Latency latency = new Latency(Clock.systemUTC(), DAY, Duration.ofMinutes(30));

  private Times() {}

  static Times measured(MetricGroup group, ResponseMetric median, ResponseMetric p95) {
    var times = new Times();
    var ours = group.addGroup(JobMetric.GROUP);
    ours.gauge(median.metricName(), times.percentile(MEDIAN));
    ours.gauge(p95.metricName(), times.percentile(MOST));
    return times;
  }

  private Gauge<Long> percentile(double percentile) {
    return () -> latency.percentile(percentile) / MILLIS;
  }

  void took(long millis) {
    latency.took(millis);
  }
}
