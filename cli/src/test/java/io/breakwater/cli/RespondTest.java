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
  void a_plan_without_faults_says_where_tickets_are_that_people_ask_for() {
    var run = CommandRun.of("respond", "--check", "--plan", "../docs/respond/plan.json");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("6 targets, no faults", "tickets that people ask for are kept in jira");
  }

  @Test
  void nothing_to_read_is_wrong_usage() {
    var run = CommandRun.of("respond");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--input says what to read");
  }

  @Test
  void what_was_given_up_is_asked_for_once_and_for_the_rest_it_is_said_why_not() throws Exception {
    var letters = directory.resolve("dead-letters.ndjson");
    Files.writeString(
        letters,
        String.join(
            "\n",
            givenUp("jira", "bw-1-1", "exposure-1"),
            givenUp("pager", "exposure-1-1-a", "exposure-1"),
            givenUp("pager", "exposure-1-1-b", "exposure-1"),
            givenUp("playbook:owners", "", "exposure-1"),
            "{\"schema_version\":1,\"reason\":\"unreadable\",\"detail\":\"not JSON\"}",
            "{\"schema_version\":1,\"reason\":\"unreadable-control\",\"detail\":\"not JSON\"}",
            "{\"reason\":\"not-json\"}"));

    var run =
        CommandRun.of(
            "respond",
            "redrive",
            letters.toString(),
            "--stream",
            "controls",
            "--region",
            "eu-central-1",
            "--endpoint",
            "http://127.0.0.1:9",
            "--dry-run");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("3 tickets, messages and calls of playbooks would be asked to be tried again")
        .contains("1 not: records that are no revisions: whoever wrote them")
        .contains("1 not: requests that the job could not follow")
        .contains("1 not: no dead letters of a response job");
  }

  private static String givenUp(String target, String key, String uid) {
    return "{\"schema_version\":1,\"reason\":\"given-up\",\"report\":{\"target\":\"%s\",\"key\":\"%s\",\"uid\":\"%s\"}}"
        .formatted(target, key, uid);
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
