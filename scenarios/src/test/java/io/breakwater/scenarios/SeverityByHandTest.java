// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.severity.FactorValue;
import io.breakwater.core.severity.Level;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * The severity of every exposure, worked out from its factors as a person does with the tables of
 * docs/severity.md.
 */
final class SeverityByHandTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  @Test
  void severities_follow_from_the_factors_by_the_tables() throws IOException {
    var page = SeverityPage.read();
    var stated = new ArrayList<String>();
    var workedOut = new ArrayList<String>();

    for (var scenario : Scenarios.builtIn()) {
      for (var revision : ScenarioRun.of(scenario, CATALOGUE).revisions()) {
        revision
            .exposure()
            .ifPresent(
                exposure -> {
                  stated.add(scenario + ": " + exposure.severity().label());
                  workedOut.add(scenario + ": " + severity(page, exposure));
                });
      }
    }

    assertThat(workedOut).isNotEmpty().isEqualTo(stated);
  }

  private static String severity(SeverityPage page, Exposure exposure) {
    int sum = 0;
    for (var value : exposure.likelihood().factors()) {
      sum += page.weight(nameOf(value)) * page.points(levelOf(value));
    }
    return page.severity(page.likelihood(sum), exposure.impacts().overall().label());
  }

  private static String nameOf(FactorValue value) {
    return CATALOGUE.severity().nameOf(value.factor());
  }

  private static String levelOf(FactorValue value) {
    return value.level().map(Level::label).orElse("Unknown");
  }
}
