// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import io.breakwater.cli.Progress;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.CatalogueException;
import io.breakwater.core.catalogue.ResourceRules;
import io.breakwater.scenarios.CertificateScenario;
import io.breakwater.scenarios.CertificateScenarioRun;
import io.breakwater.scenarios.CertificateScenarios;
import io.breakwater.scenarios.Scenario;
import io.breakwater.scenarios.ScenarioException;
import io.breakwater.scenarios.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A catalogue and its scenarios, with every fault that was found in them. */
final class Checked {
  /** In a catalogue's directory. */
  static final String SCENARIOS = "scenarios";

  private final List<String> faults = new ArrayList<>();
  private Catalogue catalogue;
  private int scenarios;
  private int certificateScenarios;

  private Checked() {}

  /** The catalogue that ships, against the scenarios that ship. */
  static Checked builtIn(Progress progress) {
    var checked = new Checked();
    checked.catalogue = Catalogue.builtIn();
    checked.compare(Scenarios.builtIn(), progress);
    checked.compareCertificates(CertificateScenarios.builtIn(), progress);
    return checked;
  }

  /**
   * A catalogue in a directory, against the scenarios that it brings along. Of one that brings none
   * it is only known whether those that ship still exercise its traits: what they expect is
   * expected of the catalogue that ships.
   */
  static Checked in(Path directory, Progress progress) {
    var checked = new Checked();
    try {
      checked.catalogue = Catalogue.in(directory);
      var own = directory.resolve(SCENARIOS);
      if (Files.isDirectory(own)) {
        checked.compareWithItsOwn(own, progress);
      } else {
        checked.faults.addAll(
            Exercise.of(checked.catalogue, Scenarios.builtIn(), progress).unexercised());
      }
    } catch (CatalogueException e) {
      checked.faults.addAll(e.faults());
    }
    return checked;
  }

  /** Scenarios that cannot be read keep nobody from running the others. */
  private void compareWithItsOwn(Path directory, Progress progress) {
    try {
      compare(Scenarios.in(directory), progress);
    } catch (ScenarioException e) {
      e.faults().forEach(this::scenarioFault);
    }
    var certificates = directory.resolve(CertificateScenarios.DIRECTORY);
    if (Files.isDirectory(certificates)) {
      try {
        compareCertificates(CertificateScenarios.in(certificates), progress);
      } catch (ScenarioException e) {
        e.faults().forEach(this::certificateScenarioFault);
      }
    }
  }

  private void compare(List<Scenario> expected, Progress progress) {
    scenarios = expected.size();
    var exercise = Exercise.of(catalogue, expected, progress);
    exercise.mismatches().forEach(this::scenarioFault);
    faults.addAll(exercise.unexercised());
  }

  private void compareCertificates(List<CertificateScenario> expected, Progress progress) {
    certificateScenarios = expected.size();
    long done = 0;
    progress.start();
    for (var scenario : expected) {
      CertificateScenarioRun.of(scenario, catalogue)
          .mismatches()
          .forEach(this::certificateScenarioFault);
      progress.show("running scenarios of certificates", ++done);
    }
    progress.end();
  }

  /** Files of scenarios are named without their directory. */
  private void scenarioFault(String fault) {
    faults.add(SCENARIOS + "/" + fault);
  }

  private void certificateScenarioFault(String fault) {
    scenarioFault(CertificateScenarios.DIRECTORY + "/" + fault);
  }

  /** In the order of the files; each begins with its file, most with its line. */
  List<String> faults() {
    return faults;
  }

  /** Whether there is a catalogue to speak of; one that cannot be read has only faults. */
  boolean isReadable() {
    return catalogue != null;
  }

  String version() {
    return catalogue.version();
  }

  /** How many scenarios of exposures it was compared with. */
  int scenarios() {
    return scenarios;
  }

  /** How many scenarios of certificates it was compared with. */
  int certificateScenarios() {
    return certificateScenarios;
  }

  int resourceTypes() {
    return catalogue.resourceTypes().size();
  }

  int traits() {
    return sum(rules -> rules.traits().size());
  }

  int rules() {
    return sum(rules -> rules.rules().size());
  }

  private int sum(ToIntFunction<ResourceRules> count) {
    return catalogue.resourceTypes().stream()
        .mapToInt(type -> count.applyAsInt(catalogue.rulesFor(type).orElseThrow()))
        .sum();
  }
}
