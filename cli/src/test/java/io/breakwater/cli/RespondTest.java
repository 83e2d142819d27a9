// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RespondTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Records as the correlation job writes them. */
  private static final Path RECORDS = Path.of("..", "docs", "siem");

  @TempDir Path directory;

  @Test
  void what_the_correlation_job_wrote_has_tickets_in_a_stand_in() throws Exception {
    var input = Files.createDirectories(directory.resolve("in"));
    Files.writeString(input.resolve("exposures.ndjson"), line("exposure.json") + "not JSON\n");
    Files.writeString(input.resolve("certificates.ndjson"), line("certificate.json"));
    var output = directory.resolve("out");

    var run = CommandRun.of("respond", "--input", input.toString(), "--output", output.toString());

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("3 revisions read, 2 made, 1 dead letters");
    assertThat(summaries(output.resolve("tickets.ndjson")))
        .satisfiesExactlyInAnyOrder(
            summary -> assertThat(summary).startsWith("Critical: Potential Remote Execution: "),
            summary -> assertThat(summary).startsWith("Medium: Public certificate for shop."));
    assertThat(Files.readString(output.resolve("dead-letters.ndjson"))).contains("not JSON");
  }

  @Test
  void a_plan_with_faults_is_told_with_all_of_them() throws Exception {
    var plan = directory.resolve("plan.json");
    Files.writeString(
        plan,
        """
        {
          "version": "1",
          "targets": {"jira": {"type": "jira", "url": "https://example.atlassian.net"}},
          "routes": [{"name": "all", "tickets": ["jra"]}]
        }
        """);

    var run = CommandRun.of("respond", "--check", "--plan", plan.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("plan.json:3", "'project'", "'token'");
  }

  @Test
  void nothing_to_read_is_wrong_usage() {
    var run = CommandRun.of("respond");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--input says what to read");
  }

  private static String line(String name) throws IOException {
    return JSON.readTree(RECORDS.resolve(name).toFile()) + "\n";
  }

  private static List<String> summaries(Path file) throws IOException {
    var summaries = new ArrayList<String>();
    for (var line : Files.readAllLines(file)) {
      summaries.add(JSON.readTree(line).path("summary").asText());
    }
    return summaries;
  }
}
