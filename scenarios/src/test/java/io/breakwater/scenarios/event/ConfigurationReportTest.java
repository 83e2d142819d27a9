// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ConfigurationReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant TIME = Instant.parse("2026-05-01T00:00:00Z");
  private static final Subjects SUBJECTS = new Subjects("AWS::IAM::User", "one");

  @Test
  void a_relationship_names_by_id_what_has_one() throws IOException {
    var group = SUBJECTS.named("AWS::EC2::SecurityGroup web");

    var item = item("{'related': ['AWS::EC2::SecurityGroup web']}");

    var relationship = item.at("/relationships/0");
    assertThat(relationship.path("resourceType").asText()).isEqualTo("AWS::EC2::SecurityGroup");
    assertThat(relationship.path("resourceId").asText()).isEqualTo(group.id());
  }

  @Test
  void a_relationship_names_an_identity_by_a_unique_id_and_its_name() throws IOException {
    var group = SUBJECTS.named("AWS::IAM::Group operators");

    var item = item("{'related': ['AWS::IAM::Group operators']}");

    var relationship = item.at("/relationships/0");
    assertThat(relationship.path("resourceId").asText()).matches("AGPA[0-9A-F]{17}");
    assertThat(relationship.path("resourceName").asText()).isEqualTo(group.id());
  }

  @Test
  void a_policy_is_attached_in_the_configuration_too() throws IOException {
    var policy = SUBJECTS.named("AWS::IAM::Policy all");

    var item = item("{'related': ['AWS::IAM::Policy all']}");

    assertThat(item.at("/configuration/attachedManagedPolicies/0/policyArn").asText())
        .isEqualTo(policy.arn());
  }

  @Test
  void properties_are_taken_as_they_are() throws IOException {
    var item = item("{'properties': {'a': {'b': [1]}}}");

    assertThat(item.path("configuration")).hasToString("{\"a\":{\"b\":[1]}}");
  }

  @Test
  void an_item_is_of_the_account_and_region_of_its_resource() throws IOException {
    var item = item("{}", SUBJECTS.named("arn:aws:rds:eu-west-1:444455556666:db:orders"));

    assertThat(item.path("awsAccountId").asText()).isEqualTo("444455556666");
    assertThat(item.path("awsRegion").asText()).isEqualTo("eu-west-1");
  }

  private static JsonNode item(String configuration) throws IOException {
    return item(configuration, SUBJECTS.primary());
  }

  private static JsonNode item(String configuration, Subject subject) throws IOException {
    var event = JSON.readTree("{'configuration': %s}".formatted(configuration).replace('\'', '"'));
    var report = ConfigurationReport.of(event, SUBJECTS);
    var bytes = report.event(new Occasion(subject, "0".repeat(32), TIME, TIME, TIME));
    return JSON.readTree(bytes).at("/detail/configurationItem");
  }
}
