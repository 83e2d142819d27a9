// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.ResourceRules;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.catalogue.TraitRole;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to do first: the contributing traits, each time the one whose end lowers the severity most
 * once those before it are gone, with what is left after it.
 *
 * <p>Costs some microseconds per trait, however much evidence there is: cases that weigh the same
 * are one. Made when a finding is written, not each time that evidence is weighed.
 */
public final class RemediationPlan {
  private static final int NO_SCORE = -1;

  private final ResourceRules rules;
  private final SeverityModel model;

  /** The distinct cases of each weakness. */
  private final Map<String, Set<FactorPoints>> cases = new HashMap<>();

  /** What each amplifier raises the factors to. */
  private final Map<String, FactorPoints> raised = new HashMap<>();

  private RemediationPlan(ResourceRules rules, SeverityModel model) {
    this.rules = rules;
    this.model = model;
  }

  /** In the order in which to do it; never empty. */
  public static List<Step> of(Exposure exposure, Catalogue catalogue) {
    var rules = catalogue.rulesFor(exposure.resource().type()).orElseThrow();
    var plan = new RemediationPlan(rules, catalogue.severity());
    exposure.evidence().forEach(plan::take);
    return plan.steps(
        exposure.traits().stream()
            .map(ExposureTrait::trait)
            .filter(trait -> trait.role().contributes())
            .collect(Collectors.toList()));
  }

  private void take(Evidence evidence) {
    for (var given : evidence.traits()) {
      rules.trait(given.id()).ifPresent(trait -> take(trait, evidence));
    }
  }

  private void take(Trait trait, Evidence evidence) {
    var points = FactorPoints.of(trait, evidence.signal(), model);
    if (trait.role() == TraitRole.WEAKNESS) {
      cases.computeIfAbsent(trait.id(), id -> new LinkedHashSet<>()).add(points);
    } else if (trait.role() == TraitRole.AMPLIFIER) {
      raised.merge(trait.id(), points, FactorPoints::and);
    }
  }

  private List<Step> steps(List<Trait> contributing) {
    var left = new LinkedHashMap<String, Trait>();
    contributing.forEach(trait -> left.put(trait.id(), trait));
    var steps = new ArrayList<Step>();
    while (!left.isEmpty()) {
      Trait best = null;
      Standing after = null;
      for (var candidate : left.values()) {
        var others = new LinkedHashMap<>(left);
        others.remove(candidate.id());
        var standing = standing(others);
        if (after == null || standing.compareTo(after) < 0) {
          best = candidate;
          after = standing;
        }
      }
      left.remove(best.id());
      steps.add(new Step(best, after.severity));
    }
    return steps;
  }

  private Standing standing(Map<String, Trait> traits) {
    if (rules.ruleFor(traits.keySet()).isEmpty()) {
      return Standing.NONE;
    }
    var amplified = FactorPoints.NONE;
    for (var id : traits.keySet()) {
      amplified = amplified.and(raised.getOrDefault(id, FactorPoints.NONE));
    }
    int worst = NO_SCORE;
    for (var id : traits.keySet()) {
      for (var own : cases.getOrDefault(id, Set.of())) {
        worst = Math.max(worst, own.score(model, amplified));
      }
    }
    return worst == NO_SCORE
        ? Standing.NONE
        : new Standing(
            model.severity(model.likelihood(worst), Impacts.overall(traits.values())), worst);
  }

  /** Where the exposure stands with some of its traits. */
  private static final class Standing implements Comparable<Standing> {
    static final Standing NONE = new Standing(null, NO_SCORE);

    private final Severity severity;
    private final int score;

    Standing(Severity severity, int score) {
      this.severity = severity;
      this.score = score;
    }

    @Override
    public int compareTo(Standing other) {
      int order = Integer.compare(rank(), other.rank());
      return order == 0 ? Integer.compare(score, other.score) : order;
    }

    private int rank() {
      return severity == null ? -1 : severity.ocsfId();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Standing && compareTo((Standing) other) == 0;
    }

    @Override
    public int hashCode() {
      return 31 * rank() + score;
    }
  }

  /** One trait to put an end to, and what is left once it and those before it are gone. */
  public static final class Step {
    private final Trait trait;
    private final Severity after;

    private Step(Trait trait, Severity after) {
      this.trait = trait;
      this.after = after;
    }

    public Trait trait() {
      return trait;
    }

    /** The severity that is left; empty when no exposure is. */
    public Optional<Severity> after() {
      return Optional.ofNullable(after);
    }
  }
}
