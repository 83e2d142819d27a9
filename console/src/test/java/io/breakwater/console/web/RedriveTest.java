// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RedriveTest extends ConsoleCase {
  private static final String READABLE =
      "{\"source\":\"aws.health\",\"detail-type\":\"AWS Health Event\",\"detail\":{}}";

  private final List<byte[]> sent = new ArrayList<>();
  private boolean failing;

  @Override
  protected Outlets outlets() {
    return new Outlets(Optional.empty(), Optional.of(this::send));
  }

  private void send(byte[] record) throws IOException {
    if (failing) {
      throw new IOException("throttled");
    }
    sent.add(record);
  }

  private HttpResponse<String> redrive(String stream, ObjectNode letter) {
    return redrive(
        "{\"letters\":[{\"stream\":\"%s\",\"id\":\"%s\"}]}"
            .formatted(stream, letter.path("id").asText()));
  }

  private HttpResponse<String> redrive(String json) {
    var csrf = json("/api/about").path("csrf").asText();
    return send(post("/api/letters/redrive", json).header("X-CSRF-Token", csrf));
  }

  private static String why(HttpResponse<String> answer) {
    return read(answer.body()).at("/refused/0/why").asText();
  }

  private static ObjectNode letter(int number, String record) {
    var bytes = record.getBytes(StandardCharsets.UTF_8);
    return Records.deadLetter(number, 0, 1).put("raw", bytes).put("size", bytes.length);
  }

  @Test
  void what_can_be_read_by_now_is_sent_as_it_was_and_written_down() {
    var letter = letter(1, READABLE);
    take(RecordStream.DEAD_LETTERS, letter);
    assertThat(json("/api/about").path("redrive").asBoolean()).isTrue();

    var answer = redrive("dead-letters", letter);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(read(answer.body()).path("sent").asInt()).isOne();
    assertThat(read(answer.body()).path("refused")).isEmpty();
    assertThat(sent).hasSize(1);
    assertThat(new String(sent.get(0), StandardCharsets.UTF_8)).isEqualTo(READABLE);
    assertThat(audited().get(0).at("/what/letters/0/id").asText())
        .isEqualTo(letter.path("id").asText());
  }

  @Test
  void what_would_be_a_dead_letter_again_is_not() {
    var letter = letter(1, "{\"cut off");
    take(RecordStream.DEAD_LETTERS, letter);

    assertThat(why(redrive("dead-letters", letter))).contains("a dead letter again");
    assertThat(sent).isEmpty();
  }

  @Test
  void what_is_no_action_is_not() {
    var letter = letter(1, READABLE).put("reason", "malformed-action");
    take(RecordStream.DEAD_LETTERS, letter);

    assertThat(why(redrive("dead-letters", letter))).contains("no action");
  }

  @Test
  void what_is_not_whole_or_not_there_is_not() {
    var part = letter(1, READABLE).put("chunks", 2).put("size", 1_000);
    take(RecordStream.DEAD_LETTERS, part);

    assertThat(why(redrive("dead-letters", part))).contains("not all of its bytes");
    assertThat(why(redrive("dead-letters", letter(2, READABLE)))).contains("not all of its bytes");
  }

  @Test
  void what_the_response_job_gave_up_is_for_its_own_command() {
    assertThat(why(redrive("response-dead-letters", letter(1, READABLE))))
        .contains("respond redrive");
  }

  @Test
  void a_stream_that_cannot_be_written_is_said() {
    var letter = letter(1, READABLE);
    take(RecordStream.DEAD_LETTERS, letter);
    failing = true;

    assertThat(why(redrive("dead-letters", letter))).contains("try it again");
  }

  @Test
  void what_is_asked_wrongly_is_refused() {
    error(400, redrive("{\"letters\":[]}"));
    error(400, redrive("not JSON"));
  }
}
