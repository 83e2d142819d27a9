// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static io.breakwater.flink.fixture.InspectorEvent.harmless;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.account.Tally;
import io.breakwater.flink.fixture.JobRun;
import io.breakwater.flink.fixture.RandomRecords;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.types.Output;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole job on a cluster in this process. */
final class CorrelationJobTest {
  @RegisterExtension
  static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @Test
  void an_exposure_is_created_updated_and_closed() throws Exception {
    var records =
        List.of(
            exploitable("CVE-2026-1").record(),
            harmless("CVE-2026-2").updated(START.plusSeconds(60)).record(),
            exploitable("CVE-2026-1").closed().updated(START.plusSeconds(120)).record(),
            harmless("CVE-2026-2").closed().updated(START.plusSeconds(180)).record());

    var run = JobRun.bounded(records, Settings.asOf(START.plusSeconds(600)).build(), 1);

    assertThat(run.exposures())
        .extracting(Revisions::activity)
        .containsExactly("Create", "Update", "Update", "Close");
    assertThat(run.exposures()).extracting(Output::key).containsOnly(run.exposures().get(0).key());
  }

  @Test
  void a_window_that_ended_before_the_next_event_closes_at_its_end() throws Exception {
    var end = START.plus(Duration.ofDays(365));
    var records =
        List.of(
            exploitable("CVE-2026-1").record(),
            exploitable("CVE-2026-2").updated(end.plusSeconds(60)).record());

    var run = JobRun.bounded(records, Settings.asOf(end.plusSeconds(60)).build(), 1);

    assertThat(run.exposures())
        .extracting(
            revision ->
                Revisions.activity(revision) + " " + Revisions.json(revision).get("time").asLong())
        .containsExactly(
            "Create " + START.toEpochMilli(),
            "Close " + end.toEpochMilli(),
            "Create " + end.plusSeconds(60).toEpochMilli());
  }

  @Test
  void a_window_that_ended_after_the_last_event_closes_at_its_end() throws Exception {
    var end = START.plus(Duration.ofDays(365));
    var records = List.of(exploitable("CVE-2026-1").record());

    var run = JobRun.bounded(records, Settings.asOf(end.plusSeconds(60)).build(), 1);

    assertThat(run.exposures())
        .extracting(
            revision ->
                Revisions.activity(revision) + " " + Revisions.json(revision).get("time").asLong())
        .containsExactly("Create " + START.toEpochMilli(), "Close " + end.toEpochMilli());
  }

  @Test
  void the_end_of_the_input_closes_nothing() throws Exception {
    var records = List.of(exploitable("CVE-2026-1").record());

    var run = JobRun.bounded(records, Settings.asOf(START).build(), 1);

    assertThat(run.exposures()).extracting(Revisions::activity).containsExactly("Create");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neither_order_nor_parallelism_changes_what_a_bounded_run_says(long seed) throws Exception {
    var random = new RandomRecords(seed);
    var records = random.mixed(60);
    var settings = Settings.asOf(RandomRecords.AS_OF).build();
    var expected = Revisions.inOrder(JobRun.bounded(records, settings, 1).exposures());

    var two = JobRun.bounded(random.permuted(records), settings, 2);
    var four = JobRun.bounded(random.permuted(records), settings, 4);

    assertThat(expected).isNotEmpty();
    assertThat(Revisions.firstDifference(expected, Revisions.inOrder(two.exposures()))).isEmpty();
    assertThat(Revisions.firstDifference(expected, Revisions.inOrder(four.exposures()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void the_books_of_a_bounded_run_balance_to_the_record(int parallelism) throws Exception {
    for (long seed = 100; seed < 104; seed++) {
      var records = new RandomRecords(seed).mixed(150);

      var run = JobRun.bounded(records, Settings.asOf(RandomRecords.AS_OF).build(), parallelism);

      assertThat(run.count(Tally.RECORDS + Tally.READ)).isEqualTo(records.size());
      assertBalance(run);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void the_books_of_a_live_job_balance_although_a_task_failed(int parallelism) throws Exception {
    var records = new RandomRecords(7).mixed(400);

    var run = JobRun.failing(records, live(), parallelism);

    assertThat(run.count(Tally.RECORDS + Tally.READ)).isEqualTo(records.size());
    assertBalance(run);
  }

  @Test
  void a_live_job_ends_with_the_same_open_exposures_whether_a_task_failed_or_not()
      throws Exception {
    var records = new RandomRecords(11).findings(400);

    var failed = JobRun.failing(records, live(), 2);

    var undisturbed = JobRun.live(records, live(), 2);
    assertThat(Revisions.open(failed.exposures()))
        .isNotEmpty()
        .isEqualTo(Revisions.open(undisturbed.exposures()));
  }

  private static void assertBalance(JobRun run) {
    assertThat(run.settled(Tally.RECORDS)).as("%s", run).isEqualTo(run.count("records.read"));
    assertThat(run.settled(Tally.FINDINGS)).as("%s", run).isEqualTo(run.count("findings.read"));
  }

  private static Settings live() {
    return Settings.live().settle(Duration.ZERO).build();
  }
}
