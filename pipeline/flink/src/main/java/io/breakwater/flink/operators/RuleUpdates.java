// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.rules.MalformedUpdate;
import io.breakwater.core.rules.RuleAnswer;
import io.breakwater.core.rules.RuleBook;
import io.breakwater.core.rules.RuleUpdate;
import io.breakwater.core.rules.RulesInForce;
import io.breakwater.core.rules.UpdateRecords;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.types.Instruction;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Judges updates of rules and answers each of them; what it accepts goes to all that judge by it.
 * There is one task of it: updates are numbered.
 */
public final class RuleUpdates extends ProcessFunction<Record, Instruction>
    implements CheckpointedFunction {
  /** What became of each update. */
  public static final OutputTag<Output> ANSWERS =
      new OutputTag<>("answers to updates of rules", WireTypes.OUTPUT);

  private static final long serialVersionUID = 1L;

  private final Settings settings;

  private transient ListState<RulesInForce> accepted;
  private transient ListState<Record> waiting;
  private transient RuleBook book;
  private transient UpdateRecords updates;
  private transient Tally tally;

  public RuleUpdates(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    var state = context.getOperatorStateStore();
    accepted = state.getListState(new ListStateDescriptor<>("accepted", WireTypes.RULES_IN_FORCE));
    waiting = state.getListState(new ListStateDescriptor<>("waiting", WireTypes.RECORD));
    tally =
        Tally.restored(
            getRuntimeContext(),
            context,
            JobMetric.RULE_UPDATES_ACCEPTED,
            JobMetric.RULE_UPDATES_REFUSED);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    var before = new ArrayList<RulesInForce>();
    accepted.get().forEach(before::add);
    book = new RuleBook(settings.catalogueText(), settings.hops(), before);
    updates = new UpdateRecords();
    for (var part : waiting.get()) {
      updates.take(part.bytes());
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    accepted.update(book.inForce());
    var parts = new ArrayList<Record>();
    for (var part : updates.waiting()) {
      parts.add(new Record(part, "", ""));
    }
    waiting.update(parts);
    tally.keep();
  }

  @Override
  public void processElement(Record record, Context context, Collector<Instruction> out) {
    Optional<RuleUpdate> update;
    try {
      update = updates.take(record.bytes());
    } catch (MalformedUpdate e) {
      answer(book.refuse(e), context);
      return;
    }
    if (update.isEmpty()) {
      return;
    }
    var answer = book.judge(update.get(), settings.clock().instant());
    if (answer.outcome() == RuleAnswer.Outcome.ACCEPTED) {
      out.collect(Instruction.of(answer.inForce().orElseThrow()));
    }
    answer(answer, context);
  }

  private void answer(RuleAnswer answer, Context context) {
    switch (answer.outcome()) {
      case ACCEPTED:
        tally.count(JobMetric.RULE_UPDATES_ACCEPTED);
        break;
      case REFUSED:
        tally.count(JobMetric.RULE_UPDATES_REFUSED);
        break;
      default:
        break;
    }
    var key = answer.id().isEmpty() ? answer.uid() : answer.id();
    context.output(ANSWERS, new Output(key, answer.toJson(settings.clock().instant())));
  }
}
