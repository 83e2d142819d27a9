// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.scenarios.CertificateScenarios;
import io.breakwater.scenarios.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueCheckTest {
  private static final String TRAITS = "traits/dynamodb-table.json";
  private static final String SCENARIOS = "scenarios/dynamodb-table.json";
  private static final String CERTIFICATES = "scenarios/certificates/imported.json";

  @TempDir private Path directory;

  @Test
  void the_catalogue_that_ships_is_sound_and_does_what_its_scenarios_expect() {
    var run = CommandRun.of("catalogue", "check");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out())
        .matches(
            "Sound: catalogue \\S+, 9 resource types, \\d+ traits, \\d+ exposure rules, "
                + Scenarios.builtIn().size()
                + " scenarios and "
                + CertificateScenarios.builtIn().size()
                + " of certificates as expected\\.\n");
  }

  @Test
  void every_fault_is_named_by_file_and_line() throws IOException {
    var catalogue =
        copy()
            .replace(
                TRAITS, "\"impact\": {\"data\": \"medium\"}", "\"impact\": {\"data\": \"vast\"}")
            .replace("severity.json", "\"unknown\": 2", "\"unknown\": 2, \"colour\": \"red\"");

    var run = check(catalogue);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith(catalogue.lineOf(TRAITS, "vast")),
            line -> assertThat(line).startsWith(catalogue.lineOf("severity.json", "colour")),
            line -> assertThat(line).isEqualTo("2 faults in " + catalogue + "."));
  }

  @Test
  void a_trait_that_no_scenario_exercises_is_named_by_file_and_line() throws IOException {
    var catalogue = copy().withScenarios().replace(SCENARIOS, "\"DynamoDB.4\"", "\"DynamoDB.6\"");

    var run = check(catalogue);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern(
            "traits/dynamodb-table.json:\\d+: trait 'backup-plan-disabled' of AWS::DynamoDB::Table"
                + " is exercised by no scenario\n");
  }

  @Test
  void a_trait_that_comes_over_a_relation_needs_a_scenario_too() throws IOException {
    var catalogue =
        copy()
            .replace(
                "traits/lambda-function.json",
                "\"BedrockAgentCore.2\"",
                "\"BedrockAgentCore.404\"");

    var run = check(catalogue);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "trait 'agentcore-gateway-no-authorizer' of AWS::Lambda::Function is exercised by no"
                + " scenario\n");
  }

  @Test
  void what_it_does_otherwise_than_a_scenario_of_its_own_expects_is_named() throws IOException {
    var catalogue =
        copy().withScenarios().replace(SCENARIOS, "Potential Data Exposure: ", "Potential Loss: ");

    var run = check(catalogue);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern(
            "scenarios/dynamodb-table.json:\\d+: scenario '.*': revision 1: expected title Potential"
                + " Loss: .*, got Potential Data Exposure: ");
  }

  @Test
  void what_it_does_otherwise_with_certificates_than_its_own_scenarios_expect_is_named()
      throws IOException {
    var catalogue =
        copy().withScenarios().replace("certificates.json", "\"internet\": 1", "\"internet\": 0");

    var run = check(catalogue);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern(
            "scenarios/certificates/use.json:\\d+: scenario 'Presented by a distribution': revision"
                + " 1: expected severity Medium, got Low\n");
  }

  @Test
  void scenarios_of_certificates_that_cannot_be_read_are_faults() throws IOException {
    var catalogue = copy().withScenarios().replace(CERTIFICATES, "\"origin\"", "\"orign\"");

    var run = check(catalogue);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains(catalogue.lineOf(CERTIFICATES, "orign") + ": ", "'orign'");
  }

  @Test
  void a_catalogue_need_not_bring_scenarios_of_certificates() throws IOException {
    var catalogue = copy().withScenarios().without("scenarios/certificates");

    var run = check(catalogue);

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).endsWith(Scenarios.builtIn().size() + " scenarios as expected.\n");
  }

  @Test
  void scenarios_that_cannot_be_read_are_faults() throws IOException {
    var catalogue = copy().withScenarios().replace(SCENARIOS, "\"events\"", "\"evnts\"");

    var run = check(catalogue);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains(catalogue.lineOf(SCENARIOS, "evnts") + ": ", "'evnts'");
  }

  @Test
  void without_scenarios_of_its_own_only_what_no_scenario_that_ships_exercises_is_a_fault()
      throws IOException {
    var catalogue =
        copy()
            .replace("severity.json", "\"unknown\": 2", "\"unknown\": 1")
            .replace(TRAITS, "\"DynamoDB.4\"", "\"DynamoDB.404\"");

    var run = check(catalogue);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("'backup-plan-disabled'", "is exercised by no scenario");
  }

  @Test
  void a_sound_catalogue_without_scenarios_says_that_it_has_none() throws IOException {
    var catalogue = copy();

    var run = check(catalogue);

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("no scenarios in " + catalogue);
  }

  @Test
  void programs_get_one_object() throws IOException {
    var catalogue = copy().replace(TRAITS, "\"DynamoDB.4\"", "\"DynamoDB.404\"");

    var run = check(catalogue, "--format=json");

    assertThat(run.exit()).isEqualTo(1);
    var json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("sound").asBoolean()).isFalse();
    assertThat(json.path("resourceTypes").asInt()).isEqualTo(9);
    assertThat(json.path("certificateScenarios").asInt()).isZero();
    assertThat(json.path("faults")).hasSize(1);
  }

  @Test
  void a_directory_that_is_not_there_is_a_fault() {
    var run = CommandRun.of("catalogue", "check", directory.resolve("nowhere").toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("catalogue.json: no such file", "1 fault in ");
  }

  @Test
  void catalogue_by_itself_is_wrong_usage() {
    var run = CommandRun.of("catalogue");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("say what to do", "Usage: breakwater catalogue");
  }

  private CatalogueCopy copy() throws IOException {
    return CatalogueCopy.in(directory.resolve("catalogue"));
  }

  private static CommandRun check(CatalogueCopy catalogue, String... options) {
    var arguments = new String[options.length + 3];
    arguments[0] = "catalogue";
    arguments[1] = "check";
    arguments[2] = catalogue.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return CommandRun.of(arguments);
  }
}
