// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.core.graph.RelationChange;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.flink.operators.EdgesOfStage;
import io.breakwater.flink.operators.GraphStage;
import io.breakwater.flink.operators.Relations;
import io.breakwater.flink.operators.RuledStages;
import io.breakwater.flink.types.GraphChange;
import io.breakwater.flink.types.WireTypes;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The graph, unrolled: as many stages as a trait may travel edges, and one where the last of them
 * arrive. Unrolled rather than fed back, so that checkpoints are exact and a bounded run ends when
 * everything has arrived.
 */
final class Hops {
  private Hops() {}

  /** What becomes of the traits of primary resources by what their relations bring. */
  static DataStream<TraitChange> unroll(
      DataStream<TraitChange> traits,
      SingleOutputStreamOperator<RelationChange> relations,
      RuledStages rules,
      Settings settings) {
    DataStream<GraphChange> offers =
        traits
            .filter(change -> change.audience().hasRelated())
            .name("traits of related resources")
            .uid("traits-of-related-resources")
            .map(GraphChange::of)
            .returns(WireTypes.GRAPH_CHANGE)
            .name("offers of signals")
            .uid("offers-of-signals")
            .union(relations.getSideOutput(Relations.PRESENCE));
    DataStream<TraitChange> arrivals = null;
    for (int stage = 0; stage <= settings.hops(); stage++) {
      var told = stage(offers, relations, stage, rules, settings);
      if (stage > 0) {
        var arrived = told.getSideOutput(GraphStage.ARRIVALS);
        arrivals = arrivals == null ? arrived : arrivals.union(arrived);
      }
      offers = told;
    }
    return arrivals;
  }

  private static SingleOutputStreamOperator<GraphChange> stage(
      DataStream<GraphChange> offers,
      DataStream<RelationChange> relations,
      int stage,
      RuledStages rules,
      Settings settings) {
    var edges =
        relations
            .flatMap(new EdgesOfStage(settings, stage))
            .returns(WireTypes.GRAPH_CHANGE)
            .name("edges of hop " + stage)
            .uid("edges-of-hop-" + stage);
    var changes = offers.union(edges);
    var inOrder = settings.isBounded() ? inOrderOfChange(changes, stage) : changes;
    return rules
        .process(
            inOrder.keyBy(GraphChange::resource, Types.STRING),
            new GraphStage(settings, stage),
            WireTypes.GRAPH_CHANGE)
        .name("hop " + stage)
        .uid("hop-" + stage);
  }

  private static DataStream<GraphChange> inOrderOfChange(
      DataStream<GraphChange> changes, int stage) {
    return changes
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<GraphChange>noWatermarks()
                .withTimestampAssigner((change, time) -> change.at().toEpochMilli()))
        .name("change time of hop " + stage)
        .uid("change-time-of-hop-" + stage);
  }
}
