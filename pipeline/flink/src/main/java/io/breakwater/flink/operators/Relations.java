// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.graph.OwnedRelations;
import io.breakwater.core.graph.RelationChange;
import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.graph.RelationWindow;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.rules.Rules;
import io.breakwater.flink.Settings;
import io.breakwater.flink.types.GraphChange;
import io.breakwater.flink.types.WireTypes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Which edges of each resource hold, by all that is said of them. Keyed by the resource that an
 * edge belongs to.
 *
 * <p>One timer a resource, at the earliest end of a mention known when it was set.
 */
public final class Relations extends KeyedProcessFunction<String, RelationReport, RelationChange>
    implements FollowsRules {
  private static final long serialVersionUID = 1L;

  /** Resources that were deleted, or are there after all. */
  public static final OutputTag<GraphChange> PRESENCE =
      new OutputTag<>("presence", WireTypes.GRAPH_CHANGE);

  /** In which order reports of one time are taken makes no difference to what holds. */
  private static final Comparator<RelationReport> ANY = Comparator.comparing(RelationReport::kind);

  private static final int OWNED = 1;
  private static final int WAKE_UP = 2;

  private final Settings settings;

  private transient RelationWindow window;
  private transient ValueState<OwnedRelations> owned;
  private transient WakeUp wakeUp;
  private transient SameTime<RelationReport> together;

  public Relations(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    window = new RelationWindow(settings.catalogue());
    var state = KeyState.in(getRuntimeContext());
    owned = state.value(OWNED, OwnedRelations.class);
    wakeUp = WakeUp.in(state, WAKE_UP);
    if (settings.isBounded()) {
      together = SameTime.in(getRuntimeContext(), WireTypes.RELATION_REPORT);
    }
  }

  /** What holds already holds until the end that it had: findings are seen again every day. */
  @Override
  public void follow(Rules now) {
    window = new RelationWindow(now.catalogue());
  }

  @Override
  public void processElement(RelationReport report, Context context, Collector<RelationChange> out)
      throws Exception {
    if (settings.isBounded()) {
      if (together.isBefore(context.timestamp())) {
        observeTogether(context, out);
      }
      together.add(report, context.timestamp(), context.timerService());
    } else {
      long now = context.timerService().currentWatermark();
      observe(List.of(report), now, context, out);
    }
  }

  private void observeTogether(Context context, Collector<RelationChange> out) throws Exception {
    if (!together.isEmpty()) {
      long now = together.time();
      endWindows(now, context, out);
      observe(together.take(ANY), now, context, out);
    }
  }

  private void observe(
      List<RelationReport> reports, long now, Context context, Collector<RelationChange> out)
      throws Exception {
    var asOf = now == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochMilli(now);
    take(window.observe(held(context), reports, asOf), context, out);
  }

  private OwnedRelations held(Context context) throws Exception {
    var known = owned.value();
    return known == null ? OwnedRelations.none(Arn.parse(context.getCurrentKey())) : known;
  }

  private void take(RelationWindow.Update update, Context context, Collector<RelationChange> out)
      throws Exception {
    update.changes().forEach(out::collect);
    update.presence().ifPresent(change -> context.output(PRESENCE, GraphChange.of(change)));
    if (update.held().isEmpty()) {
      owned.clear();
      return;
    }
    owned.update(update.held());
    if (!settings.isBounded()) {
      wakeUpAtNextEnd(update.held(), context);
    }
  }

  private void wakeUpAtNextEnd(OwnedRelations held, Context context) throws Exception {
    var next = window.nextEnd(held);
    if (next.isPresent()) {
      wakeUp.at(WakeUp.timerFor(next.get()), context.timerService());
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<RelationChange> out)
      throws Exception {
    if (settings.isBounded()) {
      observeTogether(context, out);
      endWindows(settings.asOf().orElseThrow().toEpochMilli(), context, out);
    } else if (settings.mayFire(time, context.timerService())) {
      wakeUp.clear();
      endWindows(time, context, out);
      wakeUpAtNextEnd(held(context), context);
    }
  }

  /** Each window at its own end. */
  private void endWindows(long now, Context context, Collector<RelationChange> out)
      throws Exception {
    for (var held = held(context); ; held = held(context)) {
      var end = window.nextEnd(held).filter(next -> WakeUp.timerFor(next) <= now);
      if (end.isEmpty()) {
        return;
      }
      take(window.expire(held, end.get()), context, out);
    }
  }
}
