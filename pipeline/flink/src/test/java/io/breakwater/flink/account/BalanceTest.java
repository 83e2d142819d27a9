// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import static org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness.repackageState;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Harnesses.Task;
import io.breakwater.flink.types.PartOutcome;
import io.breakwater.flink.types.Track;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BalanceTest {
  private KeyedOneInputStreamOperatorTestHarness<Long, PartOutcome, Void> balance;

  @BeforeEach
  void open() throws Exception {
    balance = Harnesses.balance(Task.single());
  }

  @AfterEach
  void close() throws Exception {
    balance.close();
  }

  @Test
  void a_record_is_not_settled_before_all_of_its_parts_are() throws Exception {
    settle(1, 0, 2, 1, Tally.APPLIED);

    assertThat(Harnesses.counts(balance)).isEmpty();
  }

  @Test
  void a_record_counts_once_by_its_best_outcome_and_its_findings_one_by_one() throws Exception {
    settle(1, 0, 3, 1, Tally.dead("wrong-type"));
    settle(1, 2, 3, 1, Tally.STALE);
    settle(1, 1, 3, 1, Tally.APPLIED);

    assertThat(Harnesses.counts(balance))
        .containsOnly(
            Map.entry("records.applied", 1L),
            Map.entry("findings.applied", 1L),
            Map.entry("findings.stale", 1L),
            Map.entry("findings.dead:wrong-type", 1L));
  }

  @Test
  void a_finding_of_several_resources_counts_once_by_its_best_outcome() throws Exception {
    settle(1, 0, 1, 2, Tally.DUPLICATE);
    settle(1, 0, 1, 2, Tally.APPLIED);

    assertThat(Harnesses.counts(balance))
        .containsOnly(Map.entry("records.applied", 1L), Map.entry("findings.applied", 1L));
  }

  @Test
  void a_settled_record_leaves_no_state_behind() throws Exception {
    settle(1, 0, 2, 1, Tally.APPLIED);
    settle(1, 1, 2, 1, Tally.APPLIED);

    assertThat(balance.numKeyedStateEntries()).isZero();
  }

  @Test
  void records_do_not_wait_for_each_other() throws Exception {
    settle(1, 0, 2, 1, Tally.APPLIED);
    settle(2, 0, 2, 1, Tally.STALE);
    settle(2, 1, 2, 1, Tally.STALE);

    assertThat(Harnesses.counts(balance)).containsEntry("records.stale", 1L);
    assertThat(balance.numKeyedStateEntries()).isEqualTo(1);
  }

  @Test
  void a_record_half_settled_before_a_restart_is_settled_after_it() throws Exception {
    settle(1, 0, 2, 1, Tally.APPLIED);
    restart(balance.snapshot(1, 1), 1, Task.single());

    settle(1, 1, 2, 1, Tally.STALE);

    assertThat(Harnesses.counts(balance)).containsEntry("records.applied", 1L);
  }

  @Test
  void counting_goes_on_after_a_restart_where_it_stopped() throws Exception {
    settle(1, 0, 1, 1, Tally.APPLIED);
    restart(balance.snapshot(1, 1), 1, Task.single());

    settle(2, 0, 1, 1, Tally.APPLIED);

    assertThat(Harnesses.counts(balance)).containsEntry("records.applied", 2L);
  }

  @Test
  void what_was_counted_after_the_checkpoint_is_forgotten_by_a_restart() throws Exception {
    settle(1, 0, 1, 1, Tally.APPLIED);
    var snapshot = balance.snapshot(1, 1);
    settle(2, 0, 1, 1, Tally.APPLIED);

    restart(snapshot, 1, Task.single());

    assertThat(Harnesses.counts(balance)).containsEntry("records.applied", 1L);
  }

  @Test
  void the_sums_stay_when_one_task_becomes_three() throws Exception {
    settle(1, 0, 1, 1, Tally.APPLIED);
    settle(2, 0, 1, 1, Tally.APPLIED);
    settle(3, 0, 1, 1, Tally.STALE);
    var snapshot = balance.snapshot(1, 1);
    long applied = 0;
    long stale = 0;

    for (int task = 0; task < 3; task++) {
      restart(snapshot, 1, Task.of(task, 3));
      applied += Harnesses.counts(balance).getOrDefault("records.applied", 0L);
      stale += Harnesses.counts(balance).getOrDefault("records.stale", 0L);
    }

    assertThat(applied).isEqualTo(2);
    assertThat(stale).isEqualTo(1);
  }

  @Test
  void the_sums_stay_when_two_tasks_become_one() throws Exception {
    var snapshots = new OperatorSubtaskState[2];
    for (int task = 0; task < 2; task++) {
      balance.close();
      balance = Harnesses.balance(Task.of(task, 2));
      settle(Harnesses.keyOfTask(task, 2), 0, 1, 1, Tally.APPLIED);
      snapshots[task] = balance.snapshot(1, 1);
    }

    restart(repackageState(snapshots), 2, Task.single());

    assertThat(Harnesses.counts(balance)).containsEntry("records.applied", 2L);
  }

  private void settle(long record, int part, int parts, int signals, String outcome)
      throws Exception {
    balance.processElement(
        new StreamRecord<>(new PartOutcome(new Track(record, part, parts, signals), outcome)));
  }

  private void restart(OperatorSubtaskState snapshot, int parallelismThen, Task task)
      throws Exception {
    balance.close();
    balance = Harnesses.balance(task.from(snapshot, parallelismThen));
  }
}
