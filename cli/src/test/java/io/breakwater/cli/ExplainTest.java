// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  @Test
  void a_finding_is_explained_field_by_field() throws IOException {
    var file = write(InspectorFinding.event("0001", "ACTIVE", "2026-03-01T09:00:00Z"));

    var explained = json(CommandRun.of("explain", "--format", "json", file));

    assertThat(explained.path("input").asText()).isEqualTo(file + "#0");
    assertThat(explained.path("format").asText()).isEqualTo("inspector2");
    assertThat(explained.path("decision").asText()).isEqualTo("signals");
    var signal = explained.at("/signals/0");
    assertThat(signal.at("/resource/arn").asText())
        .isEqualTo("arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abc0001");
    assertThat(signal.at("/resource/account").asText()).isEqualTo("111122223333");
    assertThat(signal.path("severity").asText()).isEqualTo("Critical");
    assertThat(signal.path("state").asText()).isEqualTo("active");
    assertThat(signal.path("updatedAt").asText()).isEqualTo("2026-03-01T09:00:00Z");
    assertThat(signal.at("/traits/0/id").asText()).isEqualTo("high-priority-vulnerability");
    assertThat(signal.at("/traits/0/role").asText()).isEqualTo("contributing");
  }

  @Test
  void a_broken_record_is_a_dead_letter_with_a_reason_and_the_next_one_is_read()
      throws IOException {
    var file =
        write(
            "{\"detail-type\": \"Inspector2 Fin\n"
                + InspectorFinding.event("0001", "CLOSED", "2026-03-01T09:00:00Z"));

    var run = CommandRun.of("explain", "--format", "json", file);

    assertThat(run.exit()).isZero();
    assertThat(run.out().lines().map(ExplainTest::decision))
        .containsExactly("dead-letter", "signals");
    assertThat(run.out()).contains("\"reason\":");
  }

  @Test
  void people_get_a_text() throws IOException {
    var file = write(InspectorFinding.event("0001", "ACTIVE", "2026-03-01T09:00:00Z"));

    var run = CommandRun.of("explain", file);

    assertThat(run.out())
        .contains("inspector2", "instance/i-0123456789abc0001", "high-priority-vulnerability");
  }

  @Test
  void a_file_that_is_not_there_is_said_in_a_sentence() {
    var run = CommandRun.of("explain", directory.resolve("nowhere.json").toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("cannot read", "no such file or directory")
        .doesNotContain("\tat ");
  }

  @Test
  void nothing_to_read_is_wrong_usage() {
    var run = CommandRun.of("explain");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Missing required parameter", "Usage: breakwater explain");
  }

  private String write(String content) throws IOException {
    return Files.writeString(directory.resolve("findings.ndjson"), content).toString();
  }

  private static JsonNode json(CommandRun run) throws IOException {
    return JSON.readTree(run.out());
  }

  private static String decision(String line) {
    try {
      return JSON.readTree(line).path("decision").asText();
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
