// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FakeJiraTest {
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
  private static final String ISSUE =
      """
      {"fields":{"project":{"key":"SEC"},"issuetype":{"name":"Task"},"summary":"One",
        "description":%s,"priority":{"name":"High"},"labels":["xf","xf-1"],"duedate":"2026-12-04"},
       "properties":[{"key":"xf","value":{"uid":"1"}}]}
      """
          .formatted(document("What is exposed\nand how"));

  private Instant now = START;
  private FakeJira jira = new FakeJira(Site.standard(), SearchLag.none());

  @Nested
  class Creating {
    @Test
    void an_issue_is_there_at_once_with_all_that_was_said() {
      var answer = post("/issue", ISSUE);

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.json().path("key").asText()).isEqualTo("SEC-1");
      assertThat(answer.json().path("self").asText())
          .endsWith("/rest/api/3/issue/" + answer.json().path("id").asText());
      var issue = jira.issue("SEC-1").orElseThrow();
      assertThat(issue.summary()).isEqualTo("One");
      assertThat(issue.description()).isEqualTo("What is exposed\nand how");
      assertThat(issue.priority()).isEqualTo("High");
      assertThat(issue.labels()).containsExactly("xf", "xf-1");
      assertThat(issue.properties()).containsKey("xf");
      assertThat(issue.status()).isEqualTo("To Do");
      assertThat(issue.creator()).isEqualTo(Site.BOT.id());
      assertThat(issue.created()).isEqualTo(START);
    }

    @Test
    void operations_may_come_with_a_new_issue() {
      var update = ",\"update\":{\"labels\":[{\"add\":\"%s\"}]}}";
      var body = ISSUE.strip().substring(0, ISSUE.strip().length() - 1);

      var refused = post("/issue", body + update.formatted("a b"));
      var created = post("/issue", body + update.formatted("more"));

      assertThat(fieldNames(refused.json().path("errors"))).containsExactly("labels");
      assertThat(created.json().path("key").asText()).isEqualTo("SEC-1");
      assertThat(jira.issues()).extracting(Issue::key).containsExactly("SEC-1");
      assertThat(jira.issues().get(0).labels()).containsExactly("xf", "xf-1", "more");
    }

    @Test
    void the_same_twice_makes_two_issues() {
      post("/issue", ISSUE);
      post("/issue", ISSUE);

      assertThat(jira.issues()).extracting(Issue::key).containsExactly("SEC-1", "SEC-2");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"SEC\"|\"NONE\"|project",
          "\"Task\"|\"Errand\"|issuetype",
          "\"One\"|\"\"|summary",
          "\"One\"|\"One\\nTwo\"|summary",
          "\"High\"|\"Urgent\"|priority",
          "\"xf-1\"|\"xf 1\"|labels",
          "\"2026-12-04\"|\"4 December\"|duedate",
          "\"duedate\"|\"customfield_10001\"|customfield_10001",
          "\"duedate\"|\"resolution\"|resolution",
          "\"type\":\"doc\"|\"type\":\"paragraph\"|description",
        })
    void a_fault_is_named_with_its_field(String right, String wrong, String field) {
      var answer = post("/issue", ISSUE.replace(right, wrong));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("errorMessages").isArray()).isTrue();
      assertThat(fieldNames(answer.json().path("errors"))).containsExactly(field);
      assertThat(jira.issues()).isEmpty();
    }

    @Test
    void all_faults_are_named_at_once() {
      var answer = post("/issue", "{\"fields\":{\"priority\":{\"name\":\"Urgent\"}}}");

      assertThat(fieldNames(answer.json().path("errors")))
          .containsExactlyInAnyOrder("project", "issuetype", "summary", "priority");
    }

    @Test
    void a_summary_has_at_most_255_characters() {
      assertThat(post("/issue", ISSUE.replace("One", "x".repeat(255))).status()).isEqualTo(201);
      assertThat(post("/issue", ISSUE.replace("One", "x".repeat(256))).status()).isEqualTo(400);
    }

    @Test
    void a_description_has_at_most_32767_characters() {
      assertThat(post("/issue", ISSUE.replace("and how", "x".repeat(32_751))).status())
          .isEqualTo(201);
      assertThat(post("/issue", ISSUE.replace("and how", "x".repeat(32_752))).status())
          .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'type':'text','text':'bare'}",
          "{'type':'paragraph','content':[{'type':'text','text':''}]}",
          "{'type':'paragraph','content':[{'type':'paragraph'}]}",
          "{'type':'heading','content':[{'type':'text','text':'no level'}]}",
          "{'type':'bulletList','content':[]}",
          "{'type':'marquee'}",
          "{'type':'paragraph','content':[{'type':'text','text':'x','marks':[{'type':'link'}]}]}",
        })
    void a_document_that_is_broken_inside_is_invalid_input(String node) {
      var document = "{'type':'doc','version':1,'content':[" + node + "]}";
      var answer =
          post(
              "/issue",
              ISSUE.replace(
                  document("What is exposed\nand how").toString(), document.replace('\'', '"')));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("errorMessages").get(0).asText()).isEqualTo("INVALID_INPUT");
    }

    @Test
    void a_document_may_hold_lists_tables_and_links() {
      var document =
          """
          {"type":"doc","version":1,"content":[
            {"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Path"}]},
            {"type":"bulletList","content":[{"type":"listItem","content":[
              {"type":"paragraph","content":[{"type":"text","text":"instance",
                "marks":[{"type":"link","attrs":{"href":"https://example.com"}}]}]}]}]},
            {"type":"table","content":[{"type":"tableRow","content":[
              {"type":"tableCell","content":[{"type":"paragraph"}]}]}]},
            {"type":"codeBlock","content":[{"type":"text","text":"fix"}]}]}
          """;

      var answer =
          post("/issue", ISSUE.replace(document("What is exposed\nand how").toString(), document));

      assertThat(answer.status()).isEqualTo(201);
      assertThat(jira.issues().get(0).description()).contains("Path\ninstance");
    }

    @Test
    void what_the_site_requires_must_be_given() {
      jira =
          new FakeJira(
              Site.builder()
                  .field(CustomField.required("customfield_10042", "Team", CustomField.Kind.TEXT))
                  .build(),
              SearchLag.none());

      var without = post("/issue", ISSUE);
      var with =
          post("/issue", ISSUE.replace("\"summary\"", "\"customfield_10042\":\"a\",\"summary\""));

      assertThat(fieldNames(without.json().path("errors"))).containsExactly("customfield_10042");
      assertThat(with.status()).isEqualTo(201);
    }

    @Test
    void a_custom_field_takes_what_its_kind_takes() {
      jira =
          new FakeJira(
              Site.builder()
                  .field(
                      CustomField.choice("customfield_10043", "Region", List.of("here", "there")))
                  .build(),
              SearchLag.none());
      var field = "\"customfield_10043\":{\"value\":\"%s\"},\"summary\"";

      var known = post("/issue", ISSUE.replace("\"summary\"", field.formatted("here")));
      var unknown = post("/issue", ISSUE.replace("\"summary\"", field.formatted("nowhere")));

      assertThat(known.status()).isEqualTo(201);
      assertThat(fieldNames(unknown.json().path("errors"))).containsExactly("customfield_10043");
    }

    @Test
    void a_field_that_is_on_no_screen_cannot_be_set() {
      jira = new FakeJira(Site.builder().offScreen("priority").build(), SearchLag.none());

      var answer = post("/issue", ISSUE);

      assertThat(fieldNames(answer.json().path("errors"))).containsExactly("priority");
    }
  }

  @Nested
  class Reading {
    @Test
    void only_the_fields_and_properties_that_are_asked_for_come() {
      post("/issue", ISSUE);

      var issue = get("/issue/SEC-1?fields=status,labels&properties=xf").json();

      assertThat(fieldNames(issue.path("fields"))).containsExactlyInAnyOrder("status", "labels");
      assertThat(issue.at("/fields/status/statusCategory/key").asText()).isEqualTo("new");
      assertThat(issue.at("/properties/xf/uid").asText()).isEqualTo("1");
    }

    @Test
    void an_issue_is_found_by_its_id_too() {
      var id = post("/issue", ISSUE).json().path("id").asText();

      assertThat(get("/issue/" + id).json().path("key").asText()).isEqualTo("SEC-1");
    }

    @Test
    void the_changelog_says_who_changed_what() {
      post("/issue", ISSUE);
      put("/issue/SEC-1", "{\"fields\":{\"priority\":{\"name\":\"Low\"}}}");
      jira.personMoves("SEC-1", "Done");

      var histories =
          get("/issue/SEC-1?expand=changelog").json().path("changelog").path("histories");

      assertThat(histories.get(0).at("/author/accountId").asText()).isEqualTo(Site.PERSON.id());
      assertThat(histories.get(0).at("/items/0/field").asText()).isEqualTo("status");
      assertThat(histories.get(0).at("/items/0/toString").asText()).isEqualTo("Done");
      assertThat(histories.get(1).at("/author/accountId").asText()).isEqualTo(Site.BOT.id());
      assertThat(histories.get(1).at("/items/0/fromString").asText()).isEqualTo("High");
    }

    @Test
    void what_is_not_there_is_not_found() {
      assertThat(get("/issue/SEC-9").status()).isEqualTo(404);
      assertThat(get("/dashboard").status()).isEqualTo(404);
      assertThat(call("DELETE", "/issue/SEC-9", "").status()).isEqualTo(405);
    }

    @Test
    void strangers_are_turned_away() {
      var call = Call.of("GET", "/rest/api/3/myself", Map.of("Authorization", "Basic bm8="), "");

      assertThat(jira.answer(call, now).status()).isEqualTo(401);
    }

    @Test
    void an_account_learns_who_it_is() {
      assertThat(get("/myself").json().path("accountId").asText()).isEqualTo(Site.BOT.id());
    }
  }

  @Nested
  class Editing {
    @Test
    void fields_labels_comments_and_properties_change_in_one_call() {
      post("/issue", ISSUE);
      now = now.plusSeconds(60);

      var answer =
          put(
              "/issue/SEC-1",
              """
              {"fields":{"summary":"Two"},
               "update":{"labels":[{"add":"more"},{"remove":"xf-1"}],
                         "comment":[{"add":{"body":%s}}]},
               "properties":[{"key":"xf","value":2}]}
              """
                  .formatted(document("Worse")));

      assertThat(answer.status()).isEqualTo(204);
      var issue = jira.issue("SEC-1").orElseThrow();
      assertThat(issue.summary()).isEqualTo("Two");
      assertThat(issue.labels()).containsExactly("xf", "more");
      assertThat(issue.comments())
          .containsExactly(
              new Issue.Comment(
                  issue.comments().get(0).id(), Site.BOT.id(), START.plusSeconds(60), "Worse"));
      assertThat(issue.properties().get("xf").asInt()).isEqualTo(2);
      assertThat(issue.history())
          .contains(new Issue.Change(Site.BOT.id(), now, "summary", "One", "Two"));
      assertThat(issue.updated()).isEqualTo(now);
    }

    @Test
    void a_fault_in_one_part_leaves_all_as_it_was() {
      post("/issue", ISSUE);
      var before = jira.issue("SEC-1");

      var answer =
          put(
              "/issue/SEC-1",
              "{\"fields\":{\"summary\":\"Two\"},\"update\":{\"labels\":[{\"add\":\"a b\"}]}}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(jira.issue("SEC-1")).isEqualTo(before);
    }

    @Test
    void a_field_is_set_or_changed_by_operations_but_not_both() {
      post("/issue", ISSUE);

      var answer =
          put(
              "/issue/SEC-1",
              "{\"fields\":{\"labels\":[]},\"update\":{\"labels\":[{\"add\":\"more\"}]}}");

      assertThat(fieldNames(answer.json().path("errors"))).containsExactly("labels");
    }

    @Test
    void what_stays_the_same_leaves_no_trace() {
      post("/issue", ISSUE);
      now = now.plusSeconds(60);

      put("/issue/SEC-1", "{\"fields\":{\"summary\":\"One\"}}");

      assertThat(jira.issue("SEC-1").orElseThrow().history()).isEmpty();
      assertThat(jira.issue("SEC-1").orElseThrow().updated()).isEqualTo(START);
    }

    @Test
    void properties_are_kept_by_key() {
      post("/issue", ISSUE);

      var first = put("/issue/SEC-1/properties/a.b", "{\"n\":1}");
      var second = put("/issue/SEC-1/properties/a.b", "{\"n\":2}");

      assertThat(first.status()).isEqualTo(201);
      assertThat(second.status()).isEqualTo(200);
      assertThat(get("/issue/SEC-1/properties/a.b").json().at("/value/n").asInt()).isEqualTo(2);
      assertThat(get("/issue/SEC-1/properties/none").status()).isEqualTo(404);
    }

    @Test
    void a_remote_link_with_a_known_global_id_is_replaced() {
      post("/issue", ISSUE);
      var link =
          "{\"globalId\":\"xf=1\",\"object\":{\"url\":\"https://example.com/%d\",\"title\":\"t\"}}";

      var first = post("/issue/SEC-1/remotelink", link.formatted(1));
      var second = post("/issue/SEC-1/remotelink", link.formatted(2));

      assertThat(first.status()).isEqualTo(201);
      assertThat(second.status()).isEqualTo(200);
      assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
      assertThat(jira.issue("SEC-1").orElseThrow().remoteLinks())
          .containsOnly(entry("xf=1", "https://example.com/2"));
      assertThat(get("/issue/SEC-1/remotelink?globalId=xf%3D1").status()).isEqualTo(200);
      assertThat(get("/issue/SEC-1/remotelink").json()).hasSize(1);
    }

    @Test
    void a_link_shows_at_both_ends_and_once() {
      post("/issue", ISSUE);
      post("/issue", ISSUE);
      var link =
          """
          {"type":{"name":"Duplicate"},"inwardIssue":{"key":"SEC-2"},"outwardIssue":{"key":"SEC-1"},
           "comment":{"body":%s}}
          """
              .formatted(document("Twice"));

      var answers = List.of(post("/issueLink", link), post("/issueLink", link));

      assertThat(answers).extracting(Answer::status).containsOnly(201);
      assertThat(jira.issue("SEC-2").orElseThrow().links())
          .containsExactly(new Issue.Link("Duplicate", false, "SEC-1"));
      assertThat(jira.issue("SEC-1").orElseThrow().links())
          .containsExactly(new Issue.Link("Duplicate", true, "SEC-2"));
      assertThat(get("/issue/SEC-2").json().at("/fields/issuelinks/0/outwardIssue/key").asText())
          .isEqualTo("SEC-1");
    }

    @Test
    void comments_come_with_their_authors() {
      post("/issue", ISSUE);
      post("/issue/SEC-1/comment", "{\"body\":" + document("ours") + "}");
      jira.personComments("SEC-1", "theirs");

      var comments = get("/issue/SEC-1/comment?orderBy=-created").json();

      assertThat(comments.path("total").asInt()).isEqualTo(2);
      assertThat(comments.at("/comments/0/author/accountId").asText()).isEqualTo(Site.PERSON.id());
      assertThat(comments.at("/comments/1/body/type").asText()).isEqualTo("doc");
      assertThat(post("/issue/SEC-1/comment", "{\"body\":\"plain\"}").status()).isEqualTo(400);
    }
  }

  @Nested
  class Searching {
    @Test
    void issues_are_found_by_label_and_project_in_the_order_asked_for() {
      post("/issue", ISSUE);
      now = now.plusSeconds(1);
      post("/issue", ISSUE);
      post("/issue", ISSUE.replace("xf-1", "xf-2"));

      assertThat(keys("labels = \"xf-1\" AND project = SEC ORDER BY created ASC"))
          .containsExactly("SEC-1", "SEC-2");
      assertThat(keys("project = SEC and labels = xf-1 order by created desc"))
          .containsExactly("SEC-2", "SEC-1");
      assertThat(keys("labels in (\"xf-2\", other)")).containsExactly("SEC-3");
      assertThat(keys("labels = xf AND status = \"to do\" AND key != SEC-1 ORDER BY key"))
          .containsExactly("SEC-2", "SEC-3");
    }

    @Test
    void issues_are_found_by_when_they_were_updated() {
      post("/issue", ISSUE);
      now = START.plus(Duration.ofMinutes(20));
      post("/issue", ISSUE);

      assertThat(keys("updated >= -15m")).containsExactly("SEC-2");
      assertThat(keys("updated >= \"2026-11-27 10:20\"")).containsExactly("SEC-2");
      assertThat(keys("updated < \"2026/11/27 10:20\"")).containsExactly("SEC-1");
      assertThat(keys("updated >= 2026-11-27 ORDER BY updated DESC"))
          .containsExactly("SEC-2", "SEC-1");
    }

    @Test
    void dates_are_meant_in_the_zone_of_the_caller() {
      var zone = ZoneId.of("Asia/Tokyo");
      var account = new Account("bot-2", "tokyo@example.com", "token-3", "Tokyo", zone);
      jira = new FakeJira(Site.builder().account(account).build(), SearchLag.none());
      post("/issue", ISSUE);

      var search =
          "{\"jql\":\"created >= '2026-11-27 19:00' and created < '2026-11-27 19:01'\","
              + "\"fields\":[\"created\"]}";
      var found = jira.answer(call(account, "POST", "/search/jql", search), now).json();

      assertThat(found.at("/issues/0/fields/created").asText())
          .isEqualTo("2026-11-27T19:00:00.000+0900");
    }

    @Test
    void what_was_written_is_found_after_the_lag() {
      jira = new FakeJira(Site.standard(), SearchLag.of(Duration.ofSeconds(30)));
      post("/issue", ISSUE);

      now = START.plusSeconds(29);
      var early = keys("labels = xf-1");
      now = START.plusSeconds(30);
      var late = keys("labels = xf-1");

      assertThat(early).isEmpty();
      assertThat(late).containsExactly("SEC-1");
    }

    @Test
    void a_change_is_found_after_the_lag_and_the_former_state_until_then() {
      jira = new FakeJira(Site.standard(), SearchLag.of(Duration.ofSeconds(30)));
      post("/issue", ISSUE);
      now = START.plusSeconds(60);
      jira.personMoves("SEC-1", "Done", now);

      assertThat(keys("status = \"To Do\"")).containsExactly("SEC-1");
      assertThat(get("/issue/SEC-1").json().at("/fields/status/name").asText()).isEqualTo("Done");
      now = START.plusSeconds(90);
      assertThat(keys("status = \"To Do\"")).isEmpty();
      assertThat(keys("statusCategory = Done")).containsExactly("SEC-1");
    }

    @Test
    void what_is_reconciled_is_found_at_once() {
      jira = new FakeJira(Site.standard(), SearchLag.of(Duration.ofMinutes(5)));
      var id = post("/issue", ISSUE).json().path("id").asText();
      post("/issue", ISSUE);

      var found =
          search(
              "{\"jql\":\"labels = xf-1\",\"fields\":[\"key\"],\"reconcileIssues\":[" + id + "]}");

      assertThat(texts(found, "key")).containsExactly("SEC-1");
    }

    @Test
    void a_deleted_issue_is_found_for_a_while_yet() {
      jira = new FakeJira(Site.standard(), SearchLag.of(Duration.ofSeconds(30)));
      post("/issue", ISSUE);
      now = START.plusSeconds(60);
      jira.delete("SEC-1", now);

      assertThat(get("/issue/SEC-1").status()).isEqualTo(404);
      assertThat(keys("labels = xf-1")).containsExactly("SEC-1");
      now = START.plusSeconds(90);
      assertThat(keys("labels = xf-1")).isEmpty();
    }

    @Test
    void a_spread_of_lags_stays_below_its_bound() {
      jira = new FakeJira(Site.standard(), SearchLag.spread(7, Duration.ofSeconds(60)));
      for (int i = 0; i < 50; i++) {
        post("/issue", ISSUE);
      }

      now = START.plusSeconds(30);
      int half = keys("labels = xf-1").size();
      now = START.plusSeconds(60);
      int all = keys("labels = xf-1").size();

      assertThat(half).isBetween(10, 40);
      assertThat(all).isEqualTo(50);
    }

    @Test
    void pages_follow_one_another_by_token() {
      for (int i = 0; i < 5; i++) {
        post("/issue", ISSUE);
      }
      var keys = new ArrayList<String>();
      var request = "{\"jql\":\"labels = xf ORDER BY key\",\"fields\":[\"key\"],\"maxResults\":2";

      var page = search(request + "}");
      keys.addAll(texts(page, "key"));
      while (!page.path("isLast").asBoolean()) {
        page =
            search(request + ",\"nextPageToken\":\"" + page.path("nextPageToken").asText() + "\"}");
        keys.addAll(texts(page, "key"));
      }

      assertThat(keys).containsExactly("SEC-1", "SEC-2", "SEC-3", "SEC-4", "SEC-5");
      assertThat(page.has("nextPageToken")).isFalse();
    }

    @Test
    void fields_come_only_if_asked_for() {
      post("/issue", ISSUE);

      var bare = search("{\"jql\":\"labels = xf\"}").path("issues").get(0);
      var full =
          search("{\"jql\":\"labels = xf\",\"fields\":[\"status\"],\"properties\":[\"xf\"]}")
              .path("issues")
              .get(0);

      assertThat(fieldNames(bare)).containsExactly("id");
      assertThat(full.at("/fields/status/name").asText()).isEqualTo("To Do");
      assertThat(full.at("/properties/xf/uid").asText()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "ORDER BY created",
          "labels",
          "labels = ",
          "labels ~ x",
          "labels = a OR labels = b",
          "(labels = a)",
          "project = NONE",
          "status = Lost",
          "flavour = sweet",
          "updated >= yesterday",
          "labels > a",
          "labels = \"open",
          "labels = a ORDER created",
          "labels = a ORDER BY flavour",
          "labels = a b",
        })
    void a_query_that_is_not_understood_is_refused(String jql) {
      var body = JsonNodeFactory.instance.objectNode().put("jql", jql);

      var answer = post("/search/jql", body.toString());

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("errorMessages")).isNotEmpty();
    }

    @Test
    void a_token_fits_only_its_query() {
      var body = "{\"jql\":\"labels = a\",\"nextPageToken\":\"AAAA\"}";

      assertThat(post("/search/jql", body).status()).isEqualTo(400);
    }

    @Test
    void a_search_by_get_finds_the_same() {
      post("/issue", ISSUE);
      post("/issue", ISSUE);

      var page =
          get("/search/jql?jql=labels%3Dxf+ORDER+BY+key&fields=key,status&maxResults=1").json();

      assertThat(texts(page, "key")).containsExactly("SEC-1");
      assertThat(page.at("/issues/0/fields/status/name").asText()).isEqualTo("To Do");
      assertThat(page.path("isLast").asBoolean()).isFalse();
    }

    @Test
    void the_search_of_former_days_is_gone() {
      assertThat(post("/search", "{\"jql\":\"labels = a\"}").status()).isEqualTo(410);
      assertThat(get("/search?jql=labels%3Da").status()).isEqualTo(410);
    }
  }

  @Nested
  class Moving {
    @Test
    void a_way_is_taken_by_its_id() {
      post("/issue", ISSUE);

      var answer = post("/issue/SEC-1/transitions", "{\"transition\":{\"id\":\"31\"}}");

      assertThat(answer.status()).isEqualTo(204);
      var issue = jira.issue("SEC-1").orElseThrow();
      assertThat(issue.status()).isEqualTo("Done");
      assertThat(issue.statusCategory()).isEqualTo("done");
      assertThat(issue.resolution()).hasValue("Done");
      assertThat(issue.history()).extracting(Issue.Change::field).contains("status", "resolution");
    }

    @Test
    void going_back_takes_the_resolution_away() {
      post("/issue", ISSUE);
      post("/issue/SEC-1/transitions", "{\"transition\":{\"id\":\"31\"}}");

      post("/issue/SEC-1/transitions", "{\"transition\":{\"id\":\"11\"}}");

      assertThat(jira.issue("SEC-1").orElseThrow().resolution()).isEmpty();
    }

    @Test
    void only_the_ways_from_the_present_status_are_open() {
      strict();

      var ways = get("/issue/SEC-1/transitions").json();
      var refused = post("/issue/SEC-1/transitions", "{\"transition\":{\"id\":\"5\"}}");

      assertThat(ways.path("transitions")).hasSize(1);
      assertThat(ways.at("/transitions/0/to/statusCategory/key").asText())
          .isEqualTo("indeterminate");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().path("errorMessages")).hasSize(1);
    }

    @Test
    void a_way_that_needs_a_field_is_not_taken_without() {
      strict();
      post("/issue/SEC-1/transitions", "{\"transition\":{\"id\":\"4\"}}");

      var needed = get("/issue/SEC-1/transitions?expand=transitions.fields").json();
      var without = post("/issue/SEC-1/transitions", "{\"transition\":{\"id\":\"5\"}}");
      var with =
          post(
              "/issue/SEC-1/transitions",
              """
              {"transition":{"id":"5"},"fields":{"resolution":{"name":"Won't Do"}},
               "update":{"comment":[{"add":{"body":%s}}]}}
              """
                  .formatted(document("Accepted")));

      assertThat(needed.at("/transitions/1/fields/resolution/required").asBoolean()).isTrue();
      assertThat(fieldNames(without.json().path("errors"))).containsExactly("resolution");
      assertThat(with.status()).isEqualTo(204);
      assertThat(jira.issue("SEC-1").orElseThrow().resolution()).hasValue("Won't Do");
      assertThat(jira.issue("SEC-1").orElseThrow().comments()).hasSize(1);
    }

    @Test
    void a_field_that_is_not_on_the_screen_of_the_way_is_refused() {
      post("/issue", ISSUE);

      var answer =
          post(
              "/issue/SEC-1/transitions",
              "{\"transition\":{\"id\":\"31\"},\"fields\":{\"resolution\":{\"name\":\"Done\"}}}");

      assertThat(fieldNames(answer.json().path("errors"))).containsExactly("resolution");
    }

    @Test
    void a_way_may_be_closed_for_a_share_of_the_issues() {
      var simple = Workflow.simple();
      var done = simple.transitions().get(2).forbiddenFor(0.5);
      jira =
          new FakeJira(
              Site.builder().workflow(new Workflow(simple.statuses(), List.of(done))).build(),
              SearchLag.none());
      int open = 0;
      for (int i = 1; i <= 100; i++) {
        post("/issue", ISSUE);
        int ways = get("/issue/SEC-" + i + "/transitions").json().path("transitions").size();
        int status =
            post("/issue/SEC-" + i + "/transitions", "{\"transition\":{\"id\":\"31\"}}").status();

        assertThat(status).isEqualTo(ways == 1 ? 204 : 400);
        open += ways;
      }

      assertThat(open).isBetween(35, 65);
    }

    private void strict() {
      jira = new FakeJira(Site.builder().workflow(Workflow.strict()).build(), SearchLag.none());
      post("/issue", ISSUE);
    }
  }

  @Nested
  class Throttling {
    @Test
    void an_issue_takes_20_writes_in_2_seconds() {
      post("/issue", ISSUE);
      for (int i = 0; i < 20; i++) {
        assertThat(touch(i).status()).isEqualTo(204);
        now = now.plusMillis(50);
      }

      var refused = touch(20);
      now = now.plusSeconds(Long.parseLong(refused.header("Retry-After").orElseThrow()));

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("RateLimit-Reason")).hasValue("jira-per-issue-on-write");
      assertThat(refused.header("Retry-After")).hasValue("1");
      assertThat(touch(21).status()).isEqualTo(204);
    }

    @Test
    void an_issue_takes_100_writes_in_30_seconds() {
      post("/issue", ISSUE);
      for (int i = 0; i < 100; i++) {
        assertThat(touch(i).status()).isEqualTo(204);
        now = now.plusMillis(200);
      }

      var refused = touch(100);

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).hasValue("10");
    }

    @Test
    void one_issue_does_not_slow_another_down() {
      post("/issue", ISSUE);
      post("/issue", ISSUE);
      for (int i = 0; i < 21; i++) {
        touch(i);
      }

      assertThat(put("/issue/SEC-2", "{\"fields\":{\"summary\":\"x\"}}").status()).isEqualTo(204);
    }

    @Test
    void the_limit_can_be_switched_off() {
      jira = new FakeJira(Site.builder().unlimitedIssueWrites().build(), SearchLag.none());
      post("/issue", ISSUE);
      for (int i = 0; i < 200; i++) {
        assertThat(touch(i).status()).isEqualTo(204);
      }
    }

    @Test
    void a_burst_is_throttled_in_the_words_of_jira() {
      var call = call(Site.BOT, "GET", "/myself", "");

      var answer = jira.throttled(call, Duration.ofSeconds(3), now);

      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("Retry-After")).hasValue("3");
      assertThat(answer.header("RateLimit-Reason")).hasValue("jira-burst-based");
    }

    private Answer touch(int i) {
      return put("/issue/SEC-1", "{\"fields\":{\"summary\":\"" + i + "\"}}");
    }
  }

  private List<String> keys(String jql) {
    var body = JsonNodeFactory.instance.objectNode().put("jql", jql);
    body.putArray("fields").add("key");
    return texts(search(body.toString()), "key");
  }

  private JsonNode search(String body) {
    var answer = post("/search/jql", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private Answer get(String resource) {
    return call("GET", resource, "");
  }

  private Answer post(String resource, String body) {
    return call("POST", resource, body);
  }

  private Answer put(String resource, String body) {
    return call("PUT", resource, body);
  }

  private Answer call(String method, String resource, String body) {
    return jira.answer(call(Site.BOT, method, resource, body), now);
  }

  private static Call call(Account account, String method, String resource, String body) {
    var credentials = account.email() + ":" + account.token();
    var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return Call.of(
        method,
        "/rest/api/3" + resource,
        Map.of("Authorization", "Basic " + basic, "Content-Type", "application/json"),
        body);
  }

  private static List<String> texts(JsonNode found, String field) {
    return StreamSupport.stream(found.path("issues").spliterator(), false)
        .map(issue -> issue.path(field).asText())
        .toList();
  }

  private static List<String> fieldNames(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode document(String text) {
    try {
      return new ObjectMapper().readTree(Adf.document(text).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
