// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import io.breakwater.core.resource.ResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.event.ruler.Machine;

/** What was read of one type of resource, before it becomes its rules. */
final class TypeValues {
  final ResourceType resourceType;
  final String noun;
  final Map<String, Trait> traits = new LinkedHashMap<>();
  final Map<String, Declared> declared = new LinkedHashMap<>();
  final Set<String> conditions = new HashSet<>();
  final List<ExposureRule> rules = new ArrayList<>();
  final Machine machine = Machine.builder().build();

  TypeValues(ResourceType resourceType, String noun) {
    this.resourceType = resourceType;
    this.noun = noun;
  }

  /** Traits may name one another before they are read, so names are checked at the end. */
  void checkReferences(Faults faults) {
    declared.forEach(
        (id, trait) -> {
          var where = "trait '" + id + "' ";
          faults.unknown(
              trait.document,
              trait.node.path("unless"),
              traits.keySet(),
              where + "unless: there is no trait");
          faults.unknown(
              trait.document,
              trait.node.at("/phrase/hiddenBy"),
              traits.keySet(),
              where + "hiddenBy: there is no trait");
          for (var other : trait.node.path("unless")) {
            var by = declared.get(other.asText());
            if (by != null
                && by != trait
                && by.node.path("pattern").equals(trait.node.path("pattern"))) {
              faults.add(
                  trait.document,
                  other,
                  where + "can never be given: '" + other.asText() + "' has the same pattern");
            }
          }
        });
  }

  ResourceRules rules() {
    return new ResourceRules(resourceType, noun, traits, rules, machine);
  }

  /** Where a trait was read. */
  static final class Declared {
    final Document document;
    final JsonNode node;

    Declared(Document document, JsonNode node) {
      this.document = document;
      this.node = node;
    }
  }
}
