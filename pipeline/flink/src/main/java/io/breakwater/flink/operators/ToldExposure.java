// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.catalogue.Suppressions;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Assessment;
import io.breakwater.core.exposure.Closed;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.Lifecycle;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.ocsf.ExposureFindingWriter;
import io.breakwater.core.resource.AboutResource;
import io.breakwater.core.rules.Rules;
import io.breakwater.core.signal.Severity;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.ExposureCounts;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.WireTypes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** What readers were told of the exposure of a key, and what changed since. */
final class ToldExposure {
  private static final Duration REMEMBER_CLOSED = Duration.ofDays(400);

  private final Settings settings;
  private final ExposureCounts counts;
  private final HeldDecisions decisions;
  private final ValueState<Announced> announced;
  private final ValueState<Pending> pending;
  private final ValueState<Closed> closed;
  private final ToldReliances reliances;

  private Suppressions suppressions;
  private ExposureFindingWriter writer;

  ToldExposure(
      Settings settings,
      ExposureCounts counts,
      HeldDecisions decisions,
      RuntimeContext runtime,
      KeyState state) {
    this.settings = settings;
    this.counts = counts;
    this.decisions = decisions;
    this.announced = state.value(Assess.ANNOUNCED, Announced.class);
    this.pending = state.value(Assess.PENDING, Pending.class);
    this.closed = runtime.getState(closedDescriptor());
    this.reliances = ToldReliances.in(state, Assess.RESTS_ON);
  }

  /** One that has not been exposed for so long starts to count its episodes anew. */
  private static ValueStateDescriptor<Closed> closedDescriptor() {
    var descriptor = new ValueStateDescriptor<>("closed", WireTypes.CLOSED);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBER_CLOSED).build());
    return descriptor;
  }

  /** From now on it is told by these. */
  void judgeBy(Rules now) {
    suppressions = now.suppressions();
    reliances.judgeBy(now.catalogue());
    writer = new ExposureFindingWriter(now, settings.version());
  }

  /** What was told last; empty where none is open. */
  Optional<Announced> told() throws IOException {
    return Optional.ofNullable(announced.value());
  }

  /** How the last episode ended; empty before the end of the first. */
  Optional<Closed> closed() throws IOException {
    return Optional.ofNullable(closed.value());
  }

  /** Something that nobody has been told of yet. */
  void change(Pending changed) throws IOException {
    var waiting = pending.value();
    pending.update(waiting == null ? changed : waiting.and(changed));
  }

  /** Whether something changed that nobody has been told of yet. */
  boolean isPending() throws IOException {
    return pending.value() != null;
  }

  /** What is late does not bring back what has ended; a bounded run goes by the events alone. */
  Instant now(Instant at, TimerService timers) {
    return settings.isBounded()
        ? at
        : Instant.ofEpochMilli(Math.max(at.toEpochMilli(), timers.currentWatermark()));
  }

  /** Whether what changed is not to wait. */
  boolean isUrgent(Assessment assessment, TimerService timers) throws IOException {
    return Lifecycle.isUrgent(told(), toTell(assessment, timers));
  }

  private Optional<Severity> toTell(Assessment assessment, TimerService timers) throws IOException {
    var open = assessment.published();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var at = pending.value().time();
    var since = told().map(Announced::since).orElse(at);
    return Optional.of(decisions.severityOf(open.get(), since, now(at, timers)));
  }

  /**
   * Tells what changed, where that makes a difference to readers.
   *
   * @param isByAnEvent whether something was heard that led to it
   */
  void tell(
      Assessment assessment,
      boolean isByAnEvent,
      KeyedProcessFunction<String, AboutResource, Output>.Context context,
      Collector<Output> out)
      throws Exception {
    var timers = context.timerService();
    var last = told();
    var before = last.isPresent() ? Optional.<Closed>empty() : closed();
    var changes = pending.value();
    var now = now(changes.time(), timers);
    var open = assessment.published();
    boolean wasSuppressed = decisions.suppress();
    var since = last.map(Announced::since).orElse(changes.time());
    var decided = decisions.decide(open, suppressions, since, now, timers);
    counts.suppressed(wasSuppressed, decided.suppression().isPresent());
    var revision = Lifecycle.next(last, before, assessment, decided, changes);
    pending.clear();
    var points = reliances.pointsOf(open, revision.isPresent());
    if (revision.isPresent()) {
      remember(revision.get(), now, timers);
      counts.told(revision.get(), last, isByAnEvent);
      out.collect(new Output(revision.get().exposureUid(), writer.toJson(revision.get(), points)));
    }
    var exposed = open.map(Exposure::resource).or(() -> last.map(Announced::resource));
    if (exposed.isPresent()) {
      reliances
          .change(open, exposed.get(), points, changes)
          .forEach(change -> context.output(Assess.RELIANCES, change));
    }
  }

  private void remember(Revision revision, Instant now, TimerService timers) throws IOException {
    if (revision.closed().isPresent()) {
      announced.clear();
      decisions.closed(revision.time(), now, timers);
      closed.update(revision.closed().get());
    } else {
      announced.update(revision.announced());
      if (revision.previous().isPresent()) {
        closed.clear();
      }
    }
  }
}
