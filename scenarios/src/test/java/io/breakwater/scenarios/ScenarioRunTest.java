// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.resource.ResourceType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioRunTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final String TITLE =
      "Potential Credential Stealing: EC2 instance allows access to its metadata with IMDSv1";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'create': 'Another title', 'severity': 'Medium' | expected title Another title, got "
            + TITLE,
        "'create': '" + TITLE + "', 'severity': 'High' | expected severity High, got Medium",
        "'update': '" + TITLE + "', 'severity': 'Medium' | expected Update, got Create",
        "'close': 'fixed' | expected Close, got Create",
        "'create': '" + TITLE + "', 'severity': 'Medium', 'day': 3 | expected day 3, got 0",
        "'create': '"
            + TITLE
            + "', 'severity': 'Medium', 'impact': 'High' | expected impact High, got Unknown",
        "'create': '" + TITLE + "', 'severity': 'Medium', 'episode': 2 | expected episode 2, got 1",
        "'create': '"
            + TITLE
            + "', 'severity': 'Medium', 'traits': ['other'] | expected traits [other], got [metadata-misconfiguration]",
        "'create': '"
            + TITLE
            + "', 'severity': 'Medium', 'factors': {'ease': 'low'} | expected ease low, got high",
        "'create': '"
            + TITLE
            + "', 'severity': 'Medium', 'indicators': {'other': []} | expected indicators of other [], got no such trait",
      })
  void what_a_revision_says_otherwise_is_told_in_a_sentence(String revision, String mismatch) {
    var run =
        run("{'name': 'one', 'events': [{'control': 'EC2.8'}], 'expect': [\n{" + revision + "}]}");

    assertThat(run.mismatches())
        .containsExactly("own.json:5: scenario 'one': revision 1: " + mismatch);
  }

  @Test
  void a_revision_of_another_resource_is_told() {
    var run =
        run(
            "{'name': 'one', 'events': [{'control': 'EC2.8'}], 'expect': [{'create': '"
                + TITLE
                + "', 'severity': 'Medium', 'on': 'neighbour'}]}");

    assertThat(run.mismatches()).singleElement().asString().contains("expected resource arn:aws:");
  }

  @Test
  void a_revision_that_is_missing_is_told() {
    var run =
        run(
            "{'name': 'one', 'events': [{'control': 'EC2.8', 'status': 'PASSED'}], 'expect': [\n"
                + "{'close': 'fixed'}]}");

    assertThat(run.mismatches())
        .containsExactly("own.json:5: scenario 'one': revision 1: expected Close, got nothing");
  }

  @Test
  void a_revision_too_many_is_told() {
    var run = run("{'name': 'one', 'events': [{'control': 'EC2.8'}], 'expect': []}");

    assertThat(run.mismatches())
        .singleElement()
        .asString()
        .startsWith("own.json:4: scenario 'one': revision 1: expected nothing, got CREATE");
  }

  @Test
  void traits_that_are_recognised_otherwise_are_told() {
    var run =
        run(
            "{'name': 'one', 'events': [{'openPort': 22}], 'recognised': ['vpc-reachable'],"
                + " 'expect': []}");

    assertThat(run.mismatches())
        .containsExactly(
            "own.json:4: scenario 'one': expected the traits [vpc-reachable] to be recognised,"
                + " got [internet-reachable]");
  }

  @Test
  void an_event_that_cannot_be_read_is_told() {
    var run =
        run(
            "{'name': 'one', 'expect': [], 'events': [\n{'raw': {'detail-type': 'GuardDuty"
                + " Finding', 'source': 'aws.guardduty'}}]}");

    assertThat(run.mismatches())
        .singleElement()
        .asString()
        .startsWith("own.json:5: scenario 'one': the event cannot be read: missing-field");
  }

  @Test
  void the_traits_of_a_scenario_are_those_that_its_signals_give() {
    var run = run("{'name': 'one', 'events': [{'openPort': 22}], 'expect': []}");

    assertThat(run.traits())
        .containsExactly(new TraitOfType(ResourceType.EC2_INSTANCE, "internet-reachable"));
  }

  @Test
  void a_suppressed_signal_exercises_no_trait() {
    var run =
        run(
            "{'name': 'one', 'events': [{'control': 'EC2.8', 'workflow': 'SUPPRESSED'}],"
                + " 'expect': []}");

    assertThat(run.traits()).isEmpty();
  }

  private ScenarioRun run(String scenario) {
    return ScenarioRun.of(ScenarioFiles.only(directory, scenario.replace('\'', '"')), CATALOGUE);
  }
}
