// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import io.breakwater.flink.types.PartOutcome;
import io.breakwater.flink.types.WireTypes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Settles records that carry more than one thing: waits until all of a record is accounted for, and
 * counts it by its best outcome. Keyed by record.
 */
public final class Balance extends KeyedProcessFunction<Long, PartOutcome, Void>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Should a part never come (its task failed for good), its record is forgotten after this. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private transient ListState<PartOutcome> outcomes;
  private transient Tally tally;

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally = Tally.restored(getRuntimeContext(), context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.keep();
  }

  @Override
  public void open(OpenContext context) {
    var descriptor = new ListStateDescriptor<>("outcomes", WireTypes.PART_OUTCOME);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(PATIENCE).build());
    outcomes = getRuntimeContext().getListState(descriptor);
  }

  @Override
  public void processElement(PartOutcome outcome, Context context, Collector<Void> out)
      throws Exception {
    outcomes.add(outcome);
    var parts = new HashMap<Integer, PartBalance>();
    for (var seen : outcomes.get()) {
      parts.computeIfAbsent(seen.track().part(), part -> new PartBalance()).add(seen);
    }
    if (parts.size() < outcome.track().parts()
        || parts.values().stream().anyMatch(PartBalance::isOpen)) {
      return;
    }
    settle(parts);
    outcomes.clear();
  }

  private void settle(Map<Integer, PartBalance> parts) {
    parts.values().forEach(part -> tally.finding(part.best));
    tally.record(
        parts.values().stream().map(part -> part.best).reduce(Tally::better).orElseThrow());
  }

  private static final class PartBalance {
    private int missing = -1;
    private String best;

    void add(PartOutcome outcome) {
      missing = (missing < 0 ? outcome.track().signals() : missing) - 1;
      best = best == null ? outcome.count() : Tally.better(best, outcome.count());
    }

    boolean isOpen() {
      return missing > 0;
    }
  }
}
