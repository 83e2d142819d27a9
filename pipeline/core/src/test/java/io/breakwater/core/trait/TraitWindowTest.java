// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachableFrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.fixture.CatalogueFiles;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Outcome;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The state diagram of {@link TraitWindow}, arrow by arrow, and what it does with repeats. */
final class TraitWindowTest {
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Duration INSPECTOR_WINDOW = Duration.ofDays(365);
  private static final TraitWindow WINDOW = new TraitWindow(Catalogue.builtIn());

  /** IMDSv1 is remembered for as long as any finding, and gives its trait for 30 days. */
  private static final TraitWindow SHORT =
      new TraitWindow(
          CatalogueFiles.builtIn()
              .trait(
                  "traits/ec2-instance.json",
                  "metadata-misconfiguration",
                  trait -> trait.put("window", "P30D"))
              .read());

  private static final Optional<HeldSignal> UNKNOWN = Optional.empty();

  @Test
  void unknown_becomes_giving_by_an_active_signal_that_matches() {
    var seen = WINDOW.observe(UNKNOWN, active(START), Optional.empty(), START);

    assertThat(seen.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(seen.held().orElseThrow().giving()).isTrue();
    assertThat(seen.held().orElseThrow().expiresAt()).isEqualTo(START.plus(INSPECTOR_WINDOW));
    assertThat(seen.change().orElseThrow().kind()).isEqualTo(TraitChange.Kind.GIVEN);
  }

  @Test
  void by_other_rules_a_signal_holds_for_less_long() {
    var held = WINDOW.observe(UNKNOWN, metadata(START), Optional.empty(), START).held();

    var soon =
        SHORT.judgeAgain(held.orElseThrow(), metadata(START), Optional.empty(), day(1), day(1));
    var late =
        SHORT.judgeAgain(held.orElseThrow(), metadata(START), Optional.empty(), day(31), day(31));

    assertThat(soon.held().orElseThrow().expiresAt()).isEqualTo(day(30));
    assertThat(soon.change().orElseThrow().kind()).isEqualTo(TraitChange.Kind.GIVEN);
    assertThat(soon.change().orElseThrow().at()).isEqualTo(day(1));
    assertThat(late.held().orElseThrow().giving()).isFalse();
    assertThat(late.change().orElseThrow().withdrawal()).contains(Withdrawal.NOT_SEEN);
  }

  @Test
  void by_other_rules_a_signal_gives_nothing_any_more_or_gives_again() {
    var without =
        new TraitWindow(
            CatalogueFiles.builtIn()
                .trait(
                    "traits/ec2-instance.json",
                    "metadata-misconfiguration",
                    trait -> trait.putObject("pattern").putArray("control").add("EC2.999"))
                .read());
    var held = WINDOW.observe(UNKNOWN, metadata(START), Optional.empty(), START).held();

    var gone =
        without.judgeAgain(held.orElseThrow(), metadata(START), Optional.empty(), day(1), day(1));
    var back =
        WINDOW.judgeAgain(
            gone.held().orElseThrow(), metadata(START), Optional.empty(), day(2), day(2));

    assertThat(gone.held().orElseThrow().giving()).isFalse();
    assertThat(gone.change().orElseThrow().withdrawal()).contains(Withdrawal.RULES_CHANGED);
    assertThat(back.held()).isEqualTo(held);
    assertThat(back.change().orElseThrow().kind()).isEqualTo(TraitChange.Kind.GIVEN);
  }

  @Test
  void what_was_said_before_the_resource_was_deleted_gives_nothing_by_any_rules() {
    var held = WINDOW.observe(UNKNOWN, metadata(START), Optional.of(day(1)), START).held();

    var judged =
        SHORT.judgeAgain(held.orElseThrow(), metadata(START), Optional.of(day(1)), day(2), day(2));

    assertThat(judged.held().orElseThrow().giving()).isFalse();
    assertThat(judged.change()).isEmpty();
  }

  @Test
  void unknown_becomes_remembered_by_a_signal_that_gives_no_trait() {
    var seen = WINDOW.observe(UNKNOWN, resolved(START), Optional.empty(), START);

    assertThat(seen.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(seen.held().orElseThrow().giving()).isFalse();
    assertThat(seen.change()).isEmpty();
  }

  @Test
  void unknown_stays_so_for_a_signal_whose_time_is_over() {
    var seen =
        WINDOW.observe(UNKNOWN, active(START), Optional.empty(), START.plus(INSPECTOR_WINDOW));

    assertThat(seen.outcome()).isEqualTo(Outcome.STALE);
    assertThat(seen.held()).isEmpty();
    assertThat(seen.change()).isEmpty();
  }

  @Test
  void giving_goes_on_for_longer_by_a_newer_signal_that_says_the_same() {
    var seen = WINDOW.observe(giving(), active(day(10)), Optional.empty(), day(10));

    assertThat(seen.held().orElseThrow().expiresAt()).isEqualTo(day(10).plus(INSPECTOR_WINDOW));
    assertThat(seen.change().orElseThrow().kind()).isEqualTo(TraitChange.Kind.SEEN_AGAIN);
  }

  @Test
  void giving_becomes_giving_something_else_by_a_newer_signal_that_says_so() {
    var other = exploitable(INSTANCE, "CVE-2026-0001").severity(Severity.LOW).updatedAt(day(10));

    var seen = WINDOW.observe(giving(), other.build(), Optional.empty(), day(10));

    assertThat(seen.change().orElseThrow().kind()).isEqualTo(TraitChange.Kind.GIVEN);
  }

  @Test
  void giving_becomes_remembered_by_a_newer_signal_that_is_resolved() {
    var seen = WINDOW.observe(giving(), resolved(day(10)), Optional.empty(), day(10));

    assertThat(seen.held().orElseThrow().giving()).isFalse();
    assertThat(seen.change().orElseThrow().withdrawal()).contains(Withdrawal.FIXED);
  }

  @Test
  void giving_becomes_remembered_by_a_newer_signal_that_says_something_harmless() {
    var harmless = exploitable(INSTANCE, "CVE-2026-0001").kind("OTHER").updatedAt(day(10));

    var seen = WINDOW.observe(giving(), harmless.build(), Optional.empty(), day(10));

    assertThat(seen.change().orElseThrow().withdrawal()).contains(Withdrawal.CHANGED);
  }

  @Test
  void giving_becomes_unknown_when_both_its_window_and_its_memory_run_out() {
    var expiry = expire(WINDOW, giving(), START.plus(INSPECTOR_WINDOW)).orElseThrow();

    assertThat(expiry.change().orElseThrow().withdrawal()).contains(Withdrawal.NOT_SEEN);
    assertThat(expiry.remaining()).isEmpty();
  }

  @Test
  void giving_becomes_remembered_when_only_its_window_runs_out() {
    var held = SHORT.observe(UNKNOWN, metadata(START), Optional.empty(), START).held();

    var expiry = expire(SHORT, held, day(30)).orElseThrow();

    assertThat(expiry.change().orElseThrow().withdrawal()).contains(Withdrawal.NOT_SEEN);
    assertThat(expiry.remaining().orElseThrow().giving()).isFalse();
  }

  @Test
  void giving_does_not_end_before_its_window_does() {
    assertThat(expire(WINDOW, giving(), START.plus(INSPECTOR_WINDOW).minusNanos(1))).isEmpty();
  }

  @Test
  void remembered_becomes_giving_by_a_newer_signal_that_is_active_again() {
    var seen = WINDOW.observe(remembered(), active(day(10)), Optional.empty(), day(10));

    assertThat(seen.held().orElseThrow().giving()).isTrue();
    assertThat(seen.change().orElseThrow().kind()).isEqualTo(TraitChange.Kind.GIVEN);
  }

  @Test
  void remembered_becomes_unknown_in_silence() {
    var expiry = expire(WINDOW, remembered(), START.plus(INSPECTOR_WINDOW)).orElseThrow();

    assertThat(expiry.change()).isEmpty();
    assertThat(expiry.remaining()).isEmpty();
  }

  @Test
  void remembered_stays_so_by_an_older_signal_that_comes_late() {
    var seen = WINDOW.observe(remembered(), active(START.minusSeconds(1)), Optional.empty(), START);

    assertThat(seen.outcome()).isEqualTo(Outcome.STALE);
    assertThat(seen.held()).isEmpty();
    assertThat(seen.change()).isEmpty();
  }

  @Test
  void what_ran_out_does_not_come_back_by_a_late_older_version() {
    var held = SHORT.observe(UNKNOWN, metadata(START), Optional.empty(), START).held();
    var left = expire(SHORT, held, day(30)).orElseThrow().remaining();

    var seen = SHORT.observe(left, metadata(START.minusSeconds(1)), Optional.empty(), day(30));

    assertThat(seen.outcome()).isEqualTo(Outcome.STALE);
  }

  /** The older version would hold for longer than the newer one that took its place. */
  @Test
  void what_ran_out_is_not_replaced_by_a_late_older_version_of_a_longer_window() {
    var window =
        new TraitWindow(
            CatalogueFiles.builtIn()
                .trait(
                    "traits/ec2-instance.json",
                    "internet-reachable",
                    trait -> trait.put("window", "P380D"))
                .read());
    var newer = reachableFrom(OpenPath.Origin.VPN, INSTANCE).updatedAt(day(1)).build();
    var older = reachableFrom(OpenPath.Origin.INTERNET, INSTANCE).updatedAt(START).build();
    var held = window.observe(UNKNOWN, newer, Optional.empty(), day(1)).held();
    var left = expire(window, held, day(370)).orElseThrow().remaining();

    var seen = window.observe(left, older, Optional.empty(), day(370));

    assertThat(seen.outcome()).isEqualTo(Outcome.STALE);
    assertThat(seen.change()).isEmpty();
  }

  @Test
  void the_same_version_twice_is_a_duplicate() {
    var seen = WINDOW.observe(giving(), active(START), Optional.empty(), START);

    assertThat(seen.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(seen.held()).isEmpty();
    assertThat(seen.change()).isEmpty();
  }

  @Test
  void a_version_delivered_again_later_is_remembered_with_the_later_time() {
    var again = active(START).toBuilder().observedAt(START.plusSeconds(9)).build();

    var seen = WINDOW.observe(giving(), again, Optional.empty(), START);

    assertThat(seen.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(seen.held().orElseThrow().version().observedAt()).isEqualTo(START.plusSeconds(9));
  }

  @Test
  void of_two_versions_with_the_same_update_time_the_one_delivered_later_counts() {
    var later = resolved(START).toBuilder().observedAt(START.plusSeconds(1)).build();

    assertThat(WINDOW.observe(giving(), later, Optional.empty(), START).outcome())
        .isEqualTo(Outcome.APPLIED);
  }

  @Test
  void of_two_versions_with_the_same_times_one_counts_in_either_order() {
    var one = active(START);
    var other = resolved(START);

    var oneFirst =
        WINDOW.observe(
            WINDOW.observe(UNKNOWN, one, Optional.empty(), START).held(),
            other,
            Optional.empty(),
            START);
    var otherFirst =
        WINDOW.observe(
            WINDOW.observe(UNKNOWN, other, Optional.empty(), START).held(),
            one,
            Optional.empty(),
            START);

    assertThat(oneFirst.outcome()).isNotEqualTo(otherFirst.outcome());
  }

  @Test
  void findings_of_two_products_with_the_same_uid_are_two_signals() {
    var one = active(START);
    var other = one.toBuilder().product("acme/scanner").build();

    assertThat(TraitWindow.keyOf(one)).isNotEqualTo(TraitWindow.keyOf(other));
  }

  @Test
  void what_was_said_before_the_resource_was_deleted_ends_with_it() {
    var ending = WINDOW.end(giving().orElseThrow(), 7, deletion(day(2))).orElseThrow();

    assertThat(ending.change().orElseThrow().withdrawal()).contains(Withdrawal.RESOURCE_DELETED);
    assertThat(ending.remaining().orElseThrow().giving()).isFalse();
  }

  @Test
  void what_was_said_after_the_resource_was_deleted_stays() {
    assertThat(WINDOW.end(giving().orElseThrow(), 7, deletion(day(-1)))).isEmpty();
  }

  @Test
  void what_was_said_before_the_resource_was_deleted_gives_nothing_when_it_comes_late() {
    var seen = WINDOW.observe(UNKNOWN, active(START), Optional.of(day(2)), day(3));

    assertThat(seen.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(seen.held().orElseThrow().giving()).isFalse();
    assertThat(seen.change()).isEmpty();
  }

  @Test
  void a_resource_that_is_there_again_is_seen_again() {
    var seen = WINDOW.observe(UNKNOWN, active(day(3)), Optional.of(day(2)), day(3));

    assertThat(seen.held().orElseThrow().giving()).isTrue();
  }

  @Test
  void of_several_deletions_the_last_one_counts() {
    var known = Optional.of(day(2));

    assertThat(WINDOW.observeDeletion(known, deletion(day(1)), day(3))).isEqualTo(Outcome.STALE);
    assertThat(WINDOW.observeDeletion(known, deletion(day(2)), day(3)))
        .isEqualTo(Outcome.DUPLICATE);
    assertThat(WINDOW.observeDeletion(known, deletion(day(3)), day(3))).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void a_deletion_older_than_any_memory_is_stale() {
    var outcome = WINDOW.observeDeletion(Optional.empty(), deletion(START), day(2000));

    assertThat(outcome).isEqualTo(Outcome.STALE);
  }

  @Test
  void a_suppressed_signal_stays_evidence() {
    var suppressed = active(day(1)).toBuilder().state(SignalState.SUPPRESSED).build();

    var seen = WINDOW.observe(giving(), suppressed, Optional.empty(), day(1));

    assertThat(seen.change().orElseThrow().evidence().orElseThrow().suppressed()).isTrue();
    assertThat(seen.held().orElseThrow().giving()).isTrue();
  }

  private static Signal deletion(Instant at) {
    return Signal.builder()
        .product(Product.CONFIG)
        .findingUid(INSTANCE.arn().toString())
        .resource(INSTANCE)
        .state(SignalState.DELETED)
        .updatedAt(at)
        .build();
  }

  private static Optional<HeldSignal> giving() {
    return WINDOW.observe(UNKNOWN, active(START), Optional.empty(), START).held();
  }

  private static Optional<HeldSignal> remembered() {
    return WINDOW.observe(UNKNOWN, resolved(START), Optional.empty(), START).held();
  }

  private static Optional<Ending> expire(
      TraitWindow window, Optional<HeldSignal> held, Instant asOf) {
    return window.expire(held.orElseThrow(), INSTANCE.arn(), 7, asOf);
  }

  private static Signal active(Instant updatedAt) {
    return exploitable(INSTANCE, "CVE-2026-0001").updatedAt(updatedAt).build();
  }

  private static Signal resolved(Instant updatedAt) {
    return active(updatedAt).toBuilder().state(SignalState.RESOLVED).build();
  }

  private static Signal metadata(Instant updatedAt) {
    return control(INSTANCE, "EC2.8").updatedAt(updatedAt).build();
  }

  private static Instant day(int days) {
    return START.plus(Duration.ofDays(days));
  }
}
