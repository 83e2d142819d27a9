// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.signal.Attribute;
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

final class GuardDutyReaderTest {
  private static final String EC2 = "arn:aws:ec2:eu-central-1:111122223333:";
  private static final String INSTANCE = EC2 + "instance/i-0aa11bb22cc33dd44";
  private static final String PROFILE = "arn:aws:iam::111122223333:instance-profile/web";

  @Test
  void a_finding_of_an_instance_says_what_when_how_bad_and_where() {
    var signal = Fixture.of("guardduty/instance").signal();

    assertThat(signal.product()).isEqualTo(Product.GUARDDUTY);
    assertThat(signal.resource().arn()).hasToString(INSTANCE);
    assertThat(signal.resource().account()).isEqualTo("111122223333");
    assertThat(signal.resource().region()).isEqualTo("eu-central-1");
    assertThat(signal.kind()).isEqualTo("Execution:EC2/MaliciousFile");
    assertThat(signal.severity()).isEqualTo(Severity.HIGH);
    assertThat(signal.state()).isEqualTo(SignalState.ACTIVE);
    assertThat(signal.updatedAt()).isEqualTo(Instant.parse("2026-05-04T10:05:00.125Z"));
    assertThat(signal.createdAt()).isEqualTo(Instant.parse("2026-05-04T08:05:00Z"));
    assertThat(signal.observedAt()).isEqualTo(Instant.parse("2026-05-04T10:15:30Z"));
    assertThat(signal.attributes())
        .isEqualTo(Map.of(Attribute.RESOURCE_ROLE, "TARGET", Attribute.INSTANCE_PROFILE, PROFILE));
  }

  @Test
  void a_finding_is_known_by_its_arn_as_the_copies_in_security_hub_are() {
    var finding = Fixture.of("guardduty/instance");

    assertThat(finding.signal().findingUid())
        .isEqualTo(
            "arn:aws:guardduty:eu-central-1:111122223333:detector/12abc34d567e8fa901bc2d34e56789f0"
                + "/finding/aa11bb22cc33dd44ee55ff6677889900");
  }

  @Test
  void a_finding_without_an_arn_is_known_by_its_id() {
    var finding = Fixture.of("guardduty/instance").without("/detail/arn");

    assertThat(finding.signal().findingUid()).isEqualTo("aa11bb22cc33dd44ee55ff6677889900");
  }

  @Test
  void a_finding_that_nothing_identifies_is_dead() {
    var finding = Fixture.of("guardduty/instance").without("/detail/arn").without("/detail/id");

    assertThat(finding.part()).hasToString("DEAD_LETTER missing-field");
  }

  @Test
  void a_finding_states_what_its_instance_runs_carries_and_lies_in() {
    var part = Fixture.of("guardduty/instance").part();

    assertThat(part.relations())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            INSTANCE + " hasProfile " + PROFILE,
            INSTANCE + " runs arn:aws:ec2:eu-central-1::image/ami-0aa11bb22cc33dd44",
            INSTANCE + " containedIn " + EC2 + "subnet/subnet-0aa11bb22",
            INSTANCE + " containedIn " + EC2 + "vpc/vpc-0aa11bb22",
            INSTANCE + " protectedBy " + EC2 + "security-group/sg-0aa11bb22cc33dd44",
            INSTANCE + " hasPart " + EC2 + "network-interface/eni-0aa11bb22cc33dd44");
  }

  @Test
  void placeholders_of_a_sample_finding_state_no_relation() {
    var finding =
        Fixture.of("guardduty/instance")
            .without("/detail/resource/instanceDetails/imageId")
            .with("/detail/resource/instanceDetails/iamInstanceProfile/arn", "GeneratedProfileArn")
            .with(
                "/detail/resource/instanceDetails/networkInterfaces",
                List.of(Map.of("subnetId", "GeneratedSubnetId", "vpcId", "GeneratedVpcId")));

    assertThat(finding.part().relations()).isEmpty();
  }

  @Test
  void a_finding_of_a_user_tells_its_account() {
    var finding =
        Fixture.of("guardduty/instance")
            .with(
                "/detail/resource",
                Map.of(
                    "resourceType",
                    "AccessKey",
                    "accessKeyDetails",
                    Map.of(
                        "accessKeyId", "AKIAEXAMPLE", "userName", "kim", "userType", "IAMUser")));

    assertThat(finding.part().relations())
        .extracting(Object::toString)
        .containsExactly(
            "arn:aws:iam::111122223333:user/kim inAccount arn:aws:iam::111122223333:root");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, UNKNOWN",
    "1, LOW",
    "3.9, LOW",
    "4, MEDIUM",
    "6.9, MEDIUM",
    "7, HIGH",
    "8.9, HIGH",
    "9, CRITICAL",
    "10, CRITICAL"
  })
  void a_severity_is_told_by_its_number(double number, Severity severity) {
    var finding = Fixture.of("guardduty/instance").with("/detail/severity", number);

    assertThat(finding.signal().severity()).isEqualTo(severity);
  }

  @Test
  void an_archived_finding_is_archived() {
    var finding = Fixture.of("guardduty/instance").with("/detail/service/archived", true);

    assertThat(finding.signal().state()).isEqualTo(SignalState.ARCHIVED);
  }

  @Test
  void a_sample_is_marked_where_an_event_says_so() {
    var finding =
        Fixture.of("guardduty/instance")
            .with("/detail/service/additionalInfo", Map.of("sample", true));

    assertThat(finding.signal().attributes()).containsEntry(Attribute.SAMPLE, "true");
  }

  @Test
  void a_sample_is_marked_where_the_api_says_so_in_a_text() {
    var finding =
        Fixture.of("guardduty/instance")
            .with(
                "/detail/service/additionalInfo/value",
                "{\"threatName\": \"x\", \"sample\": true}");

    assertThat(finding.signal().attributes()).containsEntry(Attribute.SAMPLE, "true");
  }

  @ParameterizedTest
  @CsvSource({
    "IAMUser, arn:aws:iam::111122223333:user/kim",
    "Root, arn:aws:iam::111122223333:root",
    "AssumedRole, arn:aws:iam::111122223333:role/kim",
    "Role, arn:aws:iam::111122223333:role/kim",
  })
  void the_resource_of_an_access_key_is_who_acts_with_it(String userType, String arn) {
    var finding = ofKey(userType);

    assertThat(finding.signal().resource().arn()).hasToString(arn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWSService", "AWSAccount", "FederatedUser", "Unknown", ""})
  void an_access_key_of_nobody_in_the_account_has_no_resource(String userType) {
    var finding = ofKey(userType);

    assertThat(finding.part()).hasToString("IGNORED resource-without-arn");
  }

  private static Fixture ofKey(String userType) {
    return Fixture.of("guardduty/instance")
        .with(
            "/detail/resource",
            Map.of(
                "resourceType",
                "AccessKey",
                "accessKeyDetails",
                Map.of(
                    "accessKeyId", "AKIA0123456789EXAMPLE",
                    "userName", "kim",
                    "userType", userType)));
  }

  @Test
  void credentials_of_an_instance_concern_the_role_and_the_instance() {
    var finding =
        Fixture.of("guardduty/instance")
            .with("/detail/resource/resourceType", "AccessKey")
            .with(
                "/detail/resource/accessKeyDetails",
                Map.of("userName", "web-role", "userType", "AssumedRole"));

    assertThat(arns(finding))
        .containsExactlyInAnyOrder(INSTANCE, "arn:aws:iam::111122223333:role/web-role");
  }

  @Test
  void every_bucket_of_a_finding_is_a_resource_and_the_key_that_reads_them_is_none() {
    var finding = Fixture.of("guardduty/bare-buckets");

    assertThat(arns(finding))
        .containsExactly("arn:aws:s3:::orders-archive", "arn:aws:s3:::orders-copy");
  }

  /** Findings of S3 that come from management events. */
  @Test
  void a_finding_of_s3_is_about_its_buckets_even_where_a_key_is_named_as_the_resource() {
    var finding =
        Fixture.of("guardduty/bare-buckets")
            .with("/type", "Policy:S3/BucketAnonymousAccessGranted")
            .with("/resource/resourceType", "AccessKey");

    assertThat(arns(finding))
        .containsExactly("arn:aws:s3:::orders-archive", "arn:aws:s3:::orders-copy");
  }

  @Test
  void a_bucket_lies_in_the_account_and_region_of_the_finding() {
    var bucket = Fixture.of("guardduty/bare-buckets").signal().resource();

    assertThat(bucket.account() + " " + bucket.region()).isEqualTo("111122223333 eu-central-1");
  }

  @Test
  void a_function_is_named_without_its_version_though_the_api_writes_capitals() {
    var finding = Fixture.of("guardduty/bare-function-of-the-api");

    assertThat(arns(finding))
        .containsExactly("arn:aws:lambda:eu-central-1:111122223333:function:orders");
    assertThat(finding.signal().attributes())
        .containsEntry(Attribute.ROLE, "arn:aws:iam::111122223333:role/service-role/orders")
        .containsEntry(Attribute.SAMPLE, "true");
    assertThat(finding.part().relations()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "EKSCluster, eksClusterDetails, arn, arn:aws:eks:eu-central-1:111122223333:cluster/shop",
    "KubernetesCluster, eksClusterDetails, name, shop",
    "ECSCluster, ecsClusterDetails, arn, arn:aws:ecs:eu-central-1:111122223333:cluster/shop",
    "Container, ecsClusterDetails, arn, arn:aws:ecs:eu-central-1:111122223333:cluster/shop",
    "RDSDBInstance, rdsDbInstanceDetails, dbInstanceArn,"
        + " arn:aws:rds:eu-central-1:111122223333:db:shop",
    "RDSDBInstance, rdsDbInstanceDetails, dbInstanceIdentifier, shop",
    "RDSLimitlessDB, rdsLimitlessDbDetails, dbShardGroupArn,"
        + " arn:aws:rds:eu-central-1:111122223333:shard-group:shop",
    "EBSSnapshot, ebsSnapshotDetails, snapshotArn,"
        + " arn:aws:ec2:eu-central-1::snapshot/snap-0aa11bb22",
    "EC2AMI, ec2ImageDetails, imageArn, arn:aws:ec2:eu-central-1::image/ami-0aa11bb22",
    "S3RecoveryPoint, recoveryPointDetails, recoveryPointArn,"
        + " arn:aws:backup:eu-central-1:111122223333:recovery-point:shop",
    "SomethingNew, ecsClusterDetails, arn, arn:aws:ecs:eu-central-1:111122223333:cluster/shop",
  })
  void every_resource_type_names_its_resource(
      String type, String details, String field, String value) {
    var finding =
        Fixture.of("guardduty/instance")
            .with(
                "/detail/resource",
                Map.of(
                    "resourceType",
                    type,
                    details,
                    Map.of(field, value),
                    "accessKeyDetails",
                    Map.of("userName", "kim", "userType", "IAMUser")));

    assertThat(arns(finding)).hasSize(1).allMatch(arn -> arn.endsWith(value));
  }

  @Test
  void all_that_took_part_in_an_attack_sequence_is_a_resource_once() {
    var finding = Fixture.of("guardduty/attack-sequence");

    assertThat(arns(finding))
        .containsExactly(
            INSTANCE,
            "arn:aws:iam::111122223333:role/web-role",
            "arn:aws:s3:::orders-archive",
            "arn:aws:s3:::orders-copy");
  }

  @Test
  void an_attack_sequence_is_critical_and_dated_without_a_zone() {
    var signal = Fixture.of("guardduty/attack-sequence").signal();

    assertThat(signal.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(signal.updatedAt()).isEqualTo(Instant.parse("2026-05-04T10:06:06.765Z"));
  }

  @Test
  void what_an_attack_sequence_says_of_an_instance_stays_with_it() {
    var signals = Fixture.of("guardduty/attack-sequence").part().signals();

    assertThat(signals)
        .filteredOn(signal -> signal.attributes().containsKey(Attribute.INSTANCE_PROFILE))
        .extracting(signal -> signal.resource().arn().toString())
        .containsExactly(INSTANCE);
  }

  @Test
  void an_attack_sequence_without_resources_is_ignored() {
    var finding =
        Fixture.of("guardduty/attack-sequence").without("/detail/service/detection/sequence");

    assertThat(finding.part()).hasToString("IGNORED resource-without-arn");
  }

  @Test
  void a_bare_finding_is_recognised_by_its_shape() {
    var decoded = Fixture.of("guardduty/instance").bare().decoded();

    assertThat(decoded.format()).isEqualTo(Format.GUARDDUTY);
    assertThat(decoded.best().decision()).isEqualTo(Decision.SIGNALS);
  }

  @Test
  void the_partition_is_that_of_the_finding() {
    var finding =
        Fixture.of("guardduty/instance")
            .with("/detail/partition", "aws-cn")
            .with("/detail/region", "cn-north-1");

    assertThat(finding.signal().resource().arn().toString())
        .isEqualTo("arn:aws-cn:ec2:cn-north-1:111122223333:instance/i-0aa11bb22cc33dd44");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GuardDuty Malware Protection Object Scan Result",
        "GuardDuty Malware Protection Resource Status Active",
        "GuardDuty Runtime Protection Unhealthy",
      })
  void other_events_of_guardduty_carry_no_finding(String detailType) {
    var decoded = Fixture.of("guardduty/instance").with("/detail-type", detailType).decoded();

    assertThat(decoded.format()).isEqualTo(Format.GUARDDUTY);
    assertThat(decoded.best()).hasToString("IGNORED unsupported-detail-type");
  }

  private static List<String> arns(Fixture finding) {
    return finding.part().signals().stream()
        .map(signal -> signal.resource().arn().toString())
        .collect(Collectors.toList());
  }
}
