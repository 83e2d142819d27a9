// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The severity of every exposure, worked out from its factors as a person does with the table. */
final class SeverityByHandTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final List<String> LIKELIHOODS = List.of("very-high", "high", "moderate");

  @Test
  void severities_follow_from_the_factors_by_the_table() throws IOException {
    var table =
        new ObjectMapper()
            .readTree(
                SeverityByHandTest.class.getResourceAsStream(
                    "/breakwater/catalogue/severity.json"));
    var stated = new ArrayList<String>();
    var workedOut = new ArrayList<String>();

    for (var scenario : Scenarios.builtIn()) {
      for (var revision : ScenarioRun.of(scenario, CATALOGUE).revisions()) {
        revision
            .exposure()
            .ifPresent(
                exposure -> {
                  stated.add(scenario + ": " + exposure.severity().label());
                  workedOut.add(scenario + ": " + severity(table, exposure));
                });
      }
    }

    assertThat(stated).isNotEmpty().isEqualTo(workedOut);
  }

  private static String severity(JsonNode table, Exposure exposure) {
    int sum = 0;
    for (var value : exposure.likelihood().factors()) {
      var level = value.level().map(Level::key);
      sum +=
          level.isPresent()
              ? table.at("/levels/" + level.get()).asInt()
              : table.get("unknown").asInt();
    }
    return table.at("/matrix/" + likelihood(table, sum) + "/" + impact(exposure)).asText();
  }

  private static String likelihood(JsonNode table, int sum) {
    return LIKELIHOODS.stream()
        .filter(level -> sum >= table.at("/likelihood/" + level).asInt())
        .findFirst()
        .orElse("low");
  }

  private static String impact(Exposure exposure) {
    var impact = exposure.impacts().overall();
    return impact == Impact.UNKNOWN ? "medium" : impact.label().toLowerCase(Locale.ROOT);
  }
}
