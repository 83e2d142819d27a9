// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FakeServiceNowTest {
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
  private static final String TABLE = "/api/now/table/incident";
  private static final String INCIDENT =
      """
      {"short_description":"One","description":"What is exposed","impact":"1","urgency":"2",
       "correlation_id":"xf-1","work_notes":"seen"}
      """;

  private Instant now = START;
  private FakeServiceNow serviceNow = new FakeServiceNow(Instance.standard());

  @ParameterizedTest
  @ValueSource(strings = {TABLE, "/api/now/v1/table/incident", "/api/now/v2/table/incident"})
  void an_incident_is_created_with_its_place(String table) {
    var answer = call("POST", table, INCIDENT);

    var result = answer.json().path("result");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location").orElseThrow())
        .endsWith(TABLE + "/" + result.path("sys_id").asText());
    assertThat(result.path("number").asText()).isEqualTo("INC0010001");
    assertThat(result.path("state").asText()).isEqualTo("1");
    assertThat(result.path("sys_created_on").asText()).isEqualTo("2026-11-27 10:00:00");
    assertThat(result.path("work_notes").asText()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1", "1, 2, 2", "2, 2, 3", "1, 3, 3", "3, 2, 4", "3, 3, 5", "2, 1, 2",
  })
  void priority_follows_from_impact_and_urgency(String impact, String urgency, int priority) {
    call(
        "POST",
        TABLE,
        "{\"impact\":\"%s\",\"urgency\":\"%s\",\"priority\":\"1\"}".formatted(impact, urgency));

    assertThat(only().priority()).isEqualTo(priority);
  }

  @Test
  void what_the_table_does_not_have_is_passed_over() {
    call("POST", TABLE, "{\"short_description\":\"One\",\"flavour\":\"sweet\"}");

    assertThat(only().fields()).doesNotContainKey("flavour");
  }

  @Test
  void strings_are_cut_to_their_columns() {
    call("POST", TABLE, INCIDENT.replace("xf-1", "x".repeat(120)));

    assertThat(only().fields().get("correlation_id")).hasSize(100);
  }

  @Test
  void the_same_twice_makes_two_incidents_unless_an_index_forbids_it() {
    call("POST", TABLE, INCIDENT);
    var second = call("POST", TABLE, INCIDENT);
    serviceNow = new FakeServiceNow(Instance.builder().uniqueCorrelationId().build());
    call("POST", TABLE, INCIDENT);
    var refused = call("POST", TABLE, INCIDENT);

    assertThat(second.status()).isEqualTo(201);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("status").asText()).isEqualTo("failure");
    assertThat(serviceNow.incidents()).hasSize(1);
  }

  @Test
  void incidents_are_found_by_query_in_the_order_asked_for() {
    call("POST", TABLE, INCIDENT);
    now = START.plusSeconds(60);
    call("POST", TABLE, INCIDENT);
    call("POST", TABLE, INCIDENT.replace("xf-1", "xf-2"));

    assertThat(numbers("correlation_id=xf-1^ORDERBYsys_created_on"))
        .containsExactly("INC0010001", "INC0010002");
    assertThat(numbers("correlation_id=xf-1^ORDERBYDESCsys_created_on"))
        .containsExactly("INC0010002", "INC0010001");
    assertThat(numbers("correlation_idSTARTSWITHxf^sys_updated_on>=2026-11-27 10:01:00"))
        .containsExactly("INC0010002", "INC0010003");
    assertThat(numbers("correlation_id=xf-2^ORcorrelation_id=xf-3")).containsExactly("INC0010003");
    assertThat(numbers("state!=1")).isEmpty();
  }

  @Test
  void a_misspelt_field_finds_everything_unless_the_instance_is_set_otherwise() {
    call("POST", TABLE, INCIDENT);
    var all = numbers("corelation_id=xf-9");
    serviceNow = new FakeServiceNow(Instance.builder().invalidQueryReturnsNoRows().build());
    call("POST", TABLE, INCIDENT);
    var none = numbers("corelation_id=xf-9");

    assertThat(all).hasSize(1);
    assertThat(none).isEmpty();
  }

  @Test
  void version_1_calls_it_an_error_that_nothing_is_found() {
    assertThat(call("GET", "/api/now/v1/table/incident?number=none", "").status()).isEqualTo(404);
    assertThat(call("GET", TABLE + "?number=none", "").json().path("result")).isEmpty();
  }

  @Test
  void a_page_holds_what_was_asked_for_and_the_total_is_said() {
    for (int i = 0; i < 5; i++) {
      call("POST", TABLE, INCIDENT);
    }

    var page =
        call(
            "GET",
            TABLE
                + "?sysparm_query=ORDERBYnumber&sysparm_limit=2&sysparm_offset=2"
                + "&sysparm_fields=number,state,flavour",
            "");

    assertThat(page.header("X-Total-Count")).hasValue("5");
    assertThat(page.json().path("result").toString())
        .isEqualTo(
            "[{\"number\":\"INC0010003\",\"state\":\"1\"},{\"number\":\"INC0010004\",\"state\":\"1\"}]");
  }

  @Test
  void a_person_reads_words_where_the_table_holds_numbers() {
    call("POST", TABLE, INCIDENT);
    var fields = "&sysparm_fields=state,priority,opened_by,work_notes";

    var words = call("GET", TABLE + "?sysparm_display_value=true" + fields, "");
    var both = call("GET", TABLE + "?sysparm_display_value=all" + fields, "");

    var first = words.json().at("/result/0");
    assertThat(first.path("state").asText()).isEqualTo("New");
    assertThat(first.path("priority").asText()).isEqualTo("2 - High");
    assertThat(first.path("work_notes").asText()).contains("breakwater (Work notes)\nseen");
    assertThat(both.json().at("/result/0/state/value").asText()).isEqualTo("1");
    assertThat(both.json().at("/result/0/state/display_value").asText()).isEqualTo("New");
    assertThat(both.json().at("/result/0/opened_by/link").asText()).contains("/sys_user/");
  }

  @Test
  void resolving_needs_a_close_code_and_close_notes() {
    call("POST", TABLE, INCIDENT);

    var without = patch("{\"state\":\"6\",\"close_code\":\"Solved\"}");
    var with = patch("{\"state\":\"6\",\"close_code\":\"Solved\",\"close_notes\":\"gone\"}");

    assertThat(without.status()).isEqualTo(403);
    assertThat(without.json().at("/error/detail").asText()).contains("close_notes");
    assertThat(with.status()).isEqualTo(200);
    assertThat(only().state()).isEqualTo(Incident.State.RESOLVED);
    assertThat(only().fields()).containsEntry("resolved_by", Instance.BOT);
  }

  @Test
  void a_refused_change_leaves_all_as_it_was() {
    call("POST", TABLE, INCIDENT);
    var before = only();

    patch("{\"state\":\"6\",\"short_description\":\"Two\",\"work_notes\":\"never\"}");

    assertThat(only()).isEqualTo(before);
  }

  @Test
  void what_is_resolved_can_be_reopened_and_what_is_closed_cannot() {
    call("POST", TABLE, INCIDENT);
    serviceNow.personMoves("INC0010001", Incident.State.RESOLVED);
    var reopened = patch("{\"state\":\"2\"}");
    serviceNow.personMoves("INC0010001", Incident.State.CLOSED);
    var refused = patch("{\"state\":\"2\"}");

    assertThat(reopened.status()).isEqualTo(200);
    assertThat(only().fields()).containsEntry("reopen_count", "1");
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void journals_take_entries_and_are_read_by_the_record() {
    call("POST", TABLE, INCIDENT);
    now = START.plusSeconds(60);
    patch("{\"comments\":\"to the caller\"}");
    serviceNow.personComments("INC0010001", "by hand");

    var entries =
        call(
            "GET",
            "/api/now/table/sys_journal_field?sysparm_query="
                + encoded("element_id=" + only().sysId() + "^element=work_notes"),
            "");

    assertThat(texts(entries.json(), "value")).containsExactly("seen", "by hand");
    assertThat(texts(entries.json(), "sys_created_by"))
        .containsExactly(Instance.BOT, Instance.PERSON);
    assertThat(only().journal())
        .extracting(Incident.Entry::element)
        .containsExactly("work_notes", "comments", "work_notes");
    assertThat(only().updated()).isEqualTo(now);
  }

  @Test
  void what_changed_is_found_by_its_time_in_utc_and_in_no_other_form() {
    call("POST", TABLE, INCIDENT);
    now = START.plusSeconds(60);
    call("POST", TABLE, INCIDENT);

    var later =
        call("GET", TABLE + "?sysparm_query=" + encoded("sys_updated_on>=2026-11-27 10:00:30"), "");
    var iso =
        call(
            "GET", TABLE + "?sysparm_query=" + encoded("sys_updated_on>=2026-11-27T10:00:30Z"), "");

    assertThat(later.json().path("result")).hasSize(1);
    assertThat(iso.json().path("result")).as("passed over").hasSize(2);
  }

  @Test
  void the_journal_may_be_hidden_from_callers() {
    serviceNow = new FakeServiceNow(Instance.builder().journalIsHidden().build());

    var entries = call("GET", "/api/now/table/sys_journal_field", "");

    assertThat(entries.status()).isEqualTo(403);
  }

  @Test
  void each_change_has_an_author() {
    call("POST", TABLE, INCIDENT);
    patch("{\"urgency\":\"1\"}");
    serviceNow.personMoves("INC0010001", Incident.State.IN_PROGRESS);

    assertThat(only().history())
        .contains(
            new Incident.Change(Instance.BOT, START, "urgency", "2", "1"),
            new Incident.Change(Instance.BOT, START, "priority", "2", "1"),
            new Incident.Change(Instance.PERSON, START, "state", "1", "2"));
    assertThat(only().fields()).containsEntry("sys_updated_by", Instance.PERSON);
  }

  @Test
  void what_stays_the_same_is_no_update() {
    call("POST", TABLE, INCIDENT);
    now = START.plusSeconds(60);

    patch("{\"short_description\":\"One\"}");

    assertThat(only().updated()).isEqualTo(START);
    assertThat(only().fields()).containsEntry("sys_mod_count", "0");
  }

  @Test
  void what_is_not_there_is_not_found() {
    call("POST", TABLE, INCIDENT);
    var sysId = only().sysId();
    serviceNow.delete("INC0010001");

    assertThat(call("GET", TABLE + "/" + sysId, "").status()).isEqualTo(404);
    assertThat(call("PATCH", TABLE + "/" + sysId, "{}").status()).isEqualTo(404);
    assertThat(call("GET", "/api/now/table/recipes", "").status()).isEqualTo(400);
    assertThat(call("DELETE", TABLE + "/" + sysId, "").status()).isEqualTo(405);
  }

  @Test
  void a_data_policy_may_ask_for_more() {
    serviceNow = new FakeServiceNow(Instance.builder().mandatory("assignment_group").build());

    assertThat(call("POST", TABLE, INCIDENT).status()).isEqualTo(403);
    assertThat(serviceNow.incidents()).isEmpty();
  }

  @Test
  void a_token_lets_in_until_it_runs_out() {
    var answer = token("grant_type=client_credentials&client_id=client-1&client_secret=secret-1");
    var bearer = Map.of("Authorization", "Bearer " + answer.json().path("access_token").asText());

    var early = serviceNow.answer(Call.of("GET", TABLE, bearer, ""), now);
    var late =
        serviceNow.answer(
            Call.of("GET", TABLE, bearer, ""),
            now.plusSeconds(answer.json().path("expires_in").asLong()));

    assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(early.status()).isEqualTo(200);
    assertThat(late.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=client_credentials&client_id=client-1&client_secret=wrong, 401, invalid_client",
    "grant_type=client_credentials, 401, invalid_client",
    "grant_type=guess, 400, unsupported_grant_type",
  })
  void a_token_is_not_for_everyone(String form, int status, String error) {
    var answer = token(form);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error").asText()).isEqualTo(error);
  }

  @Test
  void strangers_are_turned_away() {
    assertThat(serviceNow.answer(Call.of("GET", TABLE, Map.of(), ""), now).status()).isEqualTo(401);
  }

  @Test
  void a_rule_limits_the_requests_of_an_hour() {
    serviceNow = new FakeServiceNow(Instance.builder().requestsPerHour(2).build());
    now = START.plus(Duration.ofMinutes(59));
    var first = call("GET", TABLE, "");
    call("GET", TABLE, "");
    var refused = call("GET", TABLE, "");
    now = now.plusSeconds(Long.parseLong(refused.header("Retry-After").orElseThrow()));

    assertThat(first.header("X-RateLimit-Limit")).hasValue("2");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-RateLimit-Reset"))
        .hasValue(Long.toString(START.plusSeconds(3600).getEpochSecond()));
    assertThat(refused.header("X-RateLimit-Rule")).isPresent();
    assertThat(call("GET", TABLE, "").status()).isEqualTo(200);
  }

  private Incident only() {
    assertThat(serviceNow.incidents()).hasSize(1);
    return serviceNow.incidents().get(0);
  }

  private List<String> numbers(String query) {
    var answer = call("GET", TABLE + "?sysparm_query=" + encoded(query), "");
    assertThat(answer.status()).isEqualTo(200);
    return texts(answer.json(), "number");
  }

  private Answer patch(String body) {
    return call("PATCH", TABLE + "/" + only().sysId(), body);
  }

  private Answer token(String form) {
    var type = Map.of("Content-Type", "application/x-www-form-urlencoded");
    return serviceNow.answer(Call.of("POST", "/oauth_token.do", type, form), now);
  }

  private Answer call(String method, String target, String body) {
    var credentials = Instance.BOT + ":" + Instance.BOT_PASSWORD;
    var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    var headers = Map.of("Authorization", "Basic " + basic, "Content-Type", "application/json");
    return serviceNow.answer(Call.of(method, target, headers, body), now);
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.path("result").spliterator(), false)
        .map(record -> record.path(field).asText())
        .toList();
  }
}
