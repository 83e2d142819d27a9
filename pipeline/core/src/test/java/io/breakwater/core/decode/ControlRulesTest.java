// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ControlRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ec2-imdsv2-check",
        "securityhub-ec2-imdsv2-check-31a73aad",
        "ec2-imdsv2-check-conformance-pack-vbi0zrjwl"
      })
  void a_managed_rule_is_known_under_each_of_its_names(String rule) {
    assertThat(ControlRules.controlOf(rule)).contains("EC2.8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"our-own-rule", "securityhub-unheard-of-31a73aad", ""})
  void a_rule_that_we_do_not_know_is_of_no_control(String rule) {
    assertThat(ControlRules.controlOf(rule)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cis-aws-foundations-benchmark/v/1.2.0/1.4, securityhub-access-keys-rotated-31a73aad, IAM.3",
    "PCI.IAM.6, securityhub-mfa-enabled-for-iam-console-access-31a73aad, IAM.5",
    "'', securityhub-s3-bucket-public-read-prohibited-4414615a, S3.2",
  })
  void an_id_of_one_standard_becomes_the_one_that_is_the_same_in_all(
      String control, String rule, String consolidated) {
    assertThat(ControlRules.consolidated(control, rule)).isEqualTo(consolidated);
  }

  @Test
  void a_consolidated_id_is_never_replaced() {
    assertThat(
            ControlRules.consolidated(
                "IAM.22", "securityhub-iam-user-unused-credentials-check-8ee5d61b"))
        .isEqualTo("IAM.22");
  }

  @Test
  void an_id_of_one_standard_stays_where_the_rule_is_unknown() {
    assertThat(ControlRules.consolidated("PCI.EC2.2", "securityhub-unheard-of-31a73aad"))
        .isEqualTo("PCI.EC2.2");
  }
}
