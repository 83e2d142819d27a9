// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.benchmark.corpus.Mix;
import io.breakwater.benchmark.corpus.Month;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.history.s3.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.StorageClass;

final class ReplayPlacesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String OPEN = "open-exposures.ndjson";

  @TempDir private static Path shared;
  private static KinesisLocal kinesis;
  private static S3Server s3;
  private static Path month;

  @TempDir private Path directory;
  private String stream;
  private String bucket;

  /** A stream keeps when records arrive, so that its events are of the last hours. */
  private Instant recently;

  @BeforeAll
  static void start() throws Exception {
    kinesis = KinesisLocal.start(shared.resolve("kinesis"));
    s3 = S3Server.start(Files.createDirectories(shared.resolve("s3")));
    month = shared.resolve("month");
    new Month(new Mix(3_000, 300, 0.5, 1)).write(month, written -> {});
  }

  @AfterAll
  static void stop() {
    s3.close();
    kinesis.close();
  }

  @BeforeEach
  void name() {
    int number = NUMBERS.incrementAndGet();
    stream = "findings-" + number;
    bucket = "findings-" + number;
    recently = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
  }

  @Test
  void what_arrived_in_a_stream_is_replayed_marked_and_accounted_for() throws Exception {
    kinesis.createStream(stream, 2);
    put(kinesis, InspectorFinding.event("0001", "ACTIVE", recently.toString()));
    put(kinesis, InspectorFinding.event("0002", "ACTIVE", recently.plusSeconds(1).toString()));
    put(kinesis, InspectorFinding.event("0002", "ACTIVE", recently.plusSeconds(1).toString()));
    put(kinesis, InspectorFinding.event("0003", "ACTIVE", recently.minusSeconds(1).toString()));
    put(kinesis, "no JSON at all");

    var run = replay("out", "--input=kinesis:" + stream, "--from=" + recently);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(lines("out", "exposures.ndjson"))
        .hasSize(2)
        .allSatisfy(
            revision -> {
              assertThat(revision.at("/unmapped/replay").asBoolean()).isTrue();
              assertThat(revision.path("is_alert").asBoolean(true)).isFalse();
            });
    assertThat(lines("out", OPEN))
        .extracting(exposure -> exposure.at("/resources/0/uid").asText().replaceFirst(".*/", ""))
        .containsExactlyInAnyOrder("i-0123456789abc0001", "i-0123456789abc0002");
    var summary = summary("out");
    assertThat(summary.path("read").asLong()).isEqualTo(5);
    assertThat(summary.path("applied").asLong()).isEqualTo(2);
    assertThat(summary.path("duplicate").asLong()).isEqualTo(1);
    assertThat(summary.at("/ignored/outside-range").asLong()).isEqualTo(1);
    assertThat(summary.at("/dead/not-json").asLong()).isEqualTo(1);
    assertThat(run.err()).contains("of kinesis:" + stream);
  }

  @Test
  void of_a_span_that_is_over_a_stream_is_read_once() throws Exception {
    var server = KinesisLocal.start(directory.resolve("server"));
    try {
      server.createStream(stream, 1);
      put(server, InspectorFinding.event("0001", "ACTIVE", recently.toString()));
      var command =
          command(
              "out",
              "--input=kinesis:" + stream,
              "--endpoint=" + server.endpoint(),
              "--from=" + recently,
              "--to=" + momentAfterNow(),
              "--slack=PT0S");
      var first = CommandRun.of(command);
      assertThat(first.exit()).as(first.err()).isZero();
      var before = Files.readString(directory.resolve("out").resolve("exposures.ndjson"));
      server.close();

      var again = CommandRun.of(command);

      assertThat(again.exit()).as(again.err()).isZero();
      assertThat(before).isNotEmpty();
      assertThat(directory.resolve("out").resolve("exposures.ndjson")).hasContent(before);
    } finally {
      server.close();
    }
  }

  @Test
  void runs_with_other_rules_share_what_was_brought() throws Exception {
    kinesis.createStream(stream, 1);
    put(kinesis, InspectorFinding.event("0001", "ACTIVE", recently.toString()));
    var place =
        new String[] {
          "--input=kinesis:" + stream,
          "--to=" + momentAfterNow(),
          "--slack=PT0S",
          "--history=" + directory.resolve("history")
        };
    assertThat(replay("before", place).exit()).isZero();
    kinesis.client().deleteStream(request -> request.streamName(stream));

    var after = replay("after", place);

    assertThat(after.exit()).as(after.err()).isZero();
    assertThat(directory.resolve("after").resolve("history")).doesNotExist();
    var diff =
        CommandRun.of(
            "diff", directory.resolve("before").toString(), directory.resolve("after").toString());
    assertThat(diff.exit()).as(diff.err()).isZero();
    assertThat(diff.out()).contains("1 open");
  }

  @Test
  void what_was_brought_of_a_stream_is_an_input_of_other_commands() throws Exception {
    kinesis.createStream(stream, 1);
    put(kinesis, InspectorFinding.event("0001", "ACTIVE", recently.toString()));
    assertThat(replay("out", "--input=kinesis:" + stream).exit()).isZero();

    var run =
        CommandRun.of(
            "run",
            "--input=" + directory.resolve("out").resolve("history"),
            "--output=" + directory.resolve("again"),
            "--format=json");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"read\":1,\"applied\":1,");
  }

  @Test
  void a_file_and_a_stream_are_one_history() throws Exception {
    kinesis.createStream(stream, 1);
    put(kinesis, InspectorFinding.event("0001", "ACTIVE", recently.toString()));
    var file = directory.resolve("older.json");
    Files.writeString(
        file, InspectorFinding.event("0002", "ACTIVE", recently.minusSeconds(60).toString()));

    var run = replay("out", "--input=kinesis:" + stream, "--input=" + file);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(summary("out").path("read").asLong()).isEqualTo(2);
    assertThat(lines("out", OPEN)).hasSize(2);
  }

  @Test
  void a_file_that_is_not_there_is_said_before_anything_is_brought() throws Exception {
    kinesis.createStream(stream, 1);
    put(kinesis, InspectorFinding.event("0001", "ACTIVE", recently.toString()));

    var run = replay("out", "--input=kinesis:" + stream, "--input=missing.json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("breakwater: cannot read missing.json: no such file or directory\n");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void a_stream_that_does_not_exist_is_said() {
    var run = replay("out", "--input=kinesis:missing");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("breakwater: cannot list the shards of stream missing: ")
        .contains("is its name right, and the region?");
  }

  @Test
  void a_stream_without_records_of_the_span_is_said() throws Exception {
    kinesis.createStream(stream, 1);

    var run = replay("out", "--input=kinesis:" + stream, "--from=" + recently);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("there is nothing of [" + recently + ", …) in kinesis:" + stream);
  }

  @Test
  void a_rate_that_is_none_is_wrong_usage() {
    var run = replay("out", "--input=kinesis:any", "--rate=0");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--rate must be more than zero, was 0.0");
  }

  @Test
  void a_negative_slack_is_wrong_usage() {
    var run = replay("out", "--input=kinesis:any", "--slack=-PT1H");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--slack must not be negative, was PT-1H");
  }

  @Test
  void a_stream_has_a_name() {
    var run = replay("out", "--input=kinesis:");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("a name or an ARN must follow in --input=kinesis:");
  }

  @Test
  void an_archive_needs_a_stream_and_a_role_to_be_replayed_with() {
    var run = replay("out", "--input=archive:x");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("an archive needs --replay-stream and --replay-role");
  }

  @Test
  void only_the_replay_of_an_archive_can_be_cancelled() {
    var run = replay("out", "--input=kinesis:any", "--cancel");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--cancel is for archives, not for kinesis:any");
  }

  @Test
  void what_firehose_left_in_a_bucket_is_replayed_like_the_same_files_on_disk() throws Exception {
    createBucket();
    var day = month.resolve("2026/10/10");
    upload(day, "raw/2026/10/10/");
    var span = new String[] {"--from=2026-10-10T06:00:00Z", "--to=2026-10-10T18:00:00Z"};

    var fromBucket = replayS3("bucket", "raw", span);
    var fromDisk = replay("disk", with(span, "--input=" + day));

    assertThat(fromBucket.exit()).as(fromBucket.err()).isZero();
    assertThat(fromDisk.exit()).as(fromDisk.err()).isZero();
    for (var file : List.of("exposures.ndjson", "certificates.ndjson", OPEN)) {
      assertThat(directory.resolve("bucket").resolve(file))
          .hasSameTextualContentAs(directory.resolve("disk").resolve(file));
    }
    assertThat(directory.resolve("bucket").resolve(OPEN)).isNotEmptyFile();
    assertThat(summary("bucket").path("applied")).isEqualTo(summary("disk").path("applied"));
    assertThat(fromBucket.err()).contains("breakwater: 14 files,", " of s3://" + bucket + "/raw");
  }

  @Test
  void objects_that_must_be_restored_are_said_and_brought_once_they_are() throws Exception {
    createBucket();
    upload(month.resolve("2026/10/10/06"), "2026/10/10/06/");
    var cold = Files.readAllBytes(onlyFileIn(month.resolve("2026/10/10/07")));
    var key = "2026/10/10/07/cold.gz";
    put(key, StorageClass.GLACIER, cold);
    var span = new String[] {"--from=2026-10-10T06:00:00Z", "--to=2026-10-10T08:00:00Z"};
    var before = replayS3("out", "", span);
    assertThat(before.err())
        .contains(
            "left out 1 objects that must be restored first, such as s3://" + bucket + "/" + key);
    long readBefore = summary("out").path("read").asLong();
    put(key, StorageClass.STANDARD, cold);

    var after = replayS3("out", "", span);

    assertThat(after.exit()).as(after.err()).isZero();
    assertThat(after.err()).doesNotContain("left out");
    assertThat(summary("out").path("read").asLong()).isGreaterThan(readBefore);
  }

  @Test
  void a_bucket_that_does_not_exist_is_said() {
    var run = replayS3("out", "raw");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("breakwater: cannot list s3://" + bucket + "/raw/: ")
        .contains("is the name right, and are these credentials of its account?");
  }

  @Test
  void a_bucket_that_cannot_be_one_is_wrong_usage() {
    var run = replay("out", "--input=s3://Findings_of_us");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("a place in S3 is written s3://bucket/prefix, was 's3://Findings_of_us'");
  }

  private CommandRun replay(String output, String... options) {
    return CommandRun.of(command(output, with(options, "--endpoint=" + kinesis.endpoint())));
  }

  private CommandRun replayS3(String output, String prefix, String... options) {
    return CommandRun.of(
        command(
            output,
            with(options, "--input=s3://" + bucket + "/" + prefix, "--endpoint=" + s3.endpoint())));
  }

  private String[] command(String output, String... options) {
    return with(options, "replay", "--output=" + directory.resolve(output));
  }

  private static String[] with(String[] options, String... first) {
    var all = new ArrayList<String>(List.of(first));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private void put(KinesisLocal server, String event) {
    server
        .client()
        .putRecord(
            request ->
                request
                    .streamName(stream)
                    .partitionKey(Integer.toString(event.hashCode()))
                    .data(SdkBytes.fromString(event, UTF_8)));
  }

  /** What has arrived by now arrived before it, and it has passed. */
  private static Instant momentAfterNow() {
    var moment = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    while (!Instant.now().isAfter(moment)) {
      Thread.onSpinWait();
    }
    return moment;
  }

  private void createBucket() {
    s3.client().createBucket(request -> request.bucket(bucket));
  }

  private void put(String key, StorageClass storage, byte[] content) {
    s3.client()
        .putObject(
            request -> request.bucket(bucket).key(key).storageClass(storage),
            RequestBody.fromBytes(content));
  }

  private void upload(Path folder, String prefix) throws IOException {
    for (var file : files(folder)) {
      var key = prefix + folder.relativize(file);
      put(key, StorageClass.STANDARD, Files.readAllBytes(file));
    }
  }

  private static Path onlyFileIn(Path folder) throws IOException {
    var files = files(folder);
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  private static List<Path> files(Path below) throws IOException {
    try (var walk = Files.walk(below)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
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
