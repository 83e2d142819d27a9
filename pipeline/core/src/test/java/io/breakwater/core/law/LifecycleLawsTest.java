// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.law;

import static io.breakwater.core.law.EventSets.AS_OF;
import static io.breakwater.core.law.EventSets.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.fixture.FindingSchemas;
import io.breakwater.core.fixture.Findings;
import io.breakwater.core.ocsf.ExposureFindingWriter;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Signal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What readers are told of an exposure, from its creation to its close, over any live stream. */
final class LifecycleLawsTest {
  private static final ExposureFindingWriter WRITER =
      new ExposureFindingWriter(CATALOGUE, "0.0.0-test");

  @Provide
  Arbitrary<List<Signal>> eventSets() {
    return EventSets.eventSets();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void each_episode_is_created_once_and_closed_at_most_once(
      @ForAll("eventSets") List<Signal> events) {
    var told = revisionsByExposure(events);

    assertThat(told.values())
        .allSatisfy(
            revisions -> {
              var activities = word(revisions);
              assertThat(activities).matches("(CU*X)*(CU*)?");
            });
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void nothing_is_told_twice_in_a_row(@ForAll("eventSets") List<Signal> events) {
    var told = revisionsByExposure(events);

    assertThat(told.values())
        .allSatisfy(
            revisions -> {
              for (int i = 1; i < revisions.size(); i++) {
                assertThat(revisions.get(i).uid()).isNotEqualTo(revisions.get(i - 1).uid());
              }
            });
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void a_resource_has_one_exposure_under_a_uid_that_follows_from_it_alone(
      @ForAll("eventSets") List<Signal> events) {
    var told = run(events).revisions();

    assertThat(told)
        .allSatisfy(
            revision -> {
              var arn = revision.resource().arn();
              var elsewhere = Resource.of(arn, revision.resource().type(), "999988887777", "");
              assertThat(revision.exposureUid()).isEqualTo(Exposure.uidOf(elsewhere));
            });
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void what_readers_were_told_last_is_what_is_open(@ForAll("eventSets") List<Signal> events) {
    var correlation = run(events);

    var open =
        correlation.exposures().values().stream()
            .filter(Exposure::published)
            .map(exposure -> exposure.uid() + " " + exposure.fingerprint())
            .collect(Collectors.toList());

    assertThat(
            correlation.announced().values().stream()
                .map(told -> Exposure.uidOf(told.resource()) + " " + told.fingerprint()))
        .containsExactlyInAnyOrderElementsOf(open);
  }

  /** Some four thousand revisions of every kind, each read by both schemas. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void every_revision_is_a_valid_finding(@ForAll("eventSets") List<Signal> events) {
    var told = run(events).revisions();

    assertThat(told)
        .allSatisfy(
            revision -> {
              var finding = WRITER.toJson(revision);
              assertThat(FindingSchemas.faultsByOurs(finding)).isEmpty();
              assertThat(FindingSchemas.faultsByOcsf(finding)).isEmpty();
            });
  }

  private static Correlation run(List<Signal> events) {
    var inOrder =
        events.stream()
            .sorted(Comparator.comparing(Signal::observedAt))
            .collect(Collectors.toList());
    return Correlation.at(Findings.START, CATALOGUE).seeLive(inOrder).advanceTo(AS_OF);
  }

  private static Map<String, List<Revision>> revisionsByExposure(List<Signal> events) {
    return run(events).revisions().stream().collect(Collectors.groupingBy(Revision::exposureUid));
  }

  /** C for a create, U for an update, X for a close. */
  private static String word(List<Revision> revisions) {
    return revisions.stream()
        .map(revision -> revision.activity() == Activity.CLOSE ? "X" : revision.activity().label())
        .map(label -> label.substring(0, 1))
        .collect(Collectors.joining());
  }
}
