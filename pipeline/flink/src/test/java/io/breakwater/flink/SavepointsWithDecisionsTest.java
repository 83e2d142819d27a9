// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.signal.Severity;
import io.breakwater.flink.fixture.Acted;
import io.breakwater.flink.fixture.InspectorEvent;
import io.breakwater.flink.fixture.KeptSavepoints;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.fixture.StoppableJob;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people decided holds on in a later release. The folders in {@code
 * src/test/resources/savepoints-with-decisions} are savepoints of a job on which people acted; they
 * are made and kept like those of {@link SavepointsOfReleasesTest}.
 */
final class SavepointsWithDecisionsTest {
  private static final String WRITE = "breakwater.write-savepoint";
  private static final KeptSavepoints SAVEPOINTS = KeptSavepoints.in("savepoints-with-decisions");
  private static final Instant UNTIL = START.plus(Duration.ofDays(30));
  private static final Settings SETTINGS =
      Settings.live()
          .settle(Duration.ZERO)
          .clock(Clock.fixed(START.plus(Duration.ofDays(1)), ZoneOffset.UTC))
          .build();

  private static final String IN_PROGRESS = "i-0000000000000001";
  private static final String SUPPRESSED = "i-0000000000000002";
  private static final String NOT_OPEN_YET = "i-0000000000000003";
  private static final int LATER = 10;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("releases")
  void what_was_decided_holds_after_it(Path release) throws Exception {
    var records = new ArrayList<>(before());
    records.addAll(after());

    try (var job = StoppableJob.restoredAndActedOn(release, records, decisions(), SETTINGS, 2)) {
      job.stop(folder);

      var inProgress = last(job, IN_PROGRESS);
      assertThat(inProgress.path("status").asText()).isEqualTo("In Progress");
      assertThat(inProgress.path("severity").asText()).isEqualTo("Low");
      assertThat(inProgress.at("/unmapped/status_decided/by").asText()).isEqualTo(Acted.WHO);
      assertThat(inProgress.at("/unmapped/severity_decided/by").asText()).isEqualTo(Acted.WHO);
      assertThat(inProgress.at("/unmapped/comments").findValuesAsText("text"))
          .containsExactly("Behind a gateway.", "Patch is on its way.");
      var suppressed = last(job, SUPPRESSED);
      assertThat(suppressed.path("status").asText()).isEqualTo("Suppressed");
      assertThat(suppressed.at("/unmapped/suppression/reason").asText())
          .isEqualTo("A test machine.");
      assertThat(suppressed.at("/unmapped/ticket_requested/by").asText()).isEqualTo(Acted.WHO);
      assertThat(last(job, NOT_OPEN_YET).path("comment").asText()).isEqualTo("It will be mine.");
    }
  }

  @Test
  void on_a_job_that_nobody_acted_on_people_act_in_a_later_release() throws Exception {
    var earlier = StoppableJob.start(before(), SETTINGS, 1);
    Path savepoint;
    try (earlier) {
      savepoint = earlier.stop(folder);
    }
    var next =
        Acted.on(finding("CVE-2026-1", IN_PROGRESS), ActionKind.STATUS, LATER)
            .statusId(Action.IN_PROGRESS)
            .build();

    try (var job =
        StoppableJob.restoredAndActedOn(savepoint, before(), List.of(next), SETTINGS, 2)) {
      job.stop(folder);

      assertThat(last(job, IN_PROGRESS).path("status").asText()).isEqualTo("In Progress");
      assertThat(job.actionAnswers())
          .extracting(answer -> Revisions.json(answer).path("outcome").asText())
          .containsExactly("applied");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = ".+")
  void write_the_savepoint_of_this_release() throws Exception {
    Path kept;
    try (var job = StoppableJob.actedOn(before(), decisions(), SETTINGS, 1)) {
      kept = SAVEPOINTS.keep(job.stop(folder), System.getProperty(WRITE));
    }
    assertThat(kept).isDirectoryContaining(file -> file.endsWith("_metadata"));
  }

  private static List<Path> releases() throws IOException {
    return SAVEPOINTS.all();
  }

  private static List<Record> before() {
    return List.of(
        finding("CVE-2026-1", IN_PROGRESS).record(), finding("CVE-2026-1", SUPPRESSED).record());
  }

  /** Something of each sort; whether findings or actions are read first makes no difference. */
  private static List<Action> decisions() {
    var inProgress = finding("CVE-2026-1", IN_PROGRESS);
    return List.of(
        Acted.on(inProgress, ActionKind.STATUS, 1).statusId(Action.IN_PROGRESS).build(),
        Acted.on(inProgress, ActionKind.SEVERITY, 2)
            .severity(Severity.LOW)
            .seen(Severity.CRITICAL)
            .comment("Behind a gateway.")
            .build(),
        Acted.on(inProgress, ActionKind.COMMENT, 3).comment("Patch is on its way.").build(),
        Acted.on(finding("CVE-2026-1", SUPPRESSED), ActionKind.SUPPRESS, 4)
            .reason("A test machine.")
            .until(UNTIL)
            .seen(Severity.CRITICAL)
            .build(),
        Acted.on(finding("CVE-2026-1", SUPPRESSED), ActionKind.TICKET, 5).build(),
        Acted.on(finding("CVE-2026-1", NOT_OPEN_YET), ActionKind.COMMENT, 6)
            .comment("It will be mine.")
            .build());
  }

  /** Each is told once more. */
  private static List<Record> after() {
    return List.of(
        finding("CVE-2026-2", IN_PROGRESS).record(),
        finding("CVE-2026-2", SUPPRESSED).record(),
        finding("CVE-2026-1", NOT_OPEN_YET).record());
  }

  private static InspectorEvent finding(String name, String instance) {
    return exploitable(name).on(instance);
  }

  private static JsonNode last(StoppableJob job, String instance) {
    var uid = Exposure.uidOf(finding("CVE-2026-1", instance).signal().resource());
    return Revisions.json(
        job.exposures().stream()
            .filter(output -> output.key().equals(uid))
            .reduce((Output one, Output next) -> next)
            .orElseThrow(() -> new AssertionError(instance + " was not told")));
  }
}
