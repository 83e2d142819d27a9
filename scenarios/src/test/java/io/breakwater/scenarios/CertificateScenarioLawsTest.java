// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.certificate.AlertRevision;
import io.breakwater.core.certificate.CertificateStanding;
import io.breakwater.core.correlation.CertificateHistory;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.decode.Part;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.signal.Signal;
import io.breakwater.scenarios.event.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws for certificates, over the events of the scenarios that ship with Breakwater. */
final class CertificateScenarioLawsTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Decoder DECODER = Decoder.withLimit(1 << 20);
  private static final int SHUFFLES = 8;

  /** Far less than the time after which something is forgotten. */
  private static final int LATEST_DAYS = 60;

  /** Events are delivered at multiples of one of these times. */
  private static final List<Duration> BATCHES =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(20), Duration.ofDays(3_000));

  private static final Duration LAST_WORD = Duration.ofDays(2);
  private static final Duration LONG_AFTER = Duration.ofDays(500);

  static List<CertificateScenario> scenarios() {
    return CertificateScenarios.builtIn();
  }

  /** However often an event is delivered, with which others, after whatever time. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void order_repetition_and_delay_do_not_matter_in_the_end(CertificateScenario scenario) {
    var inTime = CertificateScenarioRun.of(scenario.inTime(), CATALOGUE);

    for (int seed = 0; seed < SHUFFLES; seed++) {
      var anyhow = CertificateScenarioRun.of(delivered(scenario, seed), CATALOGUE);

      assertThat(stands(anyhow)).isEqualTo(stands(inTime));
      assertThat(open(anyhow.revisions())).isEqualTo(open(inTime.revisions()));
    }
  }

  /** One, two or three times each, late by any time, and one by one or many at once. */
  private static CertificateScenario delivered(CertificateScenario scenario, int seed) {
    var random = new Random(seed);
    long batch = BATCHES.get(seed % BATCHES.size()).toHours();
    var deliveries = new ArrayList<Delivery>();
    for (var delivery : scenario.deliveries()) {
      long happens = delivery.event().arrives().toHours();
      for (int times = random.nextInt(3); times >= 0; times--) {
        long hours = happens + random.nextInt(LATEST_DAYS * 24);
        long together = (hours + batch - 1) / batch * batch;
        var at = Duration.ofHours(Math.min(together, scenario.until().toHours()));
        deliveries.add(new Delivery(delivery.event(), at));
      }
    }
    Collections.shuffle(deliveries, random);
    return new CertificateScenario(
        scenario.file(),
        scenario.line(),
        scenario.name(),
        scenario.certificate(),
        deliveries,
        scenario.until(),
        List.of());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void what_is_open_is_where_it_stands(CertificateScenario scenario) {
    var run = CertificateScenarioRun.of(scenario, CATALOGUE);

    var standing =
        run.standings().stream()
            .filter(each -> each.alert().isPresent())
            .map(CertificateScenarioLawsTest::text)
            .toList();

    assertThat(open(run.revisions())).isEqualTo(standing);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void nothing_is_left_of_what_was_deleted_and_forgotten(CertificateScenario scenario) {
    var end = Scenario.AS_OF.plus(LAST_WORD);
    var history = new CertificateHistory();
    for (var delivery : scenario.deliveries()) {
      for (var part : DECODER.decode(delivery.event().bytes(scenario.start())).parts()) {
        history.add(part);
        part.signals().stream()
            .map(Signal::resource)
            .forEach(
                resource -> history.add(deletion(resource.type().name(), resource.arn(), end)));
      }
    }
    history.add(deletion("AWS::ACM::Certificate", scenario.certificate().arn(), end));

    var watch = history.until(end, CATALOGUE);

    assertThat(open(watch.revisions())).isEmpty();
    assertThat(watch.advanceTo(end.plus(LONG_AFTER)).size()).isZero();
  }

  private static Part deletion(String type, Object arn, Instant at) {
    var event =
        """
        {
          "detail-type": "Config Configuration Item Change",
          "source": "aws.config",
          "account": "111122223333",
          "region": "eu-central-1",
          "time": "%s",
          "detail": {
            "configurationItem": {
              "configurationItemCaptureTime": "%s",
              "configurationItemStatus": "ResourceDeleted",
              "resourceType": "%s",
              "ARN": "%s"
            }
          }
        }
        """;
    var bytes = event.formatted(at, at, type, arn).getBytes(StandardCharsets.UTF_8);
    return DECODER.decode(bytes).parts().get(0);
  }

  /** Of each alert that is open, what it says. */
  private static List<String> open(List<AlertRevision> told) {
    var last = new TreeMap<String, AlertRevision>();
    told.forEach(revision -> last.put(revision.alertUid(), revision));
    return last.values().stream()
        .filter(revision -> revision.activity() != Activity.CLOSE)
        .map(revision -> text(revision.standing()))
        .toList();
  }

  private static List<String> stands(CertificateScenarioRun run) {
    return run.standings().stream()
        .map(standing -> text(standing) + " " + standing.daysLeft())
        .toList();
  }

  /** Where it stands, and of an alert all that is material. */
  private static String text(CertificateStanding standing) {
    return standing.state()
        + standing
            .alert()
            .map(
                alert ->
                    " "
                        + alert.severity()
                        + " "
                        + alert.step()
                        + " "
                        + alert.causes()
                        + " "
                        + standing.fingerprint())
            .orElse("");
  }
}
