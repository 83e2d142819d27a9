// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.graph.Statements;
import io.breakwater.core.graph.Table;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.Stated;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.Rules;
import io.breakwater.core.signal.Outcome;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.trait.Ending;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.Observation;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.TraitWindow;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.types.PartOutcome;
import io.breakwater.flink.types.TrackedSignal;
import io.breakwater.flink.types.WireTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The trait window of each resource: remembers the latest version of every signal, and when the
 * resource was deleted, and passes on what its traits become. Keyed by resource.
 *
 * <p>What a signal says of the tags and the owner of the resource is observed as signals of their
 * own, at a read and a write more for each. They are nobody's outcome: the record counts by what
 * became of its finding.
 *
 * <p>One timer a resource, at the earliest end of a window known when it was set; a signal that was
 * seen again meanwhile moves it on. A signal costs one read and at most one write of state, however
 * many the resource has.
 *
 * <p>Where the rules change while the job runs, the signals themselves are kept as well: by other
 * rules they may give other traits, for longer or for less long.
 *
 * <p>A live job judges windows by the watermark. A bounded one is handed the signals of a resource
 * in the order of their event times, and judges each by its own: windows end between signals as
 * they would have ended live, and signals of the same time are seen in the order of their versions.
 */
public final class TraitWindows extends KeyedProcessFunction<String, TrackedSignal, TraitChange>
    implements CheckpointedFunction, FollowsRules {
  public static final OutputTag<PartOutcome> OUTCOMES =
      new OutputTag<>("outcomes of trait window", WireTypes.PART_OUTCOME);

  /** What configuration items say of relations. */
  public static final OutputTag<RelationReport> STATEMENTS =
      new OutputTag<>("stated relations", WireTypes.RELATION_REPORT);

  private static final long serialVersionUID = 1L;

  private static final Comparator<TrackedSignal> BY_VERSION =
      Comparator.comparing(TrackedSignal::signal, TraitWindow.BY_VERSION);

  private static final int SIGNALS = 1;
  private static final int DELETED_AT = 2;
  private static final int STATED = 3;
  private static final int WAKE_UP = 4;
  private static final int SAID = 5;

  private final Settings settings;

  private transient TraitWindow window;
  private transient Table<HeldSignal> signals;
  private transient ValueState<Instant> deletedAt;
  private transient ValueState<Stated> stated;
  private transient WakeUp wakeUp;
  private transient SameTime<TrackedSignal> together;
  private transient Tally tally;

  /** What active signals say, where that may be judged by other rules later; else unused. */
  private transient Table<Signal> said;

  private transient boolean keepsSignals;

  public TraitWindows(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally =
        Tally.restored(
            getRuntimeContext(),
            context,
            JobMetric.RECORDS_APPLIED,
            JobMetric.RECORDS_STALE,
            JobMetric.RECORDS_DUPLICATE);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.keep();
  }

  @Override
  public void open(OpenContext context) {
    judgeBy(settings.rules());
    var state = KeyState.in(getRuntimeContext());
    signals = state.table(SIGNALS, HeldSignal.class);
    deletedAt = state.value(DELETED_AT, Instant.class);
    stated = state.value(STATED, Stated.class);
    wakeUp = WakeUp.in(state, WAKE_UP);
    said = state.table(SAID, Signal.class);
    if (settings.isBounded()) {
      together = SameTime.in(getRuntimeContext(), WireTypes.TRACKED_SIGNAL);
    }
  }

  @Override
  public void follow(Rules now) {
    keepsSignals = true;
    judgeBy(now);
  }

  private void judgeBy(Rules now) {
    window = new TraitWindow(now.catalogue(), now.exploitation());
  }

  @Override
  public Set<RuleKind> follows() {
    return judgesAgainFor();
  }

  @Override
  public Set<RuleKind> judgesAgainFor() {
    return EnumSet.of(RuleKind.CATALOGUE, RuleKind.EXPLOITATION);
  }

  @Override
  public void processElement(TrackedSignal tracked, Context context, Collector<TraitChange> out)
      throws Exception {
    if (settings.isBounded()) {
      gather(tracked, context, out);
    } else {
      observe(tracked, context.timerService().currentWatermark(), context, out);
    }
  }

  private void gather(TrackedSignal tracked, Context context, Collector<TraitChange> out)
      throws Exception {
    if (together.isBefore(context.timestamp())) {
      observeTogether(context, out);
    }
    together.add(tracked, context.timestamp(), context.timerService());
  }

  private void observeTogether(Context context, Collector<TraitChange> out) throws Exception {
    if (together.isEmpty()) {
      return;
    }
    long now = together.time();
    endWindows(now, context, out);
    for (var tracked : together.take(BY_VERSION)) {
      observe(tracked, now, context, out);
    }
  }

  private void observe(TrackedSignal tracked, long now, Context context, Collector<TraitChange> out)
      throws Exception {
    var signal = tracked.signal();
    var deletion = Optional.ofNullable(deletedAt.value());
    if (signal.state() == SignalState.DELETED) {
      var outcome = window.observeDeletion(deletion, signal, instant(now));
      if (outcome == Outcome.APPLIED) {
        delete(signal, context, out);
      }
      settle(tracked, outcome.code(), context);
      return;
    }
    var labels = new ArrayList<Observation>(0);
    for (var label : window.labelsOf(signal)) {
      labels.add(observe(label, deletion, now, out));
    }
    var seen = observe(signal, deletion, now, out);
    wakeUpFor(seen, context);
    for (var label : labels) {
      wakeUpFor(label, context);
    }
    if (keepsSignals && seen.outcome() == Outcome.APPLIED) {
      keep(TraitWindow.keyOf(signal), signal, seen.change());
    }
    if (signal.isConfiguration() && seen.outcome() == Outcome.APPLIED) {
      var says = window.stated(signal, deletion);
      if (says.isPresent()) {
        state(signal, says.get(), context);
      }
    }
    settle(tracked, seen.outcome().code(), context);
  }

  private Observation observe(
      Signal signal, Optional<Instant> deletion, long now, Collector<TraitChange> out)
      throws Exception {
    long key = TraitWindow.keyOf(signal);
    var seen = window.observe(signals.get(key), signal, deletion, instant(now));
    if (seen.held().isPresent()) {
      signals.put(key, seen.held().get());
    }
    seen.change().ifPresent(out::collect);
    return seen;
  }

  private void wakeUpFor(Observation seen, Context context) throws Exception {
    if (seen.held().isPresent()) {
      wakeUp.at(WakeUp.timerFor(seen.held().get().expiresAt()), context.timerService());
    }
  }

  /** What says the same as before is kept already. */
  private void keep(long key, Signal signal, Optional<TraitChange> change) throws Exception {
    if (!signal.mayGiveTraits()) {
      said.remove(key);
    } else if (change.map(TraitChange::kind).orElse(null) != TraitChange.Kind.SEEN_AGAIN
        || said.get(key).isEmpty()) {
      said.put(key, signal.byItself());
    }
  }

  /** Judges by the rules of now all that was said and may still give traits. */
  private void judgeAgain(Context context, Collector<TraitChange> out) throws Exception {
    var deletion = Optional.ofNullable(deletedAt.value());
    var asOf = instant(context.timerService().currentWatermark());
    var all = new ArrayList<Map.Entry<Long, Signal>>();
    said.entries().forEach(all::add);
    for (var entry : all) {
      long key = entry.getKey();
      var held = signals.get(key);
      if (held.isEmpty()) {
        said.remove(key);
        continue;
      }
      var judged =
          window.judgeAgain(
              held.get(), entry.getValue(), deletion, asOf, settings.clock().instant());
      var now = judged.held().orElseThrow();
      if (!now.equals(held.get())) {
        signals.put(key, now);
      }
      wakeUp.at(WakeUp.timerFor(now.expiresAt()), context.timerService());
      judged.change().ifPresent(out::collect);
    }
  }

  private void state(Signal item, Stated says, Context context) throws Exception {
    var before = stated.value();
    stated.update(says);
    wakeUp.at(WakeUp.timerFor(says.until()), context.timerService());
    Statements.listed(before == null ? List.of() : before.relations(), item)
        .forEach(report -> context.output(STATEMENTS, report));
  }

  private List<Relation> forgetStatedUntil(Instant time) throws Exception {
    var says = stated.value();
    if (says == null || says.updatedAt().isAfter(time)) {
      return List.of();
    }
    stated.clear();
    return says.relations();
  }

  private void delete(Signal deletion, Context context, Collector<TraitChange> out)
      throws Exception {
    deletedAt.update(deletion.updatedAt());
    wakeUp.at(
        WakeUp.timerFor(window.forgetDeletionAt(deletion.updatedAt())), context.timerService());
    var ended = new HashMap<Long, Ending>();
    for (Map.Entry<Long, HeldSignal> entry : signals.entries()) {
      window
          .end(entry.getValue(), entry.getKey(), deletion)
          .ifPresent(ending -> ended.put(entry.getKey(), ending));
    }
    end(ended, out);
    Statements.deleted(forgetStatedUntil(deletion.updatedAt()), deletion)
        .forEach(report -> context.output(STATEMENTS, report));
  }

  private void end(Map<Long, Ending> ended, Collector<TraitChange> out) throws Exception {
    for (var ending : ended.entrySet()) {
      ending.getValue().change().ifPresent(out::collect);
      if (ending.getValue().remaining().isPresent()) {
        signals.put(ending.getKey(), ending.getValue().remaining().get());
      } else {
        signals.remove(ending.getKey());
        if (keepsSignals) {
          said.remove(ending.getKey());
        }
      }
    }
  }

  private static Instant instant(long time) {
    return time == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochMilli(time);
  }

  private void settle(TrackedSignal tracked, String outcome, Context context) {
    if (tracked.track().isWhole()) {
      tally.finding(outcome);
      tally.record(outcome);
    } else {
      context.output(OUTCOMES, new PartOutcome(tracked.track(), outcome));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<TraitChange> out)
      throws Exception {
    if (settings.isBounded()) {
      observeTogether(context, out);
    } else if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      judgeAgain(context, out);
      return;
    }
    if (settings.mayFire(time, context.timerService())) {
      endWindows(time, context, out);
    } else if (settings.asOf().isPresent()) {
      // The key is done. Flink ignores wake-ups that were planned since its timers fire.
      endWindows(settings.asOf().get().toEpochMilli(), context, out);
    }
  }

  /** Ends the windows that are over by now, and plans the next wake-up. */
  private void endWindows(long now, Context context, Collector<TraitChange> out) throws Exception {
    if (!wakeUp.isDue(now)) {
      return;
    }
    var resource = Arn.parse(context.getCurrentKey());
    var ended = new HashMap<Long, Ending>();
    long next = forgetDeletion(now);
    for (Map.Entry<Long, HeldSignal> entry : signals.entries()) {
      var held = entry.getValue();
      var expiry = window.expire(held, resource, entry.getKey(), instant(now));
      expiry.ifPresent(end -> ended.put(entry.getKey(), end));
      var remaining = expiry.isPresent() ? expiry.get().remaining() : Optional.of(held);
      if (remaining.isPresent()) {
        next = Math.min(next, WakeUp.timerFor(remaining.get().expiresAt()));
      }
    }
    end(ended, out);
    next = Math.min(next, endStated(now, context));
    wakeUp.clear();
    if (next < Long.MAX_VALUE) {
      wakeUp.at(next, context.timerService());
    }
  }

  /** When the configuration item does not count any more, after its end if that is now. */
  private long endStated(long now, Context context) throws Exception {
    var says = stated.value();
    if (says == null) {
      return Long.MAX_VALUE;
    }
    if (says.until().isAfter(instant(now))) {
      return WakeUp.timerFor(says.until());
    }
    stated.clear();
    Statements.forgotten(says.relations(), Arn.parse(context.getCurrentKey()), says.until())
        .forEach(report -> context.output(STATEMENTS, report));
    return Long.MAX_VALUE;
  }

  /** When the deletion is to be forgotten, after forgetting it if that is now. */
  private long forgetDeletion(long now) throws Exception {
    var deletion = deletedAt.value();
    if (deletion == null) {
      return Long.MAX_VALUE;
    }
    long end = WakeUp.timerFor(window.forgetDeletionAt(deletion));
    if (end > now) {
      return end;
    }
    deletedAt.clear();
    return Long.MAX_VALUE;
  }
}
