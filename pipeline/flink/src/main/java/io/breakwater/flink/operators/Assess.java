// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.control.Action;
import io.breakwater.core.exposure.Assessment;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.AboutResource;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.Rules;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.CatalogueInUse;
import io.breakwater.flink.account.ExposureCounts;
import io.breakwater.flink.account.WatermarkLag;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.WireTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the evidence on each resource, and tells readers when what it adds up to changes. Keyed by
 * resource.
 *
 * <p>An exposure that is new or more severe is announced at once; any other change settles for a
 * while first: in processing time in a live job, in event time in a bounded run, where changes of
 * the same millisecond are one change, taken in the order of the signals' versions.
 *
 * <p>An exposure that somebody decided to live with is told as suppressed. When that has ended it
 * is told again, though nothing else has changed. Actions, which only a live job hears, are obeyed
 * at once, and each is answered.
 *
 * <p>Where the rules change while the job runs, each key keeps by which it was judged. One that was
 * judged by others is judged again before anything else happens to it, its traits included, so that
 * no exposure is made of both.
 *
 * <p>What an exposure rests on is told when it differs, also where that is no revision: it follows
 * from all of the evidence, and a revision does not tell of cases that are milder than the worst.
 */
public final class Assess extends KeyedProcessFunction<String, AboutResource, Output>
    implements CheckpointedFunction, FollowsRules {
  /** What open exposures rest on that others may rest on as well. */
  public static final OutputTag<RelianceChange> RELIANCES =
      new OutputTag<>("reliances", WireTypes.RELIANCE_CHANGE);

  /** What became of each action. */
  public static final OutputTag<Output> ANSWERS =
      new OutputTag<>("answers to actions", WireTypes.OUTPUT);

  private static final long serialVersionUID = 1L;

  /** The numbers of what is kept of a key; 1, 2 and 9 are those of {@link HeldEvidence}. */
  static final int ANNOUNCED = 3;

  static final int CEILING = 4;
  static final int PENDING = 5;
  static final int RESTS_ON = 6;
  static final int SUPPRESSED_UNTIL = 7;
  static final int JUDGED_BY = 8;
  static final int DECISIONS = 10;

  private final Settings settings;

  private transient ExposureCounts counts;
  private transient WatermarkLag lag;
  private transient Catalogue catalogue;
  private transient AssessedEvidence evidence;
  private transient HeldDecisions decisions;
  private transient ToldExposure exposure;
  private transient ObeyedActions actions;
  private transient SameTime<TraitChange> together;
  private transient ValueState<Long> settleAt;
  private transient boolean isByAnEvent;

  public Assess(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    counts = ExposureCounts.restored(getRuntimeContext(), context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    counts.keep();
  }

  @Override
  public void open(OpenContext context) {
    var runtime = getRuntimeContext();
    lag = WatermarkLag.registered(runtime);
    CatalogueInUse.register(runtime, () -> catalogue);
    var state = KeyState.in(runtime);
    evidence = AssessedEvidence.in(state);
    decisions = HeldDecisions.in(state, DECISIONS, SUPPRESSED_UNTIL);
    exposure = new ToldExposure(settings, counts, decisions, runtime, state);
    actions = new ObeyedActions(settings, counts, decisions, exposure);
    if (settings.isBounded()) {
      together = SameTime.in(runtime, WireTypes.TRAIT_CHANGE);
      settleAt = runtime.getState(new ValueStateDescriptor<>("settle-at", Types.LONG));
    }
    catalogue = settings.rules().catalogue();
    evidence.judgeBy(catalogue);
    exposure.judgeBy(settings.rules());
  }

  @Override
  public void follow(Rules now) {
    catalogue = now.catalogue();
    evidence.follow(
        catalogue,
        Sha256.key(
            settings.digestOf(now, RuleKind.CATALOGUE),
            settings.digestOf(now, RuleKind.SUPPRESSIONS)));
    exposure.judgeBy(now);
  }

  @Override
  public Set<RuleKind> follows() {
    return judgesAgainFor();
  }

  @Override
  public Set<RuleKind> judgesAgainFor() {
    return EnumSet.of(RuleKind.CATALOGUE, RuleKind.SUPPRESSIONS);
  }

  /** What that changes is told like anything else that changed. */
  private void judgeAgain() throws Exception {
    if (!evidence.isJudgedByOthers()) {
      return;
    }
    boolean fewer = evidence.judgeAgain();
    counts.judgedAgain();
    isByAnEvent = exposure.isPending() && isByAnEvent;
    exposure.change(
        new Pending(
            settings.clock().instant(),
            fewer ? Withdrawal.RULES_CHANGED : null,
            settings.isReplay()));
  }

  @Override
  public void processElement(AboutResource said, Context context, Collector<Output> out)
      throws Exception {
    if (said instanceof Action) {
      obey((Action) said, context, out);
    } else if (settings.isBounded()) {
      gather((TraitChange) said, context, out);
    } else {
      live((TraitChange) said, context, out);
    }
  }

  private void obey(Action action, Context context, Collector<Output> out) throws Exception {
    lag.follow(context.timerService());
    isByAnEvent = false;
    judgeAgain();
    var assessment =
        exposure.told().isPresent() ? Optional.of(evidence.assess()) : Optional.<Assessment>empty();
    if (actions.obey(action, assessment, context)) {
      tell(assessment.orElseThrow(), context, out);
    }
  }

  private void live(TraitChange change, Context context, Collector<Output> out) throws Exception {
    lag.follow(context.timerService());
    boolean waiting = exposure.isPending();
    isByAnEvent = true;
    judgeAgain();
    var touched = take(change);
    if (change.kind() == TraitChange.Kind.SEEN_AGAIN || isKnown(change, touched)) {
      return;
    }
    if (change.isOfLabel() && !exposure.isPending()) {
      return;
    }
    if (tellIfUrgent(touched, context, out)) {
      return;
    }
    if (!waiting) {
      var clock = context.timerService();
      clock.registerProcessingTimeTimer(
          clock.currentProcessingTime() + settings.settle().toMillis());
    }
  }

  /** Whether it was told only because of other rules, and nothing has come of it. */
  private boolean isKnown(TraitChange change, List<Evidence> touched) throws Exception {
    return evidence.mayBeKnown(change) && touched.isEmpty() && !exposure.isPending();
  }

  private void gather(TraitChange change, Context context, Collector<Output> out) throws Exception {
    long now = context.timestamp();
    if (together.isBefore(now)) {
      takeTogether(context, out);
    }
    var due = settleAt.value();
    if (due != null && due <= now) {
      tell(evidence.assess(), context, out);
    }
    endSuppressions(now, context, out);
    together.add(change, now, context.timerService());
  }

  private void takeTogether(Context context, Collector<Output> out) throws Exception {
    if (together.isEmpty()) {
      return;
    }
    long at = together.time();
    var touched = new ArrayList<Evidence>();
    for (var change : together.take(TraitChange.BY_VERSION)) {
      touched.addAll(take(change));
    }
    if (exposure.isPending() && !tellIfUrgent(touched, context, out) && settleAt.value() == null) {
      settleAt.update(at + settings.settle().toMillis());
    }
  }

  /**
   * Takes a change in.
   *
   * <p>Labels are nothing to tell of where no exposure is open; what opens is told with them.
   *
   * @return the evidence that may raise the severity
   */
  private List<Evidence> take(TraitChange change) throws Exception {
    var taken = evidence.take(change);
    if (taken.isEmpty()) {
      return List.of();
    }
    if (!change.isOfLabel() || exposure.told().isPresent()) {
      exposure.change(Pending.of(change, taken.get().replaced()));
    }
    return change.isOfLabel() ? List.of() : taken.get().touched();
  }

  /**
   * Tells at once what is new or more severe, or whatever changed where nothing is to settle.
   *
   * @param touched evidence that may raise the severity; without any nothing is urgent
   */
  private boolean tellIfUrgent(List<Evidence> touched, Context context, Collector<Output> out)
      throws Exception {
    if (settings.settle().isZero()) {
      tell(evidence.assess(), context, out);
      return true;
    }
    if (touched.isEmpty() || !evidence.mayBeUrgent(touched, exposure.told())) {
      return false;
    }
    var all = evidence.all();
    var assessment = evidence.assess(all);
    if (exposure.isUrgent(assessment, context.timerService())) {
      tell(assessment, context, out);
      return true;
    }
    evidence.keepCeiling(all);
    return false;
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Output> out) throws Exception {
    isByAnEvent = true;
    if (settings.isBounded()) {
      takeTogether(context, out);
    } else {
      judgeAgain();
    }
    if (exposure.isPending()) {
      tell(evidence.assess(), context, out);
    }
    if (settings.isBounded()) {
      endSuppressions(settings.asOf().orElseThrow().toEpochMilli(), context, out);
    } else if (context.timeDomain() == TimeDomain.EVENT_TIME
        && settings.mayFire(time, context.timerService())) {
      endSuppressions(time, context, out);
      if (exposure.told().isEmpty()) {
        decisions.forget(Instant.ofEpochMilli(time));
      }
    }
  }

  /** Tells of the exposure again when what it was suppressed by has ended. */
  private void endSuppressions(long now, Context context, Collector<Output> out) throws Exception {
    for (var end = decisions.endBy(now); end.isPresent(); end = decisions.endBy(now)) {
      counts.suppressed(true, false);
      exposure.change(new Pending(end.get(), null, settings.isReplay()));
      tell(evidence.assess(), context, out);
    }
  }

  private void tell(Assessment assessment, Context context, Collector<Output> out)
      throws Exception {
    exposure.tell(assessment, isByAnEvent, context, out);
    if (settings.isBounded()) {
      settleAt.clear();
    }
  }
}
