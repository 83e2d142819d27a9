// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.index.Records;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RateTest {
  private static final Instant NOW = Records.START;

  private final Rate rate = new Rate();

  @Test
  void of_nothing_is_nothing() {
    assertThat(rate.perSecond(NOW)).isZero();
  }

  @Test
  void is_over_the_last_ten_seconds() {
    rate.add(NOW, 30);
    rate.add(NOW.plusSeconds(4), 20);

    assertThat(rate.perSecond(NOW.plusSeconds(4))).isEqualTo(5);
    assertThat(rate.perSecond(NOW.plusSeconds(9))).isEqualTo(5);
  }

  @Test
  void forgets_what_was_before() {
    rate.add(NOW, 30);
    rate.add(NOW.plusSeconds(4), 20);

    assertThat(rate.perSecond(NOW.plusSeconds(10))).isEqualTo(2);
    assertThat(rate.perSecond(NOW.plusSeconds(14))).isZero();
  }
}
