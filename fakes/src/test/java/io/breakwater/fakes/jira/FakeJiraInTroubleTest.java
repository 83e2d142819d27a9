// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.Exchange;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a caller goes through that has one issue to create, in process and over HTTP. */
final class FakeJiraInTroubleTest {
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
  private static final String ISSUE =
      """
      {"fields":{"project":{"key":"SEC"},"issuetype":{"name":"Task"},"summary":"One",
        "labels":["xf-1"]}}
      """;
  private static final String SEARCH =
      "{\"jql\":\"labels = 'xf-1' ORDER BY created ASC\",\"fields\":[\"key\"]}";
  private static final Map<String, String> HEADERS =
      Map.of(
          "Authorization",
          "Basic "
              + Base64.getEncoder()
                  .encodeToString(
                      (Site.BOT.email() + ":" + Site.BOT.token()).getBytes(StandardCharsets.UTF_8)),
          "Content-Type",
          "application/json");

  @Test
  void an_issue_whose_answer_was_lost_is_there_and_found_after_the_lag() {
    var jira = new FakeJira(Site.standard(), SearchLag.of(Duration.ofMinutes(1)));
    var troubles = Troubles.scripted(Trouble.LOST_ANSWER);
    var create = Call.of("POST", "/rest/api/3/issue", HEADERS, ISSUE);
    var search = Call.of("POST", "/rest/api/3/search/jql", HEADERS, SEARCH);

    var created = Exchange.of(jira, troubles, create, START);
    var early = Exchange.of(jira, troubles, search, START.plusSeconds(59));
    var late = Exchange.of(jira, troubles, search, START.plusSeconds(60));

    assertThat(created.answer()).isEmpty();
    assertThat(found(early.answer().orElseThrow())).isZero();
    assertThat(found(late.answer().orElseThrow())).isEqualTo(1);
  }

  @Test
  void many_callers_at_once_get_an_issue_each() {
    var jira = new FakeJira(Site.standard(), SearchLag.none());
    try (var server = FakeServer.start(jira, Troubles.none(), Clock.systemUTC())) {
      var client = HttpClient.newHttpClient();
      var calls =
          IntStream.range(0, 100)
              .mapToObj(
                  i ->
                      client.sendAsync(
                          request(server, "/rest/api/3/issue", ISSUE), BodyHandlers.ofString()))
              .toList();
      var keys =
          calls.stream()
              .map(CompletableFuture::join)
              .map(HttpResponse::body)
              .map(body -> body.replaceAll(".*\"key\":\"([^\"]+)\".*", "$1"))
              .toList();

      assertThat(keys).doesNotHaveDuplicates().hasSize(100);
      assertThat(jira.issues()).extracting(Issue::key).containsExactlyInAnyOrderElementsOf(keys);
    }
  }

  @Test
  void the_search_works_over_http_as_it_does_in_process() throws Exception {
    var jira = new FakeJira(Site.standard(), SearchLag.none());
    try (var server = FakeServer.start(jira, Troubles.none(), Clock.systemUTC())) {
      var client = HttpClient.newHttpClient();
      client.send(request(server, "/rest/api/3/issue", ISSUE), BodyHandlers.ofString());

      var answer =
          client.send(request(server, "/rest/api/3/search/jql", SEARCH), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(new ObjectMapper().readTree(answer.body()).at("/issues/0/key").asText())
          .isEqualTo("SEC-1");
    }
  }

  private static int found(Answer answer) {
    return answer.json().path("issues").size();
  }

  private static HttpRequest request(FakeServer server, String path, String body) {
    var request = HttpRequest.newBuilder(server.uri().resolve(path));
    HEADERS.forEach(request::header);
    return request.POST(BodyPublishers.ofString(body)).build();
  }
}
