// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderTimeTest {
  @ParameterizedTest
  @CsvSource({
    "findings/2026/, 2026-01-01T00:00, YEARS",
    "findings/2026/11/, 2026-11-01T00:00, MONTHS",
    "findings/2026/11/27/, 2026-11-27T00:00, DAYS",
    "2026/11/27/05/, 2026-11-27T05:00, HOURS",
    "a/year=2026/month=11/day=27/hour=05/, 2026-11-27T05:00, HOURS",
    "a/year=2026/month=3/day=7/, 2026-03-07T00:00, DAYS",
    "aws/SH_FINDINGS/2.0/region=eu-west-1/accountId=111122223333/eventDay=20261127/,"
        + " 2026-11-27T00:00, DAYS",
  })
  void folders_named_by_time_say_it(String folder, String start, String unit) {
    var time = FolderTime.of(folder);

    assertThat(time).map(found -> found.start().toString()).contains(start);
    assertThat(time).map(found -> found.unit().name()).contains(unit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "findings/",
        "1126/",
        "findings/11/27/",
        "2026/13/",
        "2026/02/30/",
        "2026/11/27/24/",
        "2026/alerts/",
        "2026/alerts/11/",
        "2026/11/27/05/partition-0/",
        "region=eu-west-1/accountId=111122223333/",
        "eventDay=20261301/",
        "eventDay=2026/",
      })
  void other_folders_say_nothing_of_time(String folder) {
    assertThat(FolderTime.of(folder)).isEmpty();
  }

  @Test
  void a_time_below_a_folder_of_another_time_is_the_later_one() {
    assertThat(FolderTime.of("2025/exports/2026/")).isEqualTo(FolderTime.of("2026/"));
  }

  @Test
  void a_folder_lasts_until_the_next_begins() {
    var day = FolderTime.of("2026/11/27/").orElseThrow();
    var begin = Optional.of(Instant.parse("2026-11-27T00:00:00Z"));
    var end = Optional.of(Instant.parse("2026-11-28T00:00:00Z"));
    Optional<Instant> open = Optional.empty();

    assertThat(day.overlaps(begin.map(time -> time.minusSeconds(60)), begin)).isFalse();
    assertThat(day.overlaps(open, begin.map(time -> time.plusMillis(1)))).isTrue();
    assertThat(day.overlaps(end.map(time -> time.minusMillis(1)), open)).isTrue();
    assertThat(day.overlaps(end, open)).isFalse();
    assertThat(day.overlaps(open, open)).isTrue();
  }
}
