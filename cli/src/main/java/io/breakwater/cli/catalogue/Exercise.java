// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.scenarios.Scenario;
import io.breakwater.scenarios.ScenarioRun;
import io.breakwater.scenarios.TraitOfType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A catalogue put to its scenarios: what it does otherwise, and what none of them asks of it. */
final class Exercise {
  private final List<String> faults = new ArrayList<>();

  private Exercise() {}

  static Exercise of(Catalogue catalogue, List<Scenario> scenarios) {
    var exercise = new Exercise();
    Set<TraitOfType> exercised = new HashSet<>();
    for (var scenario : scenarios) {
      var run = ScenarioRun.of(scenario, catalogue);
      exercise.faults.addAll(run.mismatches());
      exercised.addAll(run.traits());
    }
    catalogue.resourceTypes().stream()
        .flatMap(type -> catalogue.rulesFor(type).orElseThrow().traits().stream())
        .filter(Exercise::canBeExercised)
        .filter(trait -> !exercised.contains(new TraitOfType(trait.resourceType(), trait.id())))
        .sorted(Comparator.comparing(Trait::toString))
        .forEach(
            trait ->
                exercise.faults.add(
                    trait.declaredAt()
                        + ": trait '"
                        + trait.id()
                        + "' of "
                        + trait.resourceType()
                        + " is exercised by no scenario"));
    return exercise;
  }

  /** What comes over relations, or is worked out from permissions, no single signal gives. */
  private static boolean canBeExercised(Trait trait) {
    return !trait.computed() && trait.via().isEmpty();
  }

  List<String> faults() {
    return faults;
  }
}
