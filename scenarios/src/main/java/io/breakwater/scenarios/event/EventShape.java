// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;

/** Which fields ACM's events have: over the years they grew. */
enum EventShape {
  /** Before they said whether a certificate is used and was exported. */
  OLD,
  /** As documented. */
  NOW,
  /** With the fields that came in 2026. */
  OF_2026;

  static EventShape of(JsonNode said, EventShape otherwise) {
    return switch (said.path("shape").asText()) {
      case "old" -> OLD;
      case "now" -> NOW;
      case "2026" -> OF_2026;
      default -> otherwise;
    };
  }
}
