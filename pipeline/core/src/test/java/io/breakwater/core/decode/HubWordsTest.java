// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Product;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Controls, ids, kinds, categories and titles as Security Hub and its providers write them. */
final class HubWordsTest {
  @ParameterizedTest
  @CsvSource({
    "security-control/EC2.8, EC2.8",
    "aws-foundational-security-best-practices/v/1.0.0/Lambda.1, Lambda.1",
    "nist-800-53/v/5.0.0/S3.2, S3.2",
    "pci-dss/v/3.2.1/PCI.EC2.2, PCI.EC2.2",
    "cis-aws-foundations-benchmark/v/1.4.0/3.7, cis-aws-foundations-benchmark/v/1.4.0/3.7",
    "arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.4,"
        + " cis-aws-foundations-benchmark/v/1.2.0/1.4",
    "arn:aws:securityhub:eu-central-1:111122223333:security-control/S3.1/finding/ab, S3.1",
    "arn:aws:securityhub:eu-central-1:111122223333:subscription/"
        + "aws-foundational-security-best-practices/v/1.0.0/IAM.3/finding/ab, IAM.3",
    "arn:aws:securityhub:eu-central-1:111122223333:subscription/"
        + "cis-aws-foundations-benchmark/v/1.2.0/1.3/finding/ab,"
        + " cis-aws-foundations-benchmark/v/1.2.0/1.3",
    "acme-check, ''",
    "'', ''",
  })
  void a_control_is_found_in_every_way_of_naming_it(String place, String control) {
    assertThat(ControlId.in(place)).isEqualTo(control);
  }

  @Test
  void the_first_place_that_names_a_control_counts() {
    assertThat(ControlId.in("", "something", "security-control/EC2.8", "security-control/EC2.9"))
        .isEqualTo("EC2.8");
  }

  @ParameterizedTest
  @CsvSource({
    "3f6a1b9c, 3f6a1b9c",
    "arn:aws:inspector2:::finding/0a1b, arn:aws:inspector2:::finding/0a1b",
    "arn:aws:securityhub:eu-central-1::product/aws/inspector/arn:aws:inspector2:::finding/0a1b,"
        + " arn:aws:inspector2:::finding/0a1b",
  })
  void a_finding_is_known_by_the_products_own_id(String uid, String own) {
    var productArn = "arn:aws:securityhub:eu-central-1::product/aws/inspector";

    assertThat(HubFindingUid.of(productArn, uid)).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource({
    "TTPs/Discovery/Recon:EC2-Portscan, Recon:EC2/Portscan",
    "Unusual Behaviors/User/Persistence:IAMUser-NetworkPermissions,"
        + " Persistence:IAMUser/NetworkPermissions",
    "TTPs/Command and Control/Backdoor:EC2-C&CActivity.B!DNS, Backdoor:EC2/C&CActivity.B!DNS",
    "Execution:Runtime/NewBinaryExecuted, Execution:Runtime/NewBinaryExecuted",
    "Effects/Impact:S3/AnomalousBehavior.Write, Impact:S3/AnomalousBehavior.Write",
    "Threats, Threats",
  })
  void a_threat_has_the_type_that_guard_duty_gave_it(String type, String kind) {
    assertThat(FindingKind.of(Product.GUARDDUTY, List.of(type), false, false, "")).isEqualTo(kind);
  }

  @Test
  void a_threat_is_told_by_the_first_of_its_types_that_is_guard_dutys() {
    var types = List.of("Threats", "Recon:EC2/Portscan", "Recon:EC2/PortProbe");

    assertThat(FindingKind.of(Product.GUARDDUTY, types, false, false, ""))
        .isEqualTo("Recon:EC2/Portscan");
  }

  @Test
  void a_finding_without_types_has_no_kind() {
    assertThat(FindingKind.of("acme/scanner", List.of(), false, false, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SensitiveData:S3Object/Credentials, CREDENTIALS",
    "Sensitive Data Identifications/PII/SensitiveData:S3Object-Personal, PERSONAL_INFORMATION",
    "Sensitive Data Identifications/Passwords, CREDENTIALS",
    "SensitiveData:S3Object/CustomIdentifier, CUSTOM_IDENTIFIER",
    "SensitiveData:S3Object/Multiple, ''",
    "Effects/Financial, ''",
  })
  void a_type_tells_the_category_of_sensitive_data(String type, String category) {
    assertThat(SensitiveCategory.ofTypes(List.of(type))).isEqualTo(category);
  }

  @ParameterizedTest
  @CsvSource({
    "Port 22 is reachable from an Internet Gateway - TCP, INTERNET, 22, 22, TCP",
    "Port range 0-65535 is reachable from an Internet Gateway - UDP, INTERNET, 0, 65535, UDP",
    "'On instance i-0aa11bb22, TCP port 22 which is associated with SSH is reachable from the"
        + " internet', INTERNET, 22, 22, TCP",
    "Port 5432 is reachable from a Peered VPC, VPC_PEERING, 5432, 5432, ''",
    "Port 443 is reachable from a Virtual Private Gateway - TCP, VPN, 443, 443, TCP",
    "Port 443 is reachable from somewhere, UNKNOWN, 443, 443, ''",
  })
  void a_title_tells_a_network_path(
      String title, OpenPath.Origin origin, int first, int last, String protocol) {
    assertThat(ReachabilityTitle.read(title)).contains(new OpenPath(origin, first, last, protocol));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CVE-2026-10001 - libexample", "Port 22 is closed"})
  void other_titles_tell_none(String title) {
    assertThat(ReachabilityTitle.read(title)).isEmpty();
  }
}
