// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.jira;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.http.Http;
import io.breakwater.response.http.HttpAnswer;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Subject;
import io.breakwater.response.targets.Draft;
import io.breakwater.response.targets.Marker;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JiraTargetTest {
  private final List<String> sent = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"mine\"",
        "{\"position\": \"soon\"}",
        "{\"position\": \"-1\"}",
        "{\"position\": {\"a\": 1}, \"goal\": \"WON\"}",
        "{\"position\": \"12\", \"goal\": \"WON\"}"
      })
  void what_somebody_else_has_written_into_the_marker_says_nothing(String property) {
    var target =
        answering(
            """
            {"id": "10001", "fields": {"status": {"id": "1", "name": "To Do",
              "statusCategory": {"key": "new"}}}, "transitions": [],
             "properties": {"breakwater": %s}}
            """
                .formatted(property));

    var read = target.read("10001").join();

    assertThat(read.value().marker()).isEqualTo(Marker.NONE);
  }

  @Test
  void what_is_not_seen_itself_and_yet_changes_what_is_stays_out() {
    var hidden = "\u202e\u0007\u0000";
    var notice =
        Notice.newBuilder()
            .setTitle("title" + hidden)
            .setDescription("text" + hidden)
            .setSubject(Subject.newBuilder().setName("name" + hidden))
            .addTraits("trait" + hidden)
            .build();

    var target = answering("{}");
    target.make(new Draft("bw-1-1", notice, List.of())).join();
    target
        .write("1", new Draft("bw-1-1", notice, List.of()), List.of("telling" + hidden), true)
        .join();

    assertThat(sent).hasSize(2);
    assertThat(String.join("", sent))
        .contains("title", "text", "name", "trait", "telling")
        .doesNotContain("\u202e", "\\u0007", "\\u0000");
  }

  private JiraTarget answering(String body) {
    Http http =
        call -> {
          sent.add(new String(call.body(), UTF_8));
          return completedFuture(new HttpAnswer(200, Map.of(), body.getBytes(UTF_8)));
        };
    return new JiraTarget(
        JiraSettings.of(URI.create("https://jira.example.com"), "SEC").build(),
        http,
        () -> completedFuture("Basic x"),
        Duration.ofSeconds(30),
        Clock.systemUTC());
  }
}
