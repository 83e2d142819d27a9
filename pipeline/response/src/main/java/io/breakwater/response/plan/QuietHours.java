// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import io.breakwater.response.message.Severity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;

/** When people are left alone, by the clock where they are. */
public final class QuietHours {
  private final ZoneId zone;
  private final LocalTime from;
  private final LocalTime to;
  private final Set<DayOfWeek> days;
  private final Set<Severity> except;

  /**
   * @param to the next day where it is not after {@code from}; all day where the two are equal
   * @param days on which they begin
   * @param except what is told all the same
   */
  public QuietHours(
      ZoneId zone, LocalTime from, LocalTime to, Set<DayOfWeek> days, Set<Severity> except) {
    this.zone = Objects.requireNonNull(zone);
    this.from = Objects.requireNonNull(from);
    this.to = Objects.requireNonNull(to);
    this.days = Set.copyOf(days);
    this.except = Set.copyOf(except);
  }

  /** When something may be told that is to be told now: now, or when the quiet ends. */
  public Instant next(Instant now, Severity severity) {
    if (except.contains(severity)) {
      return now;
    }
    var free = now;
    // Days of quiet may follow one another; all seven of them never end.
    for (int days = 0; days < 8; days++) {
      var end = endOfQuietAt(free);
      if (!end.isAfter(free)) {
        return free;
      }
      free = end;
    }
    return free;
  }

  private Instant endOfQuietAt(Instant time) {
    var local = time.atZone(zone);
    for (var day : new ZonedDateTime[] {local.minusDays(1), local}) {
      if (days.contains(day.getDayOfWeek())) {
        var begin = day.toLocalDate().atTime(from).atZone(zone).toInstant();
        var endDay = to.isAfter(from) ? day.toLocalDate() : day.toLocalDate().plusDays(1);
        var end = endDay.atTime(to).atZone(zone).toInstant();
        if (!time.isBefore(begin) && time.isBefore(end)) {
          return end;
        }
      }
    }
    return time;
  }
}
