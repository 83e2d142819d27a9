// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/** What an event is, by the one field that says it. */
final class EventKind {
  private EventKind() {}

  /**
   * @param kinds all that there are
   * @throws IllegalArgumentException when it is none of them, or several
   */
  static String of(JsonNode event, Collection<String> kinds) {
    var stated = kinds.stream().filter(event::has).toList();
    if (stated.isEmpty()) {
      throw new IllegalArgumentException("an event is one of " + String.join(", ", kinds));
    }
    if (stated.size() > 1) {
      throw new IllegalArgumentException(
          "an event cannot be " + String.join(" and ", stated) + " at once");
    }
    return stated.get(0);
  }
}
