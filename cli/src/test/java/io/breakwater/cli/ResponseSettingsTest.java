// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.history.s3.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Settings of the response job are checked with their plan, which a server like S3 has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResponseSettingsTest {
  private static final Path PLAN = Path.of("..", "docs", "respond", "plan.json");

  private S3Server s3;

  @TempDir private Path directory;

  @BeforeAll
  void start(@TempDir Path work) throws Exception {
    s3 = S3Server.start(work);
    s3.client().createBucket(request -> request.bucket("plans"));
    put("plan.json", Files.readString(PLAN));
    put("faulty.json", "{\"version\": \"1\",\n \"targets\": {}, \"routes\": []}");
  }

  private void put(String key, String content) {
    s3.client()
        .putObject(request -> request.bucket("plans").key(key), RequestBody.fromString(content));
  }

  @AfterAll
  void stop() {
    s3.close();
  }

  @Test
  void the_documented_plan_is_read_from_s3() throws IOException {
    var run = check("s3://plans/plan.json");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("the job would start with these settings");
  }

  @Test
  void a_plan_that_is_not_there_is_said() throws IOException {
    var run = check("s3://plans/none.json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("Response.plan cannot be read: there is no s3://plans/none.json");
  }

  @Test
  void a_bucket_that_is_not_there_is_said() throws IOException {
    var run = check("s3://nobodys-plans/plan.json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("is the name of the bucket right?");
  }

  @Test
  void faults_of_the_plan_have_its_place_and_line() throws IOException {
    var run = check("s3://plans/faulty.json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("s3://plans/faulty.json:2: /targets");
  }

  @Test
  void the_settings_of_one_job_are_not_those_of_another() throws IOException {
    var run = CommandRun.of("settings", "check", settings("s3://plans/plan.json").toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "Source.input-stream is missing",
            "Sinks.report-stream is no setting of this job",
            "Response.plan is no setting of this job");
  }

  private CommandRun check(String plan) throws IOException {
    return CommandRun.of("settings", "check", "--job", "response", settings(plan).toString());
  }

  private Path settings(String plan) throws IOException {
    return Files.writeString(
        directory.resolve("settings.json"),
        """
        [
          {"PropertyGroupId": "Source",
            "PropertyMap": {"exposure-stream": "exposures", "region": "us-east-1"}},
          {"PropertyGroupId": "Sinks", "PropertyMap": {
            "report-stream": "response-reports", "dead-letter-stream": "response-dead-letters"}},
          {"PropertyGroupId": "Response",
            "PropertyMap": {"plan": "%s", "plan-endpoint": "%s"}}
        ]
        """
            .formatted(plan, s3.endpoint()));
  }
}
