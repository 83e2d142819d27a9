// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.severity.Factor;
import io.breakwater.core.severity.Impact;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads and checks the traits of one type of resource. */
final class TraitReader {
  private final ResourceType resourceType;
  private final TypeValues type;
  private final Faults faults;

  TraitReader(ResourceType resourceType, TypeValues type, Faults faults) {
    this.resourceType = resourceType;
    this.type = type;
    this.faults = faults;
  }

  void read(JsonNode node) {
    var values = new Values();
    values.resourceType = resourceType;
    values.id = node.path("id").asText();
    var where = where(values.id);
    if (values.id.isEmpty() || values.id.indexOf(ResourceRules.INDICATOR) >= 0) {
      faults.add(where + " needs an id without " + ResourceRules.INDICATOR);
    }
    values.type = faults.oneOf(where, "type", node, TraitType::ofLabel, TraitType.MISCONFIGURATION);
    values.role = faults.oneOf(where, "role", node, TraitRole::ofKey, TraitRole.CONTEXTUAL);
    values.title = faults.text(where, "/title", node);
    phrase(values, where, node.path("phrase"));
    node.path("unless").forEach(id -> values.unless.add(id.asText()));
    node.path("factors")
        .properties()
        .forEach(field -> factor(values, where, field.getKey(), field.getValue()));
    if (node.has("impact")) {
      values.impact = faults.oneOf(where, "impact", node, Impact::ofKey, Impact.UNKNOWN);
    }
    if (node.has("window")) {
      values.window = faults.duration(where + " window", node.path("window").asText());
    }
    values.remediation = faults.text(where, "/remediation/text", node);
    values.remediationUrl = node.at("/remediation/url").asText();
    pattern(where, values.id, node.path("pattern"));
    indicators(where, values, node.path("indicators"));
    if (type.traits.put(values.id, new Trait(values)) != null) {
      faults.add(where + " is there twice");
    }
  }

  private String where(String id) {
    return type.file + ": trait '" + id + "'";
  }

  /** Other traits may be named before they are read. */
  void checkReferences() {
    for (var trait : type.traits.values()) {
      checkReferences(trait.id(), "unless", trait.unless());
      trait
          .phrase()
          .ifPresent(phrase -> checkReferences(trait.id(), "hiddenBy", phrase.hiddenBy()));
    }
  }

  private void checkReferences(String id, String field, Set<String> named) {
    for (var other : named) {
      if (!type.traits.containsKey(other)) {
        faults.add(where(id) + " " + field + ": there is no trait '" + other + "'");
      }
    }
  }

  private void phrase(Values values, String where, JsonNode node) {
    var hiddenBy = new LinkedHashSet<String>();
    node.path("hiddenBy").forEach(id -> hiddenBy.add(id.asText()));
    for (var place : Phrase.Place.values()) {
      var text = node.path(place.name().toLowerCase(Locale.ROOT)).asText();
      if (!text.isEmpty()) {
        values.phrase = new Phrase(place, text, hiddenBy);
      }
    }
    if (values.role.contributes() && values.phrase == null) {
      faults.add(where + " contributes, so it needs a phrase for titles");
    }
    if (values.role == TraitRole.WEAKNESS
        && values.phrase != null
        && values.phrase.place() != Phrase.Place.PREDICATE) {
      faults.add(where + " is a weakness, so its phrase must be a predicate");
    }
  }

  private void factor(Values values, String where, String key, JsonNode source) {
    for (var factor : Factor.values()) {
      if (factor.key().equals(key)) {
        FactorSource.ofKey(source.asText())
            .ifPresentOrElse(
                found -> values.factors.put(factor, found),
                () ->
                    faults.add(
                        where
                            + " factor "
                            + key
                            + ": '"
                            + source.asText()
                            + "' is no level and no source"));
        return;
      }
    }
    faults.add(where + ": '" + key + "' is no factor");
  }

  private void pattern(String where, String rule, JsonNode pattern) {
    if (!pattern.isObject() || pattern.isEmpty()) {
      faults.add(where + " needs a pattern");
      return;
    }
    try {
      type.machine.addRule(rule, pattern.toString());
    } catch (IOException | RuntimeException e) {
      faults.add(where + " has a pattern that EventBridge would refuse: " + e.getMessage());
    }
  }

  /** An indicator without a condition of its own holds whenever the trait does. */
  private void indicators(String where, Values values, JsonNode nodes) {
    for (var node : nodes) {
      int index = values.indicators.size();
      values.indicators.add(faults.text(where + " indicator " + (index + 1), "/title", node));
      var condition = node.has("when") ? node.path("when") : always();
      pattern(where, ResourceRules.indicatorRule(values.id, index), condition);
    }
    if (values.indicators.isEmpty()) {
      faults.add(where + " needs at least one indicator");
    }
  }

  private static JsonNode always() {
    var pattern = JsonNodeFactory.instance.objectNode();
    pattern.putArray("product").addObject().put("exists", true);
    return pattern;
  }

  /** What was read of a trait, before it becomes one. */
  static final class Values {
    ResourceType resourceType;
    String id;
    TraitType type;
    TraitRole role;
    String title;
    Phrase phrase;
    final List<String> indicators = new ArrayList<>();
    final Set<String> unless = new LinkedHashSet<>();
    final Map<Factor, FactorSource> factors = new EnumMap<>(Factor.class);
    Impact impact = Impact.UNKNOWN;
    Duration window;
    String remediation;
    String remediationUrl;
  }
}
