// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.json;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.json.MalformedRecord.Reason;
import java.io.IOException;
import java.util.Locale;

/**
 * A time as recordings of boto3 responses hold it: {@code {"__class__": "datetime", "year": 2023,
 * "month": 9, …, "microsecond": 243000}}, in UTC.
 *
 * @see <a href="https://github.com/garnaat/placebo">placebo, which writes it so</a>
 */
final class RecordedTime {
  private static final Shape<RecordedTime> SHAPE =
      Shape.of(RecordedTime::new)
          .text("__class__", (time, value) -> time.type = value)
          .number("year", (time, value) -> time.year = (int) value)
          .number("month", (time, value) -> time.month = (int) value)
          .number("day", (time, value) -> time.day = (int) value)
          .number("hour", (time, value) -> time.hour = (int) value)
          .number("minute", (time, value) -> time.minute = (int) value)
          .number("second", (time, value) -> time.second = (int) value)
          .number("microsecond", (time, value) -> time.microsecond = (int) value);

  private String type = "";
  private int year;
  private int month;
  private int day;
  private int hour;
  private int minute;
  private int second;
  private int microsecond;

  private RecordedTime() {}

  /** The time in ISO-8601; whether there is such a time is for the reader of the text to say. */
  static String read(JsonParser parser) throws IOException {
    var where = parser.getParsingContext().pathAsPointer();
    var time = SHAPE.read(parser);
    if (!time.type.equals("datetime")) {
      throw new MalformedRecord(
          Reason.WRONG_TYPE, "expected a time at " + where + ", found an object");
    }
    return String.format(
        Locale.ROOT,
        "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ",
        time.year,
        time.month,
        time.day,
        time.hour,
        time.minute,
        time.second,
        time.microsecond);
  }
}
