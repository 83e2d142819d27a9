// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CertificateScenarioRunTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final String IMPORTED = "{'day': 0, 'available': 'IMPORT'}";
  private static final String CREATED = "'create': 'approaching', 'severity': 'Low'";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'create': 'expired', 'severity': 'Low' | expected state expired, got approaching",
        "'create': 'approaching', 'severity': 'High' | expected severity High, got Low",
        "'update': 'approaching', 'severity': 'Low' | expected Update, got Create",
        "'close': 'reimported' | expected Close, got Create",
        CREATED + ", 'day': 3 | expected day 3, got 153",
        CREATED + ", 'hour': 3 | expected hour 3, got 0",
        CREATED + ", 'step': 30 | expected step 30, got 45",
        CREATED + ", 'daysLeft': 30 | expected daysLeft 30, got 45",
        CREATED + ", 'causes': ['acme-client'] | expected causes [acme-client], got [reimport]",
        CREATED + ", 'origin': 'acme' | expected origin acme, got imported",
        CREATED + ", 'inUse': 'no' | expected inUse no, got yes",
        CREATED + ", 'exported': 'yes' | expected exported yes, got no",
        CREATED + ", 'internet': 'yes' | expected internet yes, got unknown",
        CREATED + ", 'confirmed': true | expected confirmed true, got false",
        CREATED + ", 'usedBy': 1 | expected usedBy 1, got 0",
        CREATED + ", 'owners': ['shop'] | expected owners [shop], got []",
        CREATED + ", 'replayed': true | expected replayed true, got false",
        CREATED + ", 'episode': 2 | expected episode 2, got 1",
        CREATED
            + ", 'title': 'Another' | expected title Another, got Imported certificate for"
            + " one.example.com expires in 45 days",
      })
  void what_a_revision_says_otherwise_is_told_in_a_sentence(String revision, String mismatch) {
    var run = run(IMPORTED, "\n{" + revision + "}");

    assertThat(run.mismatches())
        .containsExactly("own.json:4: scenario 'one': revision 1: " + mismatch);
  }

  @Test
  void another_reason_to_close_is_told() {
    var run =
        run(
            IMPORTED + ", {'day': 153, 'hour': 1, 'available': 'REIMPORT'}",
            "{" + CREATED + "},\n{'close': 'renewed'}");

    assertThat(run.mismatches())
        .containsExactly(
            "own.json:4: scenario 'one': revision 2: expected reason renewed, got reimported");
  }

  @Test
  void a_revision_that_is_missing_is_told() {
    var run = run(IMPORTED, "{" + CREATED + "},\n{'close': 'reimported'}");

    assertThat(run.mismatches())
        .containsExactly("own.json:4: scenario 'one': revision 2: expected Close, got nothing");
  }

  @Test
  void a_revision_too_many_is_told() {
    var run = run(IMPORTED, "");

    assertThat(run.mismatches())
        .singleElement()
        .asString()
        .startsWith("own.json:3: scenario 'one': revision 1: expected nothing, got CREATE");
  }

  @Test
  void an_event_that_cannot_be_read_is_told() {
    var run =
        run(
            IMPORTED
                + ",\n{'raw': {'source': 'aws.acm', 'detail-type': 'ACM Certificate Expired'}}",
            "{" + CREATED + "}");

    assertThat(run.mismatches())
        .singleElement()
        .asString()
        .startsWith("own.json:4: scenario 'one': the event cannot be read: missing-field");
  }

  @Test
  void where_it_stands_at_the_end_is_known() {
    var run = run(IMPORTED, "{" + CREATED + "}");

    assertThat(run.standings())
        .singleElement()
        .satisfies(
            standing -> {
              assertThat(standing.certificate().arn())
                  .hasToString(run.scenario().certificate().arn());
              assertThat(standing.at()).isEqualTo(Scenario.AS_OF);
            });
  }

  private CertificateScenarioRun run(String events, String expected) {
    var scenario =
        "{'name': 'one', 'certificate': {'origin': 'imported', 'validity': 198}, 'until':"
            + " 'P154D', 'events': ["
            + events
            + "], 'expect': ["
            + expected
            + "]}";
    return CertificateScenarioRun.of(
        ScenarioFiles.onlyCertificate(directory, scenario.replace('\'', '"')), CATALOGUE);
  }
}
