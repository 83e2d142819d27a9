// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueCoverageTest {
  private static final String TYPE = "AWS::DynamoDB::Table";
  private static final String REFERENCE = "/breakwater/reference/security-hub-traits.json";

  /** Where it is, the list that the reference was made from lies beside the repository. */
  private static final Path DOCUMENTED =
      Path.of("..", "..", "shared", "domain", "traits_catalogue.json");

  @TempDir private Path directory;

  @Test
  void every_trait_of_the_reference_is_covered_or_declared() throws IOException {
    var run = CommandRun.of("catalogue", "coverage", "--format=json");

    assertThat(run.exit()).isZero();
    var json = read(run);
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("rows", "covered", "declared", "uncovered", "own", "byType");
    assertThat(json.path("rows").asInt()).isEqualTo(165);
    assertThat(json.path("covered").asInt() + json.path("declared").asInt()).isEqualTo(165);
    assertThat(json.path("uncovered")).isEmpty();
  }

  @Test
  void the_reference_has_every_documented_trait_of_a_resource_of_aws() throws IOException {
    assumeTrue(
        Files.isRegularFile(DOCUMENTED),
        "../shared/domain is not here: that the reference is complete is not tested");
    var documented = rows(Files.readString(DOCUMENTED), "resource_type", "trait_type");

    var reference = rows(resource(REFERENCE), "resourceType", "type");

    assertThat(reference)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            documented.stream().filter(row -> row.startsWith("AWS::")).toList());
  }

  @Test
  void the_parts_add_up_to_the_whole() throws IOException {
    var json = read(CommandRun.of("catalogue", "coverage", "--format=json"));

    assertThat(sum(json, "covered")).isEqualTo(json.path("covered").asInt());
    assertThat(sum(json, "declared")).isEqualTo(json.path("declared").asInt());
  }

  @Test
  void what_is_computed_is_declared() throws IOException {
    var json = read(CommandRun.of("catalogue", "coverage", "--format=json"));

    var impact = part(json, "AWS::EC2::Instance", "Impact");
    assertThat(impact.path("covered").asInt()).isZero();
    assertThat(impact.path("declared").asInt()).isEqualTo(16);
  }

  @Test
  void what_comes_over_a_relation_is_covered() throws IOException {
    var json = read(CommandRun.of("catalogue", "coverage", "--format=json"));

    var misconfiguration = part(json, "AWS::EC2::Instance", "Misconfiguration");
    assertThat(misconfiguration.path("covered").asInt()).isEqualTo(5);
    assertThat(misconfiguration.path("declared").asInt()).isZero();
  }

  @Test
  void a_trait_that_the_catalogue_does_not_have_is_uncovered() throws IOException {
    var catalogue = withoutBackupPlan();

    var run =
        CommandRun.of(
            "catalogue", "coverage", "--format=json", "--catalogue", catalogue.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(read(run).path("uncovered"))
        .hasToString(
            "[{\"resourceType\":\"AWS::DynamoDB::Table\",\"type\":\"Misconfiguration\","
                + "\"id\":\"backup-plan-disabled\"}]");
  }

  @Test
  void a_trait_of_another_type_does_not_cover() throws IOException {
    var catalogue =
        copy().replace("traits/dynamodb-table.json", "Misconfiguration", "Reachability");

    var run =
        CommandRun.of(
            "catalogue", "coverage", "--format=json", "--catalogue", catalogue.toString());

    assertThat(read(run).path("uncovered")).hasSize(3);
  }

  @Test
  void people_get_a_table_and_the_uncovered_traits_below_it() throws IOException {
    var run = CommandRun.of("catalogue", "coverage", "--catalogue", withoutBackupPlan().toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("RESOURCE TYPE")
        .containsPattern("AWS::DynamoDB::Table +Misconfiguration +2 +0 +1\n")
        .containsPattern("165 traits of the reference: \\d+ covered, \\d+ declared, 1 uncovered")
        .endsWith("uncovered: " + TYPE + " Misconfiguration backup-plan-disabled\n");
  }

  private CatalogueCopy copy() throws IOException {
    return CatalogueCopy.in(directory.resolve("catalogue"));
  }

  private CatalogueCopy withoutBackupPlan() throws IOException {
    return copy()
        .replace("traits/dynamodb-table.json", "backup-plan-disabled", "backup-plan-missing")
        .replace("exposures/dynamodb-table.json", "backup-plan-disabled", "backup-plan-missing");
  }

  /** Each trait of a list by resource type, without a remark behind it, trait type and id. */
  private static List<String> rows(String json, String resourceType, String type)
      throws IOException {
    return StreamSupport.stream(
            new ObjectMapper().readTree(json).path("traits").spliterator(), false)
        .map(
            trait ->
                trait.path(resourceType).asText().replaceFirst(" \\(.*\\)$", "")
                    + " "
                    + trait.path(type).asText()
                    + " "
                    + trait.path("id").asText())
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (var stream = CatalogueCoverageTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonNode part(JsonNode json, String resourceType, String type) {
    return StreamSupport.stream(json.path("byType").spliterator(), false)
        .filter(part -> part.path("resourceType").asText().equals(resourceType))
        .filter(part -> part.path("type").asText().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static int sum(JsonNode json, String field) {
    return StreamSupport.stream(json.path("byType").spliterator(), false)
        .mapToInt(part -> part.path(field).asInt())
        .sum();
  }

  private static JsonNode read(CommandRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }
}
