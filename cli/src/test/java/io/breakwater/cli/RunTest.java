// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;
  private Path input;
  private Path output;

  @BeforeEach
  void makeInput() throws IOException {
    input = Files.createDirectory(directory.resolve("input"));
    output = directory.resolve("output");
    Files.writeString(
        input.resolve("march.ndjson"),
        String.join(
            "\n",
            InspectorFinding.event("0001", "ACTIVE", "2026-03-01T09:00:00Z"),
            InspectorFinding.event("0002", "ACTIVE", "2026-03-01T09:10:00Z"),
            InspectorFinding.event("0001", "ACTIVE", "2026-03-01T09:00:00Z"),
            "{\"detail-type\":\"Something Else\",\"source\":\"other\",\"detail\":{}}",
            "not json",
            InspectorFinding.event("0001", "CLOSED", "2026-03-02T09:00:00Z")));
  }

  @Test
  void what_is_open_at_the_end_is_written_and_every_record_accounted_for() throws IOException {
    var run = run();

    assertThat(run.exit()).isZero();
    assertThat(activities("exposures.ndjson")).containsExactly(1, 1, 3);
    assertThat(Files.readAllLines(output.resolve("open-exposures.ndjson")))
        .singleElement()
        .asString()
        .contains("i-0123456789abc0002");
    assertThat(Files.readAllLines(output.resolve("dead-letters.ndjson"))).hasSize(1);
    var summary = summary();
    assertThat(summary.path("read").asLong()).isEqualTo(6);
    assertThat(Books.accountedFor(summary)).isEqualTo(6);
    assertThat(Books.accountedFor(summary.path("findings")))
        .isEqualTo(summary.at("/findings/read").asLong());
    assertThat(summary.path("asOf").asText()).isEqualTo("2026-03-02T09:00:00Z");
  }

  @Test
  void as_of_an_earlier_time_later_events_are_left_out() throws IOException {
    run("--as-of", "2026-03-01T12:00:00Z");

    assertThat(Files.readAllLines(output.resolve("open-exposures.ndjson"))).hasSize(2);
    assertThat(summary().at("/ignored/after-as-of").asLong()).isEqualTo(1);
  }

  @Test
  void two_tasks_find_what_one_finds() throws IOException {
    run();
    var one = Files.readString(output.resolve("exposures.ndjson"));

    run("--parallelism", "2");

    assertThat(Files.readString(output.resolve("exposures.ndjson"))).isEqualTo(one);
  }

  @Test
  void what_is_suppressed_is_told_so_and_told_again_when_that_has_lapsed() throws IOException {
    var suppressions =
        suppressions(rule("lapsing", "2026-03-01"), rule("endless", "when it is done"));

    var run = run("--suppressions=" + suppressions);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(activities("exposures.ndjson")).containsExactly(1, 1, 2, 2, 3);
    assertThat(statuses("exposures.ndjson"))
        .containsExactly("Suppressed", "Suppressed", "New", "New", "Resolved");
    var report = summary().path("suppressions");
    assertThat(report.at("/0/state").asText()).isEqualTo("lapsed");
    assertThat(report.at("/1/state").asText()).isEqualTo("malformed");
    assertThat(report.at("/0/suppressed").asLong()).isZero();
    assertThat(report.at("/0/overdue").asLong()).isEqualTo(1);
    var open = JSON.readTree(Files.readString(output.resolve("open-exposures.ndjson")));
    assertThat(open.at("/unmapped/suppression_ended/id").asText()).isEqualTo("lapsing");
  }

  @Test
  void what_is_suppressed_at_the_end_is_counted_by_rule() throws IOException {
    var run = run("--suppressions=" + suppressions(rule("until-april", "2026-04-01")));

    assertThat(statuses("open-exposures.ndjson")).containsExactly("Suppressed");
    assertThat(summary().at("/suppressions/0/state").asText()).isEqualTo("in-force");
    assertThat(summary().at("/suppressions/0/suppressed").asLong()).isEqualTo(1);
    assertThat(run.exit()).isZero();
  }

  @Test
  void a_faulty_file_of_suppressions_is_refused_with_its_line() throws IOException {
    var run =
        run(
            "--suppressions="
                + suppressions(rule("until-april", "2026-04-01").replace("reason", "why")));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("suppressions.json:2: ", "unknown field 'why'");
    assertThat(output).doesNotExist();
  }

  private Path suppressions(String... rules) throws IOException {
    return Files.writeString(
        directory.resolve("suppressions.json"),
        "{\"version\":\"1\",\"suppressions\":[\n" + String.join(",\n", rules) + "]}");
  }

  private static String rule(String id, String expires) {
    return """
        {"id":"%s","reason":"Nothing of value is there.","owner":"platform","expires":"%s",\
        "severity":"Critical","pattern":{"resource":{"arn":[{"suffix":"0001"},{"suffix":"0002"}]}}}"""
        .formatted(id, expires);
  }

  @Test
  void an_output_that_is_a_file_is_said_in_a_sentence() throws IOException {
    Files.writeString(output, "in the way");

    var run = run();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("cannot write to " + output, "it is no directory");
  }

  @Test
  void too_many_tasks_are_wrong_usage() {
    var run = run("--parallelism", "1000");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--parallelism must be from 1 to 128, was 1000");
  }

  private CommandRun run(String... options) {
    var arguments = new String[options.length + 5];
    arguments[0] = "run";
    arguments[1] = "--input=" + input;
    arguments[2] = "--output";
    arguments[3] = output.toString();
    arguments[4] = "--format=json";
    System.arraycopy(options, 0, arguments, 5, options.length);
    return CommandRun.of(arguments);
  }

  private Iterable<Integer> activities(String file) throws IOException {
    return Files.readAllLines(output.resolve(file)).stream()
        .map(RunTest::read)
        .map(revision -> revision.path("activity_id").asInt())
        .toList();
  }

  private Iterable<String> statuses(String file) throws IOException {
    return Files.readAllLines(output.resolve(file)).stream()
        .map(RunTest::read)
        .map(revision -> revision.path("status").asText())
        .toList();
  }

  private JsonNode summary() throws IOException {
    return JSON.readTree(Files.readString(output.resolve("summary.json")));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }
}
