// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GraphTest {
  private static final String INSTANCE = "i-0123456789abc0001";
  private static final String EC2 = "arn:aws:ec2:eu-central-1:111122223333:";

  @TempDir private Path directory;

  @BeforeEach
  void an_instance_in_a_group() throws IOException {
    Files.writeString(
        directory.resolve("events.ndjson"),
        item("instance/" + INSTANCE, "AWS::EC2::Instance", "2026-03-01T09:00:00Z", "sg-0a1")
            + "\n"
            + item("instance/" + INSTANCE, "AWS::EC2::Instance", "2026-03-02T09:00:00Z", "sg-0a2")
            + "\n"
            + InspectorFinding.event("0001", "ACTIVE", "2026-03-01T09:00:00Z"));
  }

  @Test
  void people_see_what_is_near_and_who_says_so() {
    var run = CommandRun.of("graph", INSTANCE, "--input", directory.toString());

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("AWS::EC2::Instance " + EC2 + "instance/" + INSTANCE)
        .contains("  has high-priority-vulnerability")
        .contains("  AWS::EC2::SecurityGroup " + EC2 + "security-group/sg-0a2")
        .contains(INSTANCE + " is protected by sg-0a2. So says the configuration of " + EC2)
        .doesNotContain("sg-0a1");
  }

  @Test
  void an_earlier_time_shows_what_was_near_then() {
    var run =
        CommandRun.of(
            "graph",
            EC2 + "instance/" + INSTANCE,
            "--input",
            directory.toString(),
            "--as-of",
            "2026-03-01T10:00:00Z");

    assertThat(run.out()).contains("sg-0a1").doesNotContain("sg-0a2");
  }

  @Test
  void programs_get_nodes_and_edges() throws IOException {
    var run = CommandRun.of("graph", INSTANCE, "--input", directory.toString(), "--format", "json");

    var json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("nodes")).hasSize(2);
    assertThat(json.at("/nodes/0/traits/0").asText()).isEqualTo("high-priority-vulnerability");
    assertThat(json.at("/nodes/1/distance").asInt()).isOne();
    assertThat(json.at("/edges/0/type").asText()).isEqualTo("protectedBy");
    assertThat(json.at("/edges/0/basis").asText()).isEqualTo("configuration");
    assertThat(json.path("leftOut").asInt()).isZero();
  }

  @Test
  void a_picture_is_described_for_graphviz() {
    var run = CommandRun.of("graph", INSTANCE, "--input", directory.toString(), "--format", "dot");

    assertThat(run.out())
        .startsWith("digraph")
        .contains("-> \"" + EC2 + "security-group/sg-0a2\" [label=\"protectedBy\"");
  }

  @Test
  void what_is_too_much_is_counted() {
    var run =
        CommandRun.of(
            "graph", INSTANCE, "--input", directory.toString(), "--limit", "1", "--depth", "3");

    assertThat(run.out()).contains("And 1 more resources.");
  }

  @Test
  void a_resource_that_nobody_speaks_of_is_an_error() {
    var run = CommandRun.of("graph", "i-0ffff", "--input", directory.toString());

    assertThat(run.exit()).isOne();
    assertThat(run.err()).contains("no event speaks of i-0ffff as of 2026-03-02T09:00:00Z");
  }

  private static String item(String resource, String type, String at, String group) {
    return String.format(
        "{\"configurationItemStatus\":\"OK\",\"resourceType\":\"%s\",\"ARN\":\"%s\","
            + "\"awsAccountId\":\"111122223333\",\"awsRegion\":\"eu-central-1\","
            + "\"configurationItemCaptureTime\":\"%s\",\"relationships\":[{\"resourceType\":"
            + "\"AWS::EC2::SecurityGroup\",\"resourceId\":\"%s\",\"relationshipName\":\"Is\"}]}",
        type, EC2 + resource, at, group);
  }
}
