// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.FactorSource;
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
 * reachable the resource is) holds for every case, and only ever raises a factor. So another trait
 * can never lower the likelihood.
 */
final class LikelihoodOf {
  private final SeverityModel model;
  private final List<Evidence> evidence;
  private final Map<Factor, Source> amplified = new EnumMap<>(Factor.class);
  private final int[] scores;
  private FactorPoints raised = FactorPoints.NONE;
  private Trait decidingTrait;
  private Evidence decidingEvidence;
  private int score = -1;

  private LikelihoodOf(SeverityModel model, List<Evidence> evidence) {
    this.model = model;
    this.evidence = evidence;
    this.scores = new int[evidence.size()];
  }

  /**
   * @param evidence sorted, with one weakness at least; of equal cases the first one decides
   */
  static LikelihoodOf of(SeverityModel model, ResourceRules rules, List<Evidence> evidence) {
    var likelihood = new LikelihoodOf(model, evidence);
    likelihood.amplify(rules);
    likelihood.weigh(rules);
    return likelihood;
  }

  private void amplify(ResourceRules rules) {
    for (var item : evidence) {
      for (var given : item.traits()) {
        rules
            .trait(given.id())
            .filter(trait -> trait.role() == TraitRole.AMPLIFIER)
            .ifPresent(trait -> amplify(trait, item));
      }
    }
  }

  private void amplify(Trait trait, Evidence item) {
    raised = raised.and(FactorPoints.of(trait, item.signal(), model));
    for (var factor : trait.factors().entrySet()) {
      var level = factor.getValue().level(item.signal(), model);
      var known = amplified.get(factor.getKey());
      if (level.isPresent() && (known == null || level.get().compareTo(known.level) > 0)) {
        amplified.put(factor.getKey(), new Source(level.get(), factor.getValue(), trait, item));
      }
    }
  }

  private void weigh(ResourceRules rules) {
    for (int i = 0; i < scores.length; i++) {
      var item = evidence.get(i);
      for (var given : item.traits()) {
        var trait = rules.trait(given.id()).filter(found -> found.role() == TraitRole.WEAKNESS);
        if (trait.isPresent()) {
          scores[i] = Math.max(scores[i], weigh(trait.get(), item));
        }
      }
    }
  }

  private int weigh(Trait trait, Evidence item) {
    int weight = FactorPoints.of(trait, item.signal(), model).score(model, raised);
    if (weight > score) {
      score = weight;
      decidingTrait = trait;
      decidingEvidence = item;
    }
    return weight;
  }

  private Optional<Level> level(Trait trait, Factor factor, Evidence item) {
    var source = trait.factors().get(factor);
    return source == null ? Optional.empty() : source.level(item.signal(), model);
  }

  /** How likely the case that decides is. */
  Level level() {
    return model.likelihood(score);
  }

  /** The case that decides, with what each of its factors rests on. */
  Likelihood likelihood() {
    Objects.requireNonNull(decidingTrait, "an exposure has at least one weakness");
    var factors = new ArrayList<FactorValue>(Factor.values().length);
    for (var factor : Factor.values()) {
      factors.add(value(factor));
    }
    return new Likelihood(
        level(), score, decidingTrait.id(), decidingEvidence.signal().findingUid(), factors);
  }

  /** How much each finding weighs as a case of its own, in the order of the evidence. */
  int[] scores() {
    return scores;
  }

  private FactorValue value(Factor factor) {
    var own =
        level(decidingTrait, factor, decidingEvidence)
            .map(
                level ->
                    new Source(
                        level,
                        decidingTrait.factors().get(factor),
                        decidingTrait,
                        decidingEvidence));
    int least = own.map(value -> model.pointsOf(value.level) + 1).orElse(model.unknownPoints());
    return Optional.ofNullable(amplified.get(factor))
        .filter(value -> model.pointsOf(value.level) >= least)
        .or(() -> own)
        .map(value -> value.of(factor))
        .orElseGet(() -> FactorValue.unknown(factor));
  }

  /** What a level of a factor rests on. */
  private static final class Source {
    private final Level level;
    private final FactorSource source;
    private final Trait trait;
    private final Evidence evidence;

    Source(Level level, FactorSource source, Trait trait, Evidence evidence) {
      this.level = level;
      this.source = source;
      this.trait = trait;
      this.evidence = evidence;
    }

    FactorValue of(Factor factor) {
      var signal = evidence.signal();
      return FactorValue.known(
          factor, level, source.reason(signal, trait), List.of(signal.findingUid()));
    }
  }
}
