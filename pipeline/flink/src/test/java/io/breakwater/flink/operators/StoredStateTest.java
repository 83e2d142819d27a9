// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static io.breakwater.flink.fixture.InspectorEvent.harmless;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.TraitChange.Kind;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.Changes;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Harnesses.Task;
import io.breakwater.flink.fixture.InspectorEvent;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.TrackedSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever stops a job with a savepoint goes on from it with a later release. The snapshots in
 * {@code src/test/resources/snapshots}, a folder for each release whose form of state was new,
 * stand for those savepoints: every one of them must be read for ever.
 *
 * <p>When a form changes, give its codec a new version that reads the old one as well, and add a
 * folder:
 *
 * <pre>
 * mvn -pl pipeline/flink -am test -Dtest=StoredStateTest -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Dbreakwater.write-snapshots=VERSION</pre>
 *
 * <p>Folders of releases that people run are never written again.
 */
@SuppressWarnings("try") // To close a harness may throw anything, also an interruption.
final class StoredStateTest {
  private static final String WRITE = "breakwater.write-snapshots";
  private static final Path SNAPSHOTS = Path.of("src/test/resources/snapshots");
  private static final Duration SETTLE = Duration.ofSeconds(5);

  @ParameterizedTest
  @MethodSource("releases")
  void a_trait_window_goes_on_from_the_state_of_an_earlier_release(Path release) throws Exception {
    try (var windows = traitWindows(Task.single().from(stored(release, "trait-windows"), 1))) {
      see(windows, exploitable("CVE-2026-1"));
      windows.processWatermark(START.plus(Duration.ofDays(366)).toEpochMilli());

      assertThat(windows.extractOutputValues())
          .extracting(TraitChange::kind)
          .containsExactly(Kind.WITHDRAWN);
      assertThat(Harnesses.counts(windows))
          .containsEntry("records.applied", 2L)
          .containsEntry("records.duplicate", 1L);
      assertThat(windows.numKeyedStateEntries()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void an_exposure_goes_on_from_the_state_of_an_earlier_release(Path release) throws Exception {
    var changes = new Changes();
    changes.of(exploitable("CVE-2026-1"));
    try (var assess = assess(Task.single().from(stored(release, "assess"), 1))) {
      assess.setProcessingTime(SETTLE.multipliedBy(2).toMillis());
      take(assess, changes.of(exploitable("CVE-2026-1").closed().updated(START.plusSeconds(90))));
      assess.setProcessingTime(SETTLE.multipliedBy(4).toMillis());

      assertThat(assess.extractOutputValues())
          .extracting(Revisions::activity)
          .containsExactly("Update", "Update");
      assertThat(Revisions.severity(assess.extractOutputValues().get(1))).isEqualTo("Low");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = ".+")
  void write_the_snapshots_of_this_release() throws Exception {
    var folder = Files.createDirectories(SNAPSHOTS.resolve(System.getProperty(WRITE)));

    try (var windows = traitWindows(Task.single())) {
      see(windows, exploitable("CVE-2026-1"));
      see(windows, harmless("CVE-2026-2").closed());
      write(windows.snapshot(1, 1), folder, "trait-windows");
    }
    try (var assess = assess(Task.single())) {
      var changes = new Changes();
      take(assess, changes.of(exploitable("CVE-2026-1")));
      take(assess, changes.of(exploitable("CVE-2026-1").updated(START.plusSeconds(30))));
      take(assess, changes.of(harmless("CVE-2026-2").updated(START.plusSeconds(60))));
      write(assess.snapshot(1, 1), folder, "assess");
    }

    assertThat(folder).isDirectoryContaining(file -> file.endsWith("assess"));
  }

  private static List<Path> releases() throws IOException {
    try (var folders = Files.list(SNAPSHOTS)) {
      return folders.sorted().collect(Collectors.toList());
    }
  }

  private static OperatorSubtaskState stored(Path release, String operator) throws Exception {
    return OperatorSnapshotUtil.readStateHandle(release.resolve(operator).toString());
  }

  private static void write(OperatorSubtaskState state, Path folder, String operator)
      throws IOException {
    OperatorSnapshotUtil.writeStateHandle(state, folder.resolve(operator).toString());
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, TrackedSignal, TraitChange>
      traitWindows(Task task) throws Exception {
    return Harnesses.traitWindows(Settings.live().build(), task);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, TraitChange, Output> assess(
      Task task) throws Exception {
    return Harnesses.assess(Settings.live().settle(SETTLE).build(), task);
  }

  private static void see(
      KeyedOneInputStreamOperatorTestHarness<String, TrackedSignal, TraitChange> windows,
      InspectorEvent event)
      throws Exception {
    var tracked = event.tracked();
    windows.processElement(
        new StreamRecord<>(tracked, tracked.signal().observedAt().toEpochMilli()));
  }

  private static void take(
      KeyedOneInputStreamOperatorTestHarness<String, TraitChange, Output> assess,
      TraitChange change)
      throws Exception {
    assess.processElement(new StreamRecord<>(change, change.at().toEpochMilli()));
  }
}
