// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkflowTest {
  @Test
  void a_way_leads_between_statuses_that_are_there() {
    var statuses = Workflow.simple().statuses();
    var nowhere = Workflow.Transition.of("1", "Lose", Set.of("10000"), "99");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Workflow(statuses, List.of(nowhere)))
        .withMessageContaining("99");
  }

  @Test
  void a_workflow_has_a_status_for_a_new_issue() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Workflow(List.of(), List.of()));
  }

  @Test
  void a_share_is_a_share() {
    var way = Workflow.simple().transitions().get(0);

    assertThatIllegalArgumentException().isThrownBy(() -> way.forbiddenFor(1.1));
  }
}
