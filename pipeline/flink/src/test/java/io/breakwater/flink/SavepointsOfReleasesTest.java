// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static io.breakwater.flink.fixture.ChokePointEvents.ONE;
import static io.breakwater.flink.fixture.ChokePointEvents.OTHER;
import static io.breakwater.flink.fixture.ChokePointEvents.behind;
import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static io.breakwater.flink.fixture.InspectorEvent.harmless;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.account.Tally;
import io.breakwater.flink.fixture.CertificateEvents;
import io.breakwater.flink.fixture.ChokePointEvents;
import io.breakwater.flink.fixture.KeptSavepoints;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.fixture.StoppableJob;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever stops a job with a savepoint goes on from it with a later release. The folders in {@code
 * src/test/resources/savepoints}, one for each release whose state is of a new form, are such
 * savepoints of the whole job: every one of them must be restored for ever, with nothing lost.
 *
 * <p>When a form changes, give its codec a new version that reads the old one as well, and add a
 * folder:
 *
 * <pre>
 * mvn -pl pipeline/flink -am test -Dtest=SavepointsOfReleasesTest \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dbreakwater.write-savepoint=VERSION</pre>
 *
 * <p>Folders of releases that people run are never written again.
 */
final class SavepointsOfReleasesTest {
  private static final String WRITE = "breakwater.write-savepoint";
  private static final KeptSavepoints SAVEPOINTS = KeptSavepoints.in("savepoints");
  private static final String OPEN = "open.txt";
  private static final Settings SETTINGS =
      Settings.live()
          .settle(Duration.ZERO)
          .clock(Clock.fixed(START.plus(Duration.ofDays(1)), ZoneOffset.UTC))
          .build();

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("releases")
  void a_job_goes_on_from_the_savepoint_of_an_earlier_release(Path release) throws Exception {
    var open = Files.readAllLines(release.resolve(OPEN));
    var records = new ArrayList<>(before());
    records.addAll(after());

    try (var job = StoppableJob.restored(release, records, SETTINGS, 2)) {
      job.stop(folder);

      var told = new ArrayList<>(job.exposures());
      told.addAll(job.certificates());
      assertThat(told)
          .extracting(output -> Revisions.activity(output) + " " + output.key())
          .contains(open.stream().map(uid -> "Close " + uid).toArray(String[]::new));
      assertThat(told.stream().filter(SavepointsOfReleasesTest::isClose).map(Output::key))
          .containsExactlyInAnyOrderElementsOf(open);
      assertThat(Revisions.open(told)).isEmpty();
      assertThat(job.chokePoints()).isNotEmpty();
      assertThat(Revisions.json(last(job.chokePoints())).path("status").asText())
          .isEqualTo("withdrawn");
      assertThat(job.counts()).containsEntry("records.read", (long) records.size());
      assertThat(settled(job)).isEqualTo(records.size());
    }
  }

  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = ".+")
  void write_the_savepoint_of_this_release() throws Exception {
    Path kept;
    try (var job = StoppableJob.start(before(), SETTINGS, 1)) {
      kept = SAVEPOINTS.keep(job.stop(folder), System.getProperty(WRITE));
      var told = new ArrayList<>(job.exposures());
      told.addAll(job.certificates());
      Files.write(kept.resolve(OPEN), Revisions.open(told).keySet());
    }
    assertThat(kept).isDirectoryContaining(file -> file.endsWith("_metadata"));
  }

  private static List<Path> releases() throws IOException {
    return SAVEPOINTS.all();
  }

  /** Something of each kind that is kept. */
  private static List<Record> before() {
    return List.of(
        exploitable("CVE-2026-1").record(),
        exploitable("CVE-2026-1").updated(minute(1)).record(),
        harmless("CVE-2026-2").updated(minute(2)).record(),
        exploitable("CVE-2026-3").on("i-0000000000000009").record(),
        exploitable("CVE-2026-3").on("i-0000000000000009").closed().updated(minute(3)).record(),
        exploitable("CVE-2026-4").status("SUPPRESSED").updated(minute(3)).record(),
        behind(ONE, minute(1)),
        behind(OTHER, minute(2)),
        ChokePointEvents.open("FAILED", minute(3)),
        CertificateEvents.available(1, "IMPORTED", "IMPORT", 10, START),
        CertificateEvents.approaching(2, 3, minute(4)),
        CertificateEvents.unused(3, 365, minute(5)),
        new Record("no JSON at all".getBytes(UTF_8), "memory", "0"));
  }

  /** All that is open ends. */
  private static List<Record> after() {
    return List.of(
        exploitable("CVE-2026-1").closed().updated(minute(10)).record(),
        harmless("CVE-2026-2").closed().updated(minute(11)).record(),
        ChokePointEvents.open("PASSED", minute(12)),
        CertificateEvents.available(1, "IMPORTED", "REIMPORT", 365, minute(13)),
        CertificateEvents.available(2, "AMAZON_ISSUED", "RENEWAL", 365, minute(14)));
  }

  private static boolean isClose(Output output) {
    return Revisions.activity(output).equals("Close");
  }

  private static Output last(Collection<Output> outputs) {
    return outputs.stream().reduce((one, next) -> next).orElseThrow();
  }

  private static long settled(StoppableJob job) throws Exception {
    return job.counts().entrySet().stream()
        .filter(count -> count.getKey().startsWith(Tally.RECORDS))
        .filter(count -> !count.getKey().endsWith(Tally.READ))
        .mapToLong(count -> count.getValue())
        .sum();
  }

  private static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }
}
