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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OcsfReaderTest {
  private static final String EC2 = "arn:aws:ec2:eu-central-1:111122223333:";
  private static final String INSTANCE = EC2 + "instance/i-0aa11bb22cc33dd44";
  private static final String PROFILE = "arn:aws:iam::111122223333:instance-profile/web";
  private static final String KIM = "arn:aws:iam::111122223333:user/kim";
  private static final String FINDING = "/detail/findings/0";

  @Test
  void a_control_finding_says_what_when_how_bad_and_where() {
    var signal = Fixture.of("ocsf/control").signal();

    assertThat(signal.product()).isEqualTo(Product.SECURITY_HUB);
    assertThat(signal.control()).isEqualTo("EC2.8");
    assertThat(signal.resource().arn()).hasToString(INSTANCE);
    assertThat(signal.resource().account()).isEqualTo("111122223333");
    assertThat(signal.resource().region()).isEqualTo("eu-central-1");
    assertThat(signal.severity()).isEqualTo(Severity.HIGH);
    assertThat(signal.state()).isEqualTo(SignalState.ACTIVE);
    assertThat(signal.updatedAt()).isEqualTo(Instant.parse("2026-05-04T10:00:05.250Z"));
    assertThat(signal.createdAt()).isEqualTo(Instant.parse("2026-05-01T06:00:00Z"));
    assertThat(signal.attributes()).isEqualTo(Map.of(Attribute.COMPLIANCE, "FAILED"));
  }

  @Test
  void edges_around_a_resource_are_relations_between_those_that_have_an_arn() {
    var part = Fixture.of("ocsf/control").part();

    assertThat(part.relations())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            INSTANCE + " protectedBy " + EC2 + "security-group/sg-0aa11bb22cc33dd44",
            INSTANCE + " canAccess arn:aws:s3:::orders-archive");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 3, ACTIVE",
    "2, 2, 2, ACTIVE",
    "2, 1, 1, RESOLVED",
    "3, 1, 3, RESOLVED",
    "2, 3, 3, SUPPRESSED",
    "2, 4, 3, RESOLVED",
    "2, 5, 3, ARCHIVED",
    "2, 6, 3, ARCHIVED",
    "3, 5, 1, ARCHIVED",
    "99, 99, 99, ACTIVE",
  })
  void a_state_is_told_by_activity_status_and_compliance_together(
      int activity, int status, int compliance, SignalState state) {
    var finding =
        Fixture.of("ocsf/control")
            .with(FINDING + "/activity_id", activity)
            .with(FINDING + "/status_id", String.valueOf(status))
            .with(FINDING + "/compliance/status_id", compliance);

    assertThat(finding.signal().state()).isEqualTo(state);
  }

  @Test
  void words_stand_in_for_ids_that_are_missing() {
    var finding =
        Fixture.of("ocsf/control")
            .without(FINDING + "/status_id")
            .with(FINDING + "/status", "Suppressed")
            .without(FINDING + "/compliance/status_id");

    assertThat(finding.signal().state()).isEqualTo(SignalState.SUPPRESSED);
    assertThat(finding.signal().attributes()).containsEntry(Attribute.COMPLIANCE, "FAILED");
  }

  @Test
  void a_check_that_passed_is_resolved_where_the_status_code_says_so() {
    var finding =
        Fixture.of("ocsf/control")
            .without(FINDING + "/compliance")
            .with(FINDING + "/status_code", "PASS");

    assertThat(finding.signal().state()).isEqualTo(SignalState.RESOLVED);
  }

  @Test
  void a_severity_that_was_changed_counts() {
    var finding =
        Fixture.of("ocsf/control")
            .with(FINDING + "/severity_id", 2)
            .with(FINDING + "/severity", "Low");

    assertThat(finding.signal().severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void a_severity_that_says_nothing_is_the_providers_own() {
    var finding =
        Fixture.of("ocsf/control")
            .with(FINDING + "/severity_id", 99)
            .with(FINDING + "/severity", "Other");

    assertThat(finding.signal().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void a_vulnerability_is_read_adjusted_with_its_probability_in_a_text() {
    var vulnerability = Fixture.of("ocsf/vulnerability").signal().vulnerability().orElseThrow();

    assertThat(vulnerability.id()).isEqualTo("CVE-2026-10001");
    assertThat(vulnerability.cvssVector())
        .isEqualTo("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
    assertThat(vulnerability.cvssScore()).hasValue(9.8);
    assertThat(vulnerability.epss()).hasValue(0.9142);
    assertThat(vulnerability.exploitAvailable()).isEqualTo(Known.YES);
    assertThat(vulnerability.packages()).hasSize(2);
  }

  @Test
  void a_weakness_in_code_is_one_of_code() {
    var finding =
        Fixture.of("ocsf/vulnerability")
            .with(
                FINDING + "/vulnerabilities",
                List.of(
                    Map.of("affected_code", List.of(Map.of("file", Map.of("path", "app.py"))))));

    assertThat(finding.signal().kind()).isEqualTo("CODE_VULNERABILITY");
  }

  @Test
  void a_network_path_is_told_by_the_title() {
    var finding =
        Fixture.of("ocsf/vulnerability")
            .without(FINDING + "/vulnerabilities")
            .with(
                FINDING + "/finding_info/title",
                "Port 8000 - 8080 is reachable from a Peered VPC - TCP");

    assertThat(finding.signal().kind()).isEqualTo("NETWORK_REACHABILITY");
    assertThat(finding.signal().openPath())
        .contains(new OpenPath(OpenPath.Origin.VPC_PEERING, 8000, 8080, "TCP"));
  }

  @Test
  void another_vendors_vulnerability_is_one_of_a_package() {
    var finding =
        Fixture.of("ocsf/vulnerability")
            .with(
                FINDING + "/metadata/product",
                Map.of("name", "Scanner", "vendor_name", "Acme", "uid", "scanner"));

    assertThat(finding.signal().product()).isEqualTo("acme/scanner");
    assertThat(finding.signal().kind()).isEqualTo("PACKAGE_VULNERABILITY");
  }

  @Test
  void a_threat_is_of_the_user_of_the_key_and_of_the_instance() {
    var finding = Fixture.of("ocsf/bare-threat");

    assertThat(arns(finding)).containsExactly(KIM, INSTANCE);
    assertThat(finding.signal().kind()).isEqualTo("Persistence:IAMUser/AnomalousBehavior");
    assertThat(finding.signal().attributes()).containsEntry(Attribute.RESOURCE_ROLE, "TARGET");
  }

  @Test
  void an_access_key_without_data_is_of_the_user_that_it_is_named_after() {
    var finding = Fixture.of("ocsf/bare-threat").without("/resources/0/data");

    assertThat(arns(finding)).contains(KIM);
  }

  @Test
  void a_key_of_a_role_is_of_the_role() {
    var finding = Fixture.of("ocsf/bare-threat").with("/resources/0/data/user_type", "AssumedRole");

    assertThat(arns(finding)).contains("arn:aws:iam::111122223333:role/kim");
  }

  @Test
  void a_finding_states_what_its_instance_runs_carries_and_lies_in() {
    var part = Fixture.of("ocsf/bare-threat").part();

    assertThat(part.relations())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            INSTANCE + " hasProfile " + PROFILE,
            INSTANCE + " runs arn:aws:ec2:eu-central-1::image/ami-0aa11bb22cc33dd44",
            INSTANCE + " containedIn " + EC2 + "subnet/subnet-0aa11bb22",
            INSTANCE + " containedIn " + EC2 + "vpc/vpc-0aa11bb22",
            INSTANCE + " protectedBy " + EC2 + "security-group/sg-0aa11bb22cc33dd44",
            INSTANCE + " hasPart " + EC2 + "network-interface/eni-0aa11bb22cc33dd44",
            "arn:aws:iam::111122223333:user/kim inAccount arn:aws:iam::111122223333:root");
  }

  @Test
  void data_that_is_a_text_says_nothing() {
    var finding = Fixture.of("ocsf/bare-threat").with("/resources/1/data", "{\"a\": 1}");

    assertThat(arns(finding)).contains(INSTANCE);
    assertThat(finding.part().relations())
        .extracting(relation -> relation.from().toString())
        .doesNotContain(INSTANCE);
  }

  @Test
  void a_data_security_finding_is_of_the_bucket() {
    var finding = Fixture.of("ocsf/sensitive-data");

    assertThat(arns(finding)).containsExactly("arn:aws:s3:::orders-archive");
    assertThat(finding.signal().findingUid()).isEqualTo("3f6a1b9c7d2e4f508192a3b4c5d6e7f8");
    assertThat(finding.signal().kind()).isEqualTo("SensitiveData:S3Object/Personal");
    assertThat(finding.signal().attributes())
        .containsEntry(Attribute.SENSITIVE_DATA, "PERSONAL_INFORMATION");
  }

  @Test
  void a_data_security_finding_of_an_object_alone_is_of_the_bucket_it_names() {
    var finding =
        Fixture.of("ocsf/sensitive-data")
            .with(
                FINDING + "/resources",
                List.of(Map.of("type", "AWS::S3::Object", "uid", "2026/05.csv")));

    assertThat(arns(finding)).containsExactly("arn:aws:s3:::orders-archive");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:lambda:eu-central-1:111122223333:function:orders:7, , ,"
        + " arn:aws:lambda:eu-central-1:111122223333:function:orders",
    "orders, arn:aws:lambda:eu-central-1:111122223333:function:orders, ,"
        + " arn:aws:lambda:eu-central-1:111122223333:function:orders",
    "orders, , , arn:aws:lambda:eu-central-1:111122223333:function:orders",
    ", , orders, arn:aws:lambda:eu-central-1:111122223333:function:orders",
  })
  void a_resource_is_named_by_uid_alternative_or_name(
      String uid, String alternative, String name, String arn) {
    var finding =
        Fixture.of("ocsf/control")
            .with(FINDING + "/resources/0", Map.of("type", "AWS::Lambda::Function"))
            .with(FINDING + "/resources/0/uid", uid)
            .with(FINDING + "/resources/0/uid_alt", alternative)
            .with(FINDING + "/resources/0/name", name);

    assertThat(arns(finding)).containsExactly(arn);
  }

  @Test
  void a_single_resource_of_an_older_version_is_read() {
    var finding =
        Fixture.of("ocsf/control")
            .with(FINDING + "/resource", Map.of("type", "AwsEc2Instance", "uid", INSTANCE))
            .without(FINDING + "/resources");

    assertThat(arns(finding)).containsExactly(INSTANCE);
  }

  @Test
  void a_resource_belongs_to_its_owner_before_the_account_of_the_finding() {
    var finding =
        Fixture.of("ocsf/sensitive-data")
            .with(FINDING + "/cloud/account/uid", "444455556666")
            .with("/account", "777788889999");

    assertThat(finding.signal().resource().account()).isEqualTo("111122223333");
  }

  @Test
  void a_resource_without_an_owner_belongs_to_the_account_of_the_finding() {
    var finding =
        Fixture.of("ocsf/sensitive-data")
            .with(FINDING + "/resources/1/owner", "shop")
            .with(FINDING + "/cloud/account/uid", "444455556666");

    assertThat(finding.signal().resource().account()).isEqualTo("444455556666");
  }

  @ParameterizedTest
  @CsvSource({
    "modified_time_dt, 2026-05-04T10:00:05.250000100Z, 2026-05-04T10:00:05.250000100Z",
    "modified_time_dt, 2026-05-04T06:00:05.250-04:00, 2026-05-04T10:00:05.250Z",
    "modified_time_dt, 2026-05-04T10:00:05.250, 2026-05-04T10:00:05.250Z",
  })
  void an_update_time_may_be_a_text(String member, String text, Instant time) {
    var finding =
        Fixture.of("ocsf/control")
            .without(FINDING + "/finding_info/modified_time")
            .with(FINDING + "/finding_info/" + member, text);

    assertThat(finding.signal().updatedAt()).isEqualTo(time);
  }

  @Test
  void a_finding_that_was_never_modified_is_as_old_as_its_time() {
    var finding =
        Fixture.of("ocsf/control")
            .without(FINDING + "/finding_info/modified_time")
            .with(FINDING + "/time", "1777888805251");

    assertThat(finding.signal().updatedAt()).isEqualTo(Instant.parse("2026-05-04T10:00:05.251Z"));
  }

  @Test
  void a_finding_of_no_time_at_all_is_dead() {
    var finding =
        Fixture.of("ocsf/bare-threat")
            .without("/finding_info/modified_time")
            .without("/finding_info/created_time")
            .without("/time");

    assertThat(finding.part()).hasToString("DEAD_LETTER missing-field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"finding_info", "metadata"})
  void a_finding_is_dead_without_what_names_it(String member) {
    var finding = Fixture.of("ocsf/control").without(FINDING + "/" + member);

    assertThat(finding.part()).hasToString("DEAD_LETTER missing-field");
  }

  @ParameterizedTest
  @ValueSource(ints = {2002, 2003, 2004, 2006, 2007, 6003})
  void our_own_findings_are_ignored_in_every_class(int classUid) {
    var own = Map.of("name", "Breakwater", "vendor_name", "Breakwater", "version", "1");
    var bare =
        Fixture.of("ocsf/bare-threat").with("/class_uid", classUid).with("/metadata/product", own);
    var event =
        Fixture.of("ocsf/control")
            .with(FINDING + "/class_uid", classUid)
            .with(FINDING + "/metadata/product", own)
            .with(FINDING + "/finding_info/types", List.of("Exposure/Potential Impact/Any"));

    assertThat(bare.part()).hasToString("IGNORED own-finding");
    assertThat(event.part()).hasToString("IGNORED own-finding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Security Hub Exposure Detection", "Security Hub Exposure Analysis"})
  void exposures_that_security_hub_found_are_ignored_by_name(String name) {
    var finding =
        Fixture.of("ocsf/bare-threat")
            .with("/metadata/product", Map.of("name", name, "vendor_name", "AWS"));

    assertThat(finding.part()).hasToString("IGNORED exposure-finding");
  }

  @Test
  void exposures_that_security_hub_found_are_ignored_by_the_arn_of_the_product() {
    var finding =
        Fixture.of("ocsf/bare-threat")
            .with(
                "/metadata/product/uid",
                "arn:aws:securityhub:eu-central-1::productv2/aws/securityhub-risk");

    assertThat(finding.part()).hasToString("IGNORED exposure-finding");
  }

  @Test
  void exposures_that_anyone_found_are_ignored_by_type() {
    var finding =
        Fixture.of("ocsf/bare-threat")
            .with(
                "/finding_info/types",
                List.of("Exposure/Potential Privilege Escalation/Valid Cloud Credentials"));

    assertThat(finding.part()).hasToString("IGNORED exposure-finding");
  }

  @Test
  void coverage_findings_are_ignored() {
    var finding =
        Fixture.of("ocsf/control")
            .with(
                FINDING + "/metadata/product/uid",
                "arn:aws:securityhub:eu-central-1::productv2/aws/securityhub-coverage");

    assertThat(finding.part()).hasToString("IGNORED coverage-finding");
  }

  @ParameterizedTest
  @ValueSource(ints = {2001, 2005, 2007, 2008, 4001})
  void classes_that_carry_no_signal_are_ignored(int classUid) {
    var finding = Fixture.of("ocsf/bare-threat").with("/class_uid", classUid);

    assertThat(finding.part()).hasToString("IGNORED unsupported-class");
  }

  @Test
  void a_resource_in_another_cloud_is_ignored() {
    var finding =
        Fixture.of("ocsf/control")
            .with(
                FINDING + "/resources",
                List.of(
                    Map.of(
                        "type", "microsoft.compute/virtualmachines",
                        "uid", "/subscriptions/0/resourceGroups/shop/vm/web-1")));

    assertThat(finding.part()).hasToString("IGNORED not-an-aws-resource");
  }

  @Test
  void another_cloud_is_ignored() {
    var finding = Fixture.of("ocsf/control").with(FINDING + "/cloud/provider", "Azure");

    assertThat(finding.part()).hasToString("IGNORED not-an-aws-resource");
  }

  @Test
  void a_finding_without_a_resource_that_has_an_arn_is_ignored() {
    var finding =
        Fixture.of("ocsf/control")
            .with(FINDING + "/resources", List.of(Map.of("type", "Pod", "uid", "web-1")));

    assertThat(finding.part()).hasToString("IGNORED resource-without-arn");
  }

  private static List<String> arns(Fixture finding) {
    return finding.part().signals().stream()
        .map(signal -> signal.resource().arn().toString())
        .collect(Collectors.toList());
  }
}
