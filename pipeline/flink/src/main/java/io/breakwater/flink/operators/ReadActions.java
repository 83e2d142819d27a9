// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionRecords;
import io.breakwater.core.control.MalformedAction;
import io.breakwater.core.deadletter.DeadLetter;
import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.types.Instruction;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Bytes of the control stream in, actions out; what is none goes aside, counted. */
public final class ReadActions extends ProcessFunction<Record, Instruction>
    implements CheckpointedFunction {
  public static final OutputTag<Output> DEAD_LETTERS =
      new OutputTag<>("dead letters of actions", WireTypes.OUTPUT);

  private static final long serialVersionUID = 1L;

  private transient Tally tally;

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally =
        Tally.restored(
            getRuntimeContext(), context, JobMetric.ACTIONS_READ, JobMetric.ACTIONS_DEAD);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.keep();
  }

  @Override
  public void processElement(Record record, Context context, Collector<Instruction> out) {
    tally.count(JobMetric.ACTIONS_READ);
    Action action;
    try {
      action = ActionRecords.of(record.bytes());
    } catch (MalformedAction e) {
      tally.count(JobMetric.ACTIONS_DEAD);
      deadLetter(record, e, context);
      return;
    }
    out.collect(Instruction.of(action));
  }

  private static void deadLetter(Record record, MalformedAction why, Context context) {
    var letter =
        DeadLetter.ofAction(why.getMessage(), record.origin(), record.offset(), record.bytes());
    letter.toJson().forEach(json -> context.output(DEAD_LETTERS, new Output(letter.id(), json)));
  }
}
