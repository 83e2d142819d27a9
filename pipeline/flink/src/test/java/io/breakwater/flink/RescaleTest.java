// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.account.Tally;
import io.breakwater.flink.fixture.CertificateEvents;
import io.breakwater.flink.fixture.RandomGraphs;
import io.breakwater.flink.fixture.RandomRecords;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.fixture.StoppableJob;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job stops with a savepoint, and goes on from it with more tasks or fewer. */
final class RescaleTest {
  /** Events of later times count as of now, so that no window ends: when one does, nobody knows. */
  private static final Settings SETTINGS =
      Settings.live()
          .settle(Duration.ZERO)
          .clock(Clock.fixed(START.plus(Duration.ofDays(1)), ZoneOffset.UTC))
          .build();

  @TempDir private Path savepoints;

  @Test
  void from_one_task_to_two_and_back_nothing_is_lost() throws Exception {
    var records = records();
    var all = new Told();
    var first = all.of(StoppableJob.start(head(records, 1), SETTINGS, 1), savepoints);
    var second = all.of(StoppableJob.restored(first, head(records, 2), SETTINGS, 2), savepoints);
    all.of(StoppableJob.restored(second, records, SETTINGS, 1), savepoints);

    var undisturbed = new Told();
    undisturbed.of(StoppableJob.start(records, SETTINGS, 1), savepoints);

    assertThat(all.counts)
        .containsEntry("records.read", (long) records.size())
        .containsAllEntriesOf(undisturbed.thatOrderDoesNotChange());
    assertThat(all.settled()).isEqualTo(records.size());
    assertThat(Revisions.openMaterial(all.exposures))
        .hasSizeGreaterThan(20)
        .isEqualTo(Revisions.openMaterial(undisturbed.exposures));
    assertThat(Revisions.open(all.certificates))
        .hasSizeGreaterThan(5)
        .isEqualTo(Revisions.open(undisturbed.certificates));
    assertThat(all.deadLetters).hasSameSizeAs(undisturbed.deadLetters).isNotEmpty();
  }

  private static List<Record> records() {
    var records = new ArrayList<>(RandomGraphs.shuffled(RandomGraphs.several(34, 40), 34));
    records.addAll(new RandomRecords(7).mixed(120));
    for (int number = 0; number < 20; number++) {
      records.add(CertificateEvents.approaching(number, 3 + number, START.plusSeconds(number)));
    }
    Collections.shuffle(records, new Random(34));
    return records;
  }

  /** The first thirds. */
  private static List<Record> head(List<Record> records, int thirds) {
    return records.subList(0, records.size() * thirds / 3);
  }

  /** All that several runs of one job told, and what the last one had counted in the end. */
  private static final class Told {
    private final List<Output> exposures = new ArrayList<>();
    private final List<Output> certificates = new ArrayList<>();
    private final List<Output> deadLetters = new ArrayList<>();
    private Map<String, Long> counts;

    /** Which version of a finding comes first decides which one is stale. */
    Map<String, Long> thatOrderDoesNotChange() {
      var some = new TreeMap<>(counts);
      some.keySet().removeIf(name -> name.matches(".*(applied|stale|duplicate)|exposures[CU].*"));
      return some;
    }

    long settled() {
      return counts.entrySet().stream()
          .filter(count -> count.getKey().startsWith(Tally.RECORDS))
          .filter(count -> !count.getKey().endsWith(Tally.READ))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }

    Path of(StoppableJob started, Path savepoints) throws Exception {
      try (var job = started) {
        var savepoint = job.stop(savepoints);
        exposures.addAll(job.exposures());
        certificates.addAll(job.certificates());
        deadLetters.addAll(job.deadLetters());
        counts = job.counts();
        return savepoint;
      }
    }
  }
}
