// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.catalogue.TraitRole;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.ImpactAspect;
import io.breakwater.core.severity.ImpactValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How bad the exposure would be, aspect by aspect; the worst aspect counts.
 *
 * <p>A weakness that says nothing of the impact leaves it unknown, which is worse than low: so one
 * more trait can never lower it.
 */
public final class Impacts {
  private final Impact overall;
  private final List<ImpactValue> aspects;

  private Impacts(Impact overall, List<ImpactValue> aspects) {
    this.overall = overall;
    this.aspects = List.copyOf(aspects);
  }

  static Impacts of(Collection<ExposureTrait> contributing) {
    var aspects = new ArrayList<ImpactValue>();
    for (var aspect : ImpactAspect.values()) {
      aspects.add(aspect(aspect, contributing));
    }
    return new Impacts(
        overall(contributing.stream().map(ExposureTrait::trait).collect(Collectors.toList())),
        aspects);
  }

  static Impact overall(Collection<Trait> contributing) {
    var overall = Impact.LOW;
    boolean said = false;
    for (var trait : contributing) {
      for (var impact : trait.impacts().values()) {
        said = true;
        overall = worse(overall, impact);
      }
      if (trait.impacts().isEmpty() && trait.role() == TraitRole.WEAKNESS) {
        overall = worse(overall, Impact.UNKNOWN);
      }
    }
    return said ? overall : Impact.UNKNOWN;
  }

  private static Impact worse(Impact one, Impact other) {
    return Impact.BY_WEIGHT.compare(other, one) > 0 ? other : one;
  }

  private static ImpactValue aspect(ImpactAspect aspect, Collection<ExposureTrait> contributing) {
    var worst =
        contributing.stream()
            .flatMap(trait -> Optional.ofNullable(trait.trait().impacts().get(aspect)).stream())
            .max(Impact.BY_WEIGHT);
    if (worst.isEmpty()) {
      return ImpactValue.unknown(aspect);
    }
    var behind =
        contributing.stream()
            .filter(trait -> trait.trait().impacts().get(aspect) == worst.get())
            .collect(Collectors.toList());
    var signals = new TreeSet<String>();
    behind.forEach(trait -> signals.addAll(trait.findingUids()));
    return ImpactValue.known(
        aspect,
        worst.get(),
        behind.stream().map(trait -> trait.trait().title()).collect(Collectors.joining("; ")),
        List.copyOf(signals));
  }

  /** Unknown when no trait says anything. */
  public Impact overall() {
    return overall;
  }

  /** All of them, in the order of {@link ImpactAspect}. */
  public List<ImpactValue> aspects() {
    return aspects;
  }
}
