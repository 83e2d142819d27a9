// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Signal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.event.ruler.Machine;

/** The traits and exposure rules of one type of primary resource. */
public final class ResourceRules {
  private final ResourceType type;
  private final String noun;
  private final Map<String, Trait> traits;
  private final List<ExposureRule> rules;
  private final Machine machine;

  /** Rule names of the machine: a trait's id, or this and the title of an indicator. */
  private static final String INDICATOR = "#";

  ResourceRules(
      ResourceType type,
      String noun,
      Map<String, Trait> traits,
      List<ExposureRule> rules,
      Machine machine) {
    this.type = type;
    this.noun = noun;
    this.traits = new LinkedHashMap<>(traits);
    this.rules = List.copyOf(rules);
    this.machine = machine;
  }

  public ResourceType type() {
    return type;
  }

  /** Such as {@code EC2 instance}. */
  public String noun() {
    return noun;
  }

  /** In the order of the data, which is the order of titles. */
  public List<Trait> traits() {
    return List.copyOf(traits.values());
  }

  /** Empty for a trait that this catalogue does not have (any more). */
  public Optional<Trait> trait(String id) {
    return Optional.ofNullable(traits.get(id));
  }

  /** In the order of the data, in which they are tried. */
  public List<ExposureRule> rules() {
    return rules;
  }

  /** The first rule, in the order of the data, that these traits fulfil. */
  public Optional<ExposureRule> ruleFor(Set<String> traitIds) {
    return rules.stream().filter(rule -> rule.matches(traitIds)).findFirst();
  }

  /** The types of the resources that traits come from by a relation path. */
  Set<ResourceType> sources() {
    return traits.values().stream()
        .flatMap(trait -> trait.via().stream())
        .map(RelationPath::source)
        .collect(Collectors.toSet());
  }

  /** The traits that a signal about another resource gives those of this type. */
  List<RecognisedTrait> recogniseFromAfar(Signal signal) {
    var source = signal.resource().type();
    return recognise(signal).stream()
        .filter(given -> given.trait().comesFrom(source))
        .collect(Collectors.toList());
  }

  List<RecognisedTrait> recognise(Signal signal) {
    JsonNode event = SignalEvent.of(signal);
    var matched = new HashSet<>(machine.rulesForJSONEvent(event));
    if (matched.isEmpty()) {
      return List.of();
    }
    var recognised = new ArrayList<RecognisedTrait>(2);
    for (var trait : traits.values()) {
      if (matched.contains(trait.id()) && trait.unless().stream().noneMatch(matched::contains)) {
        recognised.add(new RecognisedTrait(trait, indicators(trait, matched)));
      }
    }
    return recognised;
  }

  private static List<String> indicators(Trait trait, Set<String> matched) {
    if (trait.conditional().isEmpty()) {
      return trait.indicators();
    }
    var shown = new ArrayList<String>(trait.indicators().size());
    for (var title : trait.indicators()) {
      if (!trait.conditional().contains(title) || matched.contains(indicatorRule(title))) {
        shown.add(title);
      }
    }
    return shown;
  }

  static String indicatorRule(String title) {
    return INDICATOR + title;
  }
}
