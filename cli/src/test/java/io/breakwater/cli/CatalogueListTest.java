// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueListTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void people_get_a_row_for_each_trait_of_each_type() {
    var run = CommandRun.of("catalogue", "list");

    assertThat(run.exit()).isZero();
    assertThat(run.out().lines()).hasSize(traits() + 1);
  }

  @Test
  void programs_get_an_object_for_each_trait_of_each_type() {
    assertThat(json()).hasSize(traits());
  }

  @Test
  void a_row_says_how_a_trait_is_recognised_and_what_it_contributes() {
    var run = CommandRun.of("catalogue", "list", "--type", "AWS::EC2::Instance");

    assertThat(row(run, "high-priority-vulnerability"))
        .startsWith("AWS::EC2::Instance")
        .contains(" Vulnerability ", " weakness ", " reference ")
        .contains("awareness=exploit ease=cvss exploitation=epss")
        .endsWith(" pattern");
    assertThat(row(run, "administrative-access-policy"))
        .contains(" privileges=high ")
        .endsWith(" via hasProfile assumes ←attachedTo");
    assertThat(row(run, "has-data-ransomware-path")).endsWith(" computed");
  }

  @Test
  void a_row_shows_a_window_of_the_trait_s_own(@TempDir Path directory) throws IOException {
    var catalogue =
        CatalogueCopy.in(directory.resolve("catalogue"))
            .replace(
                "traits/dynamodb-table.json",
                "\"id\": \"backup-plan-disabled\",",
                "\"id\": \"backup-plan-disabled\", \"window\": \"P30D\",");

    var run = CommandRun.of("catalogue", "list", "--catalogue", catalogue.toString());

    assertThat(row(run, "backup-plan-disabled")).contains(" PT720H ");
  }

  @Test
  void one_type_is_listed_by_itself() {
    var traits = json("--type", "AWS::S3::Bucket");

    assertThat(traits).isNotEmpty();
    assertThat(traits)
        .allSatisfy(
            trait -> assertThat(trait.path("resourceType").asText()).isEqualTo("AWS::S3::Bucket"));
  }

  @Test
  void programs_get_all_that_the_catalogue_says() {
    var trait =
        json("--type", "AWS::EC2::Instance").stream()
            .filter(found -> found.path("id").asText().equals("public-snapshot"))
            .findFirst()
            .orElseThrow();

    assertThat(trait.path("recognisedBy").asText()).isEqualTo("relation");
    assertThat(trait.at("/pattern/$or/0/control/0").asText()).isEqualTo("EC2.1");
    assertThat(trait.at("/via/0/1/relation").asText()).isEqualTo("snapshotOf");
    assertThat(trait.at("/via/0/1/direction").asText()).isEqualTo("in");
    assertThat(trait.at("/phrase/predicate").asText()).contains("snapshot");
    assertThat(trait.at("/factors/ease").asText()).isEqualTo("very-high");
    assertThat(trait.at("/impact/data").asText()).isEqualTo("medium");
    assertThat(trait.at("/remediation/url").asText()).startsWith("https://");
    assertThat(trait.path("declaredAt").asText()).startsWith("traits/ec2-instance.json:");
  }

  @Test
  void a_type_that_the_catalogue_does_not_have_is_wrong_usage() {
    var run = CommandRun.of("catalogue", "list", "--type", "AWS::EC2::Volume");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("'AWS::EC2::Volume' is none of AWS::DynamoDB::Table, ");
  }

  private static int traits() {
    return Catalogue.builtIn().resourceTypes().stream()
        .mapToInt(type -> Catalogue.builtIn().rulesFor(type).orElseThrow().traits().size())
        .sum();
  }

  private static String row(CommandRun run, String trait) {
    return run.out()
        .lines()
        .filter(line -> line.contains(" " + trait + " "))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> json(String... options) {
    var arguments = new String[options.length + 3];
    arguments[0] = "catalogue";
    arguments[1] = "list";
    arguments[2] = "--format=json";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return CommandRun.of(arguments).out().lines().map(CatalogueListTest::read).toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }
}
