// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.control.Action;
import java.util.Optional;
import java.util.Set;

/**
 * What became of an action that was sent.
 *
 * @param answer what the job said to it; empty where nobody asked, or it has not answered
 */
record Verdict(Action action, Optional<JsonNode> answer) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> GOOD = Set.of("applied", "unchanged");

  /** Whether the job said that it holds. */
  boolean isGood() {
    return answer.filter(said -> GOOD.contains(said.path("outcome").asText())).isPresent();
  }

  String toText() {
    return "%s %s: %s"
        .formatted(
            action.kind().key(), action.exposure(), answer.map(Verdict::text).orElse("sent"));
  }

  private static String text(JsonNode answer) {
    var outcome = answer.path("outcome").asText();
    return answer.has("reason") ? outcome + ": " + answer.path("reason").asText() : outcome;
  }

  String toJson() {
    var json =
        JSON.createObjectNode()
            .put("uid", action.signature().action())
            .put("action", action.kind().key())
            .put("exposure", action.exposure())
            .put("resource", action.resource().toString());
    answer.ifPresent(
        said -> {
          json.set("outcome", said.path("outcome"));
          if (said.has("reason")) {
            json.set("reason", said.path("reason"));
          }
        });
    return json.toString();
  }
}
