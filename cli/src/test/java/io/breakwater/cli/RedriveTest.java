// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.deadletter.DeadLetter;
import io.breakwater.core.decode.Decoder;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.demo.kinesis.StreamReader;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedriveTest {
  /** Too large for one letter, and for the job that refused it. */
  private static final byte[] LARGE =
      InspectorFinding.event("0001", "ACTIVE", "2026-11-01T00:00:00Z")
          .replace("\"detail\":{", "\"padding\":\"" + "x".repeat(900_000) + "\",\"detail\":{")
          .getBytes(UTF_8);

  private static final byte[] NOISE = "no JSON at all".getBytes(UTF_8);

  private KinesisLocal server;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    server = KinesisLocal.start(directory);
    server.createStream("dead-letters", 2);
    for (var letter : letters()) {
      for (int copy = 0; copy < 2; copy++) {
        server
            .client()
            .putRecord(
                request ->
                    request
                        .streamName("dead-letters")
                        .partitionKey(Integer.toString(letter.length))
                        .data(SdkBytes.fromByteArray(letter)));
      }
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void what_can_be_read_by_now_is_sent_again_once_and_byte_for_byte() throws Exception {
    server.createStream("findings", 1);

    var run = redrive("--from", "dead-letters", "--stream", "findings", "--format", "json");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"chosen\":{\"too-large\":1}", "\"accepted\":1")
        .contains("\"stillDead\":{\"not-json\":1}", "\"broken\":0", "\"incomplete\":0");
    assertThat(new StreamReader(server.client(), "findings").poll()).containsExactly(LARGE);
  }

  @Test
  void a_dry_run_sends_nothing_and_says_what_it_would() throws Exception {
    server.createStream("untouched", 1);

    var run =
        redrive("--from", "dead-letters", "--stream", "untouched", "--even-dead", "--dry-run");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 records would be sent to stream untouched");
    assertThat(new StreamReader(server.client(), "untouched").poll()).isEmpty();
  }

  @Test
  void letters_of_a_reason_come_from_files_as_well(@TempDir Path directory) throws Exception {
    server.createStream("again", 1);
    var lines = new ByteArrayOutputStream();
    for (var letter : letters()) {
      lines.writeBytes(letter);
      lines.write('\n');
    }
    var file = Files.write(directory.resolve("dead-letters.ndjson"), lines.toByteArray());

    var run = redrive(file.toString(), "--stream", "again", "--reason", "not-json", "--even-dead");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 of 1 records sent to stream again", "1 have other reasons");
    assertThat(new StreamReader(server.client(), "again").poll()).containsExactly(NOISE);
  }

  @Test
  void what_is_of_the_control_stream_is_not_sent_whatever_is_asked_for(@TempDir Path directory)
      throws Exception {
    server.createStream("no-actions", 1);
    var finding = InspectorFinding.event("0002", "ACTIVE", "2026-11-01T00:00:00Z").getBytes(UTF_8);
    var letter = DeadLetter.ofAction("a finding is no action", "shard-0", "1", finding);
    var file = Files.write(directory.resolve("dead-letters.ndjson"), letter.toJson().get(0));

    var run =
        redrive(
            file.toString(),
            "--stream",
            "no-actions",
            "--reason",
            DeadLetter.MALFORMED_ACTION,
            "--even-dead");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("0 of 0 records sent", "1 are of the control stream, and no findings");
    assertThat(new StreamReader(server.client(), "no-actions").poll()).isEmpty();
  }

  @Test
  void letters_that_came_later_stay_where_they_are() throws Exception {
    var run =
        redrive(
            "--from",
            "dead-letters",
            "--stream",
            "none",
            "--dry-run",
            "--even-dead",
            "--until",
            Instant.now().minusSeconds(3600).toString());

    assertThat(run.out()).contains("0 records would be sent");
  }

  @Test
  void nobody_is_asked_where_nobody_is() {
    var run = CommandRun.of("redrive", "--from", "a", "--stream", "b", "--region", "eu-central-1");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("look with --dry-run, then say --yes");
  }

  @Test
  void letters_are_asked_for() {
    var run = CommandRun.of("redrive", "--stream", "b");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("say where the dead letters are");
  }

  private CommandRun redrive(String... arguments) {
    var all = new ArrayList<String>(List.of("redrive"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--endpoint", server.endpoint().toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static List<byte[]> letters() {
    var decoder = Decoder.withLimit(1024);
    var records = new ArrayList<byte[]>();
    for (var raw : List.of(LARGE, NOISE)) {
      records.addAll(
          DeadLetter.of(decoder.decode(raw), "shard-0", "1", raw).orElseThrow().toJson());
    }
    return records;
  }
}
