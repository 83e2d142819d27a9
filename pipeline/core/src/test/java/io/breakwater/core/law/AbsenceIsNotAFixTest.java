// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.law;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachable;
import static io.breakwater.core.law.EventSets.AS_OF;
import static io.breakwater.core.law.EventSets.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.fixture.Findings;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.trait.Withdrawal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which evidence ends, what a close says of it, and that nothing ends before time. */
final class AbsenceIsNotAFixTest {
  private static final Catalogue BUILT_IN = Catalogue.builtIn();
  private static final Duration INSPECTOR_WINDOW = Duration.ofDays(365);
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");

  @Provide
  Arbitrary<List<Signal>> eventSets() {
    return EventSets.eventSets();
  }

  @ParameterizedTest
  @CsvSource({"RESOLVED, FIXED", "SUPPRESSED, SUPPRESSED", "ARCHIVED, ARCHIVED"})
  void a_finding_that_its_product_ends_closes_the_exposure_confirmed(
      SignalState state, Withdrawal reason) {
    var correlation = Correlation.at(START, BUILT_IN).see(exploit(START, SignalState.ACTIVE));

    correlation.see(exploit(day(1), state));

    assertThat(last(correlation).activity()).isEqualTo(Activity.CLOSE);
    assertThat(last(correlation).withdrawal()).contains(reason);
    assertThat(reason.confirmed()).isTrue();
  }

  @Test
  void a_finding_that_turns_harmless_closes_the_exposure_as_changed() {
    var correlation = Correlation.at(START, BUILT_IN).see(exploit(START, SignalState.ACTIVE));

    correlation.see(
        exploitable(INSTANCE, "CVE-2026-0001").kind("NOT_A_WEAKNESS").updatedAt(day(1)).build());

    assertThat(last(correlation).withdrawal()).contains(Withdrawal.CHANGED);
  }

  @Test
  void a_finding_that_is_not_seen_again_closes_the_exposure_unconfirmed() {
    var correlation = Correlation.at(START, BUILT_IN).see(exploit(START, SignalState.ACTIVE));

    correlation.advanceTo(START.plus(INSPECTOR_WINDOW));

    assertThat(last(correlation).activity()).isEqualTo(Activity.CLOSE);
    assertThat(last(correlation).withdrawal()).contains(Withdrawal.NOT_SEEN);
    assertThat(Withdrawal.NOT_SEEN.confirmed()).isFalse();
  }

  @Test
  void a_close_is_dated_by_the_end_of_the_window() {
    var correlation = Correlation.at(START, BUILT_IN).see(exploit(START, SignalState.ACTIVE));

    correlation.advanceTo(START.plus(INSPECTOR_WINDOW).plus(Duration.ofDays(20)));

    assertThat(last(correlation).time()).isEqualTo(START.plus(INSPECTOR_WINDOW));
  }

  @Test
  void nothing_ends_a_moment_before_its_window_does() {
    var correlation = Correlation.at(START, BUILT_IN).see(exploit(START, SignalState.ACTIVE));

    correlation.advanceTo(START.plus(INSPECTOR_WINDOW).minusNanos(1));

    assertThat(correlation.announced()).hasSize(1);
  }

  @Test
  void seeing_a_finding_again_extends_its_window() {
    var correlation = Correlation.at(START, BUILT_IN).see(exploit(START, SignalState.ACTIVE));

    correlation
        .see(exploit(day(100), SignalState.ACTIVE))
        .advanceTo(day(100).plus(INSPECTOR_WINDOW).minusNanos(1));

    assertThat(correlation.announced()).hasSize(1);
    assertThat(correlation.revisions()).hasSize(1);
  }

  @Test
  void an_update_that_loses_evidence_says_why() {
    var correlation =
        Correlation.at(START, BUILT_IN)
            .see(exploit(START, SignalState.ACTIVE))
            .see(reachable(INSTANCE).updatedAt(day(50)).build());

    correlation.see(reachable(INSTANCE).updatedAt(day(60)).state(SignalState.RESOLVED).build());

    assertThat(last(correlation).activity()).isEqualTo(Activity.UPDATE);
    assertThat(last(correlation).withdrawal()).contains(Withdrawal.FIXED);
  }

  /** One weakness ran out, the other was fixed: of the first nobody knows. */
  @Test
  void a_fix_does_not_confirm_what_had_ended_unseen_before() {
    var correlation =
        Correlation.at(START, BUILT_IN)
            .see(exploitable(INSTANCE, "CVE-2026-0002").build())
            .see(exploit(day(50), SignalState.ACTIVE))
            .advanceTo(START.plus(INSPECTOR_WINDOW));

    correlation.see(exploit(day(370), SignalState.RESOLVED));

    assertThat(last(correlation).activity()).isEqualTo(Activity.CLOSE);
    assertThat(last(correlation).withdrawal()).contains(Withdrawal.NOT_SEEN);
  }

  @Test
  void what_ended_unseen_in_one_episode_does_not_follow_into_the_next() {
    var correlation =
        Correlation.at(START, BUILT_IN)
            .see(exploit(START, SignalState.ACTIVE))
            .advanceTo(START.plus(INSPECTOR_WINDOW))
            .see(exploit(day(370), SignalState.ACTIVE));

    correlation.see(exploit(day(371), SignalState.RESOLVED));

    assertThat(last(correlation).withdrawal()).contains(Withdrawal.FIXED);
  }

  @Test
  void a_rise_in_severity_is_told_with_the_signal_that_causes_it() {
    var correlation =
        Correlation.at(START, BUILT_IN).see(Findings.harmless(INSTANCE, "CVE-2026-0002").build());
    assertThat(last(correlation).announced().severity()).isEqualTo(Severity.LOW);

    correlation.see(exploit(day(1), SignalState.ACTIVE));

    assertThat(last(correlation).activity()).isEqualTo(Activity.UPDATE);
    assertThat(last(correlation).announced().severity()).isGreaterThan(Severity.LOW);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void nothing_is_dated_after_the_as_of_time(
      @ForAll("eventSets") List<Signal> events, @ForAll @IntRange(min = 0, max = 400) int days) {
    var asOf = day(days);

    var told = runUntil(asOf, events).revisions();

    assertThat(told).allSatisfy(one -> assertThat(one.time()).isBeforeOrEqualTo(asOf));
  }

  /** A second reckoning, without windows, timers or state: of each finding its latest version. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void evidence_is_what_the_latest_version_of_each_finding_says_within_its_window(
      @ForAll("eventSets") List<Signal> events) {
    var contested = contested(events);
    var deletions = lastDeletions(events);

    var held =
        runUntil(AS_OF, events).evidence().stream()
            .map(item -> item.signal().findingUid())
            .filter(uid -> !contested.contains(uid));

    assertThat(held)
        .containsExactlyInAnyOrderElementsOf(
            latest(events).values().stream()
                .filter(signal -> holdsAtTheEnd(signal, deletions))
                .map(Signal::findingUid)
                .filter(uid -> !contested.contains(uid))
                .collect(Collectors.toList()));
  }

  private static final Comparator<Signal> BY_TIMES =
      Comparator.comparing((Signal signal) -> signal.updatedAt()).thenComparing(Signal::observedAt);

  private static Map<String, Signal> latest(List<Signal> events) {
    return events.stream()
        .filter(signal -> signal.state() != SignalState.DELETED)
        .collect(
            Collectors.toMap(
                Signal::findingUid,
                signal -> signal,
                (one, other) -> BY_TIMES.compare(one, other) >= 0 ? one : other));
  }

  /** Findings whose latest versions share their times: which one counts, a hash decides. */
  private static Set<String> contested(List<Signal> events) {
    var latest = latest(events);
    return events.stream()
        .filter(one -> one.state() != SignalState.DELETED)
        .filter(
            one ->
                BY_TIMES.compare(one, latest.get(one.findingUid())) == 0
                    && !one.equals(latest.get(one.findingUid())))
        .map(Signal::findingUid)
        .collect(Collectors.toSet());
  }

  private static Map<Arn, Instant> lastDeletions(List<Signal> events) {
    return events.stream()
        .filter(signal -> signal.state() == SignalState.DELETED)
        .collect(
            Collectors.toMap(
                signal -> signal.resource().arn(),
                Signal::updatedAt,
                (one, other) -> one.isAfter(other) ? one : other));
  }

  private static boolean holdsAtTheEnd(Signal signal, Map<Arn, Instant> deletions) {
    var traits = CATALOGUE.recogniseAll(signal);
    var deletedAt = deletions.getOrDefault(signal.resource().arn(), Instant.MIN);
    return !traits.isEmpty()
        && signal.updatedAt().isAfter(deletedAt)
        && signal.updatedAt().plus(CATALOGUE.windowOf(signal, traits)).isAfter(AS_OF);
  }

  private static Correlation runUntil(Instant asOf, List<Signal> events) {
    var inOrder =
        events.stream()
            .filter(signal -> !signal.observedAt().isAfter(asOf))
            .sorted(Comparator.comparing(Signal::observedAt))
            .collect(Collectors.toList());
    return Correlation.at(START, CATALOGUE).seeLive(inOrder).advanceTo(asOf);
  }

  private static Signal exploit(Instant updatedAt, SignalState state) {
    return exploitable(INSTANCE, "CVE-2026-0001").updatedAt(updatedAt).state(state).build();
  }

  private static Instant day(int days) {
    return START.plus(Duration.ofDays(days));
  }

  private static Revision last(Correlation correlation) {
    var revisions = correlation.revisions();
    return revisions.get(revisions.size() - 1);
  }
}
