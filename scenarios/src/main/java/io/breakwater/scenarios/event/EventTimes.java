// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * When the events of a scenario happen and arrive. Time goes on from event to event: one that names
 * no day is of the same time as the one before.
 */
final class EventTimes {
  private static final Duration DAY = Duration.ofDays(1);

  private Duration now = Duration.ZERO;

  /** When the event happens, from the start of the scenario. */
  Duration of(JsonNode event) {
    if (event.has("day")) {
      now = days(event.path("day")).plus(hours(event));
    } else if (event.has("hour")) {
      now = Duration.ofDays(now.toDays()).plus(hours(event));
    }
    return now;
  }

  /** The last event was one of several, and this is when the last of them happened. */
  void goOnFrom(Duration last) {
    now = last;
  }

  /**
   * When an event is delivered.
   *
   * @throws IllegalArgumentException when that is before it happens
   */
  static Duration arrival(JsonNode event, Duration happens) {
    var arrives = event.has("arrives") ? days(event.path("arrives")) : happens;
    if (arrives.compareTo(happens) < 0) {
      throw new IllegalArgumentException("the event arrives before it happens");
    }
    return arrives;
  }

  static Duration days(JsonNode days) {
    return DAY.multipliedBy(days.asLong());
  }

  private static Duration hours(JsonNode event) {
    return Duration.ofHours(event.path("hour").asLong());
  }
}
