// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.certificate.CertificateLifecycle;
import io.breakwater.core.certificate.CertificateWord;
import io.breakwater.core.certificate.WatchedCertificate;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.ocsf.CertificateAlertWriter;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.Rules;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.PartOutcome;
import io.breakwater.flink.types.TrackedWord;
import io.breakwater.flink.types.WireTypes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * The life of each certificate, and the alert about it. Keyed by certificate.
 *
 * <p>One timer a certificate, at the time when the clock alone makes a difference next. A live job
 * looks at a certificate as of its watermark, or of an event that is later than that; a bounded one
 * is handed the words of a certificate in the order of their times, and looks at each by its own
 * and at all that the clock brings about in between: so both tell the same.
 */
public final class Certificates extends KeyedProcessFunction<String, TrackedWord, Output>
    implements CheckpointedFunction, FollowsRules {
  public static final OutputTag<PartOutcome> OUTCOMES =
      new OutputTag<>("outcomes of certificates", WireTypes.PART_OUTCOME);

  private static final long serialVersionUID = 1L;

  private static final int CERTIFICATE = 1;
  private static final int NEXT_LOOK = 2;

  private final Settings settings;

  private transient CertificateLifecycle lifecycle;
  private transient CertificateAlertWriter writer;
  private transient ValueState<WatchedCertificate> certificate;
  private transient ValueState<Long> nextLook;
  private transient SameTime<TrackedWord> together;
  private transient Tally tally;

  public Certificates(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally =
        Tally.restored(
            getRuntimeContext(),
            context,
            JobMetric.CERTIFICATE_ALERTS_CREATED,
            JobMetric.CERTIFICATE_ALERTS_CLOSED,
            JobMetric.CERTIFICATE_ALERTS_OPEN);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.keep();
  }

  @Override
  public void open(OpenContext context) {
    follow(settings.rules());
    var runtime = getRuntimeContext();
    var state = KeyState.in(runtime);
    certificate = state.value(CERTIFICATE, WatchedCertificate.class);
    nextLook = state.value(NEXT_LOOK, Long.class);
    if (settings.isBounded()) {
      together = SameTime.in(runtime, WireTypes.TRACKED_WORD);
    }
  }

  @Override
  public void follow(Rules now) {
    lifecycle = new CertificateLifecycle(now.catalogue().certificates());
    writer = new CertificateAlertWriter(now.catalogue(), settings.version());
  }

  @Override
  public Set<RuleKind> judgesAgainFor() {
    return follows();
  }

  @Override
  public void processElement(TrackedWord tracked, Context context, Collector<Output> out)
      throws Exception {
    if (!settings.isBounded()) {
      observe(List.of(tracked), now(tracked.word(), context), context, out);
      return;
    }
    if (together.isBefore(context.timestamp())) {
      observeTogether(context, out);
    }
    together.add(tracked, context.timestamp(), context.timerService());
  }

  /** A word from the future counts as said now. */
  private Instant now(CertificateWord word, Context context) {
    long said = Math.min(word.at().toEpochMilli(), settings.certificateClock().millis());
    return Instant.ofEpochMilli(Math.max(said, context.timerService().currentWatermark()));
  }

  private void observeTogether(Context context, Collector<Output> out) throws Exception {
    if (!together.isEmpty()) {
      var now = Instant.ofEpochMilli(together.time());
      lookUntil(now.minusMillis(1), context, out);
      observe(together.take(TrackedWord.IN_TURN), now, context, out);
    }
  }

  private void observe(
      List<TrackedWord> tracked, Instant now, Context context, Collector<Output> out)
      throws Exception {
    var words = tracked.stream().map(TrackedWord::word).collect(Collectors.toList());
    var update = lifecycle.observe(known(context), words, now);
    for (int i = 0; i < tracked.size(); i++) {
      settle(tracked.get(i), update.outcomes().get(i).code(), context);
    }
    take(update, context, out);
  }

  private WatchedCertificate known(Context context) throws Exception {
    var known = certificate.value();
    return known == null ? WatchedCertificate.named(Arn.parse(context.getCurrentKey())) : known;
  }

  private void settle(TrackedWord tracked, String outcome, Context context) {
    if (tracked.track().isEmpty()) {
      return;
    }
    var track = tracked.track().get();
    if (track.isWhole()) {
      tally.finding(outcome);
      tally.record(outcome);
    } else {
      context.output(OUTCOMES, new PartOutcome(track, outcome));
    }
  }

  private void take(CertificateLifecycle.Update update, Context context, Collector<Output> out)
      throws Exception {
    if (update.revision().isPresent()) {
      var revision = update.revision().get();
      count(revision.activity());
      out.collect(new Output(revision.alertUid(), writer.toJson(revision)));
    }
    if (update.watched().isPresent()) {
      certificate.update(update.watched().get());
    } else {
      certificate.clear();
    }
    if (update.nextLook().isPresent()) {
      lookAt(WakeUp.timerFor(update.nextLook().get()), context);
    } else {
      stopLooking(context);
    }
  }

  private void count(Activity activity) {
    if (activity == Activity.CREATE) {
      tally.count(JobMetric.CERTIFICATE_ALERTS_CREATED);
      tally.change(JobMetric.CERTIFICATE_ALERTS_OPEN, 1);
    } else if (activity == Activity.CLOSE) {
      tally.count(JobMetric.CERTIFICATE_ALERTS_CLOSED);
      tally.change(JobMetric.CERTIFICATE_ALERTS_OPEN, -1);
    }
  }

  private void lookAt(long time, Context context) throws Exception {
    var planned = nextLook.value();
    if (planned != null && planned == time) {
      return;
    }
    if (!settings.isBounded()) {
      stopLooking(context);
      context.timerService().registerEventTimeTimer(time);
    }
    nextLook.update(time);
  }

  private void stopLooking(Context context) throws Exception {
    var planned = nextLook.value();
    if (planned != null) {
      context.timerService().deleteEventTimeTimer(planned);
      nextLook.clear();
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Output> out) throws Exception {
    if (settings.isBounded()) {
      observeTogether(context, out);
      lookUntil(settings.asOf().orElseThrow(), context, out);
    } else if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      long now = context.timerService().currentWatermark();
      take(lifecycle.lookAt(known(context), Instant.ofEpochMilli(Math.max(now, 0))), context, out);
    } else if (settings.mayFire(time, context.timerService())) {
      nextLook.clear();
      take(lifecycle.lookAt(known(context), Instant.ofEpochMilli(time)), context, out);
    }
  }

  /** All that the clock brings about by then, each at its own time. */
  private void lookUntil(Instant until, Context context, Collector<Output> out) throws Exception {
    for (var planned = nextLook.value();
        planned != null && planned <= until.toEpochMilli();
        planned = nextLook.value()) {
      nextLook.clear();
      take(lifecycle.lookAt(known(context), Instant.ofEpochMilli(planned)), context, out);
    }
  }
}
