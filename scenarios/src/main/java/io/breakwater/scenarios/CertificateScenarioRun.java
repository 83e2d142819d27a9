// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.certificate.AlertRevision;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateSignals;
import io.breakwater.core.certificate.CertificateStanding;
import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.correlation.CertificateWatch;
import io.breakwater.core.decode.Decision;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.decode.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules make of a scenario of a certificate: its events decoded and taken in as they are
 * delivered, and the clock moved from one to the next and at last to the scenario's end.
 *
 * <p>Events that are delivered at the same time are one change, as in a bounded run of the job.
 */
public final class CertificateScenarioRun {
  private static final int LARGEST_EVENT = 1 << 20;
  private static final Decoder DECODER = Decoder.withLimit(LARGEST_EVENT);

  private final CertificateScenario scenario;
  private final CertificateWatch watch;
  private final List<String> mismatches = new ArrayList<>();

  private CertificateScenarioRun(CertificateScenario scenario, Catalogue catalogue) {
    this.scenario = scenario;
    this.watch = CertificateWatch.at(scenario.start(), catalogue);
    delivered().forEach((time, said) -> watch.advanceBefore(time).see(said.events, said.items));
    watch.advanceTo(Scenario.AS_OF);
    mismatches.addAll(
        ExpectedRevision.mismatches(
            scenario.expected(),
            watch.revisions(),
            scenario.start(),
            scenario.line(),
            scenario::where));
  }

  public static CertificateScenarioRun of(CertificateScenario scenario, Catalogue catalogue) {
    return new CertificateScenarioRun(scenario, catalogue);
  }

  public CertificateScenario scenario() {
    return scenario;
  }

  /** In the order in which they were told. */
  public List<AlertRevision> revisions() {
    return watch.revisions();
  }

  /** Where each certificate stands at the scenario's end. */
  public List<CertificateStanding> standings() {
    return watch.standings();
  }

  /**
   * In sentences with file, line and scenario, where the rules do otherwise than expected; empty
   * when all is as expected.
   */
  public List<String> mismatches() {
    return List.copyOf(mismatches);
  }

  private SortedMap<Instant, Said> delivered() {
    var byTime = new TreeMap<Instant, Said>();
    for (var delivery : scenario.deliveries()) {
      var said = byTime.computeIfAbsent(scenario.start().plus(delivery.at()), time -> new Said());
      for (var part : DECODER.decode(delivery.event().bytes(scenario.start())).parts()) {
        if (part.decision() == Decision.DEAD_LETTER) {
          mismatches.add(
              scenario.where(delivery.event().line())
                  + "the event cannot be read: "
                  + part.reason()
                  + " ("
                  + part.detail()
                  + ")");
        }
        said.add(part);
      }
    }
    return byTime;
  }

  /** What is delivered at one time. */
  private static final class Said {
    final List<CertificateEvent> events = new ArrayList<>();
    final List<PresenterItem> items = new ArrayList<>();

    void add(Part part) {
      part.certificate().ifPresent(events::add);
      for (var signal : part.signals()) {
        CertificateSignals.eventOf(signal).ifPresent(events::add);
        PresenterItem.of(signal).ifPresent(items::add);
      }
    }
  }
}
