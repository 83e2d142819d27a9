// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The single rules of a catalogue, so that two catalogues can be compared rule by rule. */
final class Rules {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Parts of the severity model that single traits ask for, by what they call them. */
  private static final Map<String, String> SOURCES =
      Map.of("exploit", "exploit", "epss", "epss", "cvss", "cvss", "ports", "open-ports");

  private final SortedMap<Rule, JsonNode> definitions = new TreeMap<>();
  private final Map<String, JsonNode> files = new TreeMap<>();

  private Rules(Map<String, String> texts) {
    texts.forEach((name, text) -> files.put(name, parse(text)));
    var main = files.get("catalogue.json");
    main.path("types")
        .forEach(type -> put(RuleKind.NOUN, type.path("resourceType"), "noun", type.path("noun")));
    main.path("windows")
        .properties()
        .forEach(window -> put(RuleKind.WINDOW, "", window.getKey(), window.getValue()));
    sections(RuleKind.SEVERITY, main.path("severity"));
    sections(RuleKind.CERTIFICATES, main.path("certificates"));
    file(main.path("indicators"))
        .path("indicators")
        .forEach(one -> put(RuleKind.INDICATOR, "", one.path("title").asText(), one));
    var attack = file(main.path("attack"));
    for (var group : List.of("tactics", "techniques")) {
      attack
          .path(group)
          .properties()
          .forEach(one -> put(RuleKind.ATTACK, "", one.getKey(), one.getValue()));
    }
    main.path("traits").forEach(name -> traits(file(name)));
    main.path("exposures").forEach(name -> exposures(file(name)));
  }

  /**
   * @param texts of a sound catalogue, by the names that it gives its files
   */
  static Rules of(Map<String, String> texts) {
    return new Rules(texts);
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a catalogue that was read before is no JSON", e);
    }
  }

  private JsonNode file(JsonNode name) {
    return files.get(name.asText());
  }

  private void sections(RuleKind kind, JsonNode name) {
    for (var section : file(name).properties()) {
      if (!section.getKey().equals("$schema") && !section.getKey().equals("version")) {
        put(kind, "", section.getKey(), section.getValue());
      }
    }
  }

  private void traits(JsonNode file) {
    for (var type : file.path("resourceTypes")) {
      file.path("traits")
          .forEach(trait -> put(RuleKind.TRAIT, type, trait.path("id").asText(), trait));
    }
  }

  private void exposures(JsonNode file) {
    var type = file.path("resourceType");
    var order = JsonNodeFactory.instance.arrayNode();
    for (var rule : file.path("rules")) {
      put(RuleKind.EXPOSURE, type, rule.path("id").asText(), rule);
      order.add(rule.path("id"));
    }
    put(RuleKind.ORDER, type, "order", order);
  }

  private void put(RuleKind kind, JsonNode type, String id, JsonNode definition) {
    put(kind, type.asText(), id, definition);
  }

  private void put(RuleKind kind, String type, String id, JsonNode definition) {
    definitions.put(new Rule(kind, type, id), definition);
  }

  /**
   * The traits that a part of the severity model is asked for; of most parts nobody in particular.
   */
  private Set<Rule> users(Rule part) {
    var source = SOURCES.get(part.id());
    if (part.kind() != RuleKind.SEVERITY || source == null) {
      return Set.of();
    }
    return definitions.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == RuleKind.TRAIT)
        .filter(entry -> entry.getValue().path("factors").toString().contains('"' + source + '"'))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Each rule that is not the same in another catalogue, from this one to that. */
  List<RuleChange> changesTo(Rules other) {
    var all = new TreeSet<>(definitions.keySet());
    all.addAll(other.definitions.keySet());
    var changes = new ArrayList<RuleChange>();
    for (var rule : all) {
      var users = new TreeSet<>(users(rule));
      users.addAll(other.users(rule));
      var change = new RuleChange(rule, definitions.get(rule), other.definitions.get(rule), users);
      if (change.isOne()) {
        changes.add(change);
      }
    }
    return changes;
  }
}
