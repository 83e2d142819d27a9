// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static io.breakwater.console.index.Records.START;
import static io.breakwater.console.index.Records.actionAnswer;
import static io.breakwater.console.index.Records.exposure;
import static io.breakwater.console.index.Records.ruleAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.query.Change;
import io.breakwater.console.index.query.Change.What;
import io.breakwater.console.index.record.ActionAnswer;
import io.breakwater.console.index.record.RuleAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the correlation job made of actions and of updates of rules. */
abstract class AnswersContract extends IndexCase {
  private Applied toActions(ObjectNode... answers) {
    return take(RecordStream.ACTION_ANSWERS, answers);
  }

  private Applied toRules(ObjectNode... answers) {
    return take(RecordStream.RULE_ANSWERS, answers);
  }

  @Nested
  class To_actions {
    @Test
    void stand_with_the_exposure_that_they_are_about_the_latest_first() {
      take(exposure(1), exposure(2));
      toActions(
          actionAnswer(1, 1, "applied", "", START),
          actionAnswer(2, 2, "applied", "", START),
          actionAnswer(3, 1, "stale", "somebody decided otherwise since", START.plusSeconds(9)));

      assertThat(detail(1).answers())
          .extracting(
              ActionAnswer::action,
              ActionAnswer::kind,
              ActionAnswer::by,
              ActionAnswer::outcome,
              ActionAnswer::at,
              ActionAnswer::reason)
          .containsExactly(
              tuple(
                  "action-3",
                  "suppress",
                  "kim@example.com",
                  "stale",
                  START.plusSeconds(9),
                  "somebody decided otherwise since"),
              tuple("action-1", "suppress", "kim@example.com", "applied", START, ""));
    }

    @Test
    void that_came_before_what_they_are_about_are_there_with_it() {
      toActions(actionAnswer(1, 1, "unknown", "no exposure is open", START));

      take(exposure(1));

      assertThat(detail(1).answers()).hasSize(1);
    }

    @Test
    void are_the_last_fifty() {
      take(exposure(1));
      for (int i = 1; i <= 60; i++) {
        toActions(actionAnswer(i, 1, "applied", "", START.plusSeconds(i)));
      }

      assertThat(detail(1).answers())
          .hasSize(50)
          .first()
          .extracting(ActionAnswer::action)
          .isEqualTo("action-60");
    }

    @Test
    void given_again_are_one_and_change_nothing() {
      take(exposure(1));
      toActions(actionAnswer(1, 1, "applied", "", START));
      long before = index.reader().lastChange();

      var applied =
          toActions(
              actionAnswer(1, 1, "applied", "", START.plusSeconds(60)),
              actionAnswer(1, 1, "unchanged", "", START.plusSeconds(60)),
              actionAnswer(1, 1, "unchanged", "", START.plusSeconds(61)));

      assertThat(applied.of(Outcome.DUPLICATE)).isEqualTo(2);
      assertThat(applied.of(Outcome.ANSWERED)).isEqualTo(1);
      assertThat(detail(1).answers())
          .extracting(ActionAnswer::outcome, ActionAnswer::at)
          .containsExactly(tuple("unchanged", START.plusSeconds(60)), tuple("applied", START));
      assertThat(index.reader().lastChange()).isEqualTo(before + 1);
    }

    @Test
    void are_changes_of_what_they_are_about() {
      take(exposure(1), exposure(2));
      long before = index.reader().lastChange();

      toActions(actionAnswer(1, 2, "refused", "its time is yet to come", START));

      assertThat(index.reader().changes(before, 10))
          .extracting(Change::uid, Change::what)
          .containsExactly(tuple(Exposure.uid(2), What.UPDATED));
    }

    @Test
    void that_say_not_what_they_are_about_are_broken() {
      var answer = actionAnswer(1, 1, "applied", "", START);
      answer.remove("exposure");

      assertThat(toActions(answer).of(Outcome.BROKEN)).isEqualTo(1);
      assertThat(index.reader().broken(1).get(0).detail()).contains("exposure");
    }
  }

  @Nested
  class To_updates_of_rules {
    @Test
    void come_with_what_holds_and_with_every_fault_the_latest_first() {
      toRules(
          ruleAnswer(1, "accepted", START),
          ruleAnswer(2, "refused", START.plusSeconds(9), "a.yaml:3: no title", "no severity"));

      assertThat(index.reader().ruleAnswers(10))
          .extracting(
              RuleAnswer::update,
              RuleAnswer::kind,
              RuleAnswer::version,
              RuleAnswer::outcome,
              RuleAnswer::at,
              RuleAnswer::detail)
          .containsExactly(
              tuple(
                  "update-2",
                  "catalogue",
                  "1.8.0",
                  "refused",
                  START.plusSeconds(9),
                  "a.yaml:3: no title\nno severity"),
              tuple("update-1", "catalogue", "1.8.0", "accepted", START, ""));
      assertThat(index.reader().ruleAnswers(1)).hasSize(1);
    }

    @Test
    void to_what_is_no_update_are_there_too() {
      var answer = ruleAnswer(1, "refused", START, "it is no JSON");
      answer.put("id", "").put("kind", "").remove("in_force");

      toRules(answer);

      assertThat(index.reader().ruleAnswers(1))
          .extracting(RuleAnswer::update, RuleAnswer::kind, RuleAnswer::version)
          .containsExactly(tuple("", "", ""));
    }

    @Test
    void say_what_their_sender_should_look_at() {
      var answer = ruleAnswer(1, "accepted", START);
      answer.putArray("warnings").add("the trait is used nowhere");

      toRules(answer);

      assertThat(index.reader().ruleAnswers(1).get(0).detail())
          .isEqualTo("the trait is used nowhere");
    }

    @Test
    void are_a_change_of_nothing_that_is_listed_and_yet_one() {
      take(exposure(1));
      long before = index.reader().lastChange();

      toRules(ruleAnswer(1, "accepted", START));
      toRules(ruleAnswer(1, "accepted", START));

      assertThat(index.reader().lastChange()).isEqualTo(before + 1);
      assertThat(index.reader().changes(before, 10)).isEmpty();
    }
  }

  @Nested
  class Kept {
    private void retain(Retention retention, Instant now) {
      while (index.retain(retention, now) > 0) {
        assertThat(now).isNotNull();
      }
    }

    private Retention keeping(Duration answers, int most) {
      return new Retention(
          Duration.ofDays(30), Duration.ofDays(30), Duration.ofDays(30), answers, most);
    }

    @Test
    void are_those_that_are_young_enough() {
      take(exposure(1));
      for (int day = 1; day <= 5; day++) {
        var at = START.plus(Duration.ofDays(day));
        toActions(actionAnswer(day, 1, "applied", "", at));
        toRules(ruleAnswer(day, "accepted", at));
      }

      retain(keeping(Duration.ofDays(2), 100), START.plus(Duration.ofDays(6)));

      assertThat(detail(1).answers())
          .extracting(ActionAnswer::action)
          .containsExactly("action-5", "action-4");
      assertThat(index.reader().ruleAnswers(10))
          .extracting(RuleAnswer::update)
          .containsExactly("update-5", "update-4");
    }

    @Test
    void are_the_latest_where_there_are_many() {
      take(exposure(1));
      for (int i = 1; i <= 5; i++) {
        toActions(actionAnswer(i, 1, "applied", "", START.plusSeconds(i)));
        toRules(ruleAnswer(i, "accepted", START.plusSeconds(i)));
      }

      retain(keeping(Duration.ofDays(90), 2), START.plus(Duration.ofDays(1)));

      assertThat(detail(1).answers())
          .extracting(ActionAnswer::action)
          .containsExactly("action-5", "action-4");
      assertThat(index.reader().ruleAnswers(10)).hasSize(2);
    }
  }
}
