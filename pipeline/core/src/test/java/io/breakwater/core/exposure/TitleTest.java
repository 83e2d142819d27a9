// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.finding;
import static io.breakwater.core.fixture.Findings.function;
import static io.breakwater.core.fixture.Findings.harmless;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachable;
import static io.breakwater.core.fixture.Findings.reachableAdministrator;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import org.junit.jupiter.api.Test;

final class TitleTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Resource FUNCTION = function("orders");

  @Test
  void a_reachable_administrative_and_exploitable_instance_is_open_to_credential_stealing() {
    var exposure =
        exposureOf(reachableAdministrator(INSTANCE), exploitable(INSTANCE, "CVE-2026-0001"));

    assertThat(exposure.title())
        .isEqualTo(
            "Potential Credential Stealing: Internet reachable EC2 instance with administrative"
                + " instance profile has network-exploitable software vulnerabilities with a high"
                + " likelihood of exploitation");
    assertThat(exposure.severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void an_exploitable_function_is_open_to_remote_execution() {
    var exposure = exposureOf(exploitable(FUNCTION, "CVE-2026-0001"));

    assertThat(exposure.title())
        .isEqualTo(
            "Potential Remote Execution: Lambda function has network-exploitable software"
                + " vulnerabilities with a high likelihood of exploitation");
  }

  @Test
  void a_control_on_the_role_that_lists_the_instance_gives_the_administrative_profile_as_well() {
    var exposure =
        exposureOf(
            reachable(INSTANCE),
            control(INSTANCE, "IAM.1"),
            exploitable(INSTANCE, "CVE-2026-0001"));

    assertThat(exposure.title())
        .startsWith(
            "Potential Credential Stealing: Internet reachable EC2 instance with administrative"
                + " instance profile has ");
  }

  @Test
  void a_subject_without_phrases_is_the_noun_alone() {
    var exposure = exposureOf(harmless(INSTANCE, "CVE-2026-0001"));

    assertThat(exposure.title())
        .isEqualTo("Potential Resource Hijacking: EC2 instance has software vulnerabilities");
  }

  @Test
  void two_predicates_are_joined_by_and() {
    var exposure = exposureOf(harmless(FUNCTION, "CVE-2026-0001"), control(FUNCTION, "Lambda.2"));

    assertThat(exposure.title())
        .isEqualTo(
            "Potential Resource Hijacking: Lambda function has software vulnerabilities and runs"
                + " on an unsupported runtime");
  }

  @Test
  void three_predicates_are_listed_with_a_comma_before_and() {
    var exposure =
        exposureOf(
            control(FUNCTION, "Lambda.1"),
            control(FUNCTION, "Lambda.2"),
            control(FUNCTION, "Lambda.3"),
            harmless(FUNCTION, "CVE-2026-0001"));

    assertThat(exposure.title())
        .isEqualTo(
            "Potential Unauthorized Access: Publicly invocable Lambda function has software"
                + " vulnerabilities, runs on an unsupported runtime, and is deployed outside of a"
                + " VPC");
  }

  @Test
  void of_many_predicates_the_first_three_are_said_and_the_rest_counted() {
    var database =
        Resource.of(
            Arn.parse("arn:aws:rds:eu-central-1:111122223333:db:library"),
            ResourceType.named("AWS::RDS::DBInstance"),
            "111122223333",
            "eu-central-1");

    var exposure =
        exposureOf(
            control(database, "RDS.2"),
            control(database, "RDS.8"),
            control(database, "RDS.10"),
            control(database, "RDS.11"),
            control(database, "RDS.23"),
            control(database, "RDS.25"));

    assertThat(exposure.title()).endsWith(", and has 3 more weaknesses");
    assertThat(exposure.title()).containsOnlyOnce(", and ");
  }

  @Test
  void a_phrase_is_left_out_when_another_says_it_stronger() {
    var exposure =
        exposureOf(
            harmless(INSTANCE, "CVE-2026-0002"),
            exploitable(INSTANCE, "CVE-2026-0001"),
            control(INSTANCE, "IAM.1"),
            control(INSTANCE, "IAM.21"));

    assertThat(exposure.title())
        .isEqualTo(
            "Potential Remote Execution: EC2 instance with administrative instance profile has"
                + " network-exploitable software vulnerabilities with a high likelihood of"
                + " exploitation");
  }

  @Test
  void contextual_traits_say_nothing() {
    var exposure =
        exposureOf(
            harmless(INSTANCE, "CVE-2026-0001")
                .attribute("instanceProfile", "arn:aws:iam::111122223333:instance-profile/web"));

    assertThat(exposure.title())
        .isEqualTo("Potential Resource Hijacking: EC2 instance has software vulnerabilities");
  }

  @Test
  void malware_outranks_every_other_outcome() {
    var exposure =
        exposureOf(
            reachableAdministrator(INSTANCE),
            exploitable(INSTANCE, "CVE-2026-0001"),
            finding(Product.GUARDDUTY, INSTANCE, "malware").kind("Execution:EC2/MaliciousFile"));

    assertThat(exposure.title()).startsWith("Potential Malicious Code Execution: ");
  }

  private static Exposure exposureOf(Signal.Builder... signals) {
    var correlation = Correlation.at(START, CATALOGUE);
    for (var signal : signals) {
      correlation.see(signal.build());
    }
    return correlation.exposures().values().iterator().next();
  }
}
