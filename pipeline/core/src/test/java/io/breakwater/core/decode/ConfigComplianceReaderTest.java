// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.SignalState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigComplianceReaderTest {
  private static final String COMPLIANCE = "config/compliance";
  private static final String RESULT = "/detail/newEvaluationResult";

  @Test
  void a_rule_that_finds_fault_is_a_signal_of_the_resource() {
    var signal = Payload.of(COMPLIANCE).signal();

    assertThat(signal.product()).isEqualTo(Product.CONFIG);
    assertThat(signal.findingUid())
        .isEqualTo("arn:aws:config:eu-central-1:111122223333:config-rule/config-rule-a1b2c3");
    assertThat(signal.resource().arn())
        .hasToString("arn:aws:ec2:eu-central-1:111122223333:security-group/sg-0a1");
    assertThat(signal.control()).isEqualTo("EC2.13");
    assertThat(signal.title()).isEqualTo("restricted-ssh");
    assertThat(signal.kind()).isEqualTo("ComplianceChange");
    assertThat(signal.severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(signal.attributes()).containsEntry(Attribute.COMPLIANCE, "NON_COMPLIANT");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::::Account, 111122223333, arn:aws:iam::111122223333:root",
    "AWS::S3::Bucket, site-assets, arn:aws:s3:::site-assets",
    "AWS::Lambda::Function, pay, arn:aws:lambda:eu-central-1:111122223333:function:pay",
    "AWS::EC2::Instance, i-0a1, arn:aws:ec2:eu-central-1:111122223333:instance/i-0a1",
    "AWS::DynamoDB::Table, orders, arn:aws:dynamodb:eu-central-1:111122223333:table/orders",
    "AWS::SecretsManager::Secret, arn:aws:secretsmanager:eu-central-1:111122223333:secret:db-AbCdEf,"
        + "arn:aws:secretsmanager:eu-central-1:111122223333:secret:db-AbCdEf",
  })
  void type_and_id_make_the_arn(String type, String id, String arn) {
    var payload =
        Payload.of(COMPLIANCE).with("/detail/resourceType", type).with("/detail/resourceId", id);

    assertThat(payload.signal().resource().arn()).hasToString(arn);
  }

  @ParameterizedTest
  @CsvSource({
    "NON_COMPLIANT, ACTIVE",
    "COMPLIANT, RESOLVED",
    "NOT_APPLICABLE, RESOLVED",
    "INSUFFICIENT_DATA, RESOLVED",
    "SOMEWHAT_COMPLIANT, ACTIVE",
  })
  void the_compliance_makes_the_state(String compliance, SignalState state) {
    var payload = Payload.of(COMPLIANCE).with(RESULT + "/complianceType", compliance);

    assertThat(payload.signal().state()).isEqualTo(state);
  }

  @Test
  void the_time_of_the_result_orders_it() {
    assertThat(Payload.of(COMPLIANCE).signal().updatedAt())
        .isEqualTo(Instant.parse("2026-10-02T08:00:03.500Z"));
  }

  @Test
  void without_a_time_of_the_result_the_notifications_counts() {
    var payload = Payload.of(COMPLIANCE).without(RESULT + "/resultRecordedTime");

    assertThat(payload.signal().updatedAt()).isEqualTo(Instant.parse("2026-10-02T08:00:04Z"));
  }

  @Test
  void account_and_region_come_from_the_envelope_where_the_detail_has_none() {
    var payload =
        Payload.of(COMPLIANCE).without("/detail/awsAccountId").with("/detail/awsRegion", null);

    assertThat(payload.signal().resource().arn())
        .hasToString("arn:aws:ec2:eu-central-1:111122223333:security-group/sg-0a1");
  }

  @Test
  void a_rule_that_is_of_no_control_goes_by_its_name() {
    var payload = Payload.of(COMPLIANCE).with("/detail/configRuleName", "our-own-rule");

    assertThat(payload.signal().control()).isEqualTo("our-own-rule");
  }

  @Test
  void a_bare_notification_is_known_by_its_shape() {
    var bare = Payload.of(COMPLIANCE).at("/detail");

    assertThat(bare.decode().format()).isEqualTo(Format.CONFIG_COMPLIANCE);
    assertThat(bare.signal().control()).isEqualTo("EC2.13");
  }

  @Test
  void a_resource_that_its_id_does_not_name_is_ignored() {
    var payload =
        Payload.of(COMPLIANCE)
            .with("/detail/resourceType", "AWS::IAM::User")
            .with("/detail/resourceId", "AIDAEXAMPLEEXAMPLE123");

    assertThat(payload.part().reason()).isEqualTo("resource-without-arn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/detail/resourceId", RESULT})
  void without_a_resource_or_a_result_it_is_dead(String pointer) {
    assertThat(Payload.of(COMPLIANCE).with(pointer, null).part().reason())
        .isEqualTo("missing-field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Config Rules Re-evaluation Status",
        "Config Configuration Snapshot Delivery Status",
        "Config Configuration History Delivery Status"
      })
  void what_config_tells_of_its_own_work_is_ignored(String detailType) {
    var part = Payload.of(COMPLIANCE).with("/detail-type", detailType).part();

    assertThat(part.reason()).isEqualTo("unsupported-detail-type");
  }
}
