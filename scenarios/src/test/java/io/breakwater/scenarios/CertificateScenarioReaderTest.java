// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static io.breakwater.scenarios.ScenarioFiles.certificateFaults;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.scenarios.event.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CertificateScenarioReaderTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'available': 'ISSUANCE', 'colour': 1} | unknown field 'colour'",
        "{'available': 'REVIVAL'} | [\"ISSUANCE\", \"RENEWAL\", \"IMPORT\", \"REIMPORT\"]",
        "{'available': 'REIMPORT'} | a certificate of origin public becomes available by ISSUANCE or RENEWAL, not REIMPORT",
        "{'approaching': 30, 'inUse': 'no'} | unknown field 'inUse'",
        "{'approaching': 30, 'downTo': 40} | days go down, and from 30 to 40 not",
        "{'actionRequired': 'the domain'} | does not match the regex pattern",
        "{'expired': false} | must be the constant value 'true'",
        "{'health': 'CAA_CHECK_FAILURE', 'status': 'done'} | [\"open\", \"upcoming\", \"closed\"]",
        "{'control': 'EC2.8'} | [\"ACM.1\", \"ACM.2\", \"ACM.3\"]",
        "{'configuration': {'renewalStatus': 'LATE'}} | [\"PENDING_AUTO_RENEWAL\", \"PENDING_VALIDATION\", \"SUCCESS\", \"FAILED\"]",
        "{'configuration': {'inUseBy': ['instance web']}} | 'instance' presents nothing: it is one of loadBalancer, listener, classicLoadBalancer, distribution, apiDomain",
        "{'presenter': 'instance'} | [\"loadBalancer\", \"listener\", \"classicLoadBalancer\", \"distribution\", \"apiDomain\"]",
        "{'presenter': 'distribution', 'scheme': 'internal'} | 'distribution' has no scheme",
        "{'presenter': 'apiDomain', 'scheme': 'internal'} | 'apiDomain' has the scheme EDGE or REGIONAL or PRIVATE, not internal",
        "{'presenter': 'loadBalancer', 'presents': false} | the listeners of a load balancer present certificates",
        "{'deleted': 'everything'} | [\"certificate\", \"loadBalancer\"",
        "{'day': 0} | an event is one of available, approaching",
        "{'expired': true, 'revoked': true} | an event cannot be expired and revoked at once",
        "{'day': 3, 'expired': true, 'arrives': 2} | the event arrives before it happens",
      })
  void a_wrong_event_is_named_with_file_line_and_scenario(String event, String fault) {
    write("'origin': 'public', 'validity': 198", "\n" + event, "");

    assertThat(certificateFaults(directory))
        .anySatisfy(
            found ->
                assertThat(found).startsWith("own.json:4: scenario 'wrong': ").contains(fault));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'origin': 'found', 'validity': 198 | [\"public\", \"private\", \"imported\", \"acme\", \"unknown\"]",
        "'origin': 'public' | validity",
        "'origin': 'public', 'validity': 0 | must have a minimum value of 1",
        "'origin': 'acme', 'validity': 47, 'shape': 'old' | only events of the shape 2026 tell that a certificate is of ACME",
      })
  void a_wrong_certificate_is_named_with_file_line_and_scenario(String certificate, String fault) {
    write(certificate, "{'approaching': 30}", "");

    assertThat(certificateFaults(directory))
        .anySatisfy(
            found ->
                assertThat(found).startsWith("own.json:3: scenario 'wrong': ").contains(fault));
  }

  @ParameterizedTest
  @CsvSource({"{'expired': true}, expired", "{'actionRequired': 'OTHER'}, actionRequired"})
  void an_event_that_acm_does_not_send_of_imported_certificates_is_a_fault(
      String event, String kind) {
    write("'origin': 'imported', 'validity': 198", "\n" + event, "");

    assertThat(certificateFaults(directory))
        .containsExactly(
            "own.json:4: scenario 'wrong': of imported certificates ACM sends no event '"
                + kind
                + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'create': 'late', 'severity': 'Low'} | [\"approaching\", \"action-required\", \"renewal-overdue\", \"expired\", \"revoked\"]",
        "{'create': 'expired', 'severity': 'Huge'} | [\"Critical\", \"High\", \"Medium\", \"Low\"]",
        "{'update': 'expired'} | severity",
        "{'close': 'fixed'} | \"reimported\"",
        "{'close': 'renewed', 'colour': 1} | unknown field 'colour'",
        "{'close': 'renewed', 'step': 'first'} | must be the constant value 'none'",
      })
  void a_wrong_expectation_is_named_with_file_line_and_scenario(String revision, String fault) {
    write("'origin': 'public', 'validity': 198", "{'approaching': 30}", "\n" + revision);

    assertThat(certificateFaults(directory))
        .anySatisfy(
            found ->
                assertThat(found).startsWith("own.json:4: scenario 'wrong': ").contains(fault));
  }

  @Test
  void a_name_that_is_there_twice_is_a_fault() {
    var twice =
        "{\"name\": \"twice\", \"certificate\": {\"origin\": \"public\", \"validity\": 198},"
            + " \"events\": [{\"approaching\": 30}], \"expect\": []}";
    ScenarioFiles.ofCertificates(directory, twice + ",\n" + twice);

    assertThat(certificateFaults(directory))
        .containsExactly("own.json:4: scenario 'twice': there is another one of this name");
  }

  @Test
  void a_scenario_cannot_end_before_its_last_event() {
    write(
        "'origin': 'public', 'validity': 198",
        "{'day': 168, 'approaching': 30, 'downTo': 1}],\n'until': 'P196D', 'expect': [",
        "");

    assertThat(certificateFaults(directory))
        .containsExactly(
            "own.json:4: scenario 'wrong': the scenario ends before its last event arrives");
  }

  @Test
  void daily_events_come_each_day_and_time_goes_on_from_the_last() {
    var scenario =
        scenario(
            "{'day': 10, 'hour': 5, 'approaching': 3, 'downTo': 1}, {'expired': true}, {'hour': 7,"
                + " 'expired': true}, {'day': 13, 'expired': true, 'arrives': 20}");

    assertThat(scenario.deliveries())
        .extracting(Delivery::at)
        .containsExactly(
            Duration.ofHours(10 * 24 + 5),
            Duration.ofHours(11 * 24 + 5),
            Duration.ofHours(12 * 24 + 5),
            Duration.ofHours(12 * 24 + 5),
            Duration.ofHours(12 * 24 + 7),
            Duration.ofDays(20));
  }

  @Test
  void what_is_lost_is_not_delivered() {
    var scenario = scenario("{'available': 'RENEWAL', 'lost': true}, {'approaching': 30}");

    assertThat(scenario.deliveries()).hasSize(1);
  }

  @Test
  void in_time_means_as_it_happens() {
    var scenario = scenario("{'day': 13, 'expired': true, 'arrives': 20}");

    assertThat(scenario.inTime().deliveries())
        .extracting(Delivery::at)
        .containsExactly(Duration.ofDays(13));
    assertThat(scenario.inTime().start()).isEqualTo(scenario.start());
  }

  private void write(String certificate, String event, String revision) {
    ScenarioFiles.ofCertificates(
        directory,
        ("{'name': 'wrong', 'certificate': {"
                + certificate
                + "}, 'events': ["
                + event
                + "]"
                + (event.contains("'expect'") ? "}" : ", 'expect': [" + revision + "]}"))
            .replace('\'', '"'));
  }

  private CertificateScenario scenario(String events) {
    return ScenarioFiles.onlyCertificate(
        directory,
        ("{'name': 'times', 'certificate': {'origin': 'public', 'validity': 198}, 'events': ["
                + events
                + "], 'expect': []}")
            .replace('\'', '"'));
  }
}
