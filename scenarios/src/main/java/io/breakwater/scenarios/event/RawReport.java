// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * An event that stands in the scenario as a whole, with places for what the run decides: {@code
 * ${id}} and {@code ${arn}} of the resource, {@code ${finding}}, {@code ${updated}} and {@code
 * ${arrived}}.
 */
record RawReport(String json) implements Report {
  static RawReport of(JsonNode event) {
    return new RawReport(event.path("raw").toString());
  }

  @Override
  public String key() {
    return "raw";
  }

  @Override
  public byte[] event(Occasion occasion) {
    return json.replace("${id}", occasion.subject().id())
        .replace("${arn}", occasion.subject().arn())
        .replace("${finding}", occasion.finding())
        .replace("${updated}", Written.millis(occasion.updated()))
        .replace("${arrived}", Written.millis(occasion.arrived()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
