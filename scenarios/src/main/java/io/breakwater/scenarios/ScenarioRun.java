// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.decode.Decision;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.graph.Statements;
import io.breakwater.core.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a catalogue makes of a scenario: its events decoded and correlated in the order in which
 * they arrive, windows judged by the time of each, and at last by the scenario's end.
 *
 * <p>Events that arrive at the same time are one change, as in a bounded run of the job.
 */
public final class ScenarioRun {
  private static final int LARGEST_EVENT = 1 << 20;
  private static final Decoder DECODER = Decoder.withLimit(LARGEST_EVENT);

  private final Scenario scenario;
  private final List<Revision> revisions;
  private final Set<TraitOfType> traits = new LinkedHashSet<>();
  private final Set<String> traitsOfPrimary = new TreeSet<>();
  private final List<String> mismatches = new ArrayList<>();

  private ScenarioRun(Scenario scenario, Catalogue catalogue) {
    this.scenario = scenario;
    var correlation = Correlation.at(scenario.start(), catalogue);
    for (var together : arrivals().entrySet()) {
      var arrived = together.getValue();
      correlation.advanceTo(together.getKey()).seeTogether(arrived.signals, arrived.mentions);
      note(correlation);
    }
    this.revisions = correlation.advanceTo(Scenario.AS_OF).revisions();
    compare();
  }

  public static ScenarioRun of(Scenario scenario, Catalogue catalogue) {
    return new ScenarioRun(scenario, catalogue);
  }

  public Scenario scenario() {
    return scenario;
  }

  /** In the order in which they were told. */
  public List<Revision> revisions() {
    return revisions;
  }

  /** Every trait that a signal gave to a resource at some time. */
  public Set<TraitOfType> traits() {
    return Set.copyOf(traits);
  }

  /**
   * In sentences with file, line and scenario, where the catalogue does otherwise than expected;
   * empty when all is as expected.
   */
  public List<String> mismatches() {
    return List.copyOf(mismatches);
  }

  private SortedMap<Instant, Arrived> arrivals() {
    var byTime = new TreeMap<Instant, Arrived>();
    for (var event : scenario.events()) {
      for (var part : DECODER.decode(event.bytes(scenario.start())).parts()) {
        if (part.decision() == Decision.DEAD_LETTER) {
          mismatches.add(
              scenario.where(event.line())
                  + "the event cannot be read: "
                  + part.reason()
                  + " ("
                  + part.detail()
                  + ")");
        }
        for (var signal : part.signals()) {
          byTime.computeIfAbsent(signal.observedAt(), time -> new Arrived()).signals.add(signal);
        }
        for (var report : Statements.mentioned(part)) {
          byTime.computeIfAbsent(report.at(), time -> new Arrived()).mentions.add(report);
        }
      }
    }
    return byTime;
  }

  /** What comes at one time. */
  private static final class Arrived {
    final List<Signal> signals = new ArrayList<>();
    final List<RelationReport> mentions = new ArrayList<>();
  }

  private void note(Correlation correlation) {
    for (var evidence : correlation.evidence()) {
      if (evidence.suppressed()) {
        continue;
      }
      var resource = evidence.resource();
      for (var trait : evidence.traits()) {
        traits.add(new TraitOfType(resource.type(), trait.id()));
        if (resource.arn().toString().equals(scenario.primary().arn())) {
          traitsOfPrimary.add(trait.id());
        }
      }
    }
  }

  private void compare() {
    mismatches.addAll(
        ExpectedRevision.mismatches(
            scenario.expected(), revisions, scenario.start(), scenario.line(), scenario::where));
    scenario
        .recognised()
        .filter(recognised -> !recognised.equals(traitsOfPrimary))
        .ifPresent(
            recognised ->
                mismatches.add(
                    scenario.where(scenario.line())
                        + "expected the traits "
                        + new TreeSet<>(recognised)
                        + " to be recognised, got "
                        + traitsOfPrimary));
  }
}
