// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.console.index.Index;
import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import io.breakwater.console.index.Severity;
import io.breakwater.console.index.StoreRows;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.sql.SqlIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileFeedTest {
  @TempDir private Path directory;
  private Path output;

  @BeforeEach
  void given_a_directory_of_output() throws IOException {
    output = Files.createDirectory(directory.resolve("output"));
  }

  private Index index(String name) {
    return SqlIndex.inFile(directory.resolve(name));
  }

  private List<String> rows(String name) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(name))) {
      return StoreRows.of(connection);
    }
  }

  private void write(String file, String... lines) throws IOException {
    Files.writeString(
        output.resolve(file),
        String.join("", lines),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String line(Object json) {
    return json + "\n";
  }

  private void writeAll() throws IOException {
    for (int i = 1; i <= 1_200; i++) {
      var exposure =
          Records.exposure(i % 400).at(Records.START.plusSeconds(i)).says("say " + i % 7);
      write("exposures.ndjson", line(i % 5 == 0 ? exposure.close().text() : exposure.text()));
    }
    write("exposures.ndjson", "{\"cut\n", "\n");
    write(
        "certificates.ndjson",
        line(Records.certificate(1, Records.START.plus(Duration.ofDays(9)))));
    write("dead-letters.ndjson", line(Records.deadLetter(1, 0, 1)));
  }

  @Test
  void a_directory_becomes_an_index() throws IOException {
    writeAll();

    try (var index = index("index.db")) {
      var applied = new FileFeed(index).read(output);

      assertThat(applied.read()).isEqualTo(1_203);
      assertThat(applied.of(Outcome.BROKEN)).isEqualTo(1);
      assertThat(applied.of(Outcome.LETTER)).isEqualTo(1);
      assertThat(index.reader().certificates(10)).hasSize(1);
    }
  }

  @Test
  void what_was_answered_to_actions_stands_with_the_exposure() throws IOException {
    write("exposures.ndjson", line(Records.exposure(1).text()));
    write("action-answers.ndjson", line(Records.actionAnswer(7, 1, "applied", "", Records.START)));

    try (var index = index("index.db")) {
      new FileFeed(index).read(output);
      assertThat(new FileFeed(index).read(output).read()).isZero();

      assertThat(index.reader().exposure(Records.Exposure.uid(1)).orElseThrow().answers())
          .hasSize(1);
    }
  }

  @Test
  void reports_and_letters_of_the_response_job_are_told_apart() throws IOException {
    write("reports.ndjson", line(Records.report(1, "made", Records.START)));
    write(
        "dead-letters.ndjson",
        line(
            "{\"schema_version\":1,\"reason\":\"unreadable\",\"detail\":\"no revision\","
                + "\"origin\":\"a\",\"position\":\"1\",\"size\":1,\"raw\":\"AA==\"}"));

    try (var index = index("index.db")) {
      new FileFeed(index).read(output);

      assertThat(index.reached(RecordStream.RESPONSE_DEAD_LETTERS)).hasSize(1);
      assertThat(index.reader().letters(1).get(0).reason()).isEqualTo("unreadable");
      assertThat(index.reader().outcomes().get(RecordStream.REPORTS).of(Outcome.REPORTED))
          .isEqualTo(1);
    }
  }

  @Test
  void it_goes_on_where_it_was() throws IOException {
    write("exposures.ndjson", line(Records.exposure(1).text()));
    try (var index = index("index.db")) {
      new FileFeed(index).read(output);
    }
    write(
        "exposures.ndjson",
        line(Records.exposure(1).update().says("less").severity(Severity.HIGH).text()),
        line(Records.exposure(2).text()));

    try (var index = index("index.db")) {
      var applied = new FileFeed(index).read(output);

      assertThat(applied.read()).isEqualTo(2);
      assertThat(index.reader().count(Selection.OPEN)).isEqualTo(2);
      assertThat(new FileFeed(index).read(output).read()).isEqualTo(0);
    }
  }

  @Test
  void a_line_that_is_still_being_written_waits() throws IOException {
    var whole = line(Records.exposure(2).text());
    write("exposures.ndjson", line(Records.exposure(1).text()), whole.substring(0, 700));

    try (var index = index("index.db")) {
      assertThat(new FileFeed(index).read(output).read()).isEqualTo(1);
      write("exposures.ndjson", whole.substring(700));

      assertThat(new FileFeed(index).read(output).of(Outcome.OPENED)).isEqualTo(1);
    }
  }

  @Test
  void a_file_that_another_run_has_replaced_is_refused() throws IOException {
    write("exposures.ndjson", line(Records.exposure(1).text()), line(Records.exposure(2).text()));

    try (var index = index("index.db")) {
      new FileFeed(index).read(output);
      Files.delete(output.resolve("exposures.ndjson"));
      write("exposures.ndjson", line(Records.exposure(3).text()));

      assertThatThrownBy(() -> new FileFeed(index).read(output))
          .isInstanceOf(ReplacedFileException.class)
          .hasMessageContaining("empty index");

      Files.delete(output.resolve("exposures.ndjson"));
      write("exposures.ndjson", line(Records.exposure(1).text()));

      assertThatThrownBy(() -> new FileFeed(index).read(output))
          .isInstanceOf(ReplacedFileException.class);
    }
  }

  @Test
  void whether_it_can_go_on_is_known_before_it_does() throws IOException {
    write("exposures.ndjson", line(Records.exposure(1).text()));

    try (var index = index("index.db")) {
      var feed = new FileFeed(index);
      feed.check(output);
      assertThat(index.reader().outcomes()).isEmpty();
      feed.read(output);
      write("exposures.ndjson", line(Records.exposure(2).text()));
      feed.check(output);

      Files.delete(output.resolve("exposures.ndjson"));
      write("exposures.ndjson", line(Records.exposure(3).text()));

      assertThatThrownBy(() -> feed.check(output))
          .isInstanceOf(ReplacedFileException.class)
          .hasMessageContaining("exposures.ndjson");
    }
  }

  @Test
  void a_store_that_is_made_again_from_the_stream_has_the_same_rows() throws Exception {
    writeAll();
    var lines = Files.readAllLines(output.resolve("exposures.ndjson"));
    var whole = output.resolve("exposures.ndjson");
    Files.delete(whole);
    // As it comes to a live index: bit by bit, with the process ending in between.
    for (var part : parts(lines, 250)) {
      for (var line : part) {
        write("exposures.ndjson", line(line));
      }
      try (var index = index("first.db")) {
        new FileFeed(index).read(output);
      }
    }

    try (var index = index("again.db")) {
      new FileFeed(index).read(output);
    }

    assertThat(rows("first.db")).hasSizeGreaterThan(1_500);
    assertThat(rows("again.db")).isEqualTo(rows("first.db"));
  }

  private static <T> List<List<T>> parts(List<T> all, int size) {
    var parts = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += size) {
      parts.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return parts;
  }
}
