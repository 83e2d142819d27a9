// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.Breakwater;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.demo.kinesis.Receipts;
import io.breakwater.demo.kinesis.StreamReader;
import io.breakwater.demo.kinesis.StreamWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/**
 * From event to open set: the live job writes streams, is thrown back to its beginning by a failure
 * and writes them again, and both consumers read them. What is open is what the job makes of the
 * same events as files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JobToConsumersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int INSTANCES = 12;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Map<Program, Path> states = new EnumMap<>(Program.class);
  private final Map<Program, ProgramRun> runs = new EnumMap<>(Program.class);
  private final List<Event> events = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private long put;
  private Path directory;

  @BeforeAll
  void given_a_job_that_fails_and_consumers_of_its_streams(@TempDir Path temporary)
      throws Exception {
    directory = temporary;
    try (var server = KinesisLocal.start(directory.resolve("kinesis"))) {
      server.createStream("findings", 1);
      server.createStream("exposures", 2);
      server.createStream("certificates", 1);
      server.createStream("dead-letters", 1);
      write(server);
      for (var program : Program.values()) {
        states.put(program, directory.resolve(program + "-state"));
        runs.put(program, start(program, server));
      }
      runOverFiles();
      for (var run : runs.values()) {
        assertThat(run.exit()).as(run.errors()).isEqualTo(0);
      }
    } finally {
      runs.values().forEach(ProgramRun::close);
    }
  }

  private void write(KinesisLocal server) throws Exception {
    try (var job = LiveJob.start(server, "findings", "exposures", "certificates")) {
      put(server, untilTheFailure());
      awaitWritten(server);
      putToFail(server);
      put(server, afterTheFailure());
      job.awaitRead(put);
      assertThat(job.hasFailed()).isTrue();
      job.drain(directory.resolve("savepoint"));
    }
    for (var stream : List.of("exposures", "certificates")) {
      var reader = new StreamReader(server.client(), stream);
      for (var batch = reader.poll(); !batch.isEmpty(); batch = reader.poll()) {
        batch.forEach(json -> records.add(new String(json, StandardCharsets.UTF_8)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_open_is_what_the_job_holds(Program program) throws Exception {
    assertThat(revisionsIn(states.get(program).resolve("open.ndjson"))).isEqualTo(held());
  }

  /** By the job. */
  private Map<String, String> held() throws IOException {
    var exposures = revisionsIn(directory.resolve("result/open-exposures.ndjson"));
    assertThat(exposures).hasSizeGreaterThan(INSTANCES / 2);
    var alerts = revisionsIn(directory.resolve("result/open-certificates.ndjson"));
    assertThat(alerts).isNotEmpty();
    var held = new TreeMap<>(exposures);
    held.putAll(alerts);
    return held;
  }

  /** Where nothing but the records is kept, and a query has to find the last of each. */
  @Test
  void what_is_open_can_be_told_without_the_order_of_the_shards() throws Exception {
    var shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, new Random(1));
    var last = new TreeMap<String, JsonNode>();
    for (var json : shuffled) {
      last.merge(
          text(json, "/finding_info/uid"),
          JSON.readTree(json),
          BinaryOperator.maxBy(
              Comparator.<JsonNode>comparingInt(it -> it.at("/unmapped/episode/number").asInt())
                  .thenComparingLong(it -> it.path("time").asLong())
                  .thenComparingInt(it -> it.path("activity_id").asInt())));
    }
    last.values().removeIf(record -> record.path("activity_id").asInt() == 3);

    assertThat(last.values())
        .extracting(record -> record.at("/metadata/uid").asText())
        .containsExactlyElementsOf(held().values());
  }

  /** However often the job writes it, and where it comes back to what it was. */
  @ParameterizedTest
  @EnumSource
  void people_are_told_each_revision_once(Program program) throws Exception {
    var revisions = new TreeSet<String>();
    for (var json : written()) {
      revisions.add(text(json, "/metadata/uid"));
    }

    var told = new ArrayList<String>();
    for (var line : runs.get(program).lines()) {
      told.add(text(line, "/revision"));
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(revisions);
  }

  @ParameterizedTest
  @EnumSource
  void the_job_has_written_more_than_that(Program program) throws Exception {
    assertThat(records).hasSizeGreaterThan(written().size());
    assertThat(runs.get(program).errors()).contains("read " + records.size() + " records");
  }

  private List<Event> untilTheFailure() {
    for (int i = 0; i < INSTANCES; i++) {
      events.add(Event.vulnerability(i, "CVE-2026-0001", "ACTIVE", at()));
      if (i % 2 == 0) {
        events.add(Event.reachable(i, "ACTIVE", at()));
      }
      if (i % 3 == 0) {
        events.add(Event.vulnerability(i, "CVE-2026-0001", "CLOSED", at()));
      }
    }
    events.add(Event.renewalWaits(1, 10, at()));
    events.add(Event.renewalWaits(2, 6, at()));
    return List.copyOf(events);
  }

  private List<Event> afterTheFailure() {
    int before = events.size();
    for (int i = 0; i < INSTANCES; i++) {
      if (i % 3 == 0) {
        events.add(Event.vulnerability(i, "CVE-2026-0002", "ACTIVE", at()));
      }
      if (i % 4 == 2) {
        events.add(Event.reachable(i, "CLOSED", at()));
      }
      if (i % 6 == 1) {
        events.add(Event.vulnerability(i, "CVE-2026-0001", "CLOSED", at()));
      }
    }
    events.add(Event.renewed(2, at()));
    events.add(Event.renewalWaits(3, 2, at()));
    return List.copyOf(events.subList(before, events.size()));
  }

  /** A minute after the one before: further apart than a bounded run lets changes settle. */
  private Instant at() {
    return now.minus(100 - events.size(), ChronoUnit.MINUTES);
  }

  private void put(KinesisLocal server, List<Event> batch) throws InterruptedException {
    var writer = writer(server);
    for (var event : batch) {
      writer.add(event.resource(), event.bytes());
    }
    writer.flush();
    put += batch.size();
  }

  private void putToFail(KinesisLocal server) throws InterruptedException {
    var writer = writer(server);
    writer.add("fail", LiveJob.FAIL.getBytes(StandardCharsets.UTF_8));
    writer.flush();
    put++;
  }

  private static StreamWriter writer(KinesisLocal server) {
    return new StreamWriter(server.client(), "findings", new NoneRefused());
  }

  /** So that it is written once before the failure, and once after it. */
  private void awaitWritten(KinesisLocal server) throws InterruptedException {
    var certificates = new StreamReader(server.client(), "certificates");
    long deadline = System.nanoTime() + 60_000_000_000L;
    for (int read = 0; read < 2; read += certificates.poll().size()) {
      assertThat(System.nanoTime()).as("a deadline").isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  private ProgramRun start(Program program, KinesisLocal server) throws Exception {
    return program.start(
        directory.resolve("log-" + program),
        "--stream=exposures",
        "--stream=certificates",
        "--state=" + states.get(program),
        "--region=" + KinesisLocal.REGION,
        "--endpoint=" + server.endpoint(),
        "--until-idle=1");
  }

  private void runOverFiles() throws IOException {
    var input = directory.resolve("events.ndjson");
    Files.write(input, events.stream().map(Event::json).toList());
    int exit =
        new CommandLine(new Breakwater())
            .setOut(new PrintWriter(Writer.nullWriter()))
            .execute(
                "run",
                "--input=" + input,
                "--output=" + directory.resolve("result"),
                "--as-of=" + now);
    assertThat(exit).isEqualTo(0);
  }

  /** Every revision that the job makes of the events as files. */
  private List<String> written() throws IOException {
    var all = Files.readAllLines(directory.resolve("result/exposures.ndjson"));
    all.addAll(Files.readAllLines(directory.resolve("result/certificates.ndjson")));
    return all;
  }

  private static Map<String, String> revisionsIn(Path file) throws IOException {
    var revisions = new TreeMap<String, String>();
    for (var json : Files.readAllLines(file)) {
      revisions.put(text(json, "/finding_info/uid"), text(json, "/metadata/uid"));
    }
    return revisions;
  }

  private static String text(String json, String path) throws IOException {
    return JSON.readTree(json).at(path).asText();
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
