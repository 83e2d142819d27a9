// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static io.breakwater.scenarios.ScenarioFiles.faults;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioReaderTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"control\": \"EC2.8\", \"colour\": 1} | unknown field 'colour'",
        "{\"control\": \"EC2.8\", \"status\": \"BROKEN\"} | [\"FAILED\", \"PASSED\", \"WARNING\", \"NOT_AVAILABLE\"]",
        "{\"control\": \"EC2.8\", \"ocsfStatus\": \"New\"} | unknown field 'ocsfStatus'",
        "{\"control\": \"EC2.8\", \"as\": \"ocsf\", \"workflow\": \"NEW\"} | unknown field 'workflow'",
        "{\"control\": \"the metadata\"} | does not match the regex pattern",
        "{\"vulnerability\": \"CVE-2026-1\", \"epss\": 1.5} | must have a maximum value of 1",
        "{\"vulnerability\": \"CVE-2026-1\", \"cvss\": 5} | vector",
        "{\"openPort\": \"many\"} | does not match the regex pattern",
        "{\"threat\": \"something bad\"} | does not match the regex pattern",
        "{\"day\": 0} | an event is one of control, vulnerability",
        "{\"control\": \"EC2.8\", \"deleted\": true} | an event cannot be control and deleted at once",
        "{\"day\": 3, \"control\": \"EC2.8\", \"arrives\": 2} | the event arrives before it happens",
        "{\"control\": \"EC2.8\", \"on\": \"AWS::EC2::Thing a\"} | no resources of the type AWS::EC2::Thing",
        "{\"control\": \"EC2.8\", \"on\": \"arn:nowhere\"} | no ARN: arn:nowhere",
        "{\"configuration\": {\"related\": [\"AWS::EC2::Thing a\"]}} | no resources of the type AWS::EC2::Thing",
        "{\"configuration\": {\"role\": \"${AWS::EC2::Thing a}\"}} | no resources of the type AWS::EC2::Thing",
      })
  void a_wrong_event_is_named_with_file_line_and_scenario(String event, String fault) {
    ScenarioFiles.of(
        directory, "{\"name\": \"wrong\", \"expect\": [], \"events\": [\n" + event + "]}");

    assertThat(faults(directory))
        .anySatisfy(
            found ->
                assertThat(found).startsWith("own.json:5: scenario 'wrong': ").contains(fault));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"create\": \"T\", \"severity\": \"Huge\"} | Informational",
        "{\"create\": \"T\"} | severity",
        "{\"close\": \"forgotten\"} | resource-deleted",
        "{\"create\": \"T\", \"severity\": \"Low\", \"colour\": 1} | unknown field 'colour'",
        "{\"close\": \"fixed\", \"on\": \"AWS::EC2::Thing a\"} | no resources of the type AWS::EC2::Thing",
      })
  void a_wrong_expectation_is_named_with_file_line_and_scenario(String revision, String fault) {
    ScenarioFiles.of(
        directory,
        "{\"name\": \"wrong\", \"events\": [{\"control\": \"EC2.8\"}], \"expect\": [\n"
            + revision
            + "]}");

    assertThat(faults(directory))
        .anySatisfy(
            found ->
                assertThat(found).startsWith("own.json:5: scenario 'wrong': ").contains(fault));
  }

  @Test
  void a_name_that_is_there_twice_is_a_fault() {
    var twice = "{\"name\": \"twice\", \"events\": [{\"control\": \"EC2.8\"}], \"expect\": []}";
    ScenarioFiles.of(directory, twice + ",\n" + twice);

    assertThat(faults(directory))
        .containsExactly("own.json:5: scenario 'twice': there is another one of this name");
  }

  @Test
  void a_scenario_cannot_end_before_its_last_event() {
    ScenarioFiles.of(
        directory,
        "{\"name\": \"short\", \"events\": [{\"day\": 9, \"control\": \"EC2.8\"}],\n"
            + "\"until\": \"P8D\", \"expect\": []}");

    assertThat(faults(directory))
        .containsExactly(
            "own.json:5: scenario 'short': the scenario ends before its last event arrives");
  }

  @Test
  void a_file_that_is_not_json_is_named_with_its_line() {
    ScenarioFiles.write(directory, "{\n\"resourceType\": oops}");

    assertThat(faults(directory))
        .singleElement()
        .asString()
        .startsWith("own.json:2: is not JSON: ");
  }

  @Test
  void a_type_that_no_scenario_can_be_about_is_a_fault() {
    ScenarioFiles.write(directory, "{\"resourceType\": \"AWS::EC2::Volume\", \"scenarios\": []}");

    assertThat(faults(directory))
        .containsExactly("own.json: no scenario can be about AWS::EC2::Volume");
  }

  @Test
  void an_event_that_names_no_day_is_of_the_time_of_the_one_before() {
    var scenario =
        ScenarioFiles.only(
            directory,
            """
            {"name": "times", "expect": [], "events": [
              {"control": "EC2.1"},
              {"day": 2, "hour": 5, "control": "EC2.2"},
              {"control": "EC2.3"},
              {"hour": 7, "control": "EC2.4"},
              {"day": 3, "control": "EC2.5", "arrives": 6}]}
            """);

    assertThat(scenario.events())
        .extracting(event -> event.arrives())
        .containsExactly(
            Duration.ZERO,
            Duration.ofHours(53),
            Duration.ofHours(53),
            Duration.ofHours(55),
            Duration.ofDays(6));
  }
}
