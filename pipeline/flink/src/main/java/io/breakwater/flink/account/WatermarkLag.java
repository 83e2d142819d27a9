// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.streaming.api.TimerService;

/** How far event time is behind the wall clock, as a metric; zero until both are known. */
public final class WatermarkLag {
  private volatile TimerService clock;

  private WatermarkLag() {}

  public static WatermarkLag registered(RuntimeContext runtime) {
    var lag = new WatermarkLag();
    runtime
        .getMetricGroup()
        .addGroup(JobMetric.GROUP)
        .gauge(JobMetric.WATERMARK_LAG_MILLIS.metricName(), (Gauge<Long>) lag::millis);
    return lag;
  }

  /** The clock of the task, which no function is given before its first element. */
  public void follow(TimerService timers) {
    if (clock == null) {
      clock = timers;
    }
  }

  private long millis() {
    var known = clock;
    if (known == null) {
      return 0;
    }
    long watermark = known.currentWatermark();
    return watermark == Long.MIN_VALUE || watermark == Long.MAX_VALUE
        ? 0
        : known.currentProcessingTime() - watermark;
  }
}
