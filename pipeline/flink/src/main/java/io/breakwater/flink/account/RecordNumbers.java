// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * Numbers records, so that what becomes of their parts can be put together again. No number is
 * given out twice: not by another task, and not after a restart at whatever parallelism, as every
 * task goes on above the highest number that any of them had given out.
 */
public final class RecordNumbers {
  /** Enough for 17 million million records a task. */
  private static final int SEQUENCE_BITS = 44;

  private final ListState<Long> kept;
  private final long task;
  private long next;

  private RecordNumbers(ListState<Long> kept, long task) {
    this.kept = kept;
    this.task = task << SEQUENCE_BITS;
  }

  /** Goes on where the last checkpoint stopped. */
  public static RecordNumbers restored(
      RuntimeContext runtime, FunctionInitializationContext initialization) throws Exception {
    var kept =
        initialization
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("next-record", Types.LONG));
    var numbers = new RecordNumbers(kept, runtime.getTaskInfo().getIndexOfThisSubtask());
    for (long given : kept.get()) {
      numbers.next = Math.max(numbers.next, given);
    }
    return numbers;
  }

  public long next() {
    return task | next++;
  }

  /** To be called for every checkpoint. */
  public void keep() throws Exception {
    kept.update(List.of(next));
  }
}
