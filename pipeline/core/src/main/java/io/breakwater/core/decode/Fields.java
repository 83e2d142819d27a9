// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.MalformedRecord.Reason;
import io.breakwater.core.time.Times;
import java.time.Instant;
import java.util.Optional;

/** Rules that all readers share for fields that may be written in several ways or places. */
final class Fields {
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

  /** The time in the text, or the given one when there is none to read. */
  static Instant timeOr(Instant otherwise, String text) {
    return Times.parse(text).orElse(otherwise);
  }
}
