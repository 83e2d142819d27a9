// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.severity.Factor;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.ImpactAspect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the traits of one document, whose form is checked already, for one type of resource, and
 * checks what a form cannot say.
 */
final class TraitReader {
  private static final String NOUN = "{noun}";

  private final Document document;
  private final TypeValues type;
  private final Indicators indicators;
  private final Faults faults;

  TraitReader(Document document, TypeValues type, Indicators indicators, Faults faults) {
    this.document = document;
    this.type = type;
    this.indicators = indicators;
    this.faults = faults;
  }

  void read(JsonNode node) {
    var values = new Values();
    values.resourceType = type.resourceType;
    values.declaredAt = document.at(node);
    values.id = node.path("id").asText();
    values.type = TraitType.ofLabel(node.path("type").asText()).orElse(values.type);
    values.role = TraitRole.ofKey(node.path("role").asText()).orElse(values.role);
    values.serves = Premise.ofKey(node.path("serves").asText()).orElse(null);
    values.origin = Origin.ofKey(node.path("origin").asText()).orElse(values.origin);
    values.title = text(node.path("title"));
    values.phrase = phrase(node.path("phrase")).orElse(null);
    values.computed = node.has("computed");
    node.path("unless").forEach(id -> values.unless.add(id.asText()));
    node.path("via").forEach(path -> via(values, path));
    node.path("viaByType").path(type.resourceType.name()).forEach(path -> via(values, path));
    node.path("factors").properties().forEach(field -> factor(values, field));
    node.path("impact").properties().forEach(field -> impact(values, field));
    if (node.has("window")) {
      values.window =
          faults.duration(document, node.path("window"), where(values.id) + " window").orElse(null);
    }
    values.remediation = text(node.at("/remediation/text"));
    values.remediationUrl = node.at("/remediation/url").asText();
    if (!values.computed) {
      pattern(values, node.path("pattern"));
    }
    indicators(values, node.path("indicators"));
    if (values.unless.contains(values.id)) {
      faults.add(document, node.path("unless"), where(values.id) + " gives way to itself");
    }
    if (type.traits.put(values.id, new Trait(values)) != null) {
      faults.add(document, node.path("id"), where(values.id) + " is there twice");
    }
    type.declared.put(values.id, new TypeValues.Declared(document, node));
  }

  private String where(String id) {
    return "trait '" + id + "'";
  }

  private String text(JsonNode node) {
    return node.asText().replace(NOUN, type.noun);
  }

  private static Optional<Phrase> phrase(JsonNode node) {
    var hiddenBy = new LinkedHashSet<String>();
    node.path("hiddenBy").forEach(id -> hiddenBy.add(id.asText()));
    for (var place : Phrase.Place.values()) {
      var text = node.path(place.name().toLowerCase(Locale.ROOT)).asText();
      if (!text.isEmpty()) {
        return Optional.of(new Phrase(place, text, hiddenBy));
      }
    }
    return Optional.empty();
  }

  /** A step that names several types of resource stands for as many paths. */
  private void via(Values values, JsonNode path) {
    List<List<RelationPath.Step>> paths = List.of(List.of());
    for (var step : path) {
      var label = step.path("relation").asText();
      var relation = RelationType.ofLabel(label);
      if (relation.isEmpty()) {
        faults.add(
            document,
            step.path("relation"),
            where(values.id) + " via: there is no relation '" + label + "'");
        return;
      }
      var longer = new ArrayList<List<RelationPath.Step>>();
      for (var type : types(step.path("resourceType"))) {
        boolean against = step.path("direction").asText().equals("in");
        for (var begun : paths) {
          var steps = new ArrayList<>(begun);
          steps.add(new RelationPath.Step(relation.get(), against, type));
          longer.add(steps);
        }
      }
      paths = longer;
    }
    paths.forEach(steps -> values.via.add(new RelationPath(steps)));
  }

  private static List<ResourceType> types(JsonNode names) {
    if (names.isTextual()) {
      return List.of(ResourceType.named(names.asText()));
    }
    var types = new ArrayList<ResourceType>();
    names.forEach(name -> types.add(ResourceType.named(name.asText())));
    return types;
  }

  private static void factor(Values values, Map.Entry<String, JsonNode> field) {
    for (var factor : Factor.values()) {
      if (factor.key().equals(field.getKey())) {
        FactorSource.ofKey(field.getValue().asText())
            .ifPresent(source -> values.factors.put(factor, source));
      }
    }
  }

  private static void impact(Values values, Map.Entry<String, JsonNode> field) {
    ImpactAspect.ofKey(field.getKey())
        .ifPresent(
            aspect ->
                Impact.ofKey(field.getValue().asText())
                    .ifPresent(impact -> values.impacts.put(aspect, impact)));
  }

  private void pattern(Values values, JsonNode pattern) {
    values.pattern = pattern.toString();
    var primaries = new LinkedHashSet<String>();
    primaries.add(type.resourceType.name());
    values.via.forEach(path -> primaries.add(path.source().name()));
    new PatternCheck(document, faults, where(values.id)).check(pattern, primaries);
    rule(values.id, pattern, pattern, where(values.id));
  }

  private void rule(String name, JsonNode pattern, JsonNode at, String where) {
    try {
      type.machine.addRule(name, pattern.toString());
    } catch (IOException | RuntimeException e) {
      faults.add(
          document, at, where + " has a pattern that EventBridge would refuse: " + e.getMessage());
    }
  }

  /** Without indicators of its own, a trait is seen by its name. */
  private void indicators(Values values, JsonNode names) {
    if (names.isEmpty()) {
      values.indicators.add(titleCase(values.id));
    }
    for (var name : names) {
      var title = name.asText();
      var condition = indicators.condition(title);
      values.indicators.add(title);
      if (condition.isEmpty()) {
        faults.add(
            document,
            name,
            where(values.id) + " indicators: there is no indicator '" + title + "'");
      } else if (condition.get().isPresent()) {
        values.conditional.add(title);
        if (type.conditions.add(title)) {
          var rule = ResourceRules.indicatorRule(title);
          rule(rule, condition.get().get(), name, "indicator '" + title + "'");
        }
      }
    }
  }

  private static String titleCase(String id) {
    var title = new StringBuilder();
    for (var word : id.split("-", -1)) {
      title.append(title.length() == 0 ? "" : " ");
      title.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return title.toString();
  }

  /** What was read of a trait, before it becomes one. */
  static final class Values {
    ResourceType resourceType;
    String id = "";
    TraitType type = TraitType.MISCONFIGURATION;
    TraitRole role = TraitRole.CONTEXTUAL;
    Premise serves;
    Origin origin = Origin.BREAKWATER;
    String title = "";
    Phrase phrase;
    boolean computed;
    String pattern;
    final List<String> indicators = new ArrayList<>();
    final Set<String> conditional = new LinkedHashSet<>();
    final Set<String> unless = new LinkedHashSet<>();
    final List<RelationPath> via = new ArrayList<>();
    final Map<Factor, FactorSource> factors = new EnumMap<>(Factor.class);
    final Map<ImpactAspect, Impact> impacts = new EnumMap<>(ImpactAspect.class);
    Duration window;
    String remediation = "";
    String remediationUrl = "";
    String declaredAt = "";
  }
}
