// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What exposures share, as a run leaves it: one group behind two instances, one behind three. */
final class RunChokePointsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EC2 = "arn:aws:ec2:eu-central-1:111122223333:";

  @TempDir private Path directory;
  private Path input;

  @BeforeEach
  void write() throws IOException {
    var events = new ArrayList<String>();
    events.add(open("sg-0a1"));
    events.add(open("sg-0b2"));
    events.add(open("sg-0c3"));
    for (int i = 0; i < 2; i++) {
      events.add(behind("i-0a100000000000000" + i, "sg-0a1"));
    }
    for (int i = 0; i < 3; i++) {
      events.add(behind("i-0b200000000000000" + i, "sg-0b2"));
    }
    events.add(behind("i-0c3000000000000000", "sg-0c3"));
    Collections.shuffle(events, new Random(5));
    input = Files.write(directory.resolve("events.ndjson"), events);
  }

  @Test
  void what_helps_most_comes_first_and_what_one_exposure_has_is_left_out() throws IOException {
    var output = run("1");

    var points = points(output);
    assertThat(points)
        .extracting(point -> point.at("/resource/name").asText())
        .containsExactly("sg-0b2", "sg-0a1");
    assertThat(points).extracting(point -> point.path("closes").asInt()).containsExactly(3, 2);
    assertThat(JSON.readTree(output.resolve("summary.json").toFile()).path("chokePoints").asInt())
        .isEqualTo(2);
  }

  @Test
  void two_tasks_write_what_one_writes() throws IOException {
    assertThat(Files.readString(run("2").resolve("choke-points.ndjson")))
        .isEqualTo(Files.readString(run("1").resolve("choke-points.ndjson")));
  }

  private Path run(String parallelism) {
    var output = directory.resolve("output-" + parallelism);
    var run =
        CommandRun.of(
            "run", "--input=" + input, "--output=" + output, "--parallelism=" + parallelism);
    assertThat(run.exit()).as(run.err()).isZero();
    return output;
  }

  private static List<JsonNode> points(Path output) throws IOException {
    try (var lines = Files.lines(output.resolve("choke-points.ndjson"))) {
      return lines.map(RunChokePointsTest::read).collect(Collectors.toList());
    }
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static String behind(String instance, String group) {
    return """
        {"configurationItemStatus":"OK","resourceType":"AWS::EC2::Instance","ARN":"%sinstance/%s",\
        "awsAccountId":"111122223333","awsRegion":"eu-central-1",\
        "configurationItemCaptureTime":"2026-03-01T09:00:00Z",\
        "relationships":[{"resourceType":"AWS::EC2::SecurityGroup","resourceId":"%s",\
        "relationshipName":"Is associated with SecurityGroup"}]}"""
        .formatted(EC2, instance, group);
  }

  private static String open(String group) {
    return """
        {"SchemaVersion":"2018-10-08","Id":"EC2.18/%1$s",\
        "ProductArn":"arn:aws:securityhub:eu-central-1::product/aws/securityhub",\
        "AwsAccountId":"111122223333","CreatedAt":"2026-03-01T09:00:00Z",\
        "UpdatedAt":"2026-03-01T09:05:00Z","Title":"Open group","Severity":{"Label":"HIGH"},\
        "RecordState":"ACTIVE","Compliance":{"Status":"FAILED","SecurityControlId":"EC2.18"},\
        "Resources":[{"Type":"AwsEc2SecurityGroup","Id":"%2$ssecurity-group/%1$s"}]}"""
        .formatted(group, EC2);
  }
}
