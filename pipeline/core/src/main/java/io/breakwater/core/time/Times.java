// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.time;

import io.breakwater.core.json.Shape;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads every way of writing a time that AWS findings use: ISO-8601 with offset and up to nine
 * digits of fraction, the same with a space in place of the {@code T}, Inspector's {@code Wed Sep
 * 04 16:59:44.356 UTC 2024} and (until 2023) {@code Mar 20, 2023, 6:08:05 PM}, RFC 1123, and epoch
 * milliseconds or seconds. What names no offset is UTC.
 */
public final class Times {
  /** Above this an epoch number is milliseconds: as seconds it would be the year 5138. */
  private static final long LARGEST_EPOCH_SECOND = 100_000_000_000L;

  private static final int WEEKDAY_LENGTH = 3;

  /** What newer versions of Java write before AM and PM. */
  private static final char NARROW_SPACE = '\u202f';

  private static final DateTimeFormatter INSPECTOR =
      new DateTimeFormatterBuilder()
          .appendPattern("EEE MMM dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern(" zzz yyyy")
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter INSPECTOR_UNTIL_2023 =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm:ss a", Locale.ROOT);

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT);

  /** Where the years of ISO-8601, and so of everything we write, have no more digits. */
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private Times() {}

  /** Empty when the text is no time in any of the known ways, or not of the years 1970 to 9999. */
  public static Optional<Instant> parse(String text) {
    var value = text.trim();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(value))
          .filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(END));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant read(String text) {
    char first = text.charAt(0);
    if (first >= '0' && first <= '9') {
      return text.length() > 10 && text.charAt(4) == '-' ? iso(text) : epoch(text);
    }
    int comma = text.indexOf(',');
    if (comma < 0) {
      return ZonedDateTime.parse(text, INSPECTOR).toInstant();
    }
    return comma == WEEKDAY_LENGTH
        ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
        : LocalDateTime.parse(text.replace(NARROW_SPACE, ' '), INSPECTOR_UNTIL_2023)
            .toInstant(ZoneOffset.UTC);
  }

  /** The common form by hand, as it is read for every record; all others by the library. */
  private static Instant iso(String text) {
    int length = text.length();
    if (length < 20 || length > 30 || text.charAt(10) != 'T' || text.charAt(length - 1) != 'Z') {
      return OffsetDateTime.parse(text, ISO).toInstant();
    }
    if (text.charAt(7) != '-' || text.charAt(13) != ':' || text.charAt(16) != ':') {
      throw new DateTimeException("not a time: " + text);
    }
    int nanos = 0;
    if (length > 20) {
      if (text.charAt(19) != '.' || length == 21) {
        throw new DateTimeException("not a time: " + text);
      }
      nanos = digits(text, 20, length - 1);
      for (int i = length - 1; i < 29; i++) {
        nanos *= 10;
      }
    }
    var dateTime =
        LocalDateTime.of(
            digits(text, 0, 4),
            digits(text, 5, 7),
            digits(text, 8, 10),
            digits(text, 11, 13),
            digits(text, 14, 16),
            digits(text, 17, 19),
            nanos);
    return dateTime.toInstant(ZoneOffset.UTC);
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("not a time: " + text);
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static Instant epoch(String text) {
    double number = Shape.asNumber(text);
    if (Double.isNaN(number)) {
      throw new DateTimeException("not a time: " + text);
    }
    return number > LARGEST_EPOCH_SECOND
        ? Instant.ofEpochMilli((long) number)
        : Instant.ofEpochMilli(Math.round(number * 1000));
  }
}
