// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import static io.breakwater.consumer.Records.created;
import static io.breakwater.consumer.Records.record;
import static io.breakwater.consumer.Records.updated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.demo.kinesis.Receipts;
import io.breakwater.demo.kinesis.StreamWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Both consumers at one stream of a Kinesis server, while it is split, merged and split again, and
 * while what the job writes goes back and forth as after a recovery. Each is killed on its way and
 * started again, then stopped, and the other one goes on in its place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReshardedStreamTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STREAM = "exposures";
  private static final int EXPOSURES = 60;

  /** In the middle of the first of three shards. */
  private static final String A_SIXTH = "56713727820156410577229101238628035242";

  private final Map<Program, Path> states = new EnumMap<>(Program.class);
  private final Map<Program, ProgramRun> runs = new EnumMap<>(Program.class);
  private final Map<Program, ProgramRun> successors = new EnumMap<>(Program.class);
  private final List<String> written = new ArrayList<>();
  private KinesisLocal server;
  private Path directory;

  @BeforeAll
  void given_consumers_that_are_killed_and_started_again(@TempDir Path temporary) throws Exception {
    directory = temporary;
    server = KinesisLocal.start(directory.resolve("kinesis"));
    server.createStream(STREAM, 3);
    for (var program : Program.values()) {
      states.put(program, directory.resolve(program + "-state"));
      runs.put(program, start(program));
    }
    write(opened());
    for (var run : runs.entrySet()) {
      var checkpoint = states.get(run.getKey()).resolve("checkpoint.json");
      run.getValue().await("to keep a checkpoint", () -> Files.exists(checkpoint));
    }
    split();
    write(changed());
    for (var run : runs.values()) {
      run.await("to go beyond it", () -> run.lines().size() > EXPOSURES + EXPOSURES / 4);
      run.kill();
    }
    merge();
    write(changed());
    write(closedAndOpenedAgain());
    doubleShards();
    write(backAsTheyWere());
    for (var program : Program.values()) {
      runs.put(program, start(program));
    }
    for (var run : runs.values()) {
      run.await("to act on all", () -> new TreeSet<>(run.lines()).size() == actionsThatAreDue());
      run.stop();
      assertThat(run.exit()).as(run.errors()).isEqualTo(0);
    }
    for (var program : Program.values()) {
      successors.put(program, startAt(states.get(program), program.other(), "--until-idle=1"));
    }
    for (var run : successors.values()) {
      assertThat(run.exit()).as(run.errors()).isEqualTo(0);
    }
  }

  @AfterAll
  void close() {
    runs.values().forEach(ProgramRun::close);
    successors.values().forEach(ProgramRun::close);
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void the_last_record_of_each_exposure_is_its_state(Program program) throws Exception {
    assertThat(heldIn(states.get(program))).isEqualTo(lastThatAreOpen());
  }

  @ParameterizedTest
  @EnumSource
  void each_revision_is_acted_on(Program program) throws Exception {
    assertThat(new TreeSet<>(runs.get(program).lines())).hasSize(actionsThatAreDue());
  }

  @Test
  void both_act_on_the_same() throws Exception {
    assertThat(new TreeSet<>(runs.get(Program.NODE).lines()))
        .isEqualTo(new TreeSet<>(runs.get(Program.JAVA).lines()));
  }

  @ParameterizedTest
  @EnumSource
  void malformed_records_are_told_with_their_place(Program program) throws Exception {
    assertThat(runs.get(program).errors())
        .containsPattern("malformed record at exposures shardId-\\d+ \\d+: not JSON");
  }

  @ParameterizedTest
  @EnumSource
  void the_end_of_each_shard_that_was_split_or_merged_is_kept(Program program) throws Exception {
    var shards = checkpoint(program).shards();

    assertThat(shards.values()).contains(Position.END);
    assertThat(shards).hasSize(allShards());
  }

  /** Each was stopped by a signal, and what it had kept was handed to the other. */
  @ParameterizedTest
  @EnumSource
  void the_other_goes_on_with_what_one_has_kept_and_acts_on_nothing_again(Program program)
      throws Exception {
    assertThat(successors.get(program).lines()).isEmpty();
    assertThat(successors.get(program).errors())
        .contains("; " + lastThatAreOpen().size() + " are open");
  }

  @ParameterizedTest
  @EnumSource
  void a_stream_that_is_not_there_is_told_by_exit_code_1(Program program) throws Exception {
    try (var run =
        program.start(
            directory.resolve("no-stream-" + program),
            "--stream=nothing",
            "--state=" + directory.resolve("none-" + program),
            "--region=" + KinesisLocal.REGION,
            "--endpoint=" + server.endpoint())) {
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.errors()).contains("breakwater-consumer: there is no such stream: ");
    }
  }

  private static String uid(int number) {
    return String.format("exposure-%03d", number);
  }

  /** A first revision of each, and of every tenth the same once more. */
  private static List<String> opened() {
    var records = new ArrayList<String>();
    for (int i = 0; i < EXPOSURES; i++) {
      records.add(created(uid(i), "A" + i));
      if (i % 10 == 0) {
        records.add(created(uid(i), "A" + i));
      }
    }
    return records;
  }

  /** Three more of every second one, which end in the third, and records that are none. */
  private static List<String> changed() {
    var records = new ArrayList<String>();
    for (int i = 0; i < EXPOSURES; i += 2) {
      for (var revision : List.of("B", "C", "D")) {
        records.add(updated(uid(i), revision + i));
      }
      if (i % 20 == 0) {
        records.add("no revision");
      }
    }
    return records;
  }

  private static List<String> closedAndOpenedAgain() {
    var records = new ArrayList<String>();
    for (int i = 0; i < EXPOSURES; i += 3) {
      records.add(Records.closed(uid(i), "X" + i));
      records.add(Records.closed(uid(i), "X" + i));
      if (i % 2 == 0) {
        records.add(record(1, uid(i), "again " + i, 2));
      }
    }
    return records;
  }

  /** Every fourth that was opened again closes for good, others are what they were at first. */
  private static List<String> backAsTheyWere() {
    var records = new ArrayList<String>();
    for (int i = 0; i < EXPOSURES; i++) {
      if (i % 12 == 0) {
        records.add(record(3, uid(i), "Y" + i, 2));
      } else if (i % 3 == 1) {
        records.add(updated(uid(i), "A" + i));
      }
    }
    return records;
  }

  /** Told without the code under test: each revision once, each close once. */
  private int actionsThatAreDue() {
    return (int) written.stream().filter(json -> json.startsWith("{")).distinct().count()
        - updatesBackToTheFirst();
  }

  /** What was created as A and comes again as an update to A is another record, and no action. */
  private static int updatesBackToTheFirst() {
    return (int) IntStream.range(0, EXPOSURES).filter(i -> i % 12 != 0 && i % 3 == 1).count();
  }

  private Map<String, String> lastThatAreOpen() throws IOException {
    var last = new TreeMap<String, String>();
    for (var json : written) {
      if (json.startsWith("{\"activity_id\":3")) {
        last.remove(text(json, "/finding_info/uid"));
      } else if (json.startsWith("{")) {
        last.put(text(json, "/finding_info/uid"), text(json, "/metadata/uid"));
      }
    }
    return last;
  }

  private static Map<String, String> heldIn(Path state) throws IOException {
    var held = new TreeMap<String, String>();
    for (var json : Files.readAllLines(state.resolve("open.ndjson"))) {
      held.put(text(json, "/finding_info/uid"), text(json, "/metadata/uid"));
    }
    return held;
  }

  private static String text(String json, String path) throws IOException {
    return JSON.readTree(json).at(path).asText();
  }

  private StreamPosition checkpoint(Program program) throws IOException {
    return StateDirectory.at(states.get(program)).checkpoint().get(STREAM);
  }

  private int allShards() {
    return server.client().listShards(request -> request.streamName(STREAM)).shards().size();
  }

  private ProgramRun start(Program program, String... more) throws Exception {
    return startAt(states.get(program), program, more);
  }

  private ProgramRun startAt(Path state, Program program, String... more) throws Exception {
    var arguments = new ArrayList<String>();
    arguments.add("--stream=" + STREAM);
    arguments.add("--state=" + state);
    arguments.add("--region=" + KinesisLocal.REGION);
    arguments.add("--endpoint=" + server.endpoint());
    arguments.addAll(List.of(more));
    return program.start(
        directory.resolve("log-" + program + "-" + state.getFileName()),
        arguments.toArray(new String[0]));
  }

  private void write(List<String> records) throws InterruptedException {
    var writer = new StreamWriter(server.client(), STREAM, new NoneRefused());
    for (var json : records) {
      var key = json.startsWith("{") ? json.replaceAll(".*\"uid\":\"(exposure-\\d+).*", "$1") : "?";
      writer.add(key, Records.bytes(json));
    }
    writer.flush();
    written.addAll(records);
  }

  private void split() throws Exception {
    server
        .client()
        .splitShard(
            request ->
                request
                    .streamName(STREAM)
                    .shardToSplit("shardId-000000000000")
                    .newStartingHashKey(A_SIXTH));
    server.awaitActive(STREAM);
  }

  /** The second half of what was split, and its neighbour. */
  private void merge() throws Exception {
    server
        .client()
        .mergeShards(
            request ->
                request
                    .streamName(STREAM)
                    .shardToMerge("shardId-000000000004")
                    .adjacentShardToMerge("shardId-000000000001"));
    server.awaitActive(STREAM);
  }

  private void doubleShards() throws Exception {
    server
        .client()
        .updateShardCount(
            request ->
                request.streamName(STREAM).targetShardCount(6).scalingType("UNIFORM_SCALING"));
    server.awaitActive(STREAM);
  }

  private static final class NoneRefused implements Receipts {
    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {}

    @Override
    public void refused(byte[] data, String reason) {
      throw new AssertionError(reason);
    }
  }
}
