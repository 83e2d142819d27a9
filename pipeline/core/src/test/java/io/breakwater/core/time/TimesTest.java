// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
  private static final long LAST_SECOND = 253_402_300_799L;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05-04T10:05:00Z                | 2026-05-04T10:05:00Z",
        "2026-05-04T10:05:00.1Z              | 2026-05-04T10:05:00.100Z",
        "2026-05-04T10:05:00.123456789Z      | 2026-05-04T10:05:00.123456789Z",
        "2026-05-04T10:05:00.123+02:00       | 2026-05-04T08:05:00.123Z",
        "2026-05-04T10:05:00+0200            | 2026-05-04T08:05:00Z",
        "2026-05-04T10:05:00.045000+01:00    | 2026-05-04T09:05:00.045Z",
        "2026-05-04T10:05:00                 | 2026-05-04T10:05:00Z",
        "2026-05-04T10:05Z                   | 2026-05-04T10:05:00Z",
        "2026-05-04 10:05:00.765             | 2026-05-04T10:05:00.765Z",
        "2026-05-04 10:05:00.000000000       | 2026-05-04T10:05:00Z",
        "2026-05-04 10:05:00.500000+00:00    | 2026-05-04T10:05:00.500Z",
        "Mon May 04 10:05:00.356 UTC 2026    | 2026-05-04T10:05:00.356Z",
        "Mon May 04 10:05:00 UTC 2026        | 2026-05-04T10:05:00Z",
        "May 4, 2026, 10:05:00 PM            | 2026-05-04T22:05:00Z",
        "May 14, 2026, 12:05:00\u202fAM      | 2026-05-14T00:05:00Z",
        "Mon, 4 May 2026 10:05:00 GMT        | 2026-05-04T10:05:00Z",
        "Mon, 04 May 2026 10:05:00 +0200     | 2026-05-04T08:05:00Z",
        "1777889100                          | 2026-05-04T10:05:00Z",
        "1777889100.5                        | 2026-05-04T10:05:00.500Z",
        "1.7778891E9                         | 2026-05-04T10:05:00Z",
        "1777889100123                       | 2026-05-04T10:05:00.123Z",
        "0                                   | 1970-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z                | 1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z            | 9999-12-31T23:59:59.999Z",
      })
  void every_way_of_writing_a_time_is_read(String text, Instant time) {
    assertThat(Times.parse(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "-1",
        "-1777889100",
        "1969-12-31T23:59:59Z",
        "0000-00-00T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-01:00",
        "253402300800000",
        "99999999999999999999",
        "1e300",
        "1e400",
        "1d",
        "0x10",
        "2026-05-04",
        "2026-13-04T10:05:00Z",
        "2026-02-29T10:05:00Z",
        "2026-05-04T24:05:00Z",
        "2026-05-04T10:05:60Z",
        "2026-05-04T10:05:00.Z",
        "2026-05-04T10:05:00.1234567890Z",
        "2026-05-04T10:05:00ZZ",
        "2026/05/04T10:05:00Z",
        "2026-05-04X10:05:00Z",
        "Tue May 04 10:05:00.356 UTC 2026",
        "Mon May 04 10:05:00.356 XYZ 2026",
        "Mon, 99 May 2026 10:05:00 GMT",
        ",",
        "1970-",
      })
  void what_is_no_time_of_the_years_1970_to_9999_is_none(String text) {
    assertThat(Times.parse(text)).isEmpty();
  }

  @Property
  void any_text_is_a_time_or_none(@ForAll String text) {
    assertThat(Times.parse(text))
        .matches(time -> time.isEmpty() || !time.get().isBefore(Instant.EPOCH));
  }

  @Property
  void a_time_is_read_as_java_writes_it(
      @ForAll @LongRange(max = LAST_SECOND) long second,
      @ForAll @IntRange(max = 999_999_999) int nano) {
    var time = Instant.ofEpochSecond(second, nano);

    assertThat(Times.parse(time.toString())).contains(time);
  }

  @Property
  void an_epoch_number_is_of_milliseconds_when_seconds_would_be_absurd(
      @ForAll @LongRange(min = 100_000_000_001L, max = LAST_SECOND * 1000) long millis) {
    assertThat(Times.parse(Long.toString(millis))).contains(Instant.ofEpochMilli(millis));
  }

  @Property
  void a_time_of_inspector_is_read_as_it_writes_it(
      @ForAll @LongRange(max = LAST_SECOND) long second, @ForAll @IntRange(max = 999) int millis) {
    var time = Instant.ofEpochSecond(second, millis * 1_000_000L);
    var written =
        DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss.SSS 'UTC' yyyy", Locale.ROOT)
            .format(OffsetDateTime.ofInstant(time, ZoneOffset.UTC));

    assertThat(Times.parse(written)).contains(time);
  }
}
