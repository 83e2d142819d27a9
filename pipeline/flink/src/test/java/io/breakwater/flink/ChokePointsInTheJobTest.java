// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static io.breakwater.flink.fixture.ChokePointEvents.GROUP;
import static io.breakwater.flink.fixture.ChokePointEvents.ONE;
import static io.breakwater.flink.fixture.ChokePointEvents.OTHER;
import static io.breakwater.flink.fixture.ChokePointEvents.behind;
import static io.breakwater.flink.fixture.ChokePointEvents.control;
import static io.breakwater.flink.fixture.ChokePointEvents.open;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.Reliances;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.exposure.ChokePoints;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.ocsf.SharedChokePointWriter;
import io.breakwater.flink.fixture.JobRun;
import io.breakwater.flink.fixture.RandomGraphs;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What several exposures rest on, as the whole job tells it. */
final class ChokePointsInTheJobTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant AS_OF = Instant.parse("2026-03-02T08:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void two_instances_behind_one_open_group_rest_on_it(int parallelism) throws Exception {
    var run =
        bounded(
            parallelism,
            behind(ONE, minute(1)),
            behind(OTHER, minute(2)),
            open("FAILED", minute(3)));

    assertThat(run.exposures()).hasSize(2);
    assertThat(run.chokePoints()).hasSize(1);
    var record = Revisions.json(run.chokePoints().get(0));
    assertThat(record.at("/resource/uid").asText()).isEqualTo(GROUP);
    assertThat(record.path("trait").asText()).isEqualTo("open-security-group");
    assertThat(record.path("exposures").asInt()).isEqualTo(2);
    assertThat(record.path("closes").asInt()).isEqualTo(2);
    assertThat(record.at("/worst/0/resource/uid").asText()).isEqualTo(ONE);
    assertThat(record.at("/worst/1/resource/uid").asText()).isEqualTo(OTHER);
    assertThat(Instant.ofEpochMilli(record.path("time").asLong())).isEqualTo(minute(3));
  }

  @Test
  void an_instance_with_a_weakness_of_its_own_stays_open() throws Exception {
    var run =
        bounded(
            1,
            behind(ONE, minute(1)),
            behind(OTHER, minute(2)),
            open("FAILED", minute(3)),
            control("EC2.8", ONE, minute(4)));

    var record = Revisions.json(run.chokePoints().get(0));
    assertThat(record.path("closes").asInt()).isEqualTo(1);
    assertThat(record.path("exposures").asInt()).isEqualTo(2);
    assertThat(Revisions.json(last(run.exposures(), ONE)).at("/unmapped/choke_points"))
        .anySatisfy(
            point -> {
              assertThat(point.at("/origins/0/uid").asText()).isEqualTo(GROUP);
              assertThat(point.path("closes").asBoolean()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void once_the_group_is_narrowed_nothing_rests_on_it(int parallelism) throws Exception {
    var run =
        bounded(
            parallelism,
            behind(ONE, minute(1)),
            behind(OTHER, minute(2)),
            open("FAILED", minute(3)),
            open("PASSED", minute(4)));

    assertThat(run.exposures()).hasSize(4);
    assertThat(run.chokePoints()).isEmpty();
  }

  @Test
  void a_live_job_ends_with_what_a_bounded_run_tells() throws Exception {
    var records =
        List.of(behind(ONE, minute(1)), behind(OTHER, minute(2)), open("FAILED", minute(3)));

    var live = JobRun.live(records, Settings.live().settle(Duration.ZERO).build(), 2);
    var bounded = JobRun.bounded(records, Settings.asOf(AS_OF).build(), 2);

    assertThat(stillOpen(live.chokePoints()))
        .isEqualTo(stillOpen(bounded.chokePoints()))
        .hasSize(1);
  }

  /** Graphs of a few instances each, told in any order by many tasks. */
  @ParameterizedTest
  @CsvSource({"1, 31", "2, 32"})
  void what_exposures_share_in_the_end_follows_from_what_is_open(int parallelism, long seed)
      throws Exception {
    var graphs = RandomGraphs.several(seed, 400);
    var records = RandomGraphs.shuffled(graphs, seed);

    var run = JobRun.bounded(records, Settings.asOf(RandomGraphs.AS_OF).build(), parallelism);

    var expected = expected(graphs);
    assertThat(expected).hasSizeGreaterThan(50);
    assertThat(stillOpen(run.chokePoints())).isEqualTo(expected);
    assertThat(run.chokePoints()).hasSameSizeAs(expected.keySet());
  }

  @Test
  void any_number_of_tasks_writes_the_same_bytes() throws Exception {
    var records = RandomGraphs.shuffled(RandomGraphs.several(33, 200), 33);
    var settings = Settings.asOf(RandomGraphs.AS_OF).build();

    var one = JobRun.bounded(records, settings, 1);
    Collections.reverse(records);
    var two = JobRun.bounded(records, settings, 2);

    assertThat(bytes(one.chokePoints())).isNotEmpty().isEqualTo(bytes(two.chokePoints()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_live_job_that_fails_and_goes_on_ends_with_the_same(int parallelism) throws Exception {
    var graphs = RandomGraphs.several(34, 40);
    var records = RandomGraphs.shuffled(graphs, 34);

    var run = JobRun.failing(records, Settings.live().settle(Duration.ZERO).build(), parallelism);

    var expected = expected(graphs);
    assertThat(expected).isNotEmpty();
    assertThat(stillOpen(run.chokePoints())).isEqualTo(expected);
  }

  /** From the exposures that are open, counted from scratch; without times. */
  private static SortedMap<String, JsonNode> expected(List<List<Record>> graphs) {
    var chokePoints = new ChokePoints(CATALOGUE);
    var reliances = new Reliances(CATALOGUE);
    var writer = new SharedChokePointWriter(CATALOGUE);
    Map<String, SharedChokePoint> points = new TreeMap<>();
    for (var graph : graphs) {
      for (var exposure : exposures(graph)) {
        for (var reliance : reliances.of(exposure, chokePoints.of(exposure))) {
          var change = new RelianceChange(exposure.resource(), reliance, true, START, false);
          var known = points.get(reliance.chokePointUid());
          points.put(
              reliance.chokePointUid(),
              (known == null ? SharedChokePoint.of(change) : known).and(change, Optional.empty()));
        }
      }
    }
    var expected = new TreeMap<String, JsonNode>();
    points.forEach(
        (uid, point) -> {
          if (point.isShared()) {
            expected.put(uid, timeless(new Output(uid, writer.toJson(point))));
          }
        });
    return expected;
  }

  private static List<Exposure> exposures(List<Record> graph) {
    var decoder = Decoder.withLimit(1 << 20);
    var correlation = Correlation.at(RandomGraphs.AS_OF, CATALOGUE);
    for (var record : graph) {
      decoder.decode(record.bytes()).parts().forEach(correlation::see);
    }
    return correlation.exposures().values().stream()
        .filter(Exposure::published)
        .collect(Collectors.toList());
  }

  /** The last record of each that was not taken back. */
  private static SortedMap<String, JsonNode> stillOpen(List<Output> outputs) {
    var open = new TreeMap<String, JsonNode>();
    for (var output : outputs) {
      if (Revisions.json(output).path("status").asText().equals("withdrawn")) {
        open.remove(output.key());
      } else {
        open.put(output.key(), timeless(output));
      }
    }
    return open;
  }

  private static JsonNode timeless(Output output) {
    var record = (ObjectNode) Revisions.json(output);
    record.remove("time");
    return record;
  }

  private static List<String> bytes(List<Output> outputs) {
    return outputs.stream()
        .map(output -> new String(output.json(), UTF_8))
        .sorted()
        .collect(Collectors.toList());
  }

  private static Output last(List<Output> exposures, String resource) {
    return exposures.stream()
        .filter(output -> Revisions.json(output).at("/resources/0/uid").asText().equals(resource))
        .reduce((before, next) -> next)
        .orElseThrow();
  }

  private static Instant minute(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  private static JobRun bounded(int parallelism, Record... records) throws Exception {
    return JobRun.bounded(List.of(records), Settings.asOf(AS_OF).build(), parallelism);
  }
}
