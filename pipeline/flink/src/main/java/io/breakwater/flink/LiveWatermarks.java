// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * The clock of a live job: a set time behind the latest event, and never far behind the wall.
 *
 * <p>A stream that falls quiet does not stop it: where no event moves it on, the wall clock does.
 * An event from the future does not run away with it: it counts as now.
 */
final class LiveWatermarks<T> implements WatermarkGenerator<T> {
  /** Delivery by EventBridge is retried for a day: this much quiet is no reason to wait longer. */
  static final Duration QUIET = Duration.ofMinutes(1);

  private final Clock clock;
  private final long latenessMillis;
  private long latestEvent = Long.MIN_VALUE;
  private long lastMoved;

  LiveWatermarks(Clock clock, Duration lateness) {
    this.clock = clock;
    this.latenessMillis = lateness.toMillis();
    this.lastMoved = clock.millis();
  }

  @Override
  public void onEvent(T event, long eventTime, WatermarkOutput output) {
    long now = clock.millis();
    long counted = Math.min(eventTime, now);
    if (counted > latestEvent) {
      latestEvent = counted;
      lastMoved = now;
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    long now = clock.millis();
    if (now - lastMoved >= QUIET.toMillis()) {
      latestEvent = Math.max(latestEvent, now - QUIET.toMillis());
    }
    if (latestEvent > Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(latestEvent - latenessMillis - 1));
    }
  }
}
