// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.breakwater.response.plan.PlanException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'jira', 'url': 'https://a_b', 'project': 'SEC', 'email': 'a@b', 'token': {'environment': 'T'}}"
            + " | url must be an address",
        "{'type': 'jira', 'url': 'https://a.example.com', 'project': 'SEC', 'email': 'a@b',"
            + " 'token': {'secret': 'jira'}} | the secret jira is named without its Region",
        "{'type': 'jira', 'url': 'https://a.example.com', 'project': 'SEC', 'email': 'a@b',"
            + " 'token': {'secret': 'arn:aws:s3:::b'}} | a secret is arn:<partition>:secretsmanager",
        "{'type': 'jira', 'url': 'https://a.example.com', 'project': 'SEC', 'email': 'a@b',"
            + " 'token': {'environment': 'T'}, 'search-lag': 'PT'} | target 'it': ",
        "{'type': 'servicenow', 'url': 'https://a.example.com', 'user': 'u',"
            + " 'password': {'environment': 'P'}, 'fields': {'state': '1'}}"
            + " | a field is none that has a setting",
        "{'type': 'servicenow', 'url': 'https://a.example.com', 'user': 'u',"
            + " 'password': {'environment': 'P'}, 'retired-state': '99'}"
            + " | the state of what was made twice is one of the states, not 99",
        "{'type': 'servicenow', 'url': 'https://a.example.com'} | client-id",
        "{'type': 'servicenow', 'url': 'https://a.example.com', 'user': 'u'} | password",
        "{'type': 'splunk', 'url': 'https://a.example.com', 'source': ' ', 'token': {'environment': 'T'}}"
            + " | host, source and source type are not blank",
        "{'type': 'webhook', 'url': 'https://a.example.com', 'secret': {'environment': 'T'},"
            + " 'headers': {'Host': 'b'}} | the header Host has a value already",
        "{'type': 'sns', 'topic': 'arn:aws:s3:::b'} | a topic is arn:<partition>:sns",
        "{'type': 'sns', 'topic': 'arn:aws:sns:eu-central-1:111122223333:a', 'endpoint': 'http://a_b'}"
            + " | endpoint must be an address",
        "{'type': 'securityhub', 'region': 'eu-central-1', 'finding-type': 'Other'}"
            + " | a type has a namespace",
        "{'type': 'securityhub', 'region': 'eu-central-1', 'role': '/a'}"
            + " | a role is named without account and slash before it, not /a",
      })
  void what_would_only_show_when_it_is_connected_to_is_a_fault_of_the_plan(
      String target, String fault) {
    var plan =
        "{\"version\": \"1\", \"routes\": [], \"targets\": {\"it\": "
            + target.replace('\'', '"')
            + "}}";

    assertThatThrownBy(() -> PlanCheck.read("plan.json", plan))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining(fault);
  }

  @Test
  void all_faults_are_told_each_with_its_line() {
    var plan =
        """
        {"version": "1", "routes": [],
         "secrets": {"endpoint": "http://a_b"},
         "targets": {
           "one": {"type": "sns", "topic": "arn:aws:s3:::b"},
           "two": {"type": "securityhub", "region": "eu-central-1",
             "finding-type": "Other",
             "roles": {"111122223333": "/a"}}
         }}
        """;

    assertThat(faults(plan))
        .satisfiesExactly(
            fault -> assertThat(fault).startsWith("plan.json:4: target 'one': "),
            fault -> assertThat(fault).startsWith("plan.json:5: target 'two': "),
            fault -> assertThat(fault).startsWith("plan.json:7: target 'two': "),
            fault -> assertThat(fault).startsWith("plan.json:2: secrets: "));
  }

  @Test
  void security_hub_is_not_told_by_digests() {
    var plan =
        """
        {"version": "1",
         "targets": {"hub": {"type": "securityhub", "region": "eu-central-1"}},
         "routes": [{"name": "all", "notify": [{"target": "hub", "digest": {"at": "08:00"}}]}]}
        """;

    assertThat(faults(plan))
        .containsExactly(
            "plan.json:2: route 'all' tells target 'hub' by digests, and Security Hub takes none");
  }

  @Test
  void nor_by_escalations() {
    var plan =
        """
        {"version": "1",
         "targets": {"hub": {"type": "securityhub", "region": "eu-central-1"}},
         "routes": [{"name": "all",
           "escalate": {"after": {"Critical": "PT1H"}, "notify": ["hub"]}}]}
        """;

    assertThat(faults(plan))
        .containsExactly(
            "plan.json:2: route 'all' escalates to target 'hub', and Security Hub takes findings"
                + " alone");
  }

  @Test
  void the_address_of_a_webhook_is_not_told() {
    var plan =
        """
        {"version": "1", "routes": [], "targets": {"hook": {
          "type": "webhook", "url": "https://a_b/hush 1", "secret": {"environment": "S"}}}}
        """;

    assertThat(faults(plan))
        .allSatisfy(fault -> assertThat(fault).contains("url").doesNotContain("hush"));
  }

  private static List<String> faults(String plan) {
    return catchThrowableOfType(PlanException.class, () -> PlanCheck.read("plan.json", plan))
        .faults();
  }
}
