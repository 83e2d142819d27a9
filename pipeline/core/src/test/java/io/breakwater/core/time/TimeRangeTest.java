// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TimeRangeTest {
  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");

  @Test
  void a_range_holds_its_beginning_and_not_its_end() {
    var november = TimeRange.of(Optional.of(FROM), Optional.of(TO));

    assertThat(november.contains(FROM)).isTrue();
    assertThat(november.contains(TO.minusNanos(1))).isTrue();
    assertThat(november.contains(TO)).isFalse();
    assertThat(november.contains(FROM.minusNanos(1))).isFalse();
    assertThat(november).hasToString("[2026-11-01T00:00:00Z, 2026-12-01T00:00:00Z)");
  }

  @Test
  void an_end_that_is_open_holds_all_that_lies_there() {
    assertThat(TimeRange.of(Optional.empty(), Optional.of(TO)).contains(Instant.MIN)).isTrue();
    assertThat(TimeRange.of(Optional.of(FROM), Optional.empty()).contains(Instant.MAX)).isTrue();
    assertThat(TimeRange.ALWAYS.widenedAtEnd(Duration.ofDays(1))).isEqualTo(TimeRange.ALWAYS);
  }

  @Test
  void a_range_between_whose_ends_nothing_lies_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeRange.of(Optional.of(TO), Optional.of(TO)))
        .withMessage(
            "a range must begin before it ends, was from 2026-12-01T00:00:00Z to"
                + " 2026-12-01T00:00:00Z");
  }
}
