// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

final class AcceleratedClockTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  private final SettableClock wall = new SettableClock();

  @Test
  void it_stands_until_it_is_set_going() {
    var clock = AcceleratedClock.by(wall, 86_400);

    wall.now = START.plusSeconds(20);

    assertThat(clock.instant()).isEqualTo(START);
    assertThat(clock.start()).isEqualTo(START);
  }

  @Test
  void it_goes_from_where_it_stood() {
    var clock = AcceleratedClock.by(wall, 86_400);
    wall.now = START.plusSeconds(20);

    clock.go();
    wall.now = START.plusSeconds(21);
    clock.go();

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
  }

  @Test
  void a_second_is_a_day_at_the_speed_of_a_day_a_second() {
    var clock = going(86_400);

    wall.now = START.plusSeconds(30);

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(30)));
    assertThat(clock.millis()).isEqualTo(START.plus(Duration.ofDays(30)).toEpochMilli());
  }

  @Test
  void it_can_be_slower_than_the_wall_clock() {
    var clock = going(0.5);

    wall.now = START.plusSeconds(30);

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(15));
  }

  @Test
  void what_takes_a_second_takes_a_day_on_it() {
    var clock = AcceleratedClock.by(wall, 86_400);

    assertThat(clock.during(Duration.ofSeconds(1))).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void it_stands_still_before_years_get_a_fifth_digit() {
    var clock = going(10_000_000);

    wall.now = START.plus(Duration.ofDays(36_500));

    assertThat(clock.instant()).isEqualTo(AcceleratedClock.END);
  }

  @Test
  void a_copy_that_travels_with_the_job_goes_as_it_does() throws Exception {
    var clock = AcceleratedClock.by(wall, 86_400);
    wall.now = START.plusSeconds(1);
    var copyOfASecondLater = InstantiationUtil.clone(clock);
    wall.now = START;

    clock.go();

    assertThat(clock.instant()).isEqualTo(START);
    assertThat(copyOfASecondLater.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
  }

  @Test
  void in_another_zone_it_is_the_same_time() {
    var clock = going(86_400);
    wall.now = START.plusSeconds(1);

    assertThat(clock.withZone(ZoneId.of("Europe/Paris")).instant()).isEqualTo(clock.instant());
  }

  @Test
  void a_speed_of_nothing_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AcceleratedClock.by(wall, 0))
        .withMessage("speed must be above 0, was 0.0");
  }

  private AcceleratedClock going(double speed) {
    var clock = AcceleratedClock.by(wall, speed);
    clock.go();
    return clock;
  }

  private static final class SettableClock extends Clock implements Serializable {
    private static final long serialVersionUID = 1L;

    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
