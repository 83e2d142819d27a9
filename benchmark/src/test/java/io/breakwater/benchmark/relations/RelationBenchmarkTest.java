// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.relations;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.benchmark.job.MeasuredJob.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The harness over small graphs: what it measures happens, and adds up. */
final class RelationBenchmarkTest {
  private static final RelationPlan TINY =
      new RelationPlan(List.of(50, 200), List.of(20), 40, 4, 1);

  private static final List<String> RESULTS = new ArrayList<>();

  private static RelationReport report;

  @BeforeAll
  static void run() throws Exception {
    report = new RelationBenchmark(TINY, (doing, events) -> {}, RESULTS::add).run();
  }

  @Test
  void changes_take_time_whichever_they_are() {
    for (var state : State.values()) {
      assertThat(report.microsPerEdgeChange(state, 50)).isPositive();
      assertThat(report.microsPerEdgeChange(state, 200)).isPositive();
      assertThat(report.microsPerLeafChange(state, 20)).isPositive();
      assertThat(report.microsPerHubChange(state, 20)).isPositive();
    }
  }

  /**
   * An instance that loses one of two open groups, or gets it back, has another path; one that
   * loses its only group is exposed no more; and what changes at a hub changes for each neighbour.
   */
  @Test
  void every_change_is_told_to_whom_it_concerns() {
    long edges = 40;
    long hub = 4 * 20;
    assertThat(report.outputs().subList(0, 4)).containsExactly(edges, edges, edges, hub);
    assertThat(report.outputs().subList(4, 8)).containsExactly(edges, edges, edges, hub);
    assertThat(report.isConsistent()).isTrue();
  }

  @Test
  void each_figure_is_told_when_it_is_known() {
    assertThat(RESULTS)
        .anyMatch(told -> told.startsWith("warming up: edges among 200 resources, heap: "))
        .anyMatch(told -> told.startsWith("round 1 of 1: a hub with 20 neighbours, RocksDB: "));
  }

  @Test
  void resources_and_edges_and_what_travels_take_state() {
    assertThat(report.stateBytesPerResource()).isPositive();
    assertThat(report.stateBytesPerEdge()).isPositive();
    assertThat(report.stateBytesPerEdgeTravelled()).isPositive();
  }

  @Test
  void the_text_has_a_row_for_each() {
    assertThat(report.toText())
        .contains("edges among 50 resources, heap", "edges among 200 resources, RocksDB")
        .contains("a hub with 20 neighbours, heap", "bytes per resource", "per edge")
        .contains("every run led to the same revisions");
  }

  @Test
  void the_json_is_one_line() {
    assertThat(report.toJson()).doesNotContain("\n").contains("\"kind\":\"leaf-of-hub\"");
  }
}
