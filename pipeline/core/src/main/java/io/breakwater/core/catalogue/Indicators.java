// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The titles by which traits are seen in findings, with the conditions under which they are. */
final class Indicators {
  private final Map<String, Optional<JsonNode>> conditions = new HashMap<>();

  static Indicators read(Document document, Faults faults) {
    var indicators = new Indicators();
    for (var node : document.root().path("indicators")) {
      var title = node.path("title").asText();
      var when = Optional.ofNullable(node.get("when"));
      when.ifPresent(
          pattern ->
              new PatternCheck(document, faults, "indicator '" + title + "'").check(pattern));
      if (indicators.conditions.put(title, when) != null) {
        faults.add(document, node.path("title"), "indicator '" + title + "' is there twice");
      }
    }
    return indicators;
  }

  /** Empty for a title that is not defined; inside it, empty for one that always holds. */
  Optional<Optional<JsonNode>> condition(String title) {
    return Optional.ofNullable(conditions.get(title));
  }
}
