// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.ResourceRules;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.catalogue.TraitRole;
import io.breakwater.core.severity.Factor;
import io.breakwater.core.severity.FactorValue;
import io.breakwater.core.severity.Level;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The likelihood of an exposure: that of its most likely case.
 *
 * <p>Each finding of a weakness is a case of its own, with its own awareness, ease and probability
 * of exploitation: the EPSS of one vulnerability says nothing about another. What amplifies (how
 * reachable the resource is) holds for every case. So another weakness can only ever raise the
 * likelihood, never dilute it.
 */
final class LikelihoodOf {
  private final SeverityModel model;

  LikelihoodOf(SeverityModel model) {
    this.model = model;
  }

  /**
   * @param evidence sorted; of equal cases the first one decides
   */
  Likelihood of(ResourceRules rules, List<Evidence> evidence) {
    var amplified = amplified(rules, evidence);
    Likelihood worst = null;
    for (var item : evidence) {
      for (var given : item.traits()) {
        var trait = rules.trait(given.id()).filter(found -> found.role() == TraitRole.WEAKNESS);
        if (trait.isPresent()) {
          var candidate = likelihood(trait.get(), item, amplified);
          if (worst == null || candidate.score() > worst.score()) {
            worst = candidate;
          }
        }
      }
    }
    return Objects.requireNonNull(worst, "an exposure has at least one weakness");
  }

  private Likelihood likelihood(
      Trait trait, Evidence evidence, Map<Factor, FactorValue> amplified) {
    var factors = new ArrayList<FactorValue>(Factor.values().length);
    for (var factor : Factor.values()) {
      factors.add(
          higher(value(factor, trait, evidence), Optional.ofNullable(amplified.get(factor)))
              .orElseGet(() -> FactorValue.unknown(factor)));
    }
    double score = model.score(factors);
    return new Likelihood(
        model.likelihood(score), score, trait.id(), evidence.signal().findingUid(), factors);
  }

  private Map<Factor, FactorValue> amplified(ResourceRules rules, List<Evidence> evidence) {
    var amplified = new EnumMap<Factor, FactorValue>(Factor.class);
    for (var item : evidence) {
      for (var given : item.traits()) {
        rules
            .trait(given.id())
            .filter(trait -> trait.role() == TraitRole.AMPLIFIER)
            .ifPresent(trait -> amplify(amplified, trait, item));
      }
    }
    return amplified;
  }

  private void amplify(Map<Factor, FactorValue> amplified, Trait trait, Evidence evidence) {
    for (var factor : trait.factors().keySet()) {
      higher(Optional.ofNullable(amplified.get(factor)), value(factor, trait, evidence))
          .ifPresent(value -> amplified.put(factor, value));
    }
  }

  private Optional<FactorValue> value(Factor factor, Trait trait, Evidence evidence) {
    var signal = evidence.signal();
    return Optional.ofNullable(trait.factors().get(factor))
        .flatMap(
            source ->
                source
                    .level(signal, model)
                    .map(
                        level ->
                            FactorValue.known(
                                factor,
                                level,
                                source.reason(signal, trait),
                                List.of(signal.findingUid()))));
  }

  /** The one with the higher level; of equals the first. */
  private static Optional<FactorValue> higher(
      Optional<FactorValue> one, Optional<FactorValue> other) {
    if (one.isEmpty()) {
      return other;
    }
    return level(other).compareTo(level(one)) > 0 ? other : one;
  }

  private static Level level(Optional<FactorValue> value) {
    return value.flatMap(FactorValue::level).orElse(Level.LOW);
  }
}
