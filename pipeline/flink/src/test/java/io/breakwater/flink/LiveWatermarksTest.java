// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.fixture.InspectorEvent;
import io.breakwater.flink.fixture.SettableClock;
import io.breakwater.flink.types.TrackedSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

final class LiveWatermarksTest {
  private static final Duration LATENESS = Duration.ofMinutes(5);

  private final SettableClock clock = new SettableClock(START);
  private final LiveWatermarks<TrackedSignal> watermarks = new LiveWatermarks<>(clock, LATENESS);
  private final Emitted emitted = new Emitted();

  @Test
  void before_the_first_event_there_is_no_time() {
    watermarks.onPeriodicEmit(emitted);

    assertThat(emitted.times).isEmpty();
  }

  @Test
  void the_time_keeps_a_set_distance_behind_the_latest_event() {
    see(START.minusSeconds(10));
    see(START.minusSeconds(90));

    watermarks.onPeriodicEmit(emitted);

    assertThat(emitted.last()).isEqualTo(START.minusSeconds(10).minus(LATENESS).minusMillis(1));
  }

  @Test
  void an_event_from_the_future_counts_as_now() {
    see(START.plus(Duration.ofDays(3650)));

    watermarks.onPeriodicEmit(emitted);

    assertThat(emitted.last()).isEqualTo(START.minus(LATENESS).minusMillis(1));
  }

  @Test
  void a_stream_that_falls_quiet_is_carried_on_by_the_wall_clock() {
    see(START);
    clock.set(START.plus(Duration.ofDays(1)));

    watermarks.onPeriodicEmit(emitted);

    assertThat(emitted.last())
        .isEqualTo(clock.instant().minus(LiveWatermarks.QUIET).minus(LATENESS).minusMillis(1));
  }

  @Test
  void a_stream_that_was_quiet_from_the_start_is_carried_on_too() {
    clock.set(START.plus(LiveWatermarks.QUIET));

    watermarks.onPeriodicEmit(emitted);

    assertThat(emitted.last()).isEqualTo(START.minus(LATENESS).minusMillis(1));
  }

  @Test
  void old_events_do_not_turn_time_back() {
    see(START);
    watermarks.onPeriodicEmit(emitted);
    var before = emitted.last();
    see(START.minus(Duration.ofDays(30)));

    watermarks.onPeriodicEmit(emitted);

    assertThat(emitted.last()).isEqualTo(before);
  }

  private void see(Instant time) {
    watermarks.onEvent(
        InspectorEvent.exploitable("CVE-2026-1").tracked(), time.toEpochMilli(), emitted);
  }

  private static final class Emitted implements WatermarkOutput {
    private final List<Long> times = new ArrayList<>();

    Instant last() {
      return Instant.ofEpochMilli(times.get(times.size() - 1));
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      times.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }
}
