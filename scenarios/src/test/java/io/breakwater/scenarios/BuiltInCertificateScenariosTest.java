// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.certificate.AlertClosing;
import io.breakwater.core.certificate.AlertRevision;
import io.breakwater.core.certificate.Cause;
import io.breakwater.core.certificate.CertificateAlert;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.certificate.CertificateRules.Shift;
import io.breakwater.core.certificate.CertificateState;
import io.breakwater.core.certificate.Origin;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  @Test
  void every_kind_of_event_is_told() {
    var types =
        SCENARIOS.stream()
            .flatMap(
                scenario -> CertificateScenarioRun.of(scenario, CATALOGUE).standings().stream())
            .flatMap(standing -> standing.certificate().latest().stream())
            .map(CertificateEvent::type);

    assertThat(types).contains(CertificateEventType.values());
  }

  @Test
  void every_cause_is_told() {
    assertThat(alerts().flatMap(alert -> alert.causes().stream())).contains(Cause.values());
  }

  @Test
  void every_origin_is_told_of() {
    assertThat(revisions().map(told -> told.standing().origin())).contains(Origin.values());
  }

  @Test
  void every_state_that_needs_somebody_is_reached() {
    assertThat(revisions().map(told -> told.standing().state()))
        .containsAll(EnumSet.range(CertificateState.APPROACHING, CertificateState.REVOKED));
  }

  @Test
  void every_reason_to_close_is_exercised() {
    assertThat(revisions().flatMap(told -> told.closing().stream()))
        .containsAll(Arrays.asList(AlertClosing.values()));
  }

  /** Nobody is told of what nothing uses, so that nothing is lowered for it. */
  @Test
  void everything_that_moves_the_severity_does() {
    var shifts = EnumSet.allOf(Shift.class);
    shifts.remove(Shift.UNUSED);

    assertThat(alerts().flatMap(alert -> alert.shifts().keySet().stream())).containsAll(shifts);
  }

  @Test
  void no_two_scenarios_share_a_certificate() {
    assertThat(SCENARIOS)
        .extracting(scenario -> scenario.certificate().arn())
        .doesNotHaveDuplicates();
  }

  private static Stream<CertificateAlert> alerts() {
    return revisions().flatMap(told -> told.standing().alert().stream());
  }

  private static Stream<AlertRevision> revisions() {
    return SCENARIOS.stream()
        .flatMap(scenario -> CertificateScenarioRun.of(scenario, CATALOGUE).revisions().stream());
  }
}
