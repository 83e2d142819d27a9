// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.control.ActionAnswer;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.control.ActionRecords;
import io.breakwater.core.signal.Severity;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.demo.kinesis.StreamReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;

/** What somebody decides on the command line, as records of the control stream. */
final class ActTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARN = "arn:aws:ec2:eu-central-1:111122223333:instance/i-0a";

  @TempDir private Path directory;

  @Test
  void a_dry_run_prints_the_record_as_the_job_reads_it() throws Exception {
    var run =
        act(
            "--exposure",
            uid(1),
            "--resource",
            ARN,
            "--seen",
            "high",
            "--action",
            "suppress",
            "--reason",
            "A test machine.",
            "--until",
            "2099-01-31",
            "--comment",
            "As agreed.",
            "--dry-run");

    assertThat(run.exit()).as(run.err()).isZero();
    var action = ActionRecords.of(run.out().strip().getBytes(UTF_8));
    assertThat(action.kind()).isEqualTo(ActionKind.SUPPRESS);
    assertThat(action.exposure()).isEqualTo(uid(1));
    assertThat(action.resource()).hasToString(ARN);
    assertThat(action.signature().by()).isEqualTo("kim@example.com");
    assertThat(action.seen()).contains(Severity.HIGH);
    assertThat(action.reason()).contains("A test machine.");
    assertThat(action.until()).hasToString("Optional[2099-01-31T00:00:00Z]");
    assertThat(action.comment()).contains("As agreed.");
  }

  @Test
  void findings_say_which_exposures_are_open_and_how_severe() throws Exception {
    var findings =
        findings(finding(1, "Create", 5), finding(2, "Create", 3), finding(1, "Update", 4));

    var run = act("--from", findings, "--action", "status", "--status", "In-Progress", "--dry-run");

    assertThat(run.exit()).as(run.err()).isZero();
    var records = records(run);
    assertThat(records).hasSize(2);
    assertThat(records)
        .extracting(record -> record.path("exposure").asText())
        .containsExactlyInAnyOrder(uid(1), uid(2));
    assertThat(records)
        .extracting(record -> record.path("seen").asInt())
        .containsExactlyInAnyOrder(4, 3);
    assertThat(records).allMatch(record -> record.path("resource").asText().equals(ARN));
    assertThat(records).allMatch(record -> record.path("status_id").asInt() == 2);
    assertThat(records).extracting(record -> record.path("uid").asText()).doesNotHaveDuplicates();
  }

  @Test
  void one_of_the_findings_can_be_chosen() throws Exception {
    var findings = findings(finding(1, "Create", 5), finding(2, "Create", 3));

    var run = act("--from", findings, "--exposure", uid(2), "--action", "unsuppress", "--dry-run");

    assertThat(records(run))
        .extracting(record -> record.path("exposure").asText())
        .containsExactly(uid(2));
  }

  @Test
  void nothing_is_decided_about_what_has_closed() throws Exception {
    var findings = findings(finding(1, "Create", 5), finding(1, "Close", 5));

    var run = act("--from", findings, "--action", "ticket", "--dry-run");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no exposure is open by what is in " + findings);
  }

  @Test
  void what_is_no_finding_is_named() throws Exception {
    var findings = findings(finding(1, "Create", 5), "{\"no\":\"finding\"}");

    var run = act("--from", findings, "--action", "ticket", "--dry-run");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains(findings + "#1 is no exposure finding");
  }

  @Test
  void many_are_not_decided_about_by_mistake() throws Exception {
    var findings = findings(finding(1, "Create", 5), finding(2, "Create", 3));

    var run = act("--from", findings, "--action", "ticket", "--stream", "control");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("this is about 2 exposures", "--yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status | status needs a status",
        "severity | severity needs a severity",
        "severity --severity informational | /severity_id",
        "comment | comment needs a comment",
        "suppress --reason R | suppress needs an end",
        "suppress --until 2099-01-31 | suppress needs a reason",
        "suppress --reason R --until 2020-01-31 | --until must be yet to come",
        "unsuppress --status new | unsuppress must not have a status",
        "status --status resolved | 'resolved' is neither new nor in-progress",
        "unsuppress --resource i-0a | 'i-0a' is no ARN",
        "unsuppress --exposure 7 | /exposure",
        "invent | --action",
      })
  void what_no_job_would_take_is_wrong_usage(String options, String said) {
    var all = new ArrayList<>(List.of("--dry-run", "--action"));
    all.addAll(List.of(options.split(" ")));
    if (!all.contains("--exposure")) {
      all.addAll(List.of("--exposure", uid(1)));
    }
    if (!all.contains("--resource")) {
      all.addAll(List.of("--resource", ARN));
    }

    var run = act(all.toArray(String[]::new));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(said);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void which_exposure_and_where_to_has_to_be_said() {
    assertThat(act("--action", "ticket", "--dry-run").err()).contains("say which exposure");
    assertThat(act("--action", "ticket", "--exposure", uid(1), "--resource", ARN).err())
        .contains("say where the actions are to go with --stream");
    assertThat(act("--action", "ticket", "--from", "-", "--resource", ARN, "--dry-run").err())
        .contains("--resource and --from exclude each other");
  }

  @Test
  void what_is_sent_arrives_and_a_job_that_does_not_answer_is_said() throws Exception {
    try (var server = KinesisLocal.start(directory.resolve("kinesis"))) {
      server.createStream("control", 1);
      server.createStream("answers", 1);
      var endpoint = server.endpoint().toString();

      var sent = ticket("--stream", "control", "--endpoint", endpoint, "--format", "json");
      var nowhere = ticket("--stream", "no-such-stream", "--endpoint", endpoint);
      var silent =
          act(
              "--exposure",
              uid(1),
              "--resource",
              ARN,
              "--action",
              "unsuppress",
              "--stream",
              "control",
              "--answers",
              "answers",
              "--patience",
              "PT0.1S",
              "--endpoint",
              endpoint);

      assertThat(sent.exit()).as(sent.err()).isZero();
      assertThat(nowhere.exit()).isEqualTo(1);
      assertThat(nowhere.err()).contains("0 of 1 actions were sent: stream no-such-stream");
      assertThat(silent.exit()).isEqualTo(1);
      assertThat(silent.err())
          .contains("the job has not answered 1 of 1 actions on stream answers");
      var arrived = new StreamReader(server.client(), "control").poll();
      assertThat(arrived).hasSize(2);
      assertThat(ActionRecords.of(arrived.get(0)).signature().action())
          .isEqualTo(records(sent).get(0).path("uid").asText());
    }
  }

  @Test
  void answers_are_awaited_and_told() throws Exception {
    try (var server = KinesisLocal.start(directory.resolve("kinesis"))) {
      server.createStream("control", 1);
      server.createStream("answers", 1);
      var findings = findings(finding(1, "Create", 5), finding(2, "Create", 3));

      var all = answered(server, findings);
      var first = answered(server, findings, "--exposure", uid(1));

      assertThat(all.exit()).isEqualTo(1);
      assertThat(all.out().lines())
          .containsExactlyInAnyOrder(
              "comment " + uid(1) + ": applied",
              "comment " + uid(2) + ": stale: somebody decided otherwise");
      assertThat(first.exit()).as(first.err()).isZero();
      assertThat(first.out()).isEqualToIgnoringNewLines("comment " + uid(1) + ": applied");
    }
  }

  /** The command beside one that answers: about the first exposure well, about others not. */
  private static CommandRun answered(KinesisLocal server, String findings, String... options)
      throws Exception {
    var control = new StreamReader(server.client(), "control");
    control.poll();
    var run =
        CompletableFuture.supplyAsync(
            () -> {
              var all =
                  new ArrayList<>(
                      List.of(
                          "--from", findings, "--yes", "--action", "comment", "--comment", "!"));
              all.addAll(List.of("--stream", "control", "--answers", "answers"));
              all.addAll(List.of("--endpoint", server.endpoint().toString()));
              all.addAll(List.of(options));
              return act(all.toArray(String[]::new));
            });
    while (!run.isDone()) {
      for (var record : control.poll()) {
        var action = ActionRecords.of(record);
        var answer =
            action.exposure().equals(uid(1))
                ? ActionAnswer.applied(action)
                : ActionAnswer.stale(action, "somebody decided otherwise");
        server
            .client()
            .putRecord(
                put ->
                    put.streamName("answers")
                        .partitionKey("any")
                        .data(SdkBytes.fromByteArray(answer.toJson(Instant.now()))));
      }
    }
    return run.get();
  }

  private static CommandRun ticket(String... options) {
    var all =
        new ArrayList<>(List.of("--exposure", uid(1), "--resource", ARN, "--action", "ticket"));
    all.addAll(List.of(options));
    return act(all.toArray(String[]::new));
  }

  private static CommandRun act(String... options) {
    var all = new ArrayList<>(List.of("act", "--by", "kim@example.com"));
    all.addAll(List.of(options));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static List<JsonNode> records(CommandRun run) throws IOException {
    var records = new ArrayList<JsonNode>();
    for (var line : run.out().lines().toList()) {
      records.add(JSON.readTree(line));
    }
    return records;
  }

  private String findings(String... lines) throws IOException {
    return Files.write(directory.resolve("exposures.ndjson"), List.of(lines)).toString();
  }

  /** As much of one as matters here; the resource that traits come from is named as well. */
  private static String finding(int number, String activity, int severity) {
    return """
        {"activity_id":%d,"severity_id":%d,"finding_info":{"uid":"%s"},"resources":[
        {"role":"Related","uid":"arn:aws:iam::111122223333:role/other"},{"role":"Target","uid":"%s"}]}"""
        .formatted(
            List.of("Create", "Update", "Close").indexOf(activity) + 1, severity, uid(number), ARN)
        .replace("\n", "");
  }

  private static String uid(int number) {
    return "exposure-%032x".formatted(number);
  }
}
