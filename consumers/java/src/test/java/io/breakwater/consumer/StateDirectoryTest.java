// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateDirectoryTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path temporary;

  private Path path;
  private StateDirectory directory;

  @BeforeEach
  void given_a_directory_that_is_made() throws IOException {
    path = temporary.resolve("a").resolve("state");
    directory = StateDirectory.at(path);
  }

  @Test
  void a_new_one_holds_nothing() throws Exception {
    assertThat(directory.openSet().revisions()).isEmpty();
    assertThat(directory.actions().told()).isEmpty();
    assertThat(directory.checkpoint()).isEmpty();
  }

  @Test
  void what_is_open_is_a_record_a_line_by_uid() throws Exception {
    var open = new OpenSet();
    open.take(Revision.parse(Records.created("b", "2")));
    open.take(Revision.parse(Records.created("a", "1")));

    directory.save(open, new Actions(), Map.of());

    assertThat(path.resolve("open.ndjson"))
        .hasContent(Records.created("a", "1") + "\n" + Records.created("b", "2") + "\n");
  }

  @Test
  void all_that_is_saved_is_there_again() throws Exception {
    var open = new OpenSet();
    var actions = new Actions();
    for (var record :
        List.of(Records.created("a", "1"), Records.updated("a", "2"), Records.closed("a", "3"))) {
      open.take(Revision.parse(record));
      actions.on(Revision.parse(record), NOON);
    }
    actions.on(Revision.parse(Records.created("b", "4")), NOON.plusMillis(1));
    open.take(Revision.parse(Records.created("b", "4")));
    var positions =
        Map.of(
            "exposures",
            new StreamPosition(
                Optional.of(NOON),
                new TreeMap<>(
                    Map.of(
                        "s-0",
                        Position.END,
                        "s-1",
                        Position.after("4960"),
                        "s-2",
                        Position.TRIM_HORIZON,
                        "s-3",
                        Position.at(NOON)))),
            "certificates",
            new StreamPosition(Optional.empty(), new TreeMap<>()));

    directory.save(open, actions, positions);

    var again = StateDirectory.at(path);
    assertThat(again.openSet().revisions()).containsExactlyElementsOf(open.revisions());
    assertThat(again.actions().told()).isEqualTo(actions.told());
    assertThat(again.checkpoint()).isEqualTo(positions);
  }

  @Test
  void the_latest_is_kept_as_the_time_at_which_it_was_the_latest() throws Exception {
    var positions =
        Map.of(
            "exposures",
            new StreamPosition(
                Optional.empty(), new TreeMap<>(Map.of("s-0", Position.latest(NOON)))));

    directory.save(new OpenSet(), new Actions(), positions);

    assertThat(directory.checkpoint().get("exposures").shards())
        .containsEntry("s-0", Position.at(NOON));
  }

  @Test
  void nothing_but_the_three_files_is_left_there() throws Exception {
    directory.save(new OpenSet(), new Actions(), Map.of());

    try (var files = Files.list(path)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("open.ndjson", "actions.ndjson", "checkpoint.json");
    }
  }

  @Test
  void a_file_of_somebody_else_is_not_taken_for_its_own() throws Exception {
    Files.writeString(
        path.resolve("checkpoint.json"), "{\"exposures\":{\"shards\":{\"s\":\"7\"}}}");

    assertThatThrownBy(directory::checkpoint)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("checkpoint.json is not what this program wrote")
        .hasMessageContaining("no position in a shard: 7");
  }
}
