// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.ExposureRule;
import io.breakwater.core.catalogue.ResourceRules;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.catalogue.TraitRole;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Weighs the evidence on one resource: is it exposed, how, and how severe is that? */
public final class Assessor {
  private final Catalogue catalogue;

  public Assessor(Catalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue);
  }

  /**
   * What the evidence on one resource adds up to.
   *
   * @param evidence all of it of the same resource
   */
  public Assessment assess(Collection<Evidence> evidence) {
    var facts = Facts.of(evidence, catalogue);
    boolean suppressed = evidence.stream().anyMatch(Evidence::suppressed);
    return facts
        .flatMap(this::assess)
        .map(found -> Assessment.of(found, suppressed))
        .orElseGet(() -> Assessment.nothing(suppressed));
  }

  /**
   * What is weighed of the evidence on one resource: the findings, and what is worked out from the
   * premises among it.
   */
  public Collection<Evidence> weighed(Collection<Evidence> evidence) {
    return Facts.of(evidence, catalogue).map(Facts::active).orElse(List.of());
  }

  /**
   * Whether something is worked out from a piece of evidence, so that less of it may weigh more.
   */
  public boolean isPremise(Evidence evidence) {
    return catalogue
        .rulesFor(evidence.resource().type())
        .filter(rules -> Premises.isOne(rules, evidence))
        .isPresent();
  }

  private Optional<Exposure> assess(Facts facts) {
    var rules = facts.rules();
    var traits = traits(rules, facts.active());
    var contributing =
        traits.stream()
            .filter(trait -> trait.trait().role().contributes())
            .collect(Collectors.toList());
    var rule = ruleFor(rules, traitsOf(contributing));
    if (rule.isEmpty()) {
      return Optional.empty();
    }
    var weighed = LikelihoodOf.of(catalogue.severity(), rules, facts.active());
    var likelihood = weighed.likelihood();
    var impacts = Impacts.of(contributing);
    var exposure = new Exposure.Builder();
    exposure.resource = facts.resource();
    exposure.labels = facts.labels();
    exposure.rule = rule.get();
    exposure.title = Title.of(rule.get(), rules.noun(), traitsOf(contributing));
    exposure.severity = catalogue.severity().severity(likelihood.level(), impacts.overall());
    exposure.likelihood = likelihood;
    exposure.impacts = impacts;
    exposure.traits = traits;
    exposure.evidence = facts.active();
    exposure.suppressed = facts.suppressed();
    exposure.premises = facts.premises();
    exposure.blastRadius = facts.blastRadius();
    exposure.network = facts.network();
    exposure.scores = weighed.scores();
    exposure.catalogueVersion = catalogue.version();
    return Optional.of(exposure.build());
  }

  /**
   * How severe an exposure some evidence adds up to, and no more: the severity that {@link #assess}
   * finds, at a fraction of its cost. That depends neither on the order of the evidence nor on how
   * often it says the same, so nothing is sorted or joined.
   *
   * @param weighed of the same resource, as {@link #weighed} gives it: nothing further is worked
   *     out from it
   * @return empty when there is no exposure
   */
  public Optional<Severity> severity(Collection<Evidence> weighed) {
    return weighed.stream()
        .findFirst()
        .flatMap(item -> catalogue.rulesFor(item.resource().type()))
        .flatMap(rules -> severity(rules, List.copyOf(weighed)));
  }

  private Optional<Severity> severity(ResourceRules rules, List<Evidence> active) {
    var given = new HashMap<String, Trait>();
    for (var item : active) {
      for (var one : item.traits()) {
        rules
            .trait(one.id())
            .filter(trait -> trait.role().contributes())
            .ifPresent(trait -> given.put(trait.id(), trait));
      }
    }
    if (ruleFor(rules, given.values()).isEmpty()) {
      return Optional.empty();
    }
    var level = LikelihoodOf.of(catalogue.severity(), rules, active).level();
    return Optional.of(catalogue.severity().severity(level, Impacts.overall(given.values())));
  }

  /** Empty where the contributing traits make no exposure: there is no way in, or no rule. */
  private static Optional<ExposureRule> ruleFor(
      ResourceRules rules, Collection<Trait> contributing) {
    if (contributing.stream().noneMatch(trait -> trait.role() == TraitRole.WEAKNESS)) {
      return Optional.empty();
    }
    return rules.ruleFor(contributing.stream().map(Trait::id).collect(Collectors.toSet()));
  }

  private static List<Trait> traitsOf(List<ExposureTrait> traits) {
    return traits.stream().map(ExposureTrait::trait).collect(Collectors.toList());
  }

  private static List<ExposureTrait> traits(ResourceRules rules, List<Evidence> evidence) {
    Map<String, TreeSet<String>> indicators = new LinkedHashMap<>();
    Map<String, List<String>> findings = new LinkedHashMap<>();
    for (var item : evidence) {
      for (var given : item.traits()) {
        indicators.computeIfAbsent(given.id(), id -> new TreeSet<>()).addAll(given.indicators());
        findings
            .computeIfAbsent(given.id(), id -> new ArrayList<>())
            .add(item.signal().findingUid());
      }
    }
    return rules.traits().stream()
        .filter(trait -> indicators.containsKey(trait.id()))
        .map(
            trait ->
                new ExposureTrait(
                    trait,
                    List.copyOf(indicators.get(trait.id())),
                    List.copyOf(new TreeSet<>(findings.get(trait.id())))))
        .collect(Collectors.toList());
  }
}
