// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.SignalState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InspectorReaderTest {
  private static final String PACKAGE = "inspector2/package-of-instance";
  private static final String NETWORK = "inspector2/network-reachability";
  private static final String CODE = "inspector2/bare-code-of-function";
  private static final String EC2 = "arn:aws:ec2:eu-central-1:111122223333:";
  private static final String INSTANCE = EC2 + "instance/i-0aa11bb22cc33dd44";
  private static final String FUNCTION = "arn:aws:lambda:eu-central-1:111122223333:function:orders";

  @Test
  void a_finding_of_an_instance_says_what_when_how_bad_and_where() {
    var signal = Fixture.of(PACKAGE).signal();

    assertThat(signal.product()).isEqualTo(Product.INSPECTOR);
    assertThat(signal.findingUid()).endsWith(":finding/0a1b2c3d4e5f60718293a4b5c6d7e8f9");
    assertThat(signal.resource().arn()).hasToString(INSTANCE);
    assertThat(signal.kind()).isEqualTo("PACKAGE_VULNERABILITY");
    assertThat(signal.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(signal.state()).isEqualTo(SignalState.ACTIVE);
    assertThat(signal.updatedAt()).isEqualTo(Instant.parse("2026-05-04T10:15:29.250Z"));
    assertThat(signal.createdAt()).isEqualTo(Instant.parse("2026-04-27T06:30:00.125Z"));
    assertThat(signal.observedAt()).isEqualTo(Instant.parse("2026-05-04T10:15:30Z"));
  }

  @Test
  void a_vulnerability_comes_with_its_score_its_odds_and_its_packages() {
    var vulnerability = Fixture.of(PACKAGE).signal().vulnerability().orElseThrow();

    assertThat(vulnerability.id()).isEqualTo("CVE-2026-10001");
    assertThat(vulnerability.cvssVector())
        .isEqualTo("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
    assertThat(vulnerability.cvssScore()).hasValue(9.8);
    assertThat(vulnerability.epss()).hasValue(0.9142);
    assertThat(vulnerability.exploitAvailable()).isEqualTo(Known.YES);
    assertThat(vulnerability.fixAvailable()).isEqualTo(Known.YES);
    assertThat(vulnerability.packages())
        .extracting(affected -> affected + " -> " + affected.fixedInVersion())
        .containsExactly("libexample 2.4.0 -> 0:2.4.1-1ubuntu2", "libexample-dev 2.4.0 -> ");
  }

  @Test
  void without_an_adjusted_score_that_of_the_national_database_counts() {
    var finding = Fixture.of(PACKAGE).without("/detail/inspectorScoreDetails");

    assertThat(finding.signal().vulnerability().orElseThrow().cvssScore()).hasValue(9.8);
  }

  @Test
  void without_the_national_database_any_score_counts() {
    var finding =
        Fixture.of(PACKAGE)
            .without("/detail/inspectorScoreDetails")
            .with("/detail/packageVulnerabilityDetails/cvss/1/source", "DEBIAN_CVE");

    assertThat(finding.signal().vulnerability().orElseThrow().cvssScore()).hasValue(8.1);
  }

  @Test
  void what_an_older_finding_leaves_out_is_unknown() {
    var finding =
        Fixture.of(PACKAGE)
            .without("/detail/epss")
            .without("/detail/exploitAvailable")
            .without("/detail/fixAvailable");

    var vulnerability = finding.signal().vulnerability().orElseThrow();

    assertThat(vulnerability.epss()).isEmpty();
    assertThat(vulnerability.exploitAvailable()).isEqualTo(Known.UNKNOWN);
    assertThat(vulnerability.fixAvailable()).isEqualTo(Known.UNKNOWN);
  }

  @Test
  void the_end_of_an_operating_systems_life_is_a_vulnerability_by_its_title() {
    var finding =
        Fixture.of(PACKAGE)
            .with("/detail/title", "IN-DISCONTINUED-001 - Platform End Of Life")
            .with("/detail/packageVulnerabilityDetails/vulnerabilityId", "IN-DISCONTINUED-001")
            .with("/detail/packageVulnerabilityDetails/vulnerablePackages", List.of())
            .with("/detail/packageVulnerabilityDetails/cvss", List.of());

    assertThat(finding.signal().kind()).isEqualTo("PACKAGE_VULNERABILITY");
    assertThat(finding.signal().title()).contains("End Of Life");
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, ACTIVE",
    "CLOSED, RESOLVED",
    "SUPPRESSED, SUPPRESSED",
    "SOMETHING_NEW, ACTIVE"
  })
  void the_status_tells_the_state(String status, SignalState state) {
    var finding = Fixture.of(PACKAGE).with("/detail/status", status);

    assertThat(finding.signal().state()).isEqualTo(state);
  }

  @Test
  void an_untriaged_severity_is_unknown() {
    var finding = Fixture.of(PACKAGE).with("/detail/severity", "UNTRIAGED");

    assertThat(finding.signal().severity()).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void who_runs_an_image_by_its_tag_runs_the_image_that_has_it() {
    var repository = "arn:aws:ecr:eu-central-1:111122223333:repository/shop";
    var tags = Map.of("imageTags", List.of("v1"));
    var finding =
        Fixture.of(PACKAGE)
            .with(
                "/detail/resources/0",
                Map.of(
                    "id",
                    repository + "/sha256:0f9e",
                    "type",
                    "AWS_ECR_CONTAINER_IMAGE",
                    "details",
                    Map.of("awsEcrContainerImage", tags, "image", tags)));

    assertThat(finding.part().relations())
        .extracting(Object::toString)
        .containsExactly(repository + ":v1 runs " + repository + "/sha256:0f9e");
  }

  @Test
  void a_network_path_comes_from_the_internet_to_some_ports() {
    var path = Fixture.of(NETWORK).signal().openPath();

    assertThat(path.orElseThrow()).hasToString("INTERNET TCP 22-23");
  }

  @Test
  void a_network_path_keeps_its_steps_in_order() {
    var path = Fixture.of(NETWORK).signal().openPath().orElseThrow();

    assertThat(path.steps())
        .containsExactly(
            new OpenPath.Step("igw-0aa11bb22", "AWS::EC2::InternetGateway"),
            new OpenPath.Step("acl-0aa11bb22", "AWS::EC2::NetworkAcl"),
            new OpenPath.Step("sg-0aa11bb22cc33dd44", "AWS::EC2::SecurityGroup"),
            new OpenPath.Step("eni-0aa11bb22cc33dd44", "AWS::EC2::NetworkInterface"),
            new OpenPath.Step("i-0aa11bb22cc33dd44", "AWS::EC2::Instance"));
  }

  @ParameterizedTest
  @CsvSource({"pcx-0aa, VPC_PEERING", "vgw-0aa, VPN", "tgw-0aa, UNKNOWN"})
  void a_network_path_begins_where_its_first_gateway_leads(String id, OpenPath.Origin origin) {
    var finding =
        Fixture.of(NETWORK)
            .with("/detail/networkReachabilityDetails/networkPath/steps/0/componentId", id)
            .with("/detail/networkReachabilityDetails/networkPath/steps/0/componentType", "");

    assertThat(finding.signal().openPath().orElseThrow().origin()).isEqualTo(origin);
  }

  @Test
  void ports_that_cannot_be_are_unknown() {
    var finding =
        Fixture.of(NETWORK)
            .with("/detail/networkReachabilityDetails/openPortRange/begin", -1e300)
            .with("/detail/networkReachabilityDetails/openPortRange/end", 65_536);

    var path = finding.signal().openPath().orElseThrow();

    assertThat(path.firstPort()).isEqualTo(-1);
    assertThat(path.lastPort()).isEqualTo(-1);
  }

  @Test
  void a_network_path_states_what_filters_it_beside_what_the_instance_carries() {
    var part = Fixture.of(NETWORK).part();

    assertThat(part.relations())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            INSTANCE + " hasProfile arn:aws:iam::111122223333:instance-profile/web",
            INSTANCE + " runs arn:aws:ec2:eu-central-1::image/ami-0aa11bb22cc33dd44",
            INSTANCE + " containedIn " + EC2 + "subnet/subnet-0aa11bb22",
            INSTANCE + " containedIn " + EC2 + "vpc/vpc-0aa11bb22",
            INSTANCE + " protectedBy " + EC2 + "network-acl/acl-0aa11bb22",
            INSTANCE + " protectedBy " + EC2 + "security-group/sg-0aa11bb22cc33dd44",
            INSTANCE + " hasPart " + EC2 + "network-interface/eni-0aa11bb22cc33dd44");
  }

  @Test
  void the_names_for_several_clouds_say_the_same_as_those_of_one() {
    var older = Fixture.of(PACKAGE);
    var newer =
        Fixture.of(PACKAGE)
            .with("/detail/resources/0/provider", "AWS")
            .with(
                "/detail/resources/0/details",
                Map.of(
                    "vm",
                    Map.of(
                        "executionRole", "arn:aws:iam::111122223333:instance-profile/web",
                        "vmImageReference", "ami-0aa11bb22cc33dd44",
                        "networkId", "vpc-0aa11bb22",
                        "subnetIds", List.of("subnet-0aa11bb22"))));

    assertThat(newer.part().relations())
        .containsExactlyInAnyOrderElementsOf(older.part().relations());
    assertThat(newer.signal()).isEqualTo(older.signal());
  }

  @Test
  void a_bare_finding_of_the_api_is_recognised_by_its_shape_and_dated_by_a_number() {
    var signal = Fixture.of(CODE).signal();

    assertThat(signal.kind()).isEqualTo("CODE_VULNERABILITY");
    assertThat(signal.updatedAt()).isEqualTo(Instant.ofEpochMilli(1_777_881_600_500L));
    assertThat(signal.attributes())
        .containsEntry(Attribute.DETECTOR, "python/hardcoded-credentials@v1.0");
  }

  @Test
  void a_function_is_named_without_its_version_and_states_its_role_and_network() {
    var part = Fixture.of(CODE).part();

    assertThat(part.relations())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            FUNCTION + " assumes arn:aws:iam::111122223333:role/service-role/orders",
            FUNCTION + " containedIn " + EC2 + "vpc/vpc-0bb11bb22",
            FUNCTION + " containedIn " + EC2 + "subnet/subnet-0bb11bb22",
            FUNCTION + " protectedBy " + EC2 + "security-group/sg-0bb11bb22cc33dd44");
  }

  @Test
  void a_time_from_a_recording_of_the_api_is_read() {
    var time =
        Map.of(
            "__class__",
            "datetime",
            "year",
            2026,
            "month",
            5,
            "day",
            4,
            "hour",
            10,
            "minute",
            15,
            "second",
            29,
            "microsecond",
            250_000);
    var finding = Fixture.of(PACKAGE).with("/detail/updatedAt", time);

    assertThat(finding.signal().updatedAt()).isEqualTo(Instant.parse("2026-05-04T10:15:29.250Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_ECR_CONTAINER_IMAGE, arn:aws:ecr:eu-central-1:111122223333:repository/shop/sha256:0a1b,"
        + " AWS::ECR::ContainerImage",
    "AWS_ECR_REPOSITORY, arn:aws:ecr:eu-central-1:111122223333:repository/shop,"
        + " AWS::ECR::Repository",
  })
  void images_and_repositories_are_resources(String type, String id, String cloudFormationType) {
    var finding =
        Fixture.of(PACKAGE).with("/detail/resources", List.of(Map.of("type", type, "id", id)));

    assertThat(finding.signal().resource().arn()).hasToString(id);
    assertThat(finding.signal().resource().type()).hasToString(cloudFormationType);
  }

  @Test
  void an_on_demand_scan_finds_weaknesses_of_an_image() {
    var finding =
        Fixture.of(PACKAGE)
            .with("/detail-type", "OnDemand AMI Scan Findings")
            .with("/source", "inspector2.ami.ondemand")
            .with("/detail/updatedAt", "2026-06-12T01:30:00.000Z")
            .with(
                "/detail/resources",
                List.of(
                    Map.of(
                        "type", "MACHINE_IMAGE",
                        "id", "ami-0aa11bb22cc33dd44",
                        "partition", "aws",
                        "region", "eu-central-1")));

    assertThat(finding.signal().resource().arn())
        .hasToString("arn:aws:ec2:eu-central-1::image/ami-0aa11bb22cc33dd44");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CODE_REPOSITORY",
        "Microsoft.Compute/virtualMachines",
        "Microsoft.ContainerRegistry/registry/containerImage",
        "Microsoft.Web/sites",
      })
  void what_lies_outside_aws_is_ignored(String type) {
    var finding =
        Fixture.of(PACKAGE)
            .with(
                "/detail/resources",
                List.of(Map.of("type", type, "id", "arn:aws:x:eu-central-1:111122223333:y")));

    assertThat(finding.part()).hasToString("IGNORED not-an-aws-resource");
  }

  @Test
  void a_finding_without_a_resource_is_dead() {
    var finding = Fixture.of(PACKAGE).with("/detail/resources", List.of());

    assertThat(finding.part()).hasToString("DEAD_LETTER missing-field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Inspector2 Scan",
        "Inspector2 Coverage",
        "Inspector2 AutoEnable",
        "Inspector2 OnDemand Scan Complete",
      })
  void other_events_of_inspector_carry_no_finding(String detailType) {
    var decoded = Fixture.of(PACKAGE).with("/detail-type", detailType).decoded();

    assertThat(decoded.format()).isEqualTo(Format.INSPECTOR2);
    assertThat(decoded.best()).hasToString("IGNORED unsupported-detail-type");
  }
}
