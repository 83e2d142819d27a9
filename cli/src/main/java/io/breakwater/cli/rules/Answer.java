// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a job said to an update. */
record Answer(JsonNode json) {
  boolean isRefused() {
    return outcome().equals("refused");
  }

  private String outcome() {
    return json.path("outcome").asText();
  }

  String toText() {
    var lines = new ArrayList<String>();
    var now = json.path("in_force");
    var version =
        now.isMissingNode()
            ? "the rules that the job was started with hold"
            : "version %s holds, update %d"
                .formatted(now.path("version").asText(), now.path("number").asLong());
    lines.add("%s: %s".formatted(outcome(), version));
    texts("reasons").forEach(reason -> lines.add("  " + reason));
    texts("warnings").forEach(warning -> lines.add("  look at this: " + warning));
    return String.join("\n", lines);
  }

  private List<String> texts(String field) {
    var texts = new ArrayList<String>();
    json.path(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
