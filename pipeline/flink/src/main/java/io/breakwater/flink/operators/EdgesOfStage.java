// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.graph.RelationChange;
import io.breakwater.core.graph.Routes;
import io.breakwater.flink.Settings;
import io.breakwater.flink.types.GraphChange;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Brings an edge to those of its ends that need it at a stage of the graph, if any does. */
public final class EdgesOfStage extends RichFlatMapFunction<RelationChange, GraphChange> {
  private static final long serialVersionUID = 1L;

  private final Settings settings;
  private final int stage;

  private transient Routes routes;

  public EdgesOfStage(Settings settings, int stage) {
    this.settings = settings;
    this.stage = stage;
  }

  @Override
  public void open(OpenContext context) {
    routes = Routes.of(settings.catalogue());
  }

  @Override
  public void flatMap(RelationChange change, Collector<GraphChange> out) {
    for (var use : routes.uses(change.relation())) {
      if (use.stage() == stage) {
        out.collect(GraphChange.of(use.holder(), change));
      }
    }
  }
}
