// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LatencyTest {
  private final SettableClock wall = new SettableClock(Instant.parse("2026-11-01T00:00:00Z"));
  private final Latency latency = new Latency(wall);

  @Test
  void without_anything_told_there_is_none() {
    assertThat(latency.percentile(99)).isZero();
  }

  @Test
  void half_took_less_than_the_median_and_one_in_a_hundred_more_than_the_99th_percentile() {
    for (int millis = 1; millis <= 100; millis++) {
      latency.told(wall.millis() - millis);
    }

    assertThat(latency.percentile(50)).isEqualTo(50);
    assertThat(latency.percentile(99)).isEqualTo(99);
  }

  @Test
  void an_event_from_the_future_took_no_time() {
    latency.told(wall.millis() + 5_000);

    assertThat(latency.percentile(99)).isZero();
  }

  @Test
  void a_slow_one_counts_for_five_minutes_and_no_longer() {
    latency.told(wall.millis() - 60_000);
    latency.percentile(50);

    wall.pass(Duration.ofMinutes(4));
    latency.told(wall.millis() - 10);
    assertThat(latency.percentile(99)).isBetween(60_000L, 60_600L);

    wall.pass(Duration.ofMinutes(1));
    assertThat(latency.percentile(99)).isEqualTo(10);
  }
}
