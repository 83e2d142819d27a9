// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reads the exposure rules of one type of resource, whose traits are read and whose form is checked
 * already.
 */
final class ExposureRuleReader {
  private static final Attack NONE = new Attack("", "", "", "");

  private final Document document;
  private final TypeValues type;
  private final AttackReader attacks;
  private final Faults faults;
  private final Set<String> ids = new HashSet<>();

  ExposureRuleReader(Document document, TypeValues type, AttackReader attacks, Faults faults) {
    this.document = document;
    this.type = type;
    this.attacks = attacks;
    this.faults = faults;
  }

  void read(JsonNode node) {
    var id = node.path("id").asText();
    var where = "rule '" + id + "'";
    if (!ids.add(id)) {
      faults.add(document, node.path("id"), where + " is there twice");
    }
    mentioned(node.path("all"), where);
    mentioned(node.path("any"), where);
    type.rules.add(
        new ExposureRule(
            id,
            texts(node.path("all")),
            texts(node.path("any")),
            node.path("outcome").asText(),
            attack(node, where)));
  }

  private void mentioned(JsonNode ids, String where) {
    for (var id : ids) {
      var trait = type.traits.get(id.asText());
      if (trait == null) {
        faults.add(
            document, id, where + ": " + type.resourceType + " has no trait '" + id.asText() + "'");
      } else if (!trait.role().contributes()) {
        faults.add(
            document, id, where + ": '" + id.asText() + "' is contextual and makes no exposure");
      }
    }
  }

  private Attack attack(JsonNode node, String where) {
    var tactic = node.path("tactic").asText();
    var technique = node.path("technique").asText();
    return attacks
        .attack(tactic, technique)
        .orElseGet(
            () -> {
              faults.add(
                  document,
                  node.path("technique"),
                  where + ": ATT&CK has no technique " + technique + " of tactic " + tactic);
              return NONE;
            });
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new LinkedHashSet<String>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
