// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.control.Action;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.Rules;
import io.breakwater.core.rules.RulesInForce;
import io.breakwater.flink.Settings;
import io.breakwater.flink.types.Instruction;
import io.breakwater.flink.types.WireTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs a function whose rules come by a stream of their own, the same for all of its tasks. By the
 * same way may come actions, each to the task of its key: the function takes them in as it takes
 * its other input.
 *
 * <p>An update holds from the moment at which it comes: it is part of the next checkpoint together
 * with a timer for each key that there is, so that after a failure neither is missing. The timers
 * are spread, and the state of keys is judged again at a bounded rate while the stream goes on; a
 * key that is touched before its turn is judged by the new rules then.
 *
 * <p>Flink's own function for a broadcast beside a keyed stream cannot set timers for keys. Where a
 * job goes on from a savepoint with other rules than it was stopped with, because of a release or a
 * setting, all keys are judged again as well.
 */
final class RuledOperator<I, O> extends KeyedProcessOperator<String, I, O>
    implements TwoInputStreamOperator<I, Instruction, O> {
  private static final long serialVersionUID = 1L;

  private static final long SECOND_MILLIS = 1000;

  /**
   * Before the first key is judged again: what one stage tells the next is not to come before the
   * rules that both are told of at the same time.
   */
  private static final long HEAD_START_MILLIS = 1000;

  private static final MapStateDescriptor<String, RulesInForce> ACCEPTED =
      new MapStateDescriptor<>("rules-in-force", Types.STRING, WireTypes.RULES_IN_FORCE);

  /** By what the keys were judged, or are to be by timers that are set. */
  private static final MapStateDescriptor<String, String> JUDGED_BY =
      new MapStateDescriptor<>("judged-by", Types.STRING, Types.STRING);

  private final Settings settings;
  private final boolean mayChange;

  private transient BroadcastState<String, RulesInForce> accepted;
  private transient BroadcastState<String, String> judgedBy;
  private transient Rules rules;
  private transient boolean isRestored;

  private <F extends KeyedProcessFunction<String, I, O> & FollowsRules> RuledOperator(
      F function, Settings settings, boolean mayChange) {
    super(function);
    this.settings = settings;
    this.mayChange = mayChange;
  }

  /** Its rules may change. */
  static <I, O, F extends KeyedProcessFunction<String, I, O> & FollowsRules> RuledOperator<I, O> of(
      F function, Settings settings) {
    return new RuledOperator<>(function, settings, true);
  }

  /** Its rules stay those of the start. */
  static <I, O, F extends KeyedProcessFunction<String, I, O> & FollowsRules>
      RuledOperator<I, O> fixed(F function, Settings settings) {
    return new RuledOperator<>(function, settings, false);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    accepted = getOperatorStateBackend().getBroadcastState(ACCEPTED);
    judgedBy = getOperatorStateBackend().getBroadcastState(JUDGED_BY);
    isRestored = context.isRestored();
  }

  @Override
  public void open() throws Exception {
    super.open();
    if (!mayChange) {
      return;
    }
    List<RulesInForce> updates = new ArrayList<>();
    for (Map.Entry<String, RulesInForce> update : accepted.entries()) {
      updates.add(update.getValue());
    }
    follow(settings.rules().with(updates));
    boolean changed = false;
    for (var kind : follower().judgesAgainFor()) {
      changed |= isJudgedByOthers(kind);
    }
    if (isRestored && changed) {
      judgeAllAgain();
    }
  }

  private FollowsRules follower() {
    return (FollowsRules) userFunction;
  }

  private void follow(Rules now) {
    rules = now;
    follower().follow(now);
  }

  private boolean isJudgedByOthers(RuleKind kind) throws Exception {
    var now = settings.digestOf(rules, kind);
    boolean others = !Optional.of(now).equals(Optional.ofNullable(judgedBy.get(kind.key())));
    judgedBy.put(kind.key(), now);
    return others;
  }

  @Override
  public void processElement1(StreamRecord<I> element) throws Exception {
    processElement(element);
  }

  @Override
  public void processElement2(StreamRecord<Instruction> element) throws Exception {
    var instruction = element.getValue();
    if (instruction.action().isPresent()) {
      setCurrentKey(instruction.resource());
      processElement(asInput(instruction.action().get()));
    } else {
      change(instruction.rules().orElseThrow());
    }
  }

  /** Only functions that take actions in get any. */
  @SuppressWarnings("unchecked")
  private StreamRecord<I> asInput(Action action) {
    return new StreamRecord<>((I) action, action.signature().at().toEpochMilli());
  }

  private void change(RulesInForce update) throws Exception {
    var kept = follower().follows().contains(update.kind()) ? update : update.withoutDocument();
    accepted.put(kept.kind().key(), kept);
    follow(rules.with(List.of(kept)));
    if (follower().judgesAgainFor().contains(kept.kind()) && isJudgedByOthers(kept.kind())) {
      judgeAllAgain();
    }
  }

  /** One step for each key, and no more than a timer: the work itself comes with those. */
  private void judgeAllAgain() {
    InternalTimerService<VoidNamespace> timers =
        getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
    long begin = timers.currentProcessingTime() + HEAD_START_MILLIS;
    long planned = 0;
    try (var keys =
        this.<String>getKeyedStateBackend().getKeys(KeyState.NAME, VoidNamespace.INSTANCE)) {
      for (var key = keys.iterator(); key.hasNext(); ) {
        setCurrentKey(key.next());
        long delay = planned * SECOND_MILLIS / settings.judgedAgainPerSecond();
        timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, begin + delay);
        planned++;
      }
    }
  }

  /** Rules have no event time of their own: they must not hold that of the events back. */
  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    processWatermark(mark);
  }

  @Override
  public void processWatermark2(Watermark mark) {}
}
