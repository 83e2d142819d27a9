// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.benchmark.corpus.Mix;
import io.breakwater.benchmark.corpus.Month;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Laws that must always hold, over a month of events that comes twice: in the order of its hours,
 * and in any order with a part of it given again.
 */
final class MonthTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonFactory TOKENS = new JsonFactory();

  /** More of them by this property: a million take minutes. */
  private static final int EVENTS = Integer.getInteger("breakwater.month.events", 200_000);

  private static final int RESOURCES = EVENTS / 2_000 * 3;

  /** Each half of them of an organisation of its own: they are made side by side. */
  private static final List<Mix> MIXES =
      List.of(new Mix(EVENTS / 2, RESOURCES, 0.9, 7), new Mix(EVENTS / 2, RESOURCES, 0.9, 8));

  /** The month goes on for another ten days. */
  private static final String AS_OF = "2026-10-21T00:00:00Z";

  private static final int CREATE = 1;
  private static final int CLOSE = 3;

  @TempDir private static Path directory;
  private static Path inOrder;
  private static Path shuffled;
  private static long again;

  @BeforeAll
  static void replayTwice() throws IOException {
    var month = directory.resolve("month");
    MIXES.parallelStream().forEach(mix -> write(mix, month.resolve("of-" + mix.seed())));
    inOrder = replay("in-order", files(month));

    var files = files(month);
    var repeated = files.subList(100, 200).stream().toList();
    files.addAll(repeated);
    Collections.shuffle(files, new Random(7));
    shuffled = replay("shuffled", files);
    again = summary(shuffled).path("read").asLong() - summary(inOrder).path("read").asLong();
  }

  private static void write(Mix mix, Path into) {
    try {
      new Month(mix).write(into, written -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_order_of_events_and_their_repetition_do_not_matter() throws IOException {
    assertThat(Files.size(inOrder.resolve("open-exposures.ndjson"))).isGreaterThan(EVENTS);
    assertThat(shuffled.resolve("open-exposures.ndjson"))
        .hasSameBinaryContentAs(inOrder.resolve("open-exposures.ndjson"));
    assertThat(shuffled.resolve("open-certificates.ndjson"))
        .hasSameBinaryContentAs(inOrder.resolve("open-certificates.ndjson"));
    assertThat(shuffled.resolve("choke-points.ndjson"))
        .hasSameBinaryContentAs(inOrder.resolve("choke-points.ndjson"));
  }

  @Test
  void every_record_is_accounted_for() throws IOException {
    var once = summary(inOrder);
    var twice = summary(shuffled);

    assertThat(once.path("read").asLong()).isEqualTo(EVENTS);
    assertThat(Books.accountedFor(once)).isEqualTo(EVENTS);
    assertThat(again).isGreaterThan(EVENTS / 20);
    assertThat(Books.accountedFor(twice)).isEqualTo(EVENTS + again);
    assertThat(Books.accountedFor(once.path("findings")))
        .isEqualTo(once.at("/findings/read").asLong());
    assertThat(Books.accountedFor(twice.path("findings")))
        .isEqualTo(twice.at("/findings/read").asLong());
    assertThat(twice.path("applied")).isEqualTo(once.path("applied"));
  }

  @Test
  void a_replay_invents_nothing_beyond_its_end() throws IOException {
    long end = Instant.parse(AS_OF).toEpochMilli();
    var open = new HashMap<String, Integer>();
    try (Stream<String> revisions = Files.lines(inOrder.resolve("exposures.ndjson"))) {
      revisions.forEach(
          line -> {
            var revision = Told.in(line);
            assertThat(revision.time).isLessThanOrEqualTo(end);
            assertThat(revision.replay).isTrue();
            var before = open.put(revision.uid, revision.activity);
            assertThat(before == null || before == CLOSE)
                .as(line)
                .isEqualTo(revision.activity == CREATE);
          });
    }
    assertThat(open.values()).contains(CREATE, CLOSE);
    assertThat(summary(inOrder).at("/ignored/outside-range").asLong())
        .isGreaterThan(EVENTS * 3L / 10);
  }

  private static Path replay(String name, List<Path> files) {
    var output = directory.resolve(name);
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("replay", "--output=" + output, "--to=" + AS_OF));
    arguments.addAll(List.of("--parallelism=2", "--input"));
    files.forEach(file -> arguments.add(file.toString()));

    var run = CommandRun.of(arguments.toArray(String[]::new));

    assertThat(run.exit()).as(run.err()).isZero();
    return output;
  }

  private static List<Path> files(Path below) throws IOException {
    try (Stream<Path> walk = Files.walk(below)) {
      return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private static JsonNode summary(Path output) throws IOException {
    return JSON.readTree(output.resolve("summary.json").toFile());
  }

  /** What of a revision is looked at: to read all of each would take longer than to make them. */
  private static final class Told {
    private int activity;
    private long time;
    private String uid = "";
    private boolean replay;

    static Told in(String line) {
      var told = new Told();
      try (var parser = TOKENS.createParser(line)) {
        parser.nextToken();
        for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
          var token = parser.nextToken();
          switch (key) {
            case "activity_id" -> told.activity = parser.getIntValue();
            case "time" -> told.time = parser.getLongValue();
            case "finding_info", "unmapped" -> {
              for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals("uid")) {
                  told.uid = parser.getText();
                } else if (name.equals("replay")) {
                  told.replay = parser.getBooleanValue();
                } else {
                  parser.skipChildren();
                }
              }
            }
            default -> {
              if (token != JsonToken.VALUE_STRING) {
                parser.skipChildren();
              }
            }
          }
        }
      } catch (IOException e) {
        throw new AssertionError(line, e);
      }
      return told;
    }
  }
}
