// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.stream;

import io.breakwater.console.web.Refused;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How many listen, and how many of them are one person. Thread-safe. */
final class Listeners {
  /** By then it is known of who has gone that they have. */
  private static final Duration WAIT = StreamRoutes.HEARTBEAT;

  private final int most;
  private final int mostOfOne;
  private final Map<String, Integer> byPerson = new HashMap<>();
  private int all;

  /**
   * @param mostOfOne so that nobody can take all
   */
  Listeners(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /**
   * Counts one more, until it {@linkplain #leave leaves}.
   *
   * @throws Refused when there are too many
   */
  synchronized void enter(String person) {
    if (all == most) {
      throw Refused.tooMany("there are " + most + " listeners already", WAIT);
    }
    if (byPerson.getOrDefault(person, 0) == mostOfOne) {
      throw Refused.tooMany(
          "there are " + mostOfOne + " listeners of " + person + " already", WAIT);
    }
    byPerson.merge(person, 1, Integer::sum);
    all++;
  }

  synchronized void leave(String person) {
    byPerson.computeIfPresent(person, (any, count) -> count == 1 ? null : count - 1);
    all--;
  }
}
