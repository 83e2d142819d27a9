// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import static io.breakwater.core.fixture.Findings.ADMINISTRATOR_PROFILE;
import static io.breakwater.core.fixture.Findings.EASY_VECTOR;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.finding;
import static io.breakwater.core.fixture.Findings.function;
import static io.breakwater.core.fixture.Findings.harmless;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachable;
import static io.breakwater.core.fixture.Findings.reachableFrom;
import static io.breakwater.core.fixture.Findings.vulnerable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.Vulnerability;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of traits of instances and functions: a finding that gives it, and one close by that does not.
 * Every trait that ships has its scenario elsewhere.
 */
final class TraitPatternsTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Resource FUNCTION = function("orders");
  private static final String ROLE = "arn:aws:iam::111122223333:role/";

  static Stream<Arguments> traits() {
    return Stream.concat(ofInstances(), ofFunctions());
  }

  private static Stream<Arguments> ofInstances() {
    return Stream.of(
        arguments(
            "internet-reachable",
            reachable(INSTANCE),
            reachableFrom(OpenPath.Origin.VPN, INSTANCE)),
        arguments(
            "vpc-reachable",
            reachableFrom(OpenPath.Origin.VPC_PEERING, INSTANCE),
            reachableFrom(OpenPath.Origin.UNKNOWN, INSTANCE)),
        arguments(
            "high-priority-vulnerability",
            exploitable(INSTANCE, "CVE-2026-0001"),
            harmless(INSTANCE, "CVE-2026-0001")),
        arguments(
            "low-priority-vulnerability",
            harmless(INSTANCE, "CVE-2026-0001"),
            exploitable(INSTANCE, "CVE-2026-0001")),
        arguments(
            "end-of-life-operating-system-detected",
            harmless(INSTANCE, "EOL").title("Ubuntu 16.04 is an End-Of-Life operating system"),
            harmless(INSTANCE, "CVE-2026-0001").title("A release candidate of libexample")),
        arguments(
            "malicious-package",
            harmless(INSTANCE, "MAL-2026-0001"),
            harmless(INSTANCE, "CVE-2026-0001")),
        arguments(
            "malicious-file",
            finding(Product.GUARDDUTY, INSTANCE, "file").kind("Execution:EC2/MaliciousFile"),
            finding(Product.GUARDDUTY, INSTANCE, "scan").kind("Recon:EC2/Portscan")),
        arguments(
            "metadata-misconfiguration", control(INSTANCE, "EC2.8"), control(INSTANCE, "EC2.9")),
        arguments(
            "remote-access-allowed", control(INSTANCE, "EC2.13"), control(INSTANCE, "EC2.15")),
        arguments("open-security-group", control(INSTANCE, "EC2.19"), control(INSTANCE, "EC2.20")),
        arguments(
            "administrative-access-policy",
            reachable(INSTANCE).attribute(Attribute.INSTANCE_PROFILE, ADMINISTRATOR_PROFILE),
            reachable(INSTANCE)
                .attribute(
                    Attribute.INSTANCE_PROFILE,
                    "arn:aws:iam::111122223333:instance-profile/web-server")),
        arguments(
            "administrative-access-policy", control(INSTANCE, "IAM.1"), control(INSTANCE, "IAM.2")),
        arguments(
            "service-administrative-policy",
            control(INSTANCE, "IAM.21"),
            control(INSTANCE, "IAM.2")),
        arguments(
            "instance-profile-associated",
            reachable(INSTANCE).attribute(Attribute.INSTANCE_PROFILE, ADMINISTRATOR_PROFILE),
            reachable(INSTANCE).attribute(Attribute.ROLE, ROLE + "web-server")));
  }

  private static Stream<Arguments> ofFunctions() {
    return Stream.of(
        arguments(
            "publicly-invocable", control(FUNCTION, "Lambda.1"), control(FUNCTION, "Lambda.5")),
        arguments(
            "high-priority-vulnerability",
            exploitable(FUNCTION, "CVE-2026-0001"),
            harmless(FUNCTION, "CVE-2026-0001")),
        arguments(
            "low-priority-vulnerability",
            harmless(FUNCTION, "CVE-2026-0001"),
            exploitable(FUNCTION, "CVE-2026-0001")),
        arguments(
            "malicious-package",
            harmless(FUNCTION, "MAL-2026-0001"),
            harmless(FUNCTION, "CVE-2026-0001")),
        arguments(
            "code-vulnerability",
            finding(Product.INSPECTOR, FUNCTION, "code").kind("CODE_VULNERABILITY"),
            finding("acme/lint", FUNCTION, "code").kind("CODE_VULNERABILITY")),
        arguments(
            "deployed-outside-vpc", control(FUNCTION, "Lambda.3"), control(FUNCTION, "Lambda.5")),
        arguments(
            "function-runtimes", control(FUNCTION, "Lambda.2"), control(FUNCTION, "Lambda.5")),
        arguments(
            "api-gateway-no-authorization",
            control(FUNCTION, "APIGateway.8"),
            control(FUNCTION, "APIGateway.9")),
        arguments(
            "administrative-access-policy",
            control(FUNCTION, "Lambda.3").attribute(Attribute.ROLE, ROLE + "administrator"),
            control(FUNCTION, "Lambda.3").attribute(Attribute.ROLE, ROLE + "orders")),
        arguments(
            "administrative-access-policy", control(FUNCTION, "IAM.1"), control(FUNCTION, "IAM.2")),
        arguments("service-admin-policy", control(FUNCTION, "IAM.21"), control(FUNCTION, "IAM.2")),
        arguments(
            "aws-role-access-granted",
            control(FUNCTION, "Lambda.3").attribute(Attribute.ROLE, ROLE + "orders"),
            control(FUNCTION, "Lambda.3")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("traits")
  void a_finding_gives_the_trait_and_one_close_by_does_not(
      String id, Signal.Builder gives, Signal.Builder doesNot) {
    assertThat(traitsOf(gives.build())).contains(id);
    assertThat(traitsOf(doesNot.build())).doesNotContain(id);
  }

  @ParameterizedTest
  @EnumSource(
      value = SignalState.class,
      mode = Mode.EXCLUDE,
      names = {"ACTIVE"})
  void a_finding_that_is_not_active_gives_nothing(SignalState state) {
    assertThat(traitsOf(exploitable(INSTANCE, "CVE-2026-0001").state(state).build())).isEmpty();
  }

  @Test
  void a_resource_of_a_type_without_rules_gets_nothing() {
    var volume =
        Resource.of(
            INSTANCE.arn(),
            ResourceType.named("AWS::EC2::Volume"),
            INSTANCE.account(),
            INSTANCE.region());

    assertThat(traitsOf(exploitable(volume, "CVE-2026-0001").build())).isEmpty();
  }

  /** Numbers as Java writes them, in scientific notation and with all their digits. */
  @ParameterizedTest
  @CsvSource({
    "1.0E-5, 'Vulnerable'",
    "0.00999, 'Vulnerable'",
    "0.01, 'Vulnerable, EPSS Level >= Medium'",
    "0.09999999999999999, 'Vulnerable, EPSS Level >= Medium'",
    "0.1, 'Vulnerable, EPSS Level >= High, EPSS Level >= Medium'",
    "0.9734499999999999, 'Vulnerable, EPSS Level >= High, EPSS Level >= Medium'",
    "1.0, 'Vulnerable, EPSS Level >= High, EPSS Level >= Medium'"
  })
  void a_probability_shows_the_indicators_of_its_levels(double epss, String indicators) {
    var signal =
        vulnerable(
                INSTANCE,
                "CVE-2026-0001",
                new Vulnerability.Builder().id("CVE-2026-0001").epss(epss))
            .build();

    assertThat(CATALOGUE.recognise(signal).get(0).indicators())
        .containsExactly(indicators.split(", "));
  }

  @ParameterizedTest
  @CsvSource({
    "YES, NaN, true",
    "NO, 0.1, true",
    "UNKNOWN, 0.1, true",
    "UNKNOWN, 0.0999, false",
    "NO, NaN, false"
  })
  void an_easy_vulnerability_is_of_high_priority_with_an_exploit_or_a_high_probability(
      Known exploit, double epss, boolean high) {
    var signal =
        vulnerable(
                INSTANCE,
                "CVE-2026-0001",
                new Vulnerability.Builder()
                    .id("CVE-2026-0001")
                    .cvss(EASY_VECTOR, 9.8)
                    .epss(epss)
                    .exploitAvailable(exploit))
            .build();

    assertThat(traitsOf(signal))
        .containsExactly(high ? "high-priority-vulnerability" : "low-priority-vulnerability");
  }

  @Test
  void an_indicator_tells_a_policy_from_a_name() {
    var policy = CATALOGUE.recognise(control(INSTANCE, "IAM.1").build()).get(0);
    var name =
        CATALOGUE
            .recognise(
                control(FUNCTION, "Lambda.5")
                    .attribute(Attribute.ROLE, ROLE + "Administrator")
                    .build())
            .get(0);

    assertThat(policy.indicators()).containsExactly("Administrative Access Policy");
    assertThat(name.indicators()).containsExactly("Role Named Administrator");
  }

  private static List<String> traitsOf(Signal signal) {
    return CATALOGUE.recognise(signal).stream()
        .map(found -> found.trait().id())
        .collect(Collectors.toList());
  }
}
