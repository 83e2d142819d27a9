// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.UpdateRecords;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.demo.kinesis.StreamReader;
import io.breakwater.flink.CorrelationJob;
import io.breakwater.flink.Settings;
import io.breakwater.flink.kinesis.KinesisInputs;
import io.breakwater.flink.kinesis.KinesisOutputs;
import io.breakwater.flink.kinesis.KinesisSettings;
import io.breakwater.history.s3.S3Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Rules are sent to a job that runs, through a Kinesis server, and it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RulesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_MILLIS = 60_000;

  private KinesisLocal server;
  private JobClient job;
  private StreamReader exposures;

  @TempDir private Path directory;

  @BeforeAll
  void start(@TempDir Path work) throws Exception {
    server = KinesisLocal.start(work);
    for (var stream :
        List.of("findings", "exposures", "certificates", "dead", "rules", "answers")) {
      server.createStream(stream, 1);
    }
    var settings =
        KinesisSettings.builder()
            .inputStream("findings")
            .exposureStream("exposures")
            .certificateStream("certificates")
            .deadLetterStream("dead")
            .ruleStream("rules")
            .ruleAnswerStream("answers")
            .region(KinesisLocal.REGION)
            .endpoint(server.endpoint().toString())
            .build();
    var config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(RestOptions.BIND_PORT, "0");
    var env = StreamExecutionEnvironment.createLocalEnvironment(2, config);
    CorrelationJob.build(
        env,
        new KinesisInputs(settings),
        new KinesisOutputs(settings),
        Settings.live().settle(Duration.ZERO).build());
    job = env.executeAsync("rules");
    exposures = new StreamReader(server.client(), "exposures");
  }

  @AfterAll
  void stop() throws Exception {
    job.cancel().get();
    server.close();
  }

  /** One after the other: each begins with what the one before has left. */
  @Test
  void a_job_obeys_and_answers() throws Exception {
    var event = InspectorFinding.event("01", "ACTIVE", Instant.now().toString());
    var file = Files.writeString(directory.resolve("finding.json"), event);
    assertThat(command("send", file.toString(), "--stream", "findings").exit()).isZero();
    var first = nextRevision();
    assertThat(first.path("severity").asText()).isEqualTo("High");
    assertThat(first.path("unmapped").has("rules_update")).isFalse();

    var harmless = send("--exploitation", exploitation("2026-11-26", 0.001).toString());
    assertThat(harmless.out())
        .containsPattern("accepted: version 2026-11-26-[0-9a-f]{8} holds, update 1");
    var lower = nextRevision();
    assertThat(lower.path("activity_name").asText()).isEqualTo("Update");
    assertThat(lower.path("severity").asText()).isEqualTo("Medium");
    assertThat(lower.at("/unmapped/exploitation_version").asText()).startsWith("2026-11-26-");

    var suppressed = send("--suppressions", suppressions("2099-12-31").toString());
    assertThat(suppressed.out()).contains("accepted: version 1 holds, update 2");
    assertThat(nextRevision().path("status").asText()).isEqualTo("Suppressed");

    var again = send("--suppressions", suppressions("2099-12-31").toString());
    assertThat(again.out()).contains("unchanged: version 1 holds, update 2");

    var refused = send("--suppressions", suppressions("2020-12-31").toString());
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out())
        .contains("refused: version 1 holds, update 2", "version 1 is in force and says something");

    var elsewhere =
        CatalogueChange.ofTrait(
                "ec2-instance", "administrative-access-policy", "via", trait -> trait.remove("via"))
            .in(directory.resolve("changed"));
    var other = send("--catalogue", elsewhere.toString());
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.out())
        .contains("administrative-access-policy of AWS::EC2::Instance comes by other relations");

    var back = send("--built-in-catalogue");
    assertThat(back.out()).contains("accepted: version", "holds, update 3");
    assertThat(job.getJobStatus().get().name()).isEqualTo("RUNNING");
  }

  @Test
  void what_has_faults_is_not_sent() throws Exception {
    var faulty = Files.writeString(directory.resolve("faulty.json"), "{\"version\":\"1\"}");
    server.createStream("untouched", 1);

    var run =
        command("rules", "send", "--suppressions", faulty.toString(), "--stream", "untouched");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("the suppressions have a fault", faulty + ":1");
    assertThat(new StreamReader(server.client(), "untouched").poll()).isEmpty();
  }

  @Test
  void a_job_that_does_not_answer_is_said() throws Exception {
    server.createStream("nobody-reads", 1);
    server.createStream("nobody-answers", 1);

    var run =
        command(
            "rules",
            "send",
            "--built-in-catalogue",
            "--stream",
            "nobody-reads",
            "--answers",
            "nobody-answers",
            "--patience",
            "PT0.1S");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("the job has not answered on stream nobody-answers");
  }

  @Test
  void usage_that_is_wrong_is_said() {
    assertThat(CommandRun.of("rules").exit()).isEqualTo(2);
    assertThat(CommandRun.of("rules", "send", "--stream", "s").exit()).isEqualTo(2);
    assertThat(CommandRun.of("rules", "send", "--built-in-catalogue").err())
        .contains("say where the rules are to go with --stream");
    assertThat(
            CommandRun.of("rules", "send", "--built-in-catalogue", "--stream", "s", "--id", "")
                .exit())
        .isEqualTo(2);
    assertThat(CommandRun.of("rules", "exploitation", "--output", "x").exit()).isEqualTo(2);
  }

  @Test
  void rules_may_be_in_s3() throws Exception {
    try (var s3 = S3Server.start(Files.createDirectories(directory.resolve("s3")))) {
      s3.client().createBucket(request -> request.bucket("rules"));
      var catalogue = CatalogueCopy.in(directory.resolve("copy")).directory();
      try (var files = Files.walk(catalogue)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var key = "catalogue/" + catalogue.relativize(file);
          s3.client()
              .putObject(request -> request.bucket("rules").key(key), RequestBody.fromFile(file));
        }
      }
      server.createStream("from-s3", 1);

      var sent = fromS3(s3, "s3://rules/catalogue", "--stream", "from-s3");
      var missing = fromS3(s3, "s3://rules/nothing", "--dry-run");

      assertThat(sent.exit()).as(sent.err()).isZero();
      var records = new StreamReader(server.client(), "from-s3").poll();
      var update = new UpdateRecords().take(records.get(0)).orElseThrow();
      assertThat(update.kind()).isEqualTo(RuleKind.CATALOGUE);
      assertThat(missing.exit()).isEqualTo(1);
      assertThat(missing.err()).contains("catalogue.json: no such file");
    }
  }

  private CommandRun fromS3(S3Server s3, String place, String... options) {
    var all =
        new ArrayList<>(
            List.of(
                "rules", "send", "--catalogue", place, "--s3-endpoint", s3.endpoint().toString()));
    all.addAll(List.of(options));
    return command(all.toArray(String[]::new));
  }

  private CommandRun send(String... options) {
    var all =
        new ArrayList<>(List.of("rules", "send", "--stream", "rules", "--answers", "answers"));
    all.addAll(List.of(options));
    return command(all.toArray(String[]::new));
  }

  private CommandRun command(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--endpoint", server.endpoint().toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private JsonNode nextRevision() throws Exception {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < deadline) {
      var revisions = exposures.poll();
      if (!revisions.isEmpty()) {
        assertThat(revisions).hasSize(1);
        return JSON.readTree(revisions.get(0));
      }
      Thread.sleep(50);
    }
    throw new AssertionError(
        "waited in vain for a revision; the job is " + job.getJobStatus().get());
  }

  /** Made of the files that FIRST and CISA publish, in their form. */
  private Path exploitation(String day, double score) throws IOException {
    var scores =
        "#model_version:v2025.03.14,score_date:"
            + day
            + "T12:00:00Z\ncve,epss,percentile\nCVE-2026-1001,"
            + score
            + ",0.1\nCVE-2026-9999,0.5,0.9\n";
    var known =
        "{\"dateReleased\":\"2026-11-20T10:00:00Z\",\"vulnerabilities\":[{\"cveID\":\"CVE-2026-7\"}]}";
    var output = directory.resolve("exploitation.json");

    var run =
        CommandRun.of(
            "rules",
            "exploitation",
            "--epss",
            Files.write(directory.resolve("epss.csv.gz"), gzip(scores)).toString(),
            "--known-exploited",
            Files.writeString(directory.resolve("kev.json"), known).toString(),
            "--output",
            output.toString());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("as of " + day + ", 2 scores, 1 known to be exploited");
    return output;
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Path suppressions(String expires) throws IOException {
    return Files.writeString(
        directory.resolve("suppressions.json"),
        """
        {"version":"1","suppressions":[{"id":"sandbox","reason":"Nothing of value is there.",
        "owner":"platform","expires":"%s","severity":"Critical",
        "pattern":{"resource":{"type":["AWS::EC2::Instance"]}}}]}"""
            .formatted(expires));
  }
}
