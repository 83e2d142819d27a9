// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.signal.AffectedPackage;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.SignalState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AsffReaderTest {
  private static final String EC2 = "arn:aws:ec2:eu-central-1:111122223333:";
  private static final String INSTANCE = EC2 + "instance/i-0aa11bb22cc33dd44";
  private static final String PROFILE = "arn:aws:iam::111122223333:instance-profile/web";
  private static final String FINDING = "/detail/findings/0";

  @Test
  void a_control_finding_says_what_when_how_bad_and_where() {
    var signal = Fixture.of("asff/control").signal();

    assertThat(signal.product()).isEqualTo(Product.SECURITY_HUB);
    assertThat(signal.findingUid())
        .isEqualTo(
            "arn:aws:securityhub:eu-central-1:111122223333:security-control/EC2.8/finding/"
                + "1c5e7a90-4b2d-4f68-8a1c-9d3e5f7b2a46");
    assertThat(signal.control()).isEqualTo("EC2.8");
    assertThat(signal.resource().arn()).hasToString(INSTANCE);
    assertThat(signal.resource().account()).isEqualTo("111122223333");
    assertThat(signal.resource().region()).isEqualTo("eu-central-1");
    assertThat(signal.severity()).isEqualTo(Severity.HIGH);
    assertThat(signal.state()).isEqualTo(SignalState.ACTIVE);
    assertThat(signal.updatedAt()).isEqualTo(Instant.parse("2026-05-04T10:00:05.250Z"));
    assertThat(signal.observedAt()).isEqualTo(Instant.parse("2026-05-04T10:15:31Z"));
    assertThat(signal.createdAt()).isEqualTo(Instant.parse("2026-05-01T06:00:00Z"));
    assertThat(signal.kind())
        .isEqualTo("Software and Configuration Checks/Industry and Regulatory Standards");
    assertThat(signal.attributes())
        .isEqualTo(Map.of(Attribute.COMPLIANCE, "FAILED", Attribute.INSTANCE_PROFILE, PROFILE));
  }

  @Test
  void a_finding_states_what_its_instance_carries_runs_and_lies_in() {
    var part = Fixture.of("asff/control").part();

    assertThat(part.relations())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            INSTANCE + " hasProfile " + PROFILE,
            INSTANCE + " runs arn:aws:ec2:eu-central-1::image/ami-0aa11bb22cc33dd44",
            INSTANCE + " containedIn " + EC2 + "vpc/vpc-0aa11bb22",
            INSTANCE + " containedIn " + EC2 + "subnet/subnet-0aa11bb22",
            INSTANCE + " hasPart " + EC2 + "network-interface/eni-0aa11bb22cc33dd44");
  }

  @Test
  void a_finding_states_the_role_and_the_filters_of_its_function() {
    var part = Fixture.of("asff/several").decoded().parts().get(1);

    assertThat(part.relations())
        .extracting(relation -> relation.type().label() + " " + relation.to())
        .containsExactlyInAnyOrder(
            "assumes arn:aws:iam::111122223333:role/service-role/orders",
            "containedIn " + EC2 + "vpc/vpc-0aa11bb22",
            "containedIn " + EC2 + "subnet/subnet-0aa11bb22",
            "protectedBy " + EC2 + "security-group/sg-0aa11bb22cc33dd44");
  }

  @Test
  void a_network_interface_is_a_part_of_its_instance_and_filtered_by_its_groups() {
    var finding =
        Fixture.of("asff/control")
            .with(
                FINDING + "/Resources/0",
                Map.of(
                    "Type",
                    "AwsEc2NetworkInterface",
                    "Id",
                    EC2 + "network-interface/eni-0aa11bb22cc33dd44",
                    "Details",
                    Map.of(
                        "AwsEc2NetworkInterface",
                        Map.of(
                            "Attachment", Map.of("InstanceId", "i-0aa11bb22cc33dd44"),
                            "SecurityGroups",
                                List.of(Map.of("GroupId", "sg-0aa11bb22cc33dd44"))))));

    assertThat(finding.part().relations())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            INSTANCE + " hasPart " + EC2 + "network-interface/eni-0aa11bb22cc33dd44",
            EC2
                + "network-interface/eni-0aa11bb22cc33dd44 protectedBy "
                + EC2
                + "security-group/sg-0aa11bb22cc33dd44");
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, NEW, FAILED, ACTIVE",
    "ACTIVE, NOTIFIED, WARNING, ACTIVE",
    "ACTIVE, NEW, PASSED, RESOLVED",
    "ACTIVE, RESOLVED, FAILED, RESOLVED",
    "ACTIVE, SUPPRESSED, FAILED, SUPPRESSED",
    "ACTIVE, SUPPRESSED, PASSED, RESOLVED",
    "ACTIVE, NEW, NOT_AVAILABLE, ARCHIVED",
    "ARCHIVED, NEW, FAILED, ARCHIVED",
    "ARCHIVED, RESOLVED, PASSED, ARCHIVED",
    "archived, new, failed, ARCHIVED",
    "SOMETHING, ELSE, ALTOGETHER, ACTIVE",
  })
  void a_state_is_told_by_record_workflow_and_compliance_together(
      String record, String workflow, String compliance, SignalState state) {
    var finding =
        Fixture.of("asff/control")
            .with(FINDING + "/RecordState", record)
            .with(FINDING + "/Workflow/Status", workflow)
            .with(FINDING + "/Compliance/Status", compliance);

    assertThat(finding.signal().state()).isEqualTo(state);
  }

  @Test
  void a_finding_that_says_nothing_of_its_state_is_active() {
    var finding =
        Fixture.of("asff/bare-threat")
            .without("/RecordState")
            .without("/Workflow")
            .without("/WorkflowState");

    assertThat(finding.signal().state()).isEqualTo(SignalState.ACTIVE);
  }

  @Test
  void the_older_workflow_state_counts_where_there_is_no_newer_one() {
    var finding =
        Fixture.of("asff/bare-threat").without("/Workflow").with("/WorkflowState", "RESOLVED");

    assertThat(finding.signal().state()).isEqualTo(SignalState.RESOLVED);
  }

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, 1, CRITICAL",
    "medium, 1, MEDIUM",
    "SEVERE, 95, CRITICAL",
    ", 0, INFORMATIONAL",
    ", 39, LOW",
    ", 40, MEDIUM",
    ", 70, HIGH",
    ", 90, CRITICAL",
  })
  void a_severity_is_told_by_its_label_or_else_by_its_number(
      String label, int normalized, Severity severity) {
    var finding =
        Fixture.of("asff/control")
            .with(FINDING + "/Severity/Label", label)
            .with(FINDING + "/Severity/Normalized", String.valueOf(normalized));

    assertThat(finding.signal().severity()).isEqualTo(severity);
  }

  @Test
  void a_severity_in_guard_dutys_own_number_is_read_on_its_scale() {
    var finding = Fixture.of("asff/bare-threat").with("/Severity", Map.of("Product", 9));

    assertThat(finding.signal().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void a_severity_that_says_nothing_is_the_providers_first_one() {
    var finding = Fixture.of("asff/control").without(FINDING + "/Severity");

    assertThat(finding.signal().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void a_severity_that_nobody_says_is_unknown() {
    var finding = Fixture.of("asff/bare-threat").without("/Severity");

    assertThat(finding.signal().severity()).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void a_control_is_known_without_its_own_field() {
    var signal = Fixture.of("asff/several").decoded().parts().get(1).signals().get(0);

    assertThat(signal.control()).isEqualTo("Lambda.3");
  }

  @Test
  void a_control_of_a_single_standard_is_known_by_its_rule() {
    var finding =
        Fixture.of("asff/control")
            .with(FINDING + "/GeneratorId", "pci-dss/v/3.2.1/PCI.EC2.9")
            .with(
                FINDING + "/ProductFields",
                Map.of("RelatedAWSResources:0/name", "securityhub-ec2-imdsv2-check-31a73aad"))
            .without(FINDING + "/Compliance/SecurityControlId");

    assertThat(finding.signal().control()).isEqualTo("EC2.8");
  }

  @Test
  void a_third_partys_generator_is_no_control() {
    var finding =
        Fixture.of("asff/control")
            .with(FINDING + "/ProductArn", "arn:aws:securityhub:eu-central-1::product/acme/Scanner")
            .with(FINDING + "/GeneratorId", "acme/v/1.0/EC2.8")
            .without(FINDING + "/Compliance/SecurityControlId");

    assertThat(finding.signal().product()).isEqualTo("acme/scanner");
    assertThat(finding.signal().control()).isEmpty();
  }

  @Test
  void a_vulnerability_is_read_with_its_score_probability_and_packages() {
    var signal = Fixture.of("asff/vulnerability").signal();

    assertThat(signal.kind()).isEqualTo("PACKAGE_VULNERABILITY");
    var vulnerability = signal.vulnerability().orElseThrow();
    assertThat(vulnerability.id()).isEqualTo("CVE-2026-10001");
    assertThat(vulnerability.cvssVector())
        .isEqualTo("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
    assertThat(vulnerability.cvssScore()).hasValue(9.8);
    assertThat(vulnerability.epss()).hasValue(0.9142);
    assertThat(vulnerability.exploitAvailable()).isEqualTo(Known.YES);
    assertThat(vulnerability.fixAvailable()).isEqualTo(Known.YES);
    assertThat(vulnerability.packages())
        .containsExactly(
            new AffectedPackage("libexample", "2.4.0", "0:2.4.1-1ubuntu2"),
            new AffectedPackage("libexample-dev", "2.4.0", ""));
  }

  @Test
  void an_adjusted_vector_is_preferred() {
    var finding =
        Fixture.of("asff/vulnerability")
            .with(
                FINDING + "/Vulnerabilities/0/Cvss/0/Adjustments",
                List.of(Map.of("Metric", "AC", "Reason", "not reachable")));

    assertThat(finding.signal().vulnerability().orElseThrow().cvssScore()).hasValue(8.1);
  }

  @Test
  void of_several_vulnerabilities_the_most_dangerous_is_kept() {
    var finding =
        Fixture.of("asff/vulnerability")
            .with(
                FINDING + "/Vulnerabilities",
                List.of(
                    Map.of("Id", "CVE-2026-1", "EpssScore", 0.9),
                    Map.of("Id", "CVE-2026-2", "ExploitAvailable", "YES"),
                    Map.of("Id", "CVE-2026-3", "ExploitAvailable", "NO", "EpssScore", 1)));

    assertThat(finding.signal().vulnerability().orElseThrow().id()).isEqualTo("CVE-2026-2");
  }

  @Test
  void a_weakness_in_code_is_no_vulnerability_of_a_package() {
    var finding =
        Fixture.of("asff/vulnerability")
            .with(
                FINDING + "/Vulnerabilities",
                List.of(
                    Map.of(
                        "Id",
                        "CWE-798",
                        "CodeVulnerabilities",
                        List.of(Map.of("Cwes", List.of("CWE-798"))))));

    assertThat(finding.signal().kind()).isEqualTo("CODE_VULNERABILITY");
    assertThat(finding.signal().vulnerability()).isEmpty();
  }

  @Test
  void a_network_path_is_told_by_the_title() {
    var finding =
        Fixture.of("asff/vulnerability")
            .without(FINDING + "/Vulnerabilities")
            .with(
                FINDING + "/Types/0",
                "Software and Configuration Checks/AWS Security Best Practices/Network Reachability")
            .with(FINDING + "/Title", "Port 22 is reachable from an Internet Gateway - TCP");

    assertThat(finding.signal().kind()).isEqualTo("NETWORK_REACHABILITY");
    assertThat(finding.signal().openPath())
        .contains(new OpenPath(OpenPath.Origin.INTERNET, 22, 22, "TCP"));
  }

  @Test
  void a_network_path_that_is_stated_comes_before_the_title() {
    var finding =
        Fixture.of("asff/vulnerability")
            .without(FINDING + "/Vulnerabilities")
            .with(FINDING + "/Title", "Port 22 is reachable from an Internet Gateway - TCP")
            .with(
                FINDING + "/Network",
                Map.of("Protocol", "TCP", "OpenPortRange", Map.of("Begin", 443, "End", 8443)))
            .with(
                FINDING + "/NetworkPath",
                List.of(
                    Map.of(
                        "ComponentId", "pcx-0aa11bb22",
                        "ComponentType", "AWS::EC2::VPCPeeringConnection"),
                    Map.of(
                        "ComponentId", "sg-0aa11bb22cc33dd44",
                        "ComponentType", "AWS::EC2::SecurityGroup")));

    assertThat(finding.signal().openPath())
        .contains(
            new OpenPath(
                OpenPath.Origin.VPC_PEERING,
                443,
                8443,
                "TCP",
                List.of(
                    new OpenPath.Step("pcx-0aa11bb22", "AWS::EC2::VPCPeeringConnection"),
                    new OpenPath.Step("sg-0aa11bb22cc33dd44", "AWS::EC2::SecurityGroup"))));
    assertThat(finding.part().relations())
        .extracting(Object::toString)
        .contains(INSTANCE + " protectedBy " + EC2 + "security-group/sg-0aa11bb22cc33dd44");
  }

  @Test
  void a_threat_has_guard_dutys_own_type_and_says_that_it_is_a_sample() {
    var signal = Fixture.of("asff/bare-threat").signal();

    assertThat(signal.kind()).isEqualTo("Execution:EC2/MaliciousFile");
    assertThat(signal.attributes())
        .containsEntry(Attribute.SAMPLE, "true")
        .containsEntry(Attribute.RESOURCE_ROLE, "TARGET");
  }

  @ParameterizedTest
  @CsvSource({
    "IAMUser, arn:aws:iam::111122223333:user/kim",
    "AssumedRole, arn:aws:iam::111122223333:role/kim",
    ", arn:aws:iam::111122223333:user/kim",
  })
  void an_access_key_stands_for_whoever_acts_with_it(String type, String arn) {
    var finding =
        Fixture.of("asff/bare-threat")
            .with("/Resources/1/Details/AwsIamAccessKey/PrincipalType", type);

    assertThat(arns(finding)).containsExactly(INSTANCE, arn);
  }

  @Test
  void a_bucket_with_sensitive_data_is_known_by_its_worst_category() {
    var part = Fixture.of("asff/several").decoded().parts().get(0);

    assertThat(part.signals()).hasSize(1);
    var signal = part.signals().get(0);
    assertThat(signal.resource().arn()).hasToString("arn:aws:s3:::orders-archive");
    assertThat(signal.kind()).isEqualTo("SensitiveData:S3Object/Multiple");
    assertThat(signal.attributes())
        .containsEntry(Attribute.SENSITIVE_DATA, "FINANCIAL_INFORMATION");
  }

  @Test
  void a_control_of_the_account_is_of_the_account() {
    var finding =
        Fixture.of("asff/control")
            .with(
                FINDING + "/Resources/0",
                Map.of("Type", "AwsAccount", "Id", "AWS::::Account:111122223333"));

    assertThat(arns(finding)).containsExactly("arn:aws:iam::111122223333:root");
  }

  @Test
  void account_and_region_are_the_findings_before_those_of_the_event() {
    var finding =
        Fixture.of("asff/control")
            .with("/account", "444455556666")
            .with("/region", "us-east-1")
            .with(FINDING + "/Resources/0/Id", "arn:aws:s3:::orders-archive")
            .with(FINDING + "/Resources/0/Type", "AwsS3Bucket")
            .without(FINDING + "/Resources/0/Region");

    var resource = finding.signal().resource();
    assertThat(resource.account() + " " + resource.region()).isEqualTo("111122223333 eu-central-1");
  }

  @Test
  void account_and_region_are_those_of_the_event_where_the_finding_says_none() {
    var finding =
        Fixture.of("asff/control")
            .with(FINDING + "/ProductArn", "arn:aws:securityhub:::product/aws/securityhub")
            .with(FINDING + "/Resources/0/Id", "orders-archive")
            .with(FINDING + "/Resources/0/Type", "AwsS3Bucket")
            .without(FINDING + "/Resources/0/Region")
            .without(FINDING + "/Region")
            .without(FINDING + "/AwsAccountId");

    var resource = finding.signal().resource();
    assertThat(resource.account() + " " + resource.region()).isEqualTo("111122223333 eu-central-1");
  }

  @Test
  void a_finding_without_an_update_time_is_as_old_as_its_last_observation() {
    var finding = Fixture.of("asff/control").with(FINDING + "/UpdatedAt", null);

    assertThat(finding.signal().updatedAt()).isEqualTo(Instant.parse("2026-05-04T10:00:00.500Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Id", "ProductArn", "Resources"})
  void a_finding_is_dead_without_what_names_it(String member) {
    var finding =
        Fixture.of("asff/control")
            .without(FINDING + "/" + member)
            .without(FINDING + "/ProductName")
            .without(FINDING + "/ProductFields");

    assertThat(finding.part()).hasToString("DEAD_LETTER missing-field");
  }

  @Test
  void a_finding_whose_time_is_no_time_is_dead() {
    var finding = Fixture.of("asff/control").with(FINDING + "/UpdatedAt", "yesterday");

    assertThat(finding.part()).hasToString("DEAD_LETTER unreadable-time");
  }

  @Test
  void a_resource_that_has_no_arn_is_ignored() {
    var finding =
        Fixture.of("asff/control")
            .with(FINDING + "/Resources/0", Map.of("Type", "Container", "Id", "app (alpine 3.20)"));

    assertThat(finding.part()).hasToString("IGNORED resource-without-arn");
  }

  @Test
  void a_finding_that_we_imported_ourselves_is_ignored() {
    var finding =
        Fixture.of("asff/control")
            .with(
                FINDING + "/ProductArn",
                "arn:aws:securityhub:eu-central-1:111122223333:product/111122223333/default")
            .with(FINDING + "/ProductName", "Breakwater");

    assertThat(finding.part()).hasToString("IGNORED own-finding");
  }

  @Test
  void insight_results_are_ignored() {
    var event = Fixture.of("asff/control").with("/detail-type", "Security Hub Insight Results");

    assertThat(event.part()).hasToString("IGNORED unsupported-detail-type");
    assertThat(event.decoded().format()).isEqualTo(Format.ASFF);
  }

  private static List<String> arns(Fixture finding) {
    return finding.part().signals().stream()
        .map(signal -> signal.resource().arn().toString())
        .collect(Collectors.toList());
  }
}
