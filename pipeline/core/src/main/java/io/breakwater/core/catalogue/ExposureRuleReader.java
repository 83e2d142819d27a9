// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads and checks the exposure rules of one type of resource, whose traits are read already. */
final class ExposureRuleReader {
  private final String file;
  private final TypeValues type;
  private final Faults faults;
  private final Set<String> ids = new HashSet<>();

  ExposureRuleReader(String file, TypeValues type, Faults faults) {
    this.file = file;
    this.type = type;
    this.faults = faults;
  }

  void read(JsonNode node) {
    var id = node.path("id").asText();
    var where = file + ": rule '" + id + "'";
    if (id.isEmpty() || !ids.add(id)) {
      faults.add(where + " needs an id of its own");
    }
    var rule =
        new ExposureRule(
            id,
            texts(node.path("all")),
            texts(node.path("any")),
            node.path("outcome").asText(),
            node.path("type").asText(),
            attack(where, node));
    if (rule.outcome().isEmpty() || !rule.type().startsWith("Exposure/")) {
      faults.add(where + " needs an outcome and a type that starts with Exposure/");
    }
    if (rule.mentioned().isEmpty()) {
      faults.add(where + " needs traits in all or any");
    }
    for (var trait : rule.mentioned()) {
      if (!type.traits.containsKey(trait)) {
        faults.add(where + ": there is no trait '" + trait + "' in " + type.file);
      }
    }
    type.rules.add(rule);
  }

  private Attack attack(String where, JsonNode node) {
    return new Attack(
        faults.text(where, "/attack/tactic/uid", node),
        faults.text(where, "/attack/tactic/name", node),
        faults.text(where, "/attack/technique/uid", node),
        faults.text(where, "/attack/technique/name", node));
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new LinkedHashSet<String>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
