// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.ocsf.ExposureFindingWriter;
import io.breakwater.core.resource.ResourceType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The severity of every finding, worked out as a person does who has the finding and
 * docs/severity.md, and nothing else.
 */
final class SeverityByHandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final ExposureFindingWriter WRITER =
      new ExposureFindingWriter(CATALOGUE, "0.0.0-test");

  @Test
  void severities_follow_from_the_finding_by_the_tables() throws IOException {
    var page = SeverityPage.read();
    var stated = new ArrayList<String>();
    var workedOut = new ArrayList<String>();

    for (var scenario : Scenarios.builtIn()) {
      for (var finding : findings(scenario)) {
        stated.add(scenario + ": " + stated(finding));
        workedOut.add(scenario + ": " + workedOut(page, finding));
      }
    }

    assertThat(workedOut).isNotEmpty().isEqualTo(stated);
  }

  @Test
  void points_and_weights_in_the_finding_are_those_of_the_tables() throws IOException {
    var page = SeverityPage.read();
    var stated = new ArrayList<String>();
    var tabled = new ArrayList<String>();

    for (var scenario : Scenarios.builtIn()) {
      for (var finding : findings(scenario)) {
        for (var factor : explained(finding).path("factors")) {
          var name = factor.path("name").asText();
          var value = factor.path("value").asText();
          stated.add(
              name + " " + value + " " + factor.path("points") + "×" + factor.path("weight"));
          tabled.add(name + " " + value + " " + page.points(value) + "×" + page.weight(name));
        }
      }
    }

    assertThat(tabled).isNotEmpty().isEqualTo(stated);
  }

  private static String stated(JsonNode finding) {
    return sentence(
        explained(finding).path("likelihood_score").asInt(),
        finding.at("/unmapped/likelihood").asText(),
        explained(finding).path("impact").asText(),
        finding.path("severity").asText());
  }

  private static String workedOut(SeverityPage page, JsonNode finding) {
    int sum = 0;
    for (var factor : explained(finding).path("factors")) {
      sum += page.weight(factor.path("name").asText()) * page.points(factor.path("value").asText());
    }
    var likelihood = page.likelihood(sum);
    var impact = page.impact(noun(finding), contributing(finding));
    return sentence(sum, likelihood, impact, page.severity(likelihood, impact));
  }

  private static String sentence(int sum, String likelihood, String impact, String severity) {
    return sum + " points, likelihood " + likelihood + ", impact " + impact + ": " + severity;
  }

  /** What the page calls the type of the resource. */
  private static String noun(JsonNode finding) {
    var type = ResourceType.named(finding.at("/resources/0/type").asText());
    return CATALOGUE.rulesFor(type).orElseThrow().noun();
  }

  private static List<String> contributing(JsonNode finding) {
    return StreamSupport.stream(finding.at("/finding_info/traits").spliterator(), false)
        .filter(trait -> trait.path("type").asText().equals("Contributing Trait"))
        .map(trait -> trait.path("uid").asText())
        .toList();
  }

  private static JsonNode explained(JsonNode finding) {
    return finding.at("/unmapped/severity_explained");
  }

  /** Creates and updates; a close has no severity of its own. */
  private static List<JsonNode> findings(Scenario scenario) throws IOException {
    var findings = new ArrayList<JsonNode>();
    for (var revision : ScenarioRun.of(scenario, CATALOGUE).revisions()) {
      if (revision.activity() != Activity.CLOSE) {
        findings.add(JSON.readTree(WRITER.toJson(revision)));
      }
    }
    return findings;
  }
}
