// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.RelationPath;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Withdrawal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that ship with Breakwater, in the core without a stream processor. */
final class BuiltInScenariosTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final List<Scenario> SCENARIOS = Scenarios.builtIn();

  static List<Scenario> scenarios() {
    return SCENARIOS;
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void the_catalogue_does_what_the_scenario_expects(Scenario scenario) {
    var run = ScenarioRun.of(scenario, CATALOGUE);

    assertThat(run.mismatches()).isEmpty();
  }

  @Test
  void every_trait_that_is_not_computed_is_exercised() {
    var unexercised = new TreeSet<String>();
    for (var type : CATALOGUE.resourceTypes()) {
      CATALOGUE.rulesFor(type).orElseThrow().traits().stream()
          .filter(trait -> !trait.computed())
          .forEach(trait -> unexercised.add(type + " " + trait.id()));
    }

    SCENARIOS.stream()
        .flatMap(scenario -> ScenarioRun.of(scenario, CATALOGUE).traits().stream())
        .forEach(trait -> unexercised.remove(trait.resourceType() + " " + trait.traitId()));

    assertThat(unexercised).isEmpty();
  }

  @Test
  void every_trait_travels_every_path_that_it_may_take() {
    var untravelled = new TreeSet<String>();
    for (var type : CATALOGUE.resourceTypes()) {
      for (var trait : CATALOGUE.rulesFor(type).orElseThrow().traits()) {
        trait.via().forEach(path -> untravelled.add(trait.id() + ": " + type + typesAlong(path)));
      }
    }

    for (var scenario : SCENARIOS) {
      ScenarioRun.of(scenario, CATALOGUE).revisions().stream()
          .flatMap(revision -> revision.exposure().stream())
          .flatMap(
              exposure -> Stream.concat(exposure.evidence().stream(), exposure.premises().stream()))
          .filter(evidence -> evidence.path().isPresent())
          .forEach(evidence -> untravelled.removeAll(travelled(evidence)));
    }

    assertThat(untravelled).isEmpty();
  }

  /** But one: the rules of a scenario do not change. */
  @Test
  void every_reason_to_close_is_exercised() {
    var reasons = EnumSet.noneOf(Withdrawal.class);

    for (var scenario : SCENARIOS) {
      ScenarioRun.of(scenario, CATALOGUE).revisions().stream()
          .flatMap(revision -> revision.closed().stream())
          .forEach(closed -> reasons.add(closed.reason()));
    }

    assertThat(reasons).isEqualTo(EnumSet.complementOf(EnumSet.of(Withdrawal.RULES_CHANGED)));
  }

  @Test
  void no_two_scenarios_share_a_resource() {
    assertThat(SCENARIOS).extracting(scenario -> scenario.primary().arn()).doesNotHaveDuplicates();
  }

  private static String typesAlong(RelationPath path) {
    return path.steps().stream().map(step -> " " + step.resourceType()).collect(joining());
  }

  private static Set<String> travelled(Evidence evidence) {
    var resources = new ArrayList<>(evidence.path().orElseThrow().resources());
    Collections.reverse(resources);
    var types = resources.stream().map(resource -> resource.type().name()).collect(joining(" "));
    return evidence.traits().stream().map(trait -> trait.id() + ": " + types).collect(toSet());
  }
}
