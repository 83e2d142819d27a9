// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private long now = 5_000;

  @Test
  void a_fifth_of_a_second_of_records_is_let_through_at_once() {
    var pace = new Pace(100, () -> now);

    for (int i = 0; i < 19; i++) {
      assertThat(pace.afterRecord()).isZero();
    }

    assertThat(pace.afterRecord()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void time_that_went_by_anyway_is_not_waited_for() {
    var pace = new Pace(1, () -> now);
    now += Duration.ofMillis(700).toNanos();

    assertThat(pace.afterRecord()).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void whoever_is_late_does_not_wait() {
    var pace = new Pace(1, () -> now);
    now += Duration.ofSeconds(2).toNanos();

    assertThat(pace.afterRecord()).isZero();
  }
}
