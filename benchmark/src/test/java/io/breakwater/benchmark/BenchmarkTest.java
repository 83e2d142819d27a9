// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.benchmark.corpus.Mix;
import io.breakwater.benchmark.job.Cost;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole run over next to nothing: that it measures, not what. */
final class BenchmarkTest {
  private static final Mix TINY = new Mix(2_000, 200, 0.5, 1);

  private static Report report;
  private static final ArrayList<String> DOINGS = new ArrayList<>();

  @BeforeAll
  static void run() throws Exception {
    var plan = new Plan(TINY, 0, 1, Duration.ZERO);
    report = new Benchmark(plan, (doing, events) -> DOINGS.add(doing)).run();
  }

  @Test
  void every_contender_reads_the_whole_corpus() {
    for (var contender : Contender.values()) {
      assertThat(report.costs(contender)).extracting(Cost::documents).containsExactly(2_000L);
    }
  }

  @Test
  void every_contender_has_used_time() {
    for (var contender : Contender.values()) {
      assertThat(report.costs(contender))
          .allSatisfy(cost -> assertThat(cost.cpuNanos()).isPositive());
    }
  }

  @Test
  void jobs_write_exposures() {
    assertThat(report.costs(Contender.HEAP).get(0).outputs()).isPositive();
  }

  @Test
  void state_backend_and_parallelism_change_nothing_in_what_is_left_open() {
    assertThat(report.isConsistent()).isTrue();
  }

  @Test
  void state_is_left_behind() {
    assertThat(report.stateBytesPerResource()).isPositive();
    assertThat(report.stateBytesPerResourceWithRules())
        .isGreaterThan(report.stateBytesPerResource());
  }

  @Test
  void the_text_names_floor_jobs_and_targets() {
    assertThat(report.toText())
        .contains("F: tokeniser", "heap state", "RocksDB state")
        .contains("at least 0.25", "at least 0.1", "at most 1.15");
  }

  @Test
  void the_json_is_one_line_with_all_contenders() {
    assertThat(report.toJson())
        .doesNotContain("\n")
        .contains("\"floor\"", "\"heap\"", "\"heap-twice\"", "\"rocksdb\"", "\"rocksdb-twice\"");
  }

  @Test
  void it_says_what_it_is_doing() {
    assertThat(DOINGS)
        .contains("writing the corpus", "round 1 of 1: heap state, parallelism 1")
        .contains("round 1 of 1: RocksDB state, parallelism 2", "measuring state");
  }
}
