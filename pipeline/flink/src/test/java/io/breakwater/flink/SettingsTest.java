// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class SettingsTest {
  @Test
  void certificates_live_by_the_wall_clock_and_are_as_late_as_all_else() {
    var settings = Settings.live().lateness(Duration.ofMinutes(2)).build();

    assertThat(settings.certificateClock()).isEqualTo(Clock.systemUTC());
    assertThat(settings.certificateLateness()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void certificates_may_have_a_clock_of_their_own_and_be_late_by_more() {
    var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    var settings = Settings.live().certificateClock(clock, Duration.ofDays(1)).build();

    assertThat(settings.certificateClock()).isEqualTo(clock);
    assertThat(settings.certificateLateness()).isEqualTo(Duration.ofDays(1));
    assertThat(settings.lateness()).isEqualTo(Settings.DEFAULT_LATENESS);
  }

  @Test
  void nothing_is_late_by_less_than_no_time() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.live().certificateClock(Clock.systemUTC(), Duration.ofDays(-1)))
        .withMessage("lateness must not be negative, was PT-24H");
  }
}
