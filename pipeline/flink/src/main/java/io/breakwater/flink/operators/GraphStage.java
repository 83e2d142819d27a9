// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.graph.Advert;
import io.breakwater.core.graph.Node;
import io.breakwater.core.graph.Offer;
import io.breakwater.core.graph.Routes;
import io.breakwater.core.graph.Selection;
import io.breakwater.core.graph.Turn;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.Rules;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.types.GraphChange;
import io.breakwater.flink.types.WireTypes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * One stage of the graph: what each resource is offered, and what it passes on over its edges.
 * Keyed by resource.
 *
 * <p>Everything that one resource tells another goes the same way, so it arrives in the order in
 * which it was told. A bounded run takes what happens at one time as one change.
 */
public final class GraphStage extends KeyedProcessFunction<String, GraphChange, GraphChange>
    implements CheckpointedFunction, FollowsRules {
  /** Traits that got to the resource they belong to. */
  public static final OutputTag<TraitChange> ARRIVALS =
      new OutputTag<>("arrivals", WireTypes.TRAIT_CHANGE);

  private static final long serialVersionUID = 1L;

  private static final int OFFERS = 1;
  private static final int EDGES = 2;
  private static final int SELECTIONS = 3;
  private static final int GROUPS = 4;
  private static final int GONE = 5;

  private final Settings settings;
  private final int stage;

  private transient Tally tally;
  private transient Node node;
  private transient Node.State state;
  private transient SameTime<GraphChange> together;

  /**
   * @param stage how many edges the offers have travelled
   */
  public GraphStage(Settings settings, int stage) {
    this.settings = settings;
    this.stage = stage;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally = Tally.restored(getRuntimeContext(), context, JobMetric.CAPS_HIT);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.keep();
  }

  @Override
  public void open(OpenContext context) {
    follow(settings.rules());
    var kept = KeyState.in(getRuntimeContext());
    state =
        new Node.State(
            kept.table(OFFERS, Offer.class),
            kept.table(EDGES, Hop.class),
            kept.listedTable(SELECTIONS, GROUPS, Selection.class),
            kept.table(GONE, Boolean.class));
    if (settings.isBounded()) {
      together = SameTime.in(getRuntimeContext(), WireTypes.GRAPH_CHANGE);
    }
  }

  @Override
  public void follow(Rules now) {
    node = new Node(now.catalogue(), Routes.of(now.catalogue()), stage);
  }

  @Override
  public Set<RuleKind> judgesAgainFor() {
    return follows();
  }

  @Override
  public void processElement(GraphChange change, Context context, Collector<GraphChange> out)
      throws Exception {
    if (!settings.isBounded()) {
      take(List.of(change), change.at(), context, out);
      return;
    }
    if (together.isBefore(context.timestamp())) {
      takeTogether(context, out);
    }
    together.add(change, context.timestamp(), context.timerService());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<GraphChange> out)
      throws Exception {
    if (settings.isBounded()) {
      takeTogether(context, out);
    } else {
      var turn = turn(context);
      turn.judgeAgain();
      tell(turn, settings.clock().instant(), context, out);
    }
  }

  private void takeTogether(Context context, Collector<GraphChange> out) throws Exception {
    if (!together.isEmpty()) {
      var at = Instant.ofEpochMilli(together.time());
      take(together.take(GraphChange.IN_TURN), at, context, out);
    }
  }

  private void take(
      List<GraphChange> changes, Instant at, Context context, Collector<GraphChange> out)
      throws Exception {
    var turn = turn(context);
    for (var change : changes) {
      change.takenBy(turn);
    }
    tell(turn, at, context, out);
  }

  private Turn turn(Context context) {
    return node.turn(Arn.parse(context.getCurrentKey()), state);
  }

  private void tell(Turn turn, Instant at, Context context, Collector<GraphChange> out)
      throws Exception {
    turn.tell(
        at,
        new Node.Output() {
          @Override
          public void advert(Advert advert) {
            out.collect(GraphChange.of(advert));
          }

          @Override
          public void arrival(TraitChange change) {
            context.output(ARRIVALS, change);
          }

          @Override
          public void full() {
            tally.count(JobMetric.CAPS_HIT);
          }
        });
  }
}
