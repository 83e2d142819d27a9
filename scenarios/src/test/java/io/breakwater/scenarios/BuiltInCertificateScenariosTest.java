// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of certificates that ship with Breakwater, without a stream processor. */
final class BuiltInCertificateScenariosTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final List<CertificateScenario> SCENARIOS = CertificateScenarios.builtIn();

  static List<CertificateScenario> scenarios() {
    return SCENARIOS;
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void the_rules_do_what_the_scenario_expects(CertificateScenario scenario) {
    var run = CertificateScenarioRun.of(scenario, CATALOGUE);

    assertThat(run.mismatches()).isEmpty();
  }
}
