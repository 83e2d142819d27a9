// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.console.index.Records.Exposure;
import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionRecords;
import io.breakwater.core.control.MalformedAction;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ActionTest extends ConsoleCase {
  private final List<byte[]> sent = new ArrayList<>();
  private boolean failing;

  @Override
  protected Outlets outlets() {
    return Outlets.of((resource, action) -> take(action));
  }

  private void take(byte[] action) throws IOException {
    if (failing) {
      throw new IOException("throttled");
    }
    sent.add(action);
  }

  private HttpResponse<String> act(String json) {
    var csrf = json("/api/about").path("csrf").asText();
    return send(
        post("/api/actions", json.replace("UID", Exposure.uid(1))).header("X-CSRF-Token", csrf));
  }

  private Action onlyAction() throws MalformedAction {
    assertThat(sent).hasSize(1);
    return ActionRecords.of(sent.get(0));
  }

  @Test
  void what_somebody_decides_goes_to_the_jobs_with_who_and_when() throws MalformedAction {
    take(exposure(1));

    var answer = act("{\"action\":\"status\",\"exposure\":\"UID\",\"seen\":5,\"status_id\":2}");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(onlyAction().signature().by()).isEqualTo(System.getProperty("user.name"));
    assertThat(onlyAction().signature().at()).isEqualTo(clock.instant());
    assertThat(onlyAction().statusId()).hasValue(2);
    assertThat(onlyAction().exposure()).isEqualTo(Exposure.uid(1));
    assertThat(read(answer.body()).path("uid").asText())
        .isEqualTo(onlyAction().signature().action());
  }

  @Test
  void it_is_in_the_audit_log() {
    take(exposure(1));

    act("{\"action\":\"comment\",\"exposure\":\"UID\",\"comment\":\"seen to\"}");

    JsonNode entry = audited().get(0);
    assertThat(entry.path("outcome").asText()).isEqualTo("202");
    assertThat(entry.at("/what/comment").asText()).isEqualTo("seen to");
  }

  /** A line of the log is one, whoever reads it, and does nothing to a terminal. */
  @Test
  void what_somebody_writes_stays_within_its_line_of_the_audit_log() {
    take(exposure(1));
    var comment =
        "a\\r\\n{\\\"who\\\":\\\"root\\\"}\\u2028\\u2029\\u0085\\u009b2J\\u202e\\u001b[2J";

    act("{\"action\":\"comment\",\"exposure\":\"UID\",\"comment\":\"" + comment + "\"}");

    assertThat(audited()).hasSize(1);
    assertThat(audited().get(0).path("who").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(audit.toString(StandardCharsets.UTF_8)).matches("[\\x20-\\x7e]+\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "[]",
        "{\"action\":\"status\",\"exposure\":\"UID\"}",
        "{\"action\":\"comment\",\"exposure\":\"UID\",\"comment\":\"\"}",
        "{\"action\":\"suppress\",\"exposure\":\"UID\",\"reason\":\"x\"}",
        "{\"action\":\"comment\",\"exposure\":\"UID\",\"comment\":\"x\",\"by\":\"another\"}",
        "{\"action\":\"comment\",\"exposure\":\"UID\",\"comment\":\"x\",\"more\":1}",
        "{\"action\":\"delete\",\"exposure\":\"UID\"}"
      })
  void what_is_no_action_goes_nowhere(String action) {
    take(exposure(1));

    assertThat(error(400, act(action)).path("field").asText()).isEqualTo("action");
    assertThat(sent).isEmpty();
  }

  @Test
  void nothing_is_decided_about_what_is_not_open() {
    error(404, act("{\"action\":\"ticket\",\"exposure\":\"UID\"}"));
    take(exposure(1), exposure(1).close());

    error(409, act("{\"action\":\"ticket\",\"exposure\":\"UID\"}"));
    assertThat(sent).isEmpty();
  }

  @Test
  void what_could_not_be_written_is_told() {
    take(exposure(1));
    failing = true;

    error(503, act("{\"action\":\"ticket\",\"exposure\":\"UID\"}"));
  }

  @Test
  void an_action_is_json() {
    var csrf = json("/api/about").path("csrf").asText();
    var form =
        request("/api/actions")
            .header("Content-Type", "text/plain")
            .header("X-CSRF-Token", csrf)
            .POST(BodyPublishers.ofString("{}"));

    error(415, send(form));
  }

  @Test
  void the_page_knows_that_it_may() {
    assertThat(json("/api/about").path("actions").asBoolean()).isTrue();
  }
}
