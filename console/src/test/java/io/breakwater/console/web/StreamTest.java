// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import static io.breakwater.console.index.Records.exposure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import io.breakwater.console.index.Records.Exposure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StreamTest extends ConsoleCase {
  private static final int MANY = 4_000;
  private static final int AT_ONCE = 200;

  /** Who listens; reading waits for what comes. */
  private final class Listener implements AutoCloseable {
    private final BufferedReader lines;

    Listener(HttpRequest.Builder request) throws IOException, InterruptedException {
      var response = client.send(request.build(), BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    }

    /** The fields of the next event. */
    Map<String, String> next() throws IOException {
      var fields = new HashMap<String, String>();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && fields.containsKey("event")) {
          return fields;
        }
        int colon = line.indexOf(": ");
        if (colon > 0) {
          fields.put(line.substring(0, colon), line.substring(colon + 2));
        }
      }
      throw new IOException("the stream has ended");
    }

    JsonNode next(String event) throws IOException {
      var fields = next();
      assertThat(fields.get("event")).isEqualTo(event);
      var data = read(fields.get("data"));
      assertThat(fields.get("id")).isEqualTo(data.path("change").asText());
      return data;
    }

    /** All changes until so many exposures have been named. */
    List<JsonNode> changes(int count) throws IOException {
      var changes = new ArrayList<JsonNode>();
      while (changes.size() < count) {
        next("changes").path("changes").forEach(changes::add);
      }
      return changes;
    }

    /** All messages until a change; how many were named. */
    int until(long change) throws IOException {
      next("ready");
      int named = 0;
      for (var last = 0L; last < change; ) {
        var message = next("changes");
        last = message.path("change").asLong();
        named += message.path("changes").size();
      }
      return named;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  private Listener listen(String query) throws IOException, InterruptedException {
    return new Listener(HttpRequest.newBuilder(request("/api/stream" + query).build().uri()));
  }

  @Test
  void what_changes_is_told() throws Exception {
    try (var listener = listen("")) {
      assertThat(listener.next("ready").path("change").asLong()).isZero();

      take(exposure(1).title("Potential harm"));

      var change = listener.changes(1).get(0);
      assertThat(change.path("kind").asText()).isEqualTo("exposure");
      assertThat(change.path("what").asText()).isEqualTo("created");
      assertThat(change.path("uid").asText()).isEqualTo(Exposure.uid(1));
      assertThat(change.path("title").asText()).isEqualTo("Potential harm");
      assertThat(change.path("severity").asText()).isEqualTo("Critical");
      assertThat(change.path("account").asText()).isEqualTo(Records.ACCOUNT);
    }
  }

  @Test
  void an_answer_is_a_change_of_what_it_is_about() throws Exception {
    take(exposure(1), exposure(2));
    awaitChange(2);

    try (var listener = listen("")) {
      listener.next("ready");
      take(RecordStream.ACTION_ANSWERS, Records.actionAnswer(7, 2, "applied", "", Records.START));

      assertThat(listener.changes(1).get(0).path("uid").asText()).isEqualTo(Exposure.uid(2));
    }
  }

  @Test
  void that_rules_were_answered_is_told_although_no_exposure_has_changed() throws Exception {
    try (var listener = listen("")) {
      listener.next("ready");
      take(RecordStream.RULE_ANSWERS, Records.ruleAnswer(1, "refused", Records.START, "no title"));

      var message = listener.next("changes");
      assertThat(message.path("change").asLong()).isEqualTo(1);
      assertThat(message.path("changes")).isEmpty();
    }
  }

  @Test
  void who_comes_now_is_not_told_of_the_past() throws Exception {
    take(exposure(1));
    awaitChange(1);

    try (var listener = listen("")) {
      assertThat(listener.next("ready").path("change").asLong()).isEqualTo(1);
      take(exposure(2));
      assertThat(listener.changes(1).get(0).path("uid").asText()).isEqualTo(Exposure.uid(2));
    }
  }

  @Test
  void who_comes_back_goes_on_where_they_were() throws Exception {
    take(exposure(1), exposure(2), exposure(3));
    awaitChange(3);
    var back =
        HttpRequest.newBuilder(request("/api/stream?after=0").build().uri())
            .header("Last-Event-ID", "1");

    try (var listener = new Listener(back)) {
      assertThat(listener.next("ready").path("change").asLong()).isEqualTo(1);
      assertThat(listener.changes(2).stream().map(change -> change.path("uid").asText()))
          .containsExactly(Exposure.uid(2), Exposure.uid(3));
    }
  }

  @Test
  void a_number_of_another_store_means_to_ask_anew() throws Exception {
    take(exposure(1));
    awaitChange(1);

    try (var listener = listen("?after=4711")) {
      assertThat(listener.next("resync").path("change").asLong()).isEqualTo(1);
    }
  }

  @Test
  void who_has_missed_much_is_told_so_in_one_message() throws Exception {
    take(IntStream.range(0, 250).mapToObj(Records::exposure).toArray(Exposure[]::new));
    awaitChange(250);

    try (var listener = listen("?after=1")) {
      listener.next("ready");
      var message = listener.next("changes");

      assertThat(message.path("truncated").asBoolean()).isTrue();
      assertThat(message.path("change").asLong()).isEqualTo(250);
      assertThat(message.path("changes")).hasSize(100);
    }
  }

  /** Until the server has heard of it: what a listener begins with. */
  private void awaitChange(long number) throws Exception {
    while (true) {
      try (var listener = listen("")) {
        var first = listener.next();
        if (Long.parseLong(first.get("id")) >= number) {
          return;
        }
        listener.next();
      }
    }
  }

  @Test
  void listeners_are_let_go_at_the_end() throws Exception {
    try (var listener = listen("")) {
      listener.next("ready");

      server.close();

      assertThat(listener.lines.lines().filter(line -> line.startsWith("event"))).isEmpty();
    }
  }

  @Test
  void who_does_not_read_holds_up_nobody_and_is_told_what_was_missed() throws Exception {
    var raw = new RawHttp(server.port());
    try (var slow = raw.connect();
        var fast = listen("?after=0")) {
      raw.send(slow, "GET /api/stream?after=0 HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n");
      for (int from = 0; from < MANY; from += AT_ONCE) {
        take(
            IntStream.range(from, from + AT_ONCE)
                .mapToObj(number -> exposure(number).title("long ".repeat(400)))
                .toArray(Exposure[]::new));
      }

      assertThat(fast.until(MANY)).isLessThanOrEqualTo(MANY);

      var lines = new BufferedReader(new InputStreamReader(slow.getInputStream(), UTF_8));
      var ids = lines.lines().filter(line -> line.startsWith("id: "));
      assertThat(ids.anyMatch(("id: " + MANY)::equals)).isTrue();
    }
  }

  @Test
  void there_is_an_end_to_how_many_listen() throws Exception {
    var listeners = new ArrayList<Listener>();
    try {
      for (int i = 0; i < 64; i++) {
        listeners.add(listen(""));
      }

      assertThat(get("/api/stream").statusCode()).isEqualTo(429);
    } finally {
      for (var listener : listeners) {
        listener.close();
      }
    }
  }
}
