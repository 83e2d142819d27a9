// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.ocsf.ExposureFindingWriter;
import io.breakwater.flink.Settings;
import io.breakwater.scenarios.Scenario;
import io.breakwater.scenarios.ScenarioRun;
import io.breakwater.scenarios.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All scenarios that ship with Breakwater, as one input of the whole job. */
final class RunScenariosTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final ExposureFindingWriter WRITER =
      new ExposureFindingWriter(CATALOGUE, Settings.asOf(Scenario.AS_OF).build().version());

  @TempDir private static Path directory;
  private static Map<String, List<String>> told;

  static List<Scenario> scenarios() {
    return Scenarios.builtIn();
  }

  @BeforeAll
  static void run() throws IOException {
    var events =
        scenarios().stream()
            .flatMap(
                scenario -> scenario.events().stream().map(event -> event.bytes(scenario.start())));

    told = JobOverScenarios.told(directory, events, "exposures.ndjson");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void the_job_tells_to_the_byte_what_the_core_tells(Scenario scenario) {
    var core = ScenarioRun.of(scenario, CATALOGUE);

    assertThat(core.mismatches()).isEmpty();
    assertThat(toldOf(core)).isEqualTo(written(core));
  }

  @Test
  void the_job_tells_of_nothing_else() {
    long expected =
        scenarios().stream()
            .mapToLong(scenario -> ScenarioRun.of(scenario, CATALOGUE).revisions().size())
            .sum();

    assertThat(told.values().stream().mapToLong(List::size).sum()).isEqualTo(expected);
  }

  private static Map<String, List<String>> written(ScenarioRun core) {
    return core.revisions().stream()
        .map(revision -> new String(WRITER.toJson(revision), StandardCharsets.UTF_8))
        .collect(groupingBy(JobOverScenarios::uidOf));
  }

  private static Map<String, List<String>> toldOf(ScenarioRun core) {
    return core.revisions().stream()
        .map(Revision::exposureUid)
        .distinct()
        .collect(toMap(uid -> uid, uid -> told.getOrDefault(uid, List.of())));
  }
}
