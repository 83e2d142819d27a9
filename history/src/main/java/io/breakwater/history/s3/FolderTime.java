// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The year, month, day or hour, in UTC, that the names of folders say of what is in them. Firehose
 * writes {@code 2026/11/27/05/}, or with a prefix for Hive {@code
 * year=2026/month=11/day=27/hour=05/}; Security Lake writes {@code eventDay=20261127/}.
 *
 * @param start the first moment of it
 * @param unit how long it is
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html">names that
 *     Firehose gives</a>
 * @see <a href="https://docs.aws.amazon.com/security-lake/latest/userguide/custom-sources.html">
 *     names in Security Lake</a>
 */
record FolderTime(LocalDateTime start, ChronoUnit unit) {
  private static final Pattern YEAR = Pattern.compile("(?:year=)?(20\\d\\d)");
  private static final Pattern EVENT_DAY = Pattern.compile("eventDay=(\\d{8})");
  private static final Pattern MONTH = part("month");
  private static final Pattern DAY = part("day");
  private static final Pattern HOUR = part("hour");

  private static Pattern part(String name) {
    return Pattern.compile("(?:" + name + "=)?(\\d\\d)|" + name + "=(\\d)");
  }

  /**
   * Empty where the last names of the path say nothing of time: below such a folder there may be
   * another layout.
   *
   * @param folder a whole key, up to a slash
   */
  static Optional<FolderTime> of(String folder) {
    Optional<FolderTime> time = Optional.empty();
    for (var name : folder.replaceFirst("/$", "").split("/", -1)) {
      time = after(time, name);
    }
    return time;
  }

  private static Optional<FolderTime> after(Optional<FolderTime> above, String name) {
    try {
      var day = EVENT_DAY.matcher(name);
      if (day.matches()) {
        var date = LocalDate.parse(day.group(1), DateTimeFormatter.BASIC_ISO_DATE);
        return Optional.of(new FolderTime(date.atStartOfDay(), ChronoUnit.DAYS));
      }
      return above.flatMap(time -> time.finer(name)).or(() -> year(name));
    } catch (DateTimeException e) {
      // Such as a month 13: a name that only looks like a part of a date.
      return Optional.empty();
    }
  }

  private static Optional<FolderTime> year(String name) {
    var year = YEAR.matcher(name);
    return year.matches()
        ? Optional.of(
            new FolderTime(
                LocalDateTime.of(Integer.parseInt(year.group(1)), 1, 1, 0, 0), ChronoUnit.YEARS))
        : Optional.empty();
  }

  private Optional<FolderTime> finer(String name) {
    return switch (unit) {
      case YEARS ->
          number(MONTH, name).map(n -> new FolderTime(start.withMonth(n), ChronoUnit.MONTHS));
      case MONTHS ->
          number(DAY, name).map(n -> new FolderTime(start.withDayOfMonth(n), ChronoUnit.DAYS));
      case DAYS -> number(HOUR, name).map(n -> new FolderTime(start.withHour(n), ChronoUnit.HOURS));
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> number(Pattern part, String name) {
    var number = part.matcher(name);
    return number.matches()
        ? Optional.of(Integer.valueOf(number.group(1) == null ? number.group(2) : number.group(1)))
        : Optional.empty();
  }

  /** Whether any moment of it lies between the two; an empty one is open. */
  boolean overlaps(Optional<Instant> from, Optional<Instant> to) {
    var begin = start.toInstant(ZoneOffset.UTC);
    var end = start.plus(1, unit).toInstant(ZoneOffset.UTC);
    return from.map(end::isAfter).orElse(true) && to.map(begin::isBefore).orElse(true);
  }
}
