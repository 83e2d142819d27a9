// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.certificate.AlertRevision;
import io.breakwater.core.ocsf.CertificateAlertWriter;
import io.breakwater.flink.Settings;
import io.breakwater.scenarios.CertificateScenario;
import io.breakwater.scenarios.CertificateScenarioRun;
import io.breakwater.scenarios.CertificateScenarios;
import io.breakwater.scenarios.Scenario;
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

/**
 * All scenarios of certificates that ship with Breakwater, as one input of the whole job. A bounded
 * run takes events in by the times at which they happened, those that came late too.
 */
final class RunCertificateScenariosTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final CertificateAlertWriter WRITER =
      new CertificateAlertWriter(CATALOGUE, Settings.asOf(Scenario.AS_OF).build().version());

  @TempDir private static Path directory;
  private static Map<String, List<String>> told;

  static List<CertificateScenario> scenarios() {
    return CertificateScenarios.builtIn();
  }

  @BeforeAll
  static void run() throws IOException {
    var events =
        scenarios().stream()
            .flatMap(
                scenario ->
                    scenario.deliveries().stream()
                        .map(delivery -> delivery.event().bytes(scenario.start())));

    told = JobOverScenarios.told(directory, events, "certificates.ndjson");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void the_job_tells_to_the_byte_what_the_core_tells(CertificateScenario scenario) {
    var core = CertificateScenarioRun.of(scenario.inTime(), CATALOGUE);

    assertThat(toldOf(core)).isEqualTo(written(core));
  }

  @Test
  void the_job_tells_of_nothing_else() {
    long expected =
        scenarios().stream()
            .map(scenario -> CertificateScenarioRun.of(scenario.inTime(), CATALOGUE))
            .mapToLong(core -> core.revisions().size())
            .sum();

    assertThat(told.values().stream().mapToLong(List::size).sum()).isEqualTo(expected);
  }

  private static Map<String, List<String>> written(CertificateScenarioRun core) {
    return core.revisions().stream()
        .map(revision -> new String(WRITER.toJson(revision), StandardCharsets.UTF_8))
        .collect(groupingBy(JobOverScenarios::uidOf));
  }

  private static Map<String, List<String>> toldOf(CertificateScenarioRun core) {
    return core.revisions().stream()
        .map(AlertRevision::alertUid)
        .distinct()
        .collect(toMap(uid -> uid, uid -> told.getOrDefault(uid, List.of())));
  }
}
