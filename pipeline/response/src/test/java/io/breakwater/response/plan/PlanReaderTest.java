// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.breakwater.response.message.Activity;
import io.breakwater.response.message.Certificate;
import io.breakwater.response.message.Kind;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.message.Subject;
import io.breakwater.response.ticket.TicketPolicy.Reopening;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans as people write them, and all that may be wrong with one. */
final class PlanReaderTest {
  private static final String JIRA =
      """
      "jira": {
        "type": "jira", "url": "https://example.atlassian.net", "project": "SEC",
        "email": "breakwater@example.com", "token": {"environment": "JIRA_TOKEN"}
      }""";

  private static final String OTHER_JIRA = JIRA.replace("\"jira\": {", "\"other\": {");
  private static final String TOLD =
      """
      "chat": {
        "type": "webhook", "url": "https://example.com", "secret": {"environment": "CHAT"}
      }""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'type': 'webhook', 'url': 'https://a.example.com', 'secret': {'environment': 'S'}",
        "'type': 'splunk', 'url': 'https://a.example.com', 'token': {'environment': 'T'}",
        "'type': 'sns', 'topic': 'arn:aws:sns:eu-central-1:111122223333:a'",
        "'type': 'securityhub', 'region': 'eu-central-1'"
      })
  void what_is_only_told_is_tried_for_a_day_or_as_long_as_the_plan_says(String target) {
    var plan =
        Plan.of(
            "plan.json",
            "{'version': '1', 'routes': [], 'targets': {'usual': {%s}, 'brief': {%s, %s}}}"
                .formatted(target, target, "'give-up-after': 'PT1H'")
                .replace('\'', '"'));

    assertThat(plan.targets().get("usual").policy().giveUpAfter()).isEqualTo(Duration.ofHours(24));
    assertThat(plan.targets().get("brief").policy().giveUpAfter()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_plan_says_little_where_the_defaults_will_do() {
    var plan = read("", "{\"name\": \"everything\", \"tickets\": [\"jira\"]}");

    assertThat(plan.version()).isEqualTo("1");
    assertThat(plan.name()).isEqualTo("breakwater");
    assertThat(plan.isDryRun()).isFalse();
    assertThat(plan.playbooks()).isEmpty();
    var target = plan.targets().get("jira");
    assertThat(target.type()).isEqualTo("jira");
    assertThat(target.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(target.policy().mergeWithin()).isEqualTo(Duration.ofMinutes(1));
    assertThat(target.policy().giveUpAfter()).isEqualTo(Duration.ofHours(24));
    assertThat(target.policy().reopening()).isEqualTo(Reopening.SAME_TICKET);
    assertThat(target.policy().closesWhatPeopleMoved()).isFalse();
  }

  @Test
  void what_it_sets_of_a_target_counts() {
    var plan =
        Plan.of(
            "plan.json",
            """
            {
              "version": "2", "name": "staging", "dry-run": true,
              "targets": {
                "jira": {
                  "type": "jira", "url": "https://example.atlassian.net", "project": "SEC",
                  "email": "breakwater@example.com", "token": {"environment": "JIRA_TOKEN"},
                  "timeout": "PT5S",
                  "policy": {
                    "merge-within": "PT2M", "give-up-after": "PT1H", "reopening": "new-ticket",
                    "close-what-people-moved": true
                  }
                }
              },
              "routes": []
            }
            """);

    assertThat(plan.name()).isEqualTo("staging");
    assertThat(plan.isDryRun()).isTrue();
    var target = plan.targets().get("jira");
    assertThat(target.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(target.policy().mergeWithin()).isEqualTo(Duration.ofMinutes(2));
    assertThat(target.policy().giveUpAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(target.policy().reopening()).isEqualTo(Reopening.NEW_TICKET);
    assertThat(target.policy().closesWhatPeopleMoved()).isTrue();
  }

  @Test
  void a_playbook_is_called_as_the_plan_says() {
    var plan =
        read(
            """
            "enrich": {
              "endpoint": "https://playbooks.example.com/statefun?stage=live",
              "function": "payments/enrich", "timeout": "PT3S", "batch": 7,
              "headers": {"Authorization": {"environment": "PLAYBOOK_TOKEN"}},
              "rate": {"per-second": 2, "at-once": 3}, "give-up-after": "PT2H"
            }""",
            "{\"name\": \"everything\", \"playbooks\": [\"enrich\"]}");

    var playbook = plan.playbooks().get("enrich");
    assertThat(playbook.name()).isEqualTo("enrich");
    assertThat(playbook.endpoint())
        .isEqualTo(URI.create("https://playbooks.example.com/statefun?stage=live"));
    assertThat(playbook.namespace()).isEqualTo("payments");
    assertThat(playbook.type()).isEqualTo("enrich");
    assertThat(playbook.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(playbook.batch()).isEqualTo(7);
    assertThat(playbook.headers()).containsOnlyKeys("Authorization");
    assertThat(playbook.giveUpAfter()).isEqualTo(Duration.ofHours(2));
    assertThat(plan.routesOf(exposure().build()).get(0).playbooks()).containsExactly("enrich");
  }

  @Test
  void a_playbook_may_leave_the_rest_to_the_defaults() {
    var playbook = read(playbook("http://127.0.0.1:8000/", ""), "").playbooks().get("enrich");

    assertThat(playbook.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(playbook.batch()).isEqualTo(20);
    assertThat(playbook.headers()).isEmpty();
    assertThat(playbook.giveUpAfter()).isEqualTo(Duration.ofHours(24));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/",
        "example.com",
        "https://user:password@example.com/",
        "https:///statefun",
        "https://exa mple.com/",
        "https://example.com/#part"
      })
  void a_playbook_is_at_an_address_that_requests_can_be_sent_to(String endpoint) {
    assertThat(faults(playbook(endpoint, ""), "")).isNotEmpty().allMatch(it -> it.contains(":9: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"batch\": 0",
        "\"batch\": 101",
        "\"timeout\": \"10s\"",
        "\"timeout\": \"PT0S\"",
        "\"give-up-after\": \"PT-1H\"",
        "\"rate\": {\"per-second\": 0}",
        "\"headers\": {\"Authorization\": \"Bearer secret\"}",
        "\"headers\": {\"Host\": {\"environment\": \"HOST\"}}",
        "\"headers\": {\"content-length\": {\"environment\": \"LENGTH\"}}",
        "\"headers\": {\"X Y\": {\"environment\": \"VALUE\"}}",
        "\"retries\": 3"
      })
  void what_is_wrong_with_a_playbook_is_named_with_its_line(String setting) {
    assertThat(faults(playbook("https://example.com/", ",\n" + setting), ""))
        .isNotEmpty()
        .allMatch(fault -> fault.matches("plan\\.json:(9|10): .*"));
  }

  @Test
  void a_route_names_what_there_is() {
    assertThat(
            faults(
                playbook("https://example.com/", ""),
                "{\"name\": \"a\", \"tickets\": [\"jra\"], \"playbooks\": [\"enrch\"]}"))
        .containsExactly(
            "plan.json:10: route 'a': no target keeps tickets by the name 'jra'",
            "plan.json:10: route 'a': no playbook has the name 'enrch'");
  }

  @Test
  void a_route_is_there_once() {
    assertThat(faults("", "{\"name\": \"a\"},\n{\"name\": \"a\"}"))
        .containsExactly("plan.json:10: route 'a' is there twice");
  }

  @Test
  void a_pattern_is_one_that_event_bridge_would_take() {
    assertThat(faults("", "{\"name\": \"a\", \"when\": {\"title\": [{\"prefx\": \"x\"}]}}"))
        .singleElement()
        .asString()
        .startsWith("plan.json:9: route 'a' has a pattern that EventBridge would refuse: ");
  }

  @Test
  void a_route_may_tell_people_wait_for_them_and_hold_back() {
    var route =
        withPager(
                """
                {"name": "all", "tickets": ["jira"],
                 "notify": [{"target": "pager", "about": ["rose"]}, {"target": "pager"}],
                 "escalate": {"after": {"Critical": "PT4H"}, "notify": ["pager"]},
                 "storm-cap": {"exposures": 5, "except": ["Critical"]}}""")
            .route("all")
            .orElseThrow();

    assertThat(route.notifications())
        .extracting(
            Notification::target,
            to -> to.isAbout(MessageKind.ROSE),
            to -> to.isAbout(MessageKind.OPENED),
            to -> to.isAbout(MessageKind.CHANGED))
        .containsExactly(tuple("pager", true, false, false), tuple("pager", true, true, false));
    assertThat(route.escalation().after(Severity.CRITICAL)).hasValue(Duration.ofHours(4));
    assertThat(route.escalation().after(Severity.HIGH)).isEmpty();
    assertThat(route.escalation().targets()).containsExactly("pager");
    var cap = route.cap().orElseThrow();
    assertThat(cap.exposures()).isEqualTo(5);
    assertThat(cap.within()).isEqualTo(Duration.ofHours(1));
    assertThat(cap.lets(Severity.CRITICAL)).isTrue();
    assertThat(cap.lets(Severity.HIGH)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"tickets\": [\"pager\"] | no target keeps tickets by the name 'pager'",
        "\"notify\": [{\"target\": \"jira\"}] | no target is told by the name 'jira'",
        "\"escalate\": {\"after\": {\"High\": \"PT1H\"}, \"notify\": [\"jira\"]} | no target is told",
        "\"escalate\": {\"after\": {\"High\": \"PT0S\"}} | no positive ISO-8601 duration",
        "\"escalate\": {\"after\": {\"Severe\": \"PT1H\"}} | Severe",
        "\"storm-cap\": {\"exposures\": 0} | exposures",
        "\"notify\": [{\"target\": \"pager\", \"digest\": {\"at\": \"8:00\"}}] | at",
        "\"notify\": [{\"target\": \"pager\", \"digest\": {\"at\": \"08:00\", \"zone\": \"Mars\"}}] | no time zone",
        "\"notify\": [{\"target\": \"pager\", \"about\": [\"gossip\"]}] | about"
      })
  void what_is_wrong_with_a_route_is_named_with_its_line(String setting, String fault) {
    var failure =
        catchThrowableOfType(
            PlanException.class, () -> withPager("{\"name\": \"all\",\n" + setting + "}"));

    assertThat(failure.faults())
        .isNotEmpty()
        .allMatch(it -> it.matches("plan\\.json:\\d+: .*"))
        .anyMatch(it -> it.contains(fault));
  }

  private static Plan withPager(String route) {
    return Plan.of(
        "plan.json",
        text("", route)
            .replace(
                "\"jira\": {",
                "\"pager\": {\"type\": \"webhook\", \"url\": \"https://example.com/\","
                    + " \"secret\": {\"environment\": \"PAGER\"}},\n\"jira\": {"));
  }

  @Test
  void all_faults_are_named_at_once() {
    assertThat(
            faults(
                playbook("https://user@example.com/", ", \"batch\": 0"),
                "{\"tickets\": []}, {\"name\": \"A\"}"))
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void a_plan_that_is_no_json_is_named_with_its_line() {
    var failure =
        catchThrowableOfType(
            PlanException.class, () -> Plan.of("plan.json", "{\n\"version\": 1,,\n}"));

    assertThat(failure.faults()).singleElement().asString().startsWith("plan.json:2: ");
  }

  @Test
  void of_the_routes_that_match_the_first_counts_and_those_after_it_as_long_as_they_continue() {
    var plan =
        read(
            "",
            """
            {"name": "severe", "when": {"severity": ["Critical", "High"]}, "continue": true},
            {"name": "payments", "when": {"account": ["111122223333"]}},
            {"name": "rest"}
            """);

    assertThat(taken(plan, exposure())).containsExactly("payments");
    assertThat(taken(plan, exposure().setSeverity(Severity.HIGH)))
        .containsExactly("severe", "payments");
    assertThat(taken(plan, exposure().setSubject(Subject.getDefaultInstance())))
        .containsExactly("rest");
  }

  @Test
  void a_pattern_sees_what_a_notice_says() {
    var plan =
        read(
            "",
            """
            {"name": "tagged", "when": {"tags": {"stage": ["live"]}}},
            {"name": "owned", "when": {"owner": ["team-payments"]}},
            {"name": "trait", "when": {"trait": [{"prefix": "EC2 instance"}]}},
            {"name": "soon", "when": {"kind": ["certificate"], "days-left": [{"numeric": ["<", 8]}]}}
            """);
    var tagged = Subject.newBuilder().putTags("stage", "live").setOwner("team-payments");

    assertThat(taken(plan, exposure())).isEmpty();
    assertThat(taken(plan, exposure().setSubject(tagged))).containsExactly("tagged");
    assertThat(taken(plan, exposure().setSubject(tagged.clone().clearTags())))
        .containsExactly("owned");
    assertThat(taken(plan, exposure().addTraits("EC2 instance is old"))).containsExactly("trait");
    assertThat(
            taken(
                plan,
                exposure()
                    .setKind(Kind.CERTIFICATE)
                    .setCertificate(Certificate.newBuilder().setDaysLeft(7))))
        .containsExactly("soon");
  }

  @Test
  void the_key_of_tickets_is_of_the_exposure_and_the_installation() {
    var plan = read("", "");
    var other = Plan.of("plan.json", text("", "").replace("\"1\",", "\"1\", \"name\": \"b\","));

    assertThat(plan.keyOf("exposure-1")).matches("bw-[0-9a-f]{32}");
    assertThat(plan.keyOf("exposure-1"))
        .isEqualTo(plan.keyOf("exposure-1"))
        .isNotEqualTo(plan.keyOf("exposure-2"))
        .isNotEqualTo(other.keyOf("exposure-1"));
  }

  @Test
  void tickets_that_people_ask_for_are_kept_in_the_first_target_that_keeps_tickets() {
    assertThat(withTargets("", TOLD, JIRA, OTHER_JIRA).targetOfRequests()).contains("jira");
    assertThat(withTargets("", TOLD).targetOfRequests()).isEmpty();
  }

  @Test
  void or_where_the_plan_says() {
    assertThat(
            withTargets("\"requested\": {\"target\": \"other\"},", JIRA, OTHER_JIRA)
                .targetOfRequests())
        .contains("other");
  }

  @Test
  void which_has_to_be_a_target_that_keeps_tickets() {
    var told = "\"requested\": {\"target\": \"chat\"},";

    assertThat(
            catchThrowableOfType(PlanException.class, () -> withTargets(told, TOLD, JIRA)).faults())
        .singleElement()
        .asString()
        .contains("requested: no target keeps tickets by the name 'chat'");
  }

  @Test
  void no_route_has_the_name_of_what_people_ask_for() {
    assertThat(faults("", "{\"name\": \"requested\", \"tickets\": [\"jira\"]}"))
        .singleElement()
        .asString()
        .contains("'requested' is for tickets that people ask for");
  }

  private static Plan withTargets(String more, String... targets) {
    return Plan.of(
        "plan.json",
        "{\"version\": \"1\", %s \"targets\": {%s}, \"routes\": []}"
            .formatted(more, String.join(", ", targets)));
  }

  private static Notice.Builder exposure() {
    return Notice.newBuilder()
        .setUid("exposure-1")
        .setActivity(Activity.CREATE)
        .setSeverity(Severity.MEDIUM)
        .setSubject(Subject.newBuilder().setAccount("111122223333"));
  }

  private static List<String> taken(Plan plan, Notice.Builder notice) {
    return plan.routesOf(notice.build()).stream().map(Route::name).toList();
  }

  private static String playbook(String endpoint, String more) {
    return "\"enrich\": {\"function\": \"example/enrich\", \"endpoint\": \"%s\"%s}"
        .formatted(endpoint, more);
  }

  private static List<String> faults(String playbooks, String routes) {
    return catchThrowableOfType(PlanException.class, () -> read(playbooks, routes)).faults();
  }

  private static Plan read(String playbooks, String routes) {
    return Plan.of("plan.json", text(playbooks, routes));
  }

  /** Playbooks begin in line 9, and routes in line 9 or after them. */
  private static String text(String playbooks, String routes) {
    return """
        {
          "version": "1",
          "targets": {
        %s
          },
        """
            .formatted(JIRA)
        + (playbooks.isEmpty() ? "" : "\"playbooks\": {" + playbooks + "},\n")
        + "\"routes\": ["
        + routes
        + "]}";
  }
}
