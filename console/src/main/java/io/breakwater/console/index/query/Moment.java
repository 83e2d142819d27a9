// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** A time as people enter it: as ISO 8601 has it in UTC, or so long ago, as {@code -7d}. */
public final class Moment {
  private static final Pattern AGO = Pattern.compile("-(\\d{1,5})([mhdw])");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  private Moment() {}

  /**
   * In milliseconds since 1970.
   *
   * @throws IllegalArgumentException for what is no time
   */
  public static long millis(String entered, Instant now) {
    var ago = AGO.matcher(entered);
    try {
      var instant =
          ago.matches()
              ? now.minus(UNITS.get(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1))))
              : Instant.parse(entered);
      return instant.toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "a time is as 2026-05-04T10:00:00Z, or as -30m, -12h, -7d, -2w: " + entered, e);
    }
  }
}
