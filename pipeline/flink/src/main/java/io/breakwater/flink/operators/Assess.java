// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Suppressions;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.Reliances;
import io.breakwater.core.choke.RestsOn;
import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionAnswer;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Assessment;
import io.breakwater.core.exposure.Assessor;
import io.breakwater.core.exposure.Ceiling;
import io.breakwater.core.exposure.ChokePoints;
import io.breakwater.core.exposure.Closed;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.Lifecycle;
import io.breakwater.core.exposure.Obeyed;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.graph.Recognition;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.ocsf.ExposureFindingWriter;
import io.breakwater.core.resource.AboutResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.Rules;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.CatalogueInUse;
import io.breakwater.flink.account.ExposureCounts;
import io.breakwater.flink.account.WatermarkLag;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.WireTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
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

  private static final Duration REMEMBER_CLOSED = Duration.ofDays(400);

  /** So much evidence that reading it all for each further finding would be felt. */
  private static final int MANY = 32;

  /** 1, 2 and 9 are those of {@link HeldEvidence}. */
  private static final int ANNOUNCED = 3;

  private static final int CEILING = 4;
  private static final int PENDING = 5;
  private static final int RESTS_ON = 6;
  private static final int SUPPRESSED_UNTIL = 7;
  private static final int JUDGED_BY = 8;
  private static final int DECISIONS = 10;

  private final Settings settings;

  private transient ExposureCounts counts;
  private transient WatermarkLag lag;
  private transient Catalogue catalogue;
  private transient Suppressions suppressions;
  private transient Assessor assessor;
  private transient ChokePoints chokePoints;
  private transient Reliances reliances;
  private transient ExposureFindingWriter writer;
  private transient HeldEvidence evidence;
  private transient ValueState<Announced> announced;
  private transient ValueState<Closed> closed;
  private transient ValueState<Ceiling> ceiling;
  private transient ValueState<Pending> pending;
  private transient SameTime<TraitChange> together;
  private transient ValueState<Long> settleAt;
  private transient ValueState<RestsOn> restsOn;
  private transient HeldDecisions decisions;
  private transient ValueState<Long> judgedBy;
  private transient Recognition recognition;
  private transient long rules;
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
    judgeBy(settings.rules());
    lag = WatermarkLag.registered(getRuntimeContext());
    CatalogueInUse.register(getRuntimeContext(), () -> catalogue);
    var runtime = getRuntimeContext();
    var state = KeyState.in(runtime);
    evidence = HeldEvidence.in(state);
    announced = state.value(ANNOUNCED, Announced.class);
    ceiling = state.value(CEILING, Ceiling.class);
    pending = state.value(PENDING, Pending.class);
    restsOn = state.value(RESTS_ON, RestsOn.class);
    decisions = HeldDecisions.in(state, DECISIONS, SUPPRESSED_UNTIL);
    judgedBy = state.value(JUDGED_BY, Long.class);
    closed = runtime.getState(closedDescriptor());
    if (settings.isBounded()) {
      together = SameTime.in(runtime, WireTypes.TRAIT_CHANGE);
      settleAt = runtime.getState(new ValueStateDescriptor<>("settle-at", Types.LONG));
    }
  }

  private void judgeBy(Rules now) {
    catalogue = now.catalogue();
    suppressions = now.suppressions();
    assessor = new Assessor(catalogue);
    chokePoints = new ChokePoints(catalogue);
    reliances = new Reliances(catalogue);
    writer = new ExposureFindingWriter(now, settings.version());
  }

  @Override
  public void follow(Rules now) {
    judgeBy(now);
    recognition = new Recognition(catalogue);
    evidence.mayBeJudgedAgain();
    rules =
        Sha256.key(
            settings.digestOf(now, RuleKind.CATALOGUE),
            settings.digestOf(now, RuleKind.SUPPRESSIONS));
  }

  @Override
  public Set<RuleKind> follows() {
    return judgesAgainFor();
  }

  @Override
  public Set<RuleKind> judgesAgainFor() {
    return EnumSet.of(RuleKind.CATALOGUE, RuleKind.SUPPRESSIONS);
  }

  /**
   * Judges what is kept of the key by the rules of now, where it was judged by others. What that
   * changes is told like anything else that changed.
   */
  private void judgeAgain() throws Exception {
    if (recognition == null) {
      return;
    }
    var before = judgedBy.value();
    if ((before != null && before == rules) || evidence.isEmpty()) {
      return;
    }
    judgedBy.update(rules);
    boolean fewer = evidence.judgeAgain(recognition);
    ceiling.clear();
    counts.judgedAgain();
    isByAnEvent = pending.value() != null && isByAnEvent;
    var changed =
        new Pending(
            settings.clock().instant(),
            fewer ? Withdrawal.RULES_CHANGED : null,
            settings.isReplay());
    addPending(changed);
  }

  /** Something that nobody has been told of yet. */
  private void addPending(Pending changed) throws Exception {
    var waiting = pending.value();
    pending.update(waiting == null ? changed : waiting.and(changed));
  }

  /** One that has not been exposed for so long starts to count its episodes anew. */
  private static ValueStateDescriptor<Closed> closedDescriptor() {
    var descriptor = new ValueStateDescriptor<>("closed", WireTypes.CLOSED);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBER_CLOSED).build());
    return descriptor;
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
    var open = Optional.ofNullable(announced.value());
    var assessment = open.isPresent() ? Optional.of(assess()) : Optional.<Assessment>empty();
    var held = decisions.held();
    var obeyed =
        Obeyed.of(
            action,
            held,
            open,
            Optional.ofNullable(closed.value()),
            assessment.flatMap(Assessment::published).map(Exposure::severity),
            settings.clock().instant());
    answer(action, obeyed.answer(), context);
    if (obeyed.decisions().equals(held)) {
      return;
    }
    counts.decided(held, obeyed.decisions());
    var at = action.signature().at();
    if (assessment.isEmpty()) {
      decisions.hold(obeyed.decisions(), now(at, context), context.timerService());
      return;
    }
    decisions.keep(obeyed.decisions(), context.timerService());
    addPending(new Pending(at, null, settings.isReplay()));
    announce(assessment.get(), context, out);
  }

  private void answer(Action action, ActionAnswer answer, Context context) {
    counts.answered(answer.outcome());
    var json = answer.toJson(settings.clock().instant());
    context.output(ANSWERS, new Output(action.signature().action(), json));
  }

  private void live(TraitChange change, Context context, Collector<Output> out) throws Exception {
    lag.follow(context.timerService());
    boolean waiting = pending.value() != null;
    isByAnEvent = true;
    judgeAgain();
    var touched = take(change);
    if (change.kind() == TraitChange.Kind.SEEN_AGAIN || isKnown(change, touched)) {
      return;
    }
    if (change.isOfLabel() && pending.value() == null) {
      return;
    }
    if (announceIfUrgent(touched, context, out)) {
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
    return recognition != null
        && change.kind() == TraitChange.Kind.GIVEN
        && touched.isEmpty()
        && pending.value() == null;
  }

  private void gather(TraitChange change, Context context, Collector<Output> out) throws Exception {
    long now = context.timestamp();
    if (together.isBefore(now)) {
      takeTogether(context, out);
    }
    var due = settleAt.value();
    if (due != null && due <= now) {
      announce(assess(), context, out);
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
    if (pending.value() != null
        && !announceIfUrgent(touched, context, out)
        && settleAt.value() == null) {
      settleAt.update(at + settings.settle().toMillis());
    }
  }

  /**
   * Tells at once what is new or more severe, or whatever changed where nothing is to settle.
   *
   * @param touched evidence that may raise the severity; without any nothing is urgent
   */
  private boolean announceIfUrgent(List<Evidence> touched, Context context, Collector<Output> out)
      throws Exception {
    if (settings.settle().isZero()) {
      announce(assess(), context, out);
      return true;
    }
    if (touched.isEmpty() || !mayBeUrgent(touched)) {
      return false;
    }
    var all = evidence.all();
    var assessment = assessor.assess(all);
    if (Lifecycle.isUrgent(Optional.ofNullable(announced.value()), toTell(assessment, context))) {
      announce(assessment, context, out);
      return true;
    }
    if (all.size() >= MANY) {
      ceiling.update(Ceiling.of(assessor.weighed(all), catalogue));
    }
    return false;
  }

  private Optional<Severity> toTell(Assessment assessment, Context context) throws Exception {
    var open = assessment.published();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var at = pending.value().time();
    var since = Optional.ofNullable(announced.value()).map(Announced::since).orElse(at);
    return Optional.of(decisions.severityOf(open.get(), since, now(at, context)));
  }

  /** Costs the same however much evidence there is, once there is so much that it matters. */
  private boolean mayBeUrgent(List<Evidence> given) throws Exception {
    var known = ceiling.value();
    if (known == null || !known.isOf(catalogue) || given.stream().anyMatch(assessor::isPremise)) {
      return true;
    }
    var raised = known;
    for (var item : given) {
      raised = raised.and(item, catalogue);
    }
    if (!raised.equals(known)) {
      ceiling.update(raised);
    }
    var most = raised.severity(given.get(0).resource().type(), catalogue);
    return Lifecycle.mayBeUrgent(Optional.ofNullable(announced.value()), most);
  }

  /**
   * Takes a change in.
   *
   * <p>Labels are nothing to tell of where no exposure is open; what opens is told with them.
   *
   * @return the evidence that may raise the severity: what came; what went only where it was a
   *     premise, as less of other evidence never weighs more
   */
  private List<Evidence> take(TraitChange change) throws Exception {
    long key = change.signalKey();
    var touched = List.<Evidence>of();
    var replaced = Optional.<Evidence>empty();
    switch (change.kind()) {
      case GIVEN:
        var given = change.evidence().orElseThrow();
        replaced = evidence.get(key);
        if (recognition != null && replaced.equals(change.evidence())) {
          return List.of();
        }
        if (change.gives()) {
          evidence.give(key, given);
          if (recognition != null && judgedBy.value() == null && !change.isOfLabel()) {
            judgedBy.update(rules);
          }
          touched = List.of(given);
        } else {
          touched = withdraw(key);
        }
        break;
      case SEEN_AGAIN:
        evidence.seenAgain(key, change.version().updatedAt());
        return List.of();
      case WITHDRAWN:
        touched = withdraw(key);
        break;
    }
    if (!change.isOfLabel()) {
      addPending(Pending.of(change, replaced));
      return touched;
    }
    if (announced.value() != null) {
      addPending(Pending.of(change, replaced));
    }
    return List.of();
  }

  private List<Evidence> withdraw(long key) throws Exception {
    return evidence.withdraw(key).filter(assessor::isPremise).map(List::of).orElse(List.of());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Output> out) throws Exception {
    isByAnEvent = true;
    if (settings.isBounded()) {
      takeTogether(context, out);
    } else {
      judgeAgain();
    }
    if (pending.value() != null) {
      announce(assess(), context, out);
    }
    if (settings.isBounded()) {
      endSuppressions(settings.asOf().orElseThrow().toEpochMilli(), context, out);
    } else if (context.timeDomain() == TimeDomain.EVENT_TIME
        && settings.mayFire(time, context.timerService())) {
      endSuppressions(time, context, out);
      if (announced.value() == null) {
        decisions.forget(Instant.ofEpochMilli(time));
      }
    }
  }

  /** Tells of the exposure again when what it was suppressed by has ended. */
  private void endSuppressions(long now, Context context, Collector<Output> out) throws Exception {
    for (var end = decisions.endBy(now); end.isPresent(); end = decisions.endBy(now)) {
      counts.suppressed(true, false);
      addPending(new Pending(end.get(), null, settings.isReplay()));
      announce(assess(), context, out);
    }
  }

  private void announce(Assessment assessment, Context context, Collector<Output> out)
      throws Exception {
    var last = Optional.ofNullable(announced.value());
    var before = last.isPresent() ? null : closed.value();
    var changes = pending.value();
    var now = now(changes.time(), context);
    boolean wasSuppressed = decisions.suppress();
    var decided =
        decisions.decide(
            assessment.published(),
            suppressions,
            last.map(Announced::since).orElse(changes.time()),
            now,
            context.timerService());
    counts.suppressed(wasSuppressed, decided.suppression().isPresent());
    var revision = Lifecycle.next(last, Optional.ofNullable(before), assessment, decided, changes);
    pending.clear();
    if (settings.isBounded()) {
      settleAt.clear();
    }
    var open = assessment.published();
    var points =
        open.filter(exposure -> revision.isPresent() || reliances.mayBeOf(exposure))
            .map(chokePoints::of)
            .orElse(List.of());
    if (revision.isPresent()) {
      remember(revision.get(), now, context);
      counts.told(revision.get(), last, isByAnEvent);
      out.collect(new Output(revision.get().exposureUid(), writer.toJson(revision.get(), points)));
    }
    var exposed = open.map(Exposure::resource).or(() -> last.map(Announced::resource));
    if (exposed.isPresent()) {
      var restsNow =
          open.map(exposure -> new RestsOn(reliances.of(exposure, points))).orElse(RestsOn.NOTHING);
      rest(exposed.get(), restsNow, changes, context);
    }
  }

  /** What is late does not bring back what has ended; a bounded run goes by the events alone. */
  private Instant now(Instant at, Context context) {
    return settings.isBounded()
        ? at
        : Instant.ofEpochMilli(
            Math.max(at.toEpochMilli(), context.timerService().currentWatermark()));
  }

  private void rest(Resource exposed, RestsOn now, Pending because, Context context)
      throws Exception {
    var known = restsOn.value();
    var before = known == null ? RestsOn.NOTHING : known;
    now.changesSince(before, exposed, because.time(), because.replayed())
        .forEach(change -> context.output(RELIANCES, change));
    if (now.isNothing()) {
      restsOn.clear();
    } else if (!now.equals(before)) {
      restsOn.update(now);
    }
  }

  private void remember(Revision revision, Instant now, Context context) throws Exception {
    if (revision.closed().isPresent()) {
      announced.clear();
      decisions.closed(revision.time(), now, context.timerService());
      closed.update(revision.closed().get());
    } else {
      announced.update(revision.announced());
      if (revision.previous().isPresent()) {
        closed.clear();
      }
    }
  }

  private Assessment assess() throws Exception {
    var all = evidence.all();
    if (all.stream().allMatch(Evidence::isLabel)) {
      ceiling.clear();
      judgedBy.clear();
    }
    return assessor.assess(all);
  }
}
