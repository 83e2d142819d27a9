// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Premise;
import io.breakwater.core.catalogue.ResourceRules;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Evidence.GivenTrait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Evidence told apart: what says something of a resource by itself, and what something is worked
 * out from.
 *
 * <p>Evidence that comes by several paths is several premises: each path tells of another place.
 */
final class Premises {
  private final List<Evidence> findings = new ArrayList<>();
  private final Map<Premise, List<Evidence>> premises = new EnumMap<>(Premise.class);

  private Premises() {}

  static Premises of(ResourceRules rules, Collection<Evidence> evidence) {
    var apart = new Premises();
    evidence.forEach(item -> apart.take(rules, item));
    return apart;
  }

  private void take(ResourceRules rules, Evidence item) {
    var saying = new ArrayList<GivenTrait>(item.traits().size());
    for (var given : item.traits()) {
      var serves = served(rules, given);
      if (serves.isPresent()) {
        premises.computeIfAbsent(serves.get(), none -> new ArrayList<>()).add(item);
      } else {
        saying.add(given);
      }
    }
    if (saying.size() == item.traits().size()) {
      findings.add(item);
    } else if (!saying.isEmpty()) {
      findings.add(item.giving(saying));
    }
  }

  private static Optional<Premise> served(ResourceRules rules, GivenTrait given) {
    return rules.trait(given.id()).flatMap(Trait::serves);
  }

  /** Whether something is worked out from the evidence. */
  static boolean isOne(ResourceRules rules, Evidence item) {
    return item.traits().stream().anyMatch(given -> served(rules, given).isPresent());
  }

  /** The evidence without premises. */
  List<Evidence> findings() {
    return findings;
  }

  /** All of them. */
  List<Evidence> premises() {
    return premises.values().stream().flatMap(List::stream).collect(Collectors.toList());
  }

  List<Evidence> of(Premise premise) {
    return premises.getOrDefault(premise, List.of());
  }
}
