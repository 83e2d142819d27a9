// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.instance;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionAnswer;
import io.breakwater.core.control.ActionAnswer.Outcome;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.control.Comments;
import io.breakwater.core.control.Decisions;
import io.breakwater.core.fixture.Actions;
import io.breakwater.core.fixture.FindingSchemas;
import io.breakwater.core.resource.Labels;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.Level;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.trait.Withdrawal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of actions. */
final class ObeyedTest {
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Instant NOW = START.plus(Duration.ofHours(1));
  private static final Optional<Closed> NEVER_CLOSED = Optional.empty();

  @Test
  void a_decision_about_what_is_open_is_applied() {
    var obeyed = obey(status(1, 2), Decisions.NONE);

    assertThat(obeyed.answer().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(obeyed.decisions().have(status(1, 2))).isTrue();
  }

  @Test
  void an_action_that_comes_again_changes_nothing() {
    var once = obey(status(1, 2), Decisions.NONE).decisions();

    var twice = obey(status(1, 2), once);

    assertThat(twice.answer().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(twice.decisions()).isEqualTo(once);
  }

  @Test
  void an_earlier_decision_that_comes_later_is_stale() {
    var later = obey(status(2, 1), Decisions.NONE).decisions();

    var obeyed = obey(status(1, 2), later);

    assertThat(obeyed.answer().outcome()).isEqualTo(Outcome.STALE);
    assertThat(obeyed.decisions()).isEqualTo(later);
  }

  @Test
  void a_ticket_is_asked_for_once_however_often_that_comes() {
    var once = obey(ticket(1), Decisions.NONE);
    var again = obey(ticket(1), once.decisions());
    var earlier = obey(ticket(1), obey(ticket(2), Decisions.NONE).decisions());

    assertThat(once.answer().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(again.answer().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(earlier.answer().outcome()).isEqualTo(Outcome.STALE);
    assertThat(earlier.answer().reason()).isEqualTo("somebody asked for a ticket since");
  }

  @Test
  void nobody_asks_for_a_ticket_of_what_is_not_open() {
    assertThat(obey(ticket(-1), Decisions.NONE).answer().outcome()).isEqualTo(Outcome.STALE);
    assertThat(obeyClosed(ticket(1), Decisions.NONE, NEVER_CLOSED).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_decision_about_the_episode_before_is_stale() {
    var obeyed = obey(status(-1, 2), Decisions.NONE);

    assertThat(obeyed.answer().outcome()).isEqualTo(Outcome.STALE);
    assertThat(obeyed.answer().reason()).contains("before the exposure opened");
    assertThat(obeyed.decisions().isNothing()).isTrue();
  }

  @Test
  void what_is_not_open_is_unknown() {
    var closed = new Closed(1, START, Withdrawal.FIXED);

    assertThat(obeyClosed(status(1, 2), Decisions.NONE, NEVER_CLOSED).reason())
        .startsWith("no exposure of " + INSTANCE.arn() + " is open");
    assertThat(obeyClosed(status(1, 2), Decisions.NONE, Optional.of(closed)).reason())
        .startsWith("the exposure was closed at " + START);
    assertThat(obeyClosed(suppress(1, NOW.plusSeconds(1)), Decisions.NONE, NEVER_CLOSED).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_suppression_is_lifted_though_the_exposure_is_closed() {
    var held = obey(suppress(1, NOW.plusSeconds(60)), Decisions.NONE).decisions();
    var lift = Actions.of(ActionKind.UNSUPPRESS, 2, INSTANCE).build();

    assertThat(obeyClosed(lift, held.betweenEpisodes(NOW, NOW), NEVER_CLOSED).outcome())
        .isEqualTo(Outcome.APPLIED);
  }

  @Test
  void the_uid_of_another_exposure_is_unknown() {
    var other = instance("i-0bbb111122223333b");
    var action =
        Action.of(
                status(1, 2).signature(), ActionKind.COMMENT, Exposure.uidOf(other), INSTANCE.arn())
            .comment("whose?")
            .build();

    assertThat(obey(action, Decisions.NONE).answer().outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_suppression_whose_end_is_over_is_stale() {
    assertThat(obey(suppress(1, NOW), Decisions.NONE).answer().outcome()).isEqualTo(Outcome.STALE);
  }

  @Test
  void a_decision_on_less_than_it_has_become_is_stale() {
    var seen = suppress(1, NOW.plusSeconds(60), Severity.MEDIUM);

    var answer = obey(seen, Decisions.NONE).answer();

    assertThat(answer.outcome()).isEqualTo(Outcome.STALE);
    assertThat(answer.reason()).contains("High now");
  }

  @Test
  void nobody_resolves_by_hand_nor_suppresses_for_ever() {
    assertThat(obey(status(1, 4), Decisions.NONE).answer().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(obey(status(1, 3), Decisions.NONE).answer().outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void what_is_decided_tomorrow_would_hold_against_all_that_is_decided_today() {
    assertThat(obey(status(100_000, 2), Decisions.NONE).answer().outcome())
        .isEqualTo(Outcome.REFUSED);
  }

  @Test
  void a_comment_earlier_than_all_that_are_kept_is_stale_and_leaves_a_trace() {
    var held = Decisions.NONE;
    for (int i = 2; i < Comments.MAX + 2; i++) {
      held = obey(comment(i), held).decisions();
    }

    var obeyed = obey(comment(1), held);

    assertThat(obeyed.answer().outcome()).isEqualTo(Outcome.STALE);
    assertThat(obeyed.decisions().comments().leftOut()).isTrue();
  }

  @Test
  void answers_are_as_their_form_says() {
    var applied = obey(status(1, 2), Decisions.NONE).answer();
    var refused = obey(status(1, 4), Decisions.NONE).answer();

    assertThat(FindingSchemas.faultsOfActionAnswer(applied.toJson(NOW))).isEmpty();
    assertThat(FindingSchemas.faultsOfActionAnswer(refused.toJson(NOW))).isEmpty();
    assertThat(applied.uid()).isNotEqualTo(refused.uid());
  }

  private static Obeyed obey(Action action, Decisions held) {
    return Obeyed.of(
        action, held, Optional.of(open()), NEVER_CLOSED, Optional.of(Severity.HIGH), NOW);
  }

  private static ActionAnswer obeyClosed(Action action, Decisions held, Optional<Closed> closed) {
    return Obeyed.of(action, held, Optional.empty(), closed, Optional.empty(), NOW).answer();
  }

  private static Announced open() {
    return new Announced(
        INSTANCE,
        START,
        1,
        Severity.HIGH,
        Level.HIGH,
        Impact.UNKNOWN,
        "Potential Remote Execution: EC2 instance has software vulnerabilities",
        "Exposure/Potential Initial Access/Exploit Public-Facing Application",
        "ec2-remote-execution",
        "0123456789abcdef0123456789abcdef",
        false,
        Labels.NONE);
  }

  private static Action status(int second, int statusId) {
    return Actions.of(ActionKind.STATUS, second, INSTANCE).statusId(statusId).build();
  }

  private static Action ticket(int second) {
    return Actions.of(ActionKind.TICKET, second, INSTANCE).build();
  }

  private static Action comment(int second) {
    return Actions.of(ActionKind.COMMENT, second, INSTANCE).comment("said " + second).build();
  }

  private static Action suppress(int second, Instant until) {
    return suppress(second, until, Severity.HIGH);
  }

  private static Action suppress(int second, Instant until, Severity seen) {
    return Actions.of(ActionKind.SUPPRESS, second, INSTANCE)
        .reason("A test machine.")
        .until(until)
        .seen(seen)
        .build();
  }
}
