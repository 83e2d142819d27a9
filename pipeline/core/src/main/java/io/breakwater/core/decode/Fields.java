// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.MalformedRecord.Reason;
import io.breakwater.core.json.Shape;
import io.breakwater.core.time.Times;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Rules that all readers share for fields that may be written in several ways or places. */
final class Fields {
  private static final Shape<RecordedTime> RECORDED_TIME =
      Shape.of(RecordedTime::new)
          .number("year", (time, value) -> time.year = (int) value)
          .number("month", (time, value) -> time.month = (int) value)
          .number("day", (time, value) -> time.day = (int) value)
          .number("hour", (time, value) -> time.hour = (int) value)
          .number("minute", (time, value) -> time.minute = (int) value)
          .number("second", (time, value) -> time.second = (int) value)
          .number("microsecond", (time, value) -> time.microsecond = (int) value);

  private Fields() {}

  /** The first text that is not empty; empty when all are. */
  static String firstOf(String... texts) {
    for (var text : texts) {
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /**
   * The time that orders versions of a finding: its own field, else the next best one, else
   * EventBridge's.
   *
   * @throws MalformedRecord when the field holds no time, or nothing says a time at all
   */
  static Instant time(String field, String own, String nextBest, Optional<Instant> envelope)
      throws MalformedRecord {
    var text = firstOf(own, nextBest);
    if (!text.isEmpty()) {
      return Times.parse(text)
          .orElseThrow(
              () ->
                  new MalformedRecord(
                      Reason.UNREADABLE_TIME, "'" + text + "' in " + field + " is no time"));
    }
    return envelope.orElseThrow(() -> MalformedRecord.missing(field));
  }

  /**
   * A time as a scalar, or as the object that recordings of boto3 calls hold for a datetime ({@code
   * {"__class__": "datetime", "year": 2026, …}} in UTC, observed); either way as text.
   */
  static <T> Shape.Reader<T> timeText(BiConsumer<T, String> set) {
    return (parser, into) ->
        set.accept(
            into,
            parser.currentToken() == JsonToken.START_OBJECT
                ? RECORDED_TIME.read(parser).text()
                : Shape.scalar(parser));
  }

  /** The time in the text, or the given one when there is none to read. */
  static Instant timeOr(Instant otherwise, String text) {
    return Times.parse(text).orElse(otherwise);
  }

  private static final class RecordedTime {
    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
    int microsecond;

    String text() {
      return String.format(
          Locale.ROOT,
          "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ",
          year,
          month,
          day,
          hour,
          minute,
          second,
          microsecond);
    }
  }
}
