// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.time.Duration;

/**
 * How much of the past is kept.
 *
 * @param closed how long after it closed an exposure or alert is kept, with all that belongs to it.
 *     At most 400 days: an exposure that was closed for so long counts its episodes anew
 * @param hourly for how long counts are kept by the hour; those before are kept by the day
 * @param daily for how long counts are kept by the day; those before are one sum
 * @param answers for how long what was answered to actions and to updates of rules is kept
 * @param records how many dead letters, broken records and answers of each stream are kept, the
 *     latest
 */
public record Retention(
    Duration closed, Duration hourly, Duration daily, Duration answers, int records) {
  private static final Duration EPISODES_ARE_COUNTED_FOR = Duration.ofDays(400);

  public static final Retention DEFAULT =
      new Retention(
          Duration.ofDays(180),
          Duration.ofDays(90),
          Duration.ofDays(400),
          Duration.ofDays(90),
          10_000);

  public Retention {
    if (closed.isNegative() || closed.compareTo(EPISODES_ARE_COUNTED_FOR) > 0) {
      throw new IllegalArgumentException("what is closed is kept for 0 to 400 days, not " + closed);
    }
    if (hourly.compareTo(daily) > 0) {
      throw new IllegalArgumentException(
          "counts by the hour (" + hourly + ") are not kept longer than by the day: " + daily);
    }
    if (answers.isNegative()) {
      throw new IllegalArgumentException("answers are kept for no " + answers);
    }
    if (records < 0) {
      throw new IllegalArgumentException("a number of records is no " + records);
    }
  }
}
