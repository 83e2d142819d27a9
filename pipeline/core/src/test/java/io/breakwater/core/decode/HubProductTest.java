// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HubProductTest {
  @ParameterizedTest
  @CsvSource({
    "arn:aws:securityhub:eu-central-1::product/aws/securityhub, , , securityhub",
    "arn:aws-cn:securityhub:cn-north-1::product/aws/guardduty, Amazon, GuardDuty, guardduty",
    "arn:aws:securityhub:eu-central-1::productv2/aws/inspector, , , inspector",
    "arn:aws:securityhub:eu-central-1::productv2/aws/securityhub-risk, , , securityhub-risk",
    "arn:aws:securityhub:eu-central-1::product/aws/firewall-manager, , , firewall-manager",
    "arn:aws:securityhub:eu-central-1::product/Acme/Scanner, Other, Name, acme/scanner",
    "arn:aws:securityhub:eu-central-1:111122223333:product/111122223333/default, Acme, Guard,"
        + " acme/guard",
    "arn:aws:securityhub:eu-central-1:111122223333:product/111122223333/default, , ,"
        + " 111122223333/default",
    "scanner, Acme, Scanner, acme/scanner",
    "'', AWS, IAM Access Analyzer, access-analyzer",
    "'', Amazon, Amazon GuardDuty, guardduty",
    "'', '', Security Hub Exposure Detection, securityhub-risk",
    "'', '', Scanner, scanner/scanner",
    "'', Acme, '', ''",
  })
  void a_product_is_told_by_its_arn_or_else_by_names(
      String arn, String company, String name, String product) {
    assertThat(HubProduct.of(arn, orEmpty(company), orEmpty(name))).isEqualTo(product);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
