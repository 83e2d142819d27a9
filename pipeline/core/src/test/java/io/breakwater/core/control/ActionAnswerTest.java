// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.instance;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.fixture.Actions;
import io.breakwater.core.fixture.FindingSchemas;
import io.breakwater.core.signal.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers as records of their stream. */
final class ActionAnswerTest {
  @ParameterizedTest
  @EnumSource(ActionKind.class)
  void an_answer_to_any_action_is_as_its_schema_says(ActionKind kind) {
    var action = action(kind);

    assertThat(FindingSchemas.faultsOfActionAnswer(ActionAnswer.applied(action).toJson(START)))
        .isEmpty();
    assertThat(
            FindingSchemas.faultsOfActionAnswer(
                ActionAnswer.stale(action, "somebody decided otherwise since").toJson(START)))
        .isEmpty();
  }

  private static Action action(ActionKind kind) {
    var action = Actions.of(kind, 1, instance("i-0aaa111122223333a"));
    switch (kind) {
      case STATUS:
        return action.statusId(Action.IN_PROGRESS).build();
      case SEVERITY:
        return action.severity(Severity.LOW).build();
      case COMMENT:
        return action.comment("Looked at.").build();
      case SUPPRESS:
        return action.reason("A test machine.").until(START).build();
      case UNSUPPRESS:
      case TICKET:
        return action.build();
    }
    throw new AssertionError(kind);
  }
}
