// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.exposure.AttackPath;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.flink.fixture.JobRun;
import io.breakwater.flink.fixture.RandomGraphs;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand graphs in one run of the job: each ends as it does by itself, without Flink. */
final class GraphInTheJobTest {
  private static final int GRAPHS = 1_000;

  @ParameterizedTest
  @CsvSource({"1, 11", "2, 12"})
  void every_graph_of_a_bounded_run_ends_as_it_does_by_itself(int parallelism, long seed)
      throws Exception {
    var graphs = RandomGraphs.several(seed, GRAPHS);
    var records = RandomGraphs.shuffled(graphs, seed);

    var run = JobRun.bounded(records, Settings.asOf(RandomGraphs.AS_OF).build(), parallelism);

    var expected = new TreeMap<String, String>();
    graphs.forEach(graph -> expected.putAll(byItself(graph)));
    assertThat(expected.values()).anyMatch(said -> said.contains("protectedBy"));
    assertThat(expected.values()).anyMatch(said -> said.contains("attachedTo"));
    assertThat(expected.values()).anyMatch(said -> said.contains("canAccess"));
    assertThat(expected.values()).anyMatch(said -> said.contains("Internet reachable"));
    assertThat(open(run.exposures())).isEqualTo(expected);
    assertThat(run.deadLetters()).isEmpty();
    assertThat(run.settled("records.")).isEqualTo(records.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void every_graph_of_a_live_job_ends_as_it_does_by_itself(int parallelism) throws Exception {
    var graphs = RandomGraphs.several(21, 40);
    var records = RandomGraphs.shuffled(graphs, 21);

    var run = JobRun.failing(records, Settings.live().settle(Duration.ZERO).build(), parallelism);

    var expected = new TreeMap<String, String>();
    graphs.forEach(graph -> expected.putAll(byItself(graph)));
    assertThat(open(run.exposures())).isEqualTo(expected);
  }

  private static SortedMap<String, String> byItself(List<Record> graph) {
    var decoder = Decoder.withLimit(1 << 20);
    var correlation = Correlation.at(RandomGraphs.AS_OF, Catalogue.builtIn());
    for (var record : graph) {
      decoder.decode(record.bytes()).parts().forEach(correlation::see);
    }
    var open = new TreeMap<String, String>();
    correlation
        .exposures()
        .values()
        .forEach(
            exposure -> {
              if (exposure.published()) {
                open.put(exposure.uid(), said(exposure));
              }
            });
    return open;
  }

  /** Not what edges rest on: that another source states the same is told with the next change. */
  private static String said(Exposure exposure) {
    var edges = new TreeSet<String>();
    AttackPath.of(exposure, exposure.evidence()).edges().forEach(edge -> edges.add(edge.uid()));
    return exposure.severity().label() + " " + exposure.title() + " " + edges;
  }

  private static SortedMap<String, String> open(List<Output> outputs) {
    return Revisions.open(outputs, finding -> said(finding));
  }

  private static String said(JsonNode finding) {
    var edges = new TreeSet<String>();
    for (var edge : finding.at("/finding_info/attack_graph/edges")) {
      edges.add(edge.get("uid").asText());
    }
    return finding.get("severity").asText()
        + " "
        + finding.at("/finding_info/title").asText()
        + " "
        + edges;
  }
}
