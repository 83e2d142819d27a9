// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import io.breakwater.benchmark.corpus.Mix;
import io.breakwater.benchmark.corpus.Month;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EVENTS = 3_000;

  @TempDir private static Path shared;
  private static Path month;

  @TempDir private Path directory;

  @BeforeAll
  static void makeMonth() throws IOException {
    month = shared.resolve("month");
    new Month(new Mix(EVENTS, 300, 0.5, 1)).write(month, written -> {});
  }

  @Test
  void all_that_comes_out_is_marked_as_of_a_replay_and_is_no_alert() throws IOException {
    replay(month, "out", "--from=2026-10-01", "--to=2026-11-01");

    var told = new ArrayList<>(lines("out", "exposures.ndjson"));
    told.addAll(lines("out", "certificates.ndjson"));
    assertThat(told)
        .hasSizeGreaterThan(500)
        .allSatisfy(
            revision -> {
              assertThat(revision.at("/unmapped/replay").asBoolean()).isTrue();
              assertThat(revision.path("is_alert").asBoolean(true)).isFalse();
            });
    assertThat(summary("out").path("read").asLong()).isEqualTo(EVENTS);
    assertThat(summary("out").path("asOf").asText()).isEqualTo("2026-11-01T00:00:00Z");
  }

  @Test
  void the_same_span_is_the_same_to_the_byte_with_one_two_and_four_tasks() throws IOException {
    replay(month, "one", "--from=2026-10-05", "--to=2026-10-25");
    replay(month, "again", "--from=2026-10-05", "--to=2026-10-25");
    replay(month, "two", "--from=2026-10-05", "--to=2026-10-25", "--parallelism=2");
    replay(month, "four", "--from=2026-10-05", "--to=2026-10-25", "--parallelism=4");

    var one = contents("one");
    assertThat(one.get("exposures.ndjson")).isNotEmpty();
    assertThat(contents("again")).isEqualTo(one);
    assertThat(contents("two")).isEqualTo(one);
    assertThat(contents("four")).isEqualTo(one);
  }

  @Test
  void a_span_of_files_is_what_the_events_of_that_span_alone_are() throws IOException {
    var days = new ArrayList<Path>();
    for (int day = 10; day < 20; day++) {
      days.add(month.resolve("2026/10/" + day));
    }

    replay(month, "span", "--from=2026-10-10", "--to=2026-10-20");
    var of = new ArrayList<String>(List.of("replay", "--output=" + directory.resolve("days")));
    of.add("--as-of=2026-10-20");
    days.forEach(day -> of.add("--input=" + day));
    assertThat(CommandRun.of(of.toArray(String[]::new)).exit()).isZero();

    assertThat(contents("span").get("open-exposures.ndjson"))
        .isNotEmpty()
        .isEqualTo(contents("days").get("open-exposures.ndjson"));
    assertThat(summary("span").path("applied")).isEqualTo(summary("days").path("applied"));
    assertThat(summary("span").at("/ignored/outside-range").asLong()).isPositive();
  }

  @Test
  void what_was_not_selected_is_left_out_and_counted() throws IOException {
    replay(month, "out", "--only-type=AWS::EC2::Instance", "--only-account=111122223333");

    assertThat(lines("out", "exposures.ndjson"))
        .isNotEmpty()
        .allSatisfy(
            revision -> {
              assertThat(revision.at("/cloud/account/uid").asText()).isEqualTo("111122223333");
              assertThat(revision.at("/resources/0/uid").asText()).contains(":instance/");
            });
    assertThat(lines("out", "certificates.ndjson")).isEmpty();
    assertThat(summary("out").at("/ignored/not-selected").asLong()).isPositive();
  }

  @Test
  void the_order_of_events_and_how_they_are_packed_change_nothing_that_is_open()
      throws IOException {
    var backwards = directory.resolve("backwards.zst");
    var files = files(month);
    Collections.reverse(files);
    var all = new ByteArrayOutputStream();
    for (var file : files) {
      try (var in = new GZIPInputStream(Files.newInputStream(file))) {
        all.write(Zstd.compress(in.readAllBytes()));
      }
    }
    Files.write(backwards, all.toByteArray());

    replay(month, "forwards", "--to=2026-11-01");
    replay(backwards, "backwards", "--to=2026-11-01");

    assertThat(contents("backwards").get("open-exposures.ndjson"))
        .isEqualTo(contents("forwards").get("open-exposures.ndjson"));
  }

  @Test
  void a_span_that_ends_before_it_begins_is_wrong_usage() {
    var run =
        CommandRun.of(
            "replay", "--input=" + month, "--output=out", "--from=2026-11-01", "--to=2026-10-01");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("a range must begin before it ends");
  }

  @Test
  void a_time_that_is_none_is_wrong_usage() {
    var run = CommandRun.of("replay", "--input=" + month, "--output=out", "--from=yesterday");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("'yesterday' is no time; expected such as 2026-11-24T00:00:00Z");
  }

  private void replay(Path input, String output, String... options) {
    var arguments = new ArrayList<String>();
    arguments.add("replay");
    arguments.add("--input=" + input);
    arguments.add("--output=" + directory.resolve(output));
    arguments.addAll(List.of(options));

    var run = CommandRun.of(arguments.toArray(String[]::new));

    assertThat(run.exit()).as(run.err()).isZero();
  }

  /** All that was written but how long it took. */
  private Map<String, String> contents(String output) throws IOException {
    var contents = new TreeMap<String, String>();
    for (var file : files(directory.resolve(output))) {
      contents.put(file.getFileName().toString(), Files.readString(file));
    }
    assertThat(contents.remove("summary.json")).isNotNull();
    return contents;
  }

  private static List<Path> files(Path below) throws IOException {
    try (Stream<Path> walk = Files.walk(below)) {
      return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private List<JsonNode> lines(String output, String file) throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(directory.resolve(output).resolve(file))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private JsonNode summary(String output) throws IOException {
    return JSON.readTree(directory.resolve(output).resolve("summary.json").toFile());
  }
}
