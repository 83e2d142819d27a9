// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationBucketsTest {
  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 63, 64, 65, 127, 128, 1_000, 59_999, 3_600_000, 86_400_000, 31_536_000_000L})
  void a_duration_is_read_within_1_6_percent(long millis) {
    long read = DurationBuckets.millis(DurationBuckets.bucket(millis));

    assertThat((double) read).isCloseTo((double) millis, within(millis * 0.016));
  }

  @Test
  void longer_durations_are_never_in_an_earlier_bucket() {
    int before = 0;
    for (long millis = 0; millis < 1_000_000; millis += 7) {
      int bucket = DurationBuckets.bucket(millis);

      assertThat(bucket).isBetween(before, before + 7);
      before = bucket;
    }
  }

  @Test
  void the_longest_duration_has_a_bucket() {
    assertThat(DurationBuckets.bucket(Long.MAX_VALUE)).isLessThan(2_000);
  }
}
