// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import io.breakwater.cli.Progress;
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

/** A catalogue put to scenarios: what it does otherwise, and what none of them asks of it. */
final class Exercise {
  private final Catalogue catalogue;
  private final List<String> mismatches = new ArrayList<>();
  private final Set<TraitOfType> exercised = new HashSet<>();

  private Exercise(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static Exercise of(Catalogue catalogue, List<Scenario> scenarios, Progress progress) {
    var exercise = new Exercise(catalogue);
    long done = 0;
    progress.start();
    for (var scenario : scenarios) {
      var run = ScenarioRun.of(scenario, catalogue);
      exercise.mismatches.addAll(run.mismatches());
      exercise.exercised.addAll(run.traits());
      progress.show("running scenarios", ++done);
    }
    progress.end();
    return exercise;
  }

  /** Where the catalogue does otherwise than a scenario expects, by file, line and scenario. */
  List<String> mismatches() {
    return mismatches;
  }

  /** The traits that no scenario showed, each with the file and line where it is declared. */
  List<String> unexercised() {
    return catalogue.resourceTypes().stream()
        .flatMap(type -> catalogue.rulesFor(type).orElseThrow().traits().stream())
        .filter(Exercise::canBeExercised)
        .filter(trait -> !exercised.contains(new TraitOfType(trait.resourceType(), trait.id())))
        .sorted(Comparator.comparing(Trait::toString))
        .map(
            trait ->
                "%s: trait '%s' of %s is exercised by no scenario"
                    .formatted(trait.declaredAt(), trait.id(), trait.resourceType()))
        .toList();
  }

  /** What is worked out from permissions, no signal gives. */
  private static boolean canBeExercised(Trait trait) {
    return !trait.computed();
  }
}
