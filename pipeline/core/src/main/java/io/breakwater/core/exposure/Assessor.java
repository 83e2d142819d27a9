// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.ResourceRules;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.catalogue.TraitRole;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Weighs the evidence on one resource: is it exposed, how, and how severe is that? */
public final class Assessor {
  private static final Comparator<Evidence> BY_FINDING =
      Comparator.<Evidence, String>comparing(item -> item.signal().product())
          .thenComparing(item -> item.signal().findingUid());

  private final Catalogue catalogue;
  private final LikelihoodOf likelihoods;

  public Assessor(Catalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue);
    this.likelihoods = new LikelihoodOf(catalogue.severity());
  }

  /**
   * What the evidence on one resource adds up to.
   *
   * @param evidence all of it of the same resource
   * @return empty when the traits are not enough for an exposure
   */
  public Optional<Exposure> assess(Collection<Evidence> evidence) {
    return fullest(evidence)
        .flatMap(
            resource ->
                catalogue
                    .rulesFor(resource.type())
                    .flatMap(rules -> assess(rules, resource, sorted(evidence))));
  }

  /** Sources differ in what they know of a resource: the fullest description counts. */
  private static Optional<Resource> fullest(Collection<Evidence> evidence) {
    return evidence.stream().map(item -> item.signal().resource()).max(Resource.BY_COMPLETENESS);
  }

  private Optional<Exposure> assess(
      ResourceRules rules, Resource resource, List<Evidence> evidence) {
    var traits = traits(rules, evidence);
    var contributing =
        traits.stream()
            .map(ExposureTrait::trait)
            .filter(trait -> trait.role().contributes())
            .collect(Collectors.toList());
    var ids = contributing.stream().map(Trait::id).collect(Collectors.toSet());
    var rule = rules.ruleFor(ids);
    if (rule.isEmpty() || contributing.stream().noneMatch(Assessor::isWeakness)) {
      return Optional.empty();
    }
    var likelihood = likelihoods.of(rules, evidence);
    var impact = impact(contributing);
    return Optional.of(
        new Exposure(
            resource,
            rule.get(),
            Title.of(rule.get(), rules.noun(), contributing),
            catalogue.severity().severity(likelihood.level(), impact),
            likelihood,
            impact,
            traits,
            evidence,
            catalogue.version()));
  }

  private static boolean isWeakness(Trait trait) {
    return trait.role() == TraitRole.WEAKNESS;
  }

  private static Impact impact(List<Trait> contributing) {
    return contributing.stream()
        .map(Trait::impact)
        .max(Comparator.naturalOrder())
        .orElse(Impact.UNKNOWN);
  }

  private static List<Evidence> sorted(Collection<Evidence> evidence) {
    var sorted = new ArrayList<>(evidence);
    sorted.sort(BY_FINDING);
    return sorted;
  }

  private static List<ExposureTrait> traits(ResourceRules rules, List<Evidence> evidence) {
    Map<String, TreeSet<String>> indicators = new LinkedHashMap<>();
    Map<String, TreeSet<String>> findings = new LinkedHashMap<>();
    for (var item : evidence) {
      for (var given : item.traits()) {
        indicators.computeIfAbsent(given.id(), id -> new TreeSet<>()).addAll(given.indicators());
        findings.computeIfAbsent(given.id(), id -> new TreeSet<>()).add(item.signal().findingUid());
      }
    }
    return rules.traits().stream()
        .filter(trait -> indicators.containsKey(trait.id()))
        .map(
            trait ->
                new ExposureTrait(
                    trait,
                    List.copyOf(indicators.get(trait.id())),
                    List.copyOf(findings.get(trait.id()))))
        .collect(Collectors.toList());
  }
}
