// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FakeSplunkTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final String EVENT = "/services/collector/event";
  private static final String CHANNEL = "11111111-2222-3333-4444-555555555555";

  private final FakeSplunk splunk =
      new FakeSplunk(
          Duration.ofSeconds(10),
          HecToken.of("plain", "security").allowing("audit"),
          HecToken.of("acks", "security").acknowledging(),
          HecToken.of("off", "security").disabled());

  @ParameterizedTest
  @ValueSource(strings = {"/services/collector", EVENT, "/services/collector/event/1.0"})
  void several_events_come_in_one_body(String path) {
    var answer =
        send(
            path,
            "Splunk plain",
            """
            {"time":1795773600.25,"host":"h","source":"s","sourcetype":"ocsf","event":{"n":1},
             "fields":{"severity":"High","tags":["a","b"]}}
            {"event":"two","index":"audit"}{"event":3}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString()).isEqualTo("{\"text\":\"Success\",\"code\":0}");
    assertThat(splunk.events()).hasSize(3);
    var first = splunk.events().get(0);
    assertThat(first.time()).isEqualTo(Instant.ofEpochMilli(1_795_773_600_250L));
    assertThat(first.sourcetype()).isEqualTo("ocsf");
    assertThat(first.index()).isEqualTo("security");
    assertThat(first.fields()).containsOnlyKeys("severity", "tags");
    assertThat(splunk.events().get(1).index()).isEqualTo("audit");
    assertThat(splunk.events().get(1).time()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2, 401",
    "Bearer plain, 3, 401",
    "Splunk unknown, 4, 403",
    "Splunk off, 1, 403",
  })
  void strangers_are_turned_away(String authorization, int code, int status) {
    var answer = send(EVENT, authorization, "{\"event\":1}");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("code").asInt()).isEqualTo(code);
    assertThat(splunk.events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event\":1}{\"event\":|6",
        "{\"event\":1}[{\"event\":2}]|6",
        "{\"event\":1}{\"event\":2,\"time\":\"noon\"}|6",
        "{\"event\":1}{\"event\":2,\"index\":\"other\"}|7",
        "{\"event\":1}{\"text\":2}|12",
        "{\"event\":1}{\"event\":\"\"}|13",
        "{\"event\":1}{\"event\":2,\"fields\":{\"a\":{\"b\":1}}}|15",
      })
  void one_event_at_fault_is_named_and_none_is_taken(String body, int code) {
    var answer = send(EVENT, "Splunk plain", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asInt()).isEqualTo(code);
    assertThat(answer.json().path("invalid-event-number").asInt()).isEqualTo(1);
    assertThat(splunk.events()).isEmpty();
  }

  @Test
  void a_body_without_events_is_no_data() {
    assertThat(send(EVENT, "Splunk plain", "").json().path("code").asInt()).isEqualTo(5);
  }

  @Test
  void a_body_may_be_packed() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write("{\"event\":1}".getBytes(StandardCharsets.UTF_8));
    }
    var headers = Map.of("Authorization", "Splunk plain", "Content-Encoding", "gzip");

    var answer = splunk.answer(Call.of("POST", EVENT, headers, packed.toByteArray()), NOW);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(splunk.events()).hasSize(1);
  }

  @Test
  void a_token_that_acknowledges_needs_a_channel() {
    var without = send(EVENT, "Splunk acks", "{\"event\":1}");
    var wrong = send(EVENT + "?channel=one", "Splunk acks", "{\"event\":1}");

    assertThat(without.json().path("code").asInt()).isEqualTo(10);
    assertThat(wrong.json().path("code").asInt()).isEqualTo(11);
  }

  @Test
  void that_events_are_indexed_is_told_once_they_are_and_once_only() {
    var first = sendOnChannel(EVENT, "{\"event\":1}", NOW);
    var second = sendOnChannel(EVENT, "{\"event\":2}", NOW.plusSeconds(5));

    var early = acked(NOW.plusSeconds(10));
    var late = acked(NOW.plusSeconds(15));

    assertThat(first.json().path("ackId").asInt()).isZero();
    assertThat(second.json().path("ackId").asInt()).isEqualTo(1);
    assertThat(early.toString()).isEqualTo("{\"0\":true,\"1\":false}");
    assertThat(late.toString()).isEqualTo("{\"0\":false,\"1\":true}");
  }

  @Test
  void who_gets_no_acknowledgment_cannot_ask_for_it() {
    var answer = send("/services/collector/ack", "Splunk plain", "{\"acks\":[0]}");

    assertThat(answer.json().path("code").asInt()).isEqualTo(14);
  }

  @Test
  void a_busy_collector_says_so_in_its_own_words() {
    var call = Call.of("POST", EVENT, Map.of(), "");

    var answer = splunk.throttled(call, Duration.ofSeconds(3), NOW);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().path("code").asInt()).isEqualTo(9);
    assertThat(answer.header("Retry-After")).hasValue("3");
  }

  @Test
  void what_is_not_there_is_not_found() {
    var get = splunk.answer(Call.of("GET", EVENT, Map.of(), ""), NOW);
    var other = splunk.answer(Call.of("POST", "/services/search", Map.of(), ""), NOW);
    var health = splunk.answer(Call.of("GET", "/services/collector/health", Map.of(), ""), NOW);

    assertThat(get.status()).isEqualTo(405);
    assertThat(other.status()).isEqualTo(404);
    assertThat(health.json().path("code").asInt()).isEqualTo(17);
  }

  private Answer send(String target, String authorization, String body) {
    var headers = new HashMap<String, String>();
    if (!authorization.isEmpty()) {
      headers.put("Authorization", authorization);
    }
    return splunk.answer(Call.of("POST", target, headers, body), NOW);
  }

  private Answer sendOnChannel(String target, String body, Instant now) {
    var headers = Map.of("Authorization", "Splunk acks", "X-Splunk-Request-Channel", CHANNEL);
    return splunk.answer(Call.of("POST", target, headers, body), now);
  }

  private JsonNode acked(Instant now) {
    return sendOnChannel("/services/collector/ack", "{\"acks\":[0,1]}", now).json().path("acks");
  }
}
