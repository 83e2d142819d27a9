// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.harmless;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachable;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.control.Decided;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Withdrawal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LifecycleTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Instant LATER = START.plusSeconds(60);

  private static final Assessment LOW = exposureOf(harmless(INSTANCE, "CVE-2026-0002"));
  private static final Assessment SEVERE =
      exposureOf(harmless(INSTANCE, "CVE-2026-0002"), exploitable(INSTANCE, "CVE-2026-0001"));
  private static final Assessment NONE = exposureOf(reachable(INSTANCE));

  @Test
  void reachability_alone_is_no_exposure() {
    assertThat(NONE.exposure()).isEmpty();
  }

  @Test
  void nothing_is_told_while_there_is_nothing() {
    assertThat(Lifecycle.next(Optional.empty(), Optional.empty(), NONE, given(START))).isEmpty();
  }

  @Test
  void an_exposure_that_is_new_is_created() {
    var revision =
        Lifecycle.next(Optional.empty(), Optional.empty(), LOW, given(START)).orElseThrow();

    assertThat(revision.activity()).isEqualTo(Activity.CREATE);
    assertThat(revision.announced().since()).isEqualTo(START);
    assertThat(revision.withdrawal()).isEmpty();
  }

  @Test
  void an_exposure_that_is_the_same_is_not_told_again() {
    assertThat(Lifecycle.next(told(LOW), Optional.empty(), LOW, given(LATER))).isEmpty();
  }

  @Test
  void an_exposure_that_changes_is_updated_within_its_episode() {
    var revision = Lifecycle.next(told(LOW), Optional.empty(), SEVERE, given(LATER)).orElseThrow();

    assertThat(revision.activity()).isEqualTo(Activity.UPDATE);
    assertThat(revision.announced().since()).isEqualTo(START);
    assertThat(revision.time()).isEqualTo(LATER);
  }

  @Test
  void an_exposure_that_is_gone_is_closed_as_it_was_announced() {
    var revision =
        Lifecycle.next(told(SEVERE), Optional.empty(), NONE, gone(Withdrawal.FIXED)).orElseThrow();

    assertThat(revision.activity()).isEqualTo(Activity.CLOSE);
    assertThat(revision.announced()).isEqualTo(told(SEVERE).orElseThrow());
    assertThat(revision.exposure()).isEmpty();
    assertThat(revision.withdrawal()).contains(Withdrawal.FIXED);
  }

  @Test
  void what_was_never_announced_is_not_closed() {
    assertThat(Lifecycle.next(Optional.empty(), Optional.empty(), NONE, gone(Withdrawal.FIXED)))
        .isEmpty();
  }

  @Test
  void an_exposure_that_opens_again_keeps_its_uid_and_begins_a_new_episode() {
    var before = new Closed(2, START, Withdrawal.FIXED);

    var reopened =
        Lifecycle.next(Optional.empty(), Optional.of(before), LOW, given(LATER)).orElseThrow();

    assertThat(reopened.exposureUid()).isEqualTo(LOW.exposure().orElseThrow().uid());
    assertThat(reopened.announced().since()).isEqualTo(LATER);
    assertThat(reopened.announced().episode()).isEqualTo(3);
    assertThat(reopened.previous()).contains(before);
  }

  @Test
  void a_new_exposure_is_urgent() {
    assertThat(Lifecycle.isUrgent(Optional.empty(), severity(LOW))).isTrue();
  }

  @Test
  void a_rise_is_urgent_and_a_fall_is_not() {
    assertThat(Lifecycle.isUrgent(told(LOW), severity(SEVERE))).isTrue();
    assertThat(Lifecycle.isUrgent(told(SEVERE), severity(LOW))).isFalse();
  }

  @Test
  void a_close_is_not_urgent() {
    assertThat(Lifecycle.isUrgent(told(LOW), severity(NONE))).isFalse();
  }

  @Test
  void two_revisions_that_say_the_same_have_the_same_uid() {
    var one = Lifecycle.next(Optional.empty(), Optional.empty(), LOW, given(START)).orElseThrow();
    var other =
        Lifecycle.next(told(SEVERE), Optional.empty(), LOW, gone(Withdrawal.FIXED)).orElseThrow();

    assertThat(other.uid()).isEqualTo(one.uid());
  }

  @Test
  void the_same_exposure_in_another_episode_has_another_uid() {
    var first = Lifecycle.next(Optional.empty(), Optional.empty(), LOW, given(START)).orElseThrow();
    var before = new Closed(1, START, Withdrawal.FIXED);
    var second =
        Lifecycle.next(Optional.empty(), Optional.of(before), LOW, given(LATER)).orElseThrow();

    assertThat(second.uid()).isNotEqualTo(first.uid());
  }

  @Test
  void what_is_still_there_and_suppressed_is_not_closed_as_fixed() {
    var suppressed = exposureOf(harmless(INSTANCE, "CVE-2026-0002").state(SignalState.SUPPRESSED));

    var revision =
        Lifecycle.next(told(LOW), Optional.empty(), suppressed, gone(Withdrawal.FIXED))
            .orElseThrow();

    assertThat(revision.withdrawal()).contains(Withdrawal.SUPPRESSED);
  }

  @Test
  void a_resource_that_is_gone_leaves_no_other_reason() {
    var revision =
        Lifecycle.next(told(LOW), Optional.empty(), NONE, gone(Withdrawal.RESOURCE_DELETED))
            .orElseThrow();

    assertThat(revision.closed()).contains(new Closed(1, LATER, Withdrawal.RESOURCE_DELETED));
  }

  @Test
  void a_close_has_another_uid_for_another_reason() {
    var fixed =
        Lifecycle.next(told(LOW), Optional.empty(), NONE, gone(Withdrawal.FIXED)).orElseThrow();
    var unseen =
        Lifecycle.next(told(LOW), Optional.empty(), NONE, gone(Withdrawal.NOT_SEEN)).orElseThrow();

    assertThat(fixed.uid()).isNotEqualTo(unseen.uid());
  }

  private static Optional<Announced> told(Assessment assessment) {
    return Optional.of(
        Announced.of(assessment.exposure().orElseThrow(), Decided.NOTHING, START, 1, false));
  }

  private static Optional<Severity> severity(Assessment assessment) {
    return assessment.published().map(Exposure::severity);
  }

  private static Pending given(Instant time) {
    return new Pending(time, null, false);
  }

  private static Pending gone(Withdrawal why) {
    return new Pending(LATER, why, false);
  }

  private static Assessment exposureOf(Signal.Builder... signals) {
    var evidence = new ArrayList<Evidence>();
    for (var builder : signals) {
      var signal = builder.build();
      var active = signal.toBuilder().state(SignalState.ACTIVE).build();
      evidence.add(Evidence.of(signal, CATALOGUE.recognise(active)));
    }
    return new Assessor(CATALOGUE).assess(evidence);
  }
}
