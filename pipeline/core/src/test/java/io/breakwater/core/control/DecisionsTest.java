// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.instance;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.fixture.Actions;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class DecisionsTest {
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Instant LATER = START.plusSeconds(3600);

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void neither_order_nor_repetition_of_actions_matters(
      @ForAll("actions") List<Action> actions, @ForAll long seed) {
    var again = new ArrayList<>(actions);
    again.addAll(actions);
    Collections.shuffle(again, new Random(seed));

    assertThat(after(again)).isEqualTo(after(actions));
  }

  @Test
  void of_two_decisions_the_later_holds() {
    var first = Actions.of(ActionKind.STATUS, 1, INSTANCE).statusId(2).build();
    var second = Actions.of(ActionKind.STATUS, 2, INSTANCE).statusId(1).build();

    assertThat(after(List.of(first)).at(START, Severity.HIGH).inProgress())
        .contains(first.signature());
    assertThat(after(List.of(first, second)).at(START, Severity.HIGH).inProgress()).isEmpty();
  }

  @Test
  void a_severity_holds_until_the_exposure_is_more_severe_than_was_seen() {
    var decisions = after(List.of(severity(1, Severity.LOW, Severity.HIGH)));

    assertThat(decisions.at(START, Severity.HIGH).severityOr(Severity.HIGH))
        .isEqualTo(Severity.LOW);
    assertThat(decisions.at(START, Severity.CRITICAL).severityOr(Severity.CRITICAL))
        .isEqualTo(Severity.CRITICAL);
    assertThat(decisions.at(START, Severity.CRITICAL).severity()).isEmpty();
  }

  @Test
  void a_severity_that_corrects_a_lowered_one_holds_as_well() {
    var decisions =
        after(
            List.of(
                severity(1, Severity.LOW, Severity.HIGH),
                severity(2, Severity.MEDIUM, Severity.LOW)));

    assertThat(decisions.at(START, Severity.HIGH).severityOr(Severity.HIGH))
        .isEqualTo(Severity.MEDIUM);
  }

  @Test
  void a_suppression_holds_until_its_end() {
    var decisions = after(List.of(suppress(1, LATER)));

    assertThat(decisions.at(LATER.minusMillis(1), Severity.HIGH).suppression()).isPresent();
    assertThat(decisions.at(LATER, Severity.HIGH).suppression()).isEmpty();
    assertThat(decisions.at(LATER, Severity.HIGH).endedSuppression()).isPresent();
  }

  @Test
  void a_suppression_does_not_hold_for_what_is_more_severe() {
    var decisions = after(List.of(suppress(1, LATER)));

    assertThat(decisions.at(START, Severity.CRITICAL).suppression()).isEmpty();
  }

  @Test
  void a_suppression_holds_for_what_somebody_made_less_severe() {
    var decisions =
        after(List.of(severity(1, Severity.HIGH, Severity.CRITICAL), suppress(2, LATER)));

    assertThat(decisions.at(START, Severity.CRITICAL).suppression()).isPresent();
  }

  @Test
  void what_is_lifted_is_suppressed_no_longer() {
    var lift = Actions.of(ActionKind.UNSUPPRESS, 2, INSTANCE).build();
    var decisions = after(List.of(lift, suppress(1, LATER)));

    assertThat(decisions.at(START, Severity.HIGH).suppression()).isEmpty();
    assertThat(decisions.at(LATER, Severity.HIGH).endedSuppression()).isEmpty();
    assertThat(decisions.suppressedUntil()).isEmpty();
  }

  @Test
  void only_a_suppression_outlives_the_episode() {
    var decisions =
        after(
            List.of(
                ticket(4),
                Actions.of(ActionKind.STATUS, 1, INSTANCE).statusId(2).comment("mine").build(),
                severity(2, Severity.LOW, Severity.HIGH),
                suppress(3, LATER)));

    var closed = START.plusSeconds(10);
    assertThat(decisions.betweenEpisodes(closed, closed))
        .isEqualTo(after(List.of(suppress(3, LATER))));
    assertThat(decisions.betweenEpisodes(LATER, LATER).isNothing()).isTrue();
  }

  @Test
  void whoever_asked_for_a_ticket_last_is_named() {
    var decisions = after(List.of(ticket(2), ticket(1)));

    assertThat(decisions.at(START, Severity.HIGH).ticketRequested())
        .contains(ticket(2).signature());
    assertThat(Decisions.NONE.at(START, Severity.HIGH).ticketRequested()).isEmpty();
  }

  @Test
  void what_was_decided_after_the_close_is_of_the_next_episode() {
    var status = Actions.of(ActionKind.STATUS, 11, INSTANCE).statusId(2).comment("mine").build();
    var ticket = ticket(12);
    var all = after(List.of(severity(2, Severity.LOW, Severity.HIGH), status, ticket));

    assertThat(all.from(START.plusSeconds(11))).isEqualTo(after(List.of(status, ticket)));
    assertThat(all.from(START)).isEqualTo(all);
  }

  @Test
  void the_latest_comments_are_kept_and_that_there_were_others_is_said() {
    var said =
        IntStream.rangeClosed(1, Comments.MAX + 1)
            .mapToObj(i -> Actions.of(ActionKind.COMMENT, i, INSTANCE).comment("c" + i).build())
            .collect(toList());

    var all = after(said).comments();
    var allButOne = after(said.subList(1, said.size())).comments();

    assertThat(allButOne.leftOut()).isFalse();
    assertThat(all.leftOut()).isTrue();
    assertThat(all.kept()).isEqualTo(allButOne.kept()).hasSize(Comments.MAX);
    assertThat(all.last()).contains("c" + (Comments.MAX + 1));
  }

  @Provide
  Arbitrary<List<Action>> actions() {
    var severities = Arbitraries.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH);
    var seconds = Arbitraries.integers().between(0, 40);
    return Combinators.combine(Arbitraries.of(ActionKind.values()), severities, seconds)
        .as(DecisionsTest::action)
        .list()
        .ofMaxSize(60)
        .uniqueElements(action -> action.signature().action());
  }

  private static Action action(ActionKind kind, Severity severity, int second) {
    var action = Actions.of(kind, second, INSTANCE).seen(severity);
    switch (kind) {
      case STATUS:
        return action.statusId(1 + second % 2).build();
      case SEVERITY:
        return action.severity(severity).build();
      case COMMENT:
        return action.comment("said " + second).build();
      case SUPPRESS:
        return action.reason("why").until(LATER.plusSeconds(second)).comment("so").build();
      default:
        return action.build();
    }
  }

  private static Action ticket(int second) {
    return Actions.of(ActionKind.TICKET, second, INSTANCE).build();
  }

  private static Action severity(int second, Severity severity, Severity seen) {
    return Actions.of(ActionKind.SEVERITY, second, INSTANCE).severity(severity).seen(seen).build();
  }

  private static Action suppress(int second, Instant until) {
    return Actions.of(ActionKind.SUPPRESS, second, INSTANCE)
        .reason("A test machine.")
        .until(until)
        .seen(Severity.HIGH)
        .build();
  }

  private static Decisions after(List<Action> actions) {
    var decisions = Decisions.NONE;
    for (var action : actions) {
      decisions = decisions.with(action, Severity.HIGH);
    }
    return decisions;
  }
}
