// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static io.breakwater.flink.fixture.InspectorEvent.harmless;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.TraitChange.Kind;
import io.breakwater.core.trait.Withdrawal;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Harnesses.Task;
import io.breakwater.flink.fixture.InspectorEvent;
import io.breakwater.flink.types.TrackedSignal;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TraitWindowsTest {
  /** How long the catalogue that ships holds what Inspector said. */
  private static final Duration WINDOW = Duration.ofDays(365);

  private KeyedOneInputStreamOperatorTestHarness<String, TrackedSignal, TraitChange> windows;

  @BeforeEach
  void open() throws Exception {
    windows = Harnesses.traitWindows(Settings.live().build(), Task.single());
  }

  @AfterEach
  void close() throws Exception {
    windows.close();
  }

  @Test
  void a_signal_gives_traits_and_sets_one_timer() throws Exception {
    see(exploitable("CVE-2026-1"));

    assertThat(windows.extractOutputValues())
        .extracting(TraitChange::kind)
        .containsExactly(Kind.GIVEN);
    assertThat(windows.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void a_signal_that_is_seen_again_adds_neither_timer_nor_state() throws Exception {
    see(exploitable("CVE-2026-1"));
    int entries = windows.numKeyedStateEntries();

    for (int hour = 1; hour <= 24; hour++) {
      see(exploitable("CVE-2026-1").updated(START.plus(Duration.ofHours(hour))));
    }

    assertThat(windows.numEventTimeTimers()).isEqualTo(1);
    assertThat(windows.numKeyedStateEntries()).isEqualTo(entries);
  }

  @Test
  void tags_are_told_before_the_traits_that_come_with_them() throws Exception {
    see(exploitable("CVE-2026-1").tagged("team", "shop"));

    assertThat(windows.extractOutputValues())
        .extracting(TraitChange::isOfLabel)
        .containsExactly(true, false);
    assertThat(windows.numEventTimeTimers()).isEqualTo(1);
    assertThat(Harnesses.counts(windows)).containsEntry("records.applied", 1L);
  }

  @Test
  void tags_that_say_the_same_are_not_told_again() throws Exception {
    see(exploitable("CVE-2026-1").tagged("team", "shop"));
    int entries = windows.numKeyedStateEntries();

    see(exploitable("CVE-2026-1").tagged("team", "shop").updated(START.plusSeconds(60)));

    assertThat(windows.extractOutputValues())
        .filteredOn(TraitChange::isOfLabel)
        .extracting(TraitChange::kind)
        .containsExactly(Kind.GIVEN);
    assertThat(windows.numKeyedStateEntries()).isEqualTo(entries);
  }

  @Test
  void tags_that_nobody_tells_any_more_leave_neither_state_nor_timer() throws Exception {
    see(exploitable("CVE-2026-1").tagged("team", "shop"));

    windows.processWatermark(millis(START.plus(Catalogue.builtIn().longestMemory())));

    assertThat(windows.extractOutputValues())
        .filteredOn(TraitChange::isOfLabel)
        .extracting(TraitChange::kind)
        .containsExactly(Kind.GIVEN, Kind.WITHDRAWN);
    assertThat(windows.numKeyedStateEntries()).isZero();
    assertThat(windows.numEventTimeTimers()).isZero();
  }

  @Test
  void all_signals_of_a_resource_share_one_timer() throws Exception {
    for (int i = 1; i <= 10; i++) {
      see(harmless("CVE-2026-" + i).updated(START.plus(Duration.ofHours(i))));
    }

    assertThat(windows.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void resources_have_a_timer_each() throws Exception {
    see(exploitable("CVE-2026-1").on("i-0000000000000001"));
    see(exploitable("CVE-2026-1").on("i-0000000000000002"));

    assertThat(windows.numEventTimeTimers()).isEqualTo(2);
  }

  @Test
  void a_window_that_ends_withdraws_the_traits_unconfirmed() throws Exception {
    see(exploitable("CVE-2026-1"));

    windows.processWatermark(millis(START.plus(WINDOW)));

    var last = windows.extractOutputValues().get(1);
    assertThat(last.withdrawal()).contains(Withdrawal.NOT_SEEN);
    assertThat(last.at()).isEqualTo(START.plus(WINDOW));
  }

  @Test
  void a_window_that_ends_leaves_neither_state_nor_timer() throws Exception {
    see(exploitable("CVE-2026-1"));
    see(harmless("CVE-2026-2"));

    windows.processWatermark(millis(START.plus(WINDOW)));

    assertThat(windows.numKeyedStateEntries()).isZero();
    assertThat(windows.numEventTimeTimers()).isZero();
  }

  @Test
  void a_window_that_ends_within_a_millisecond_ends_once() throws Exception {
    var end = START.plus(WINDOW).plusNanos(500_000);
    see(exploitable("CVE-2026-1").updated(START.plusNanos(500_000)));

    windows.processWatermark(millis(end) + 1);

    assertThat(windows.extractOutputValues())
        .extracting(TraitChange::kind)
        .containsExactly(Kind.GIVEN, Kind.WITHDRAWN);
    assertThat(windows.numKeyedStateEntries()).isZero();
  }

  @Test
  void a_signal_seen_again_moves_the_end_of_its_window() throws Exception {
    see(exploitable("CVE-2026-1"));
    see(exploitable("CVE-2026-1").updated(START.plus(Duration.ofDays(10))));

    windows.processWatermark(millis(START.plus(WINDOW)));

    assertThat(windows.extractOutputValues())
        .extracting(TraitChange::kind)
        .containsExactly(Kind.GIVEN, Kind.SEEN_AGAIN);
    assertThat(windows.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void a_closed_signal_is_remembered_so_that_an_older_version_is_stale() throws Exception {
    see(exploitable("CVE-2026-1").closed().updated(START.plus(Duration.ofDays(1))));

    see(exploitable("CVE-2026-1"));

    assertThat(windows.extractOutputValues()).isEmpty();
    assertThat(Harnesses.counts(windows))
        .containsEntry("records.applied", 1L)
        .containsEntry("records.stale", 1L);
  }

  @Test
  void the_end_of_a_live_stream_ends_no_window() throws Exception {
    see(exploitable("CVE-2026-1"));

    windows.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());

    assertThat(windows.extractOutputValues())
        .extracting(TraitChange::kind)
        .containsExactly(Kind.GIVEN);
  }

  @Test
  void a_bounded_run_ends_windows_up_to_its_as_of_time() throws Exception {
    open(Settings.asOf(START.plus(WINDOW)).build());
    see(exploitable("CVE-2026-1"));
    see(exploitable("CVE-2026-2").updated(START.plusMillis(1)));

    windows.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());

    assertThat(windows.extractOutputValues())
        .filteredOn(change -> change.kind() == Kind.WITHDRAWN)
        .singleElement()
        .satisfies(change -> assertThat(change.at()).isEqualTo(START.plus(WINDOW)));
  }

  @Test
  void a_bounded_run_ends_windows_between_two_signals() throws Exception {
    open(Settings.asOf(START.plus(WINDOW.multipliedBy(2))).build());
    see(exploitable("CVE-2026-1"));
    see(exploitable("CVE-2026-2").updated(START.plus(WINDOW).plusSeconds(60)));

    windows.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());

    assertThat(windows.extractOutputValues())
        .extracting(TraitChange::kind)
        .containsExactly(Kind.GIVEN, Kind.WITHDRAWN, Kind.GIVEN);
  }

  @Test
  void a_bounded_run_sees_signals_of_the_same_time_in_the_order_of_their_versions()
      throws Exception {
    var older = exploitable("CVE-2026-1").delivered(START.plusSeconds(60));
    var newer = older.closed().updated(START.plusSeconds(1)).delivered(START.plusSeconds(60));
    open(Settings.asOf(START.plusSeconds(60)).build());
    see(newer);
    see(older);

    windows.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());

    assertThat(windows.extractOutputValues())
        .extracting(TraitChange::kind)
        .containsExactly(Kind.GIVEN, Kind.WITHDRAWN);
  }

  @Test
  void a_bounded_run_takes_the_replayed_copy_of_an_event_for_the_duplicate() throws Exception {
    open(Settings.asOf(START).build());
    see(exploitable("CVE-2026-1").replayed());
    see(exploitable("CVE-2026-1"));

    windows.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());

    assertThat(windows.extractOutputValues())
        .singleElement()
        .satisfies(change -> assertThat(change.replayed()).isFalse());
  }

  @Test
  void what_was_known_before_a_restart_is_known_after_it() throws Exception {
    see(exploitable("CVE-2026-1"));
    var snapshot = windows.snapshot(1, 1);
    open(Settings.live().build(), Task.single().from(snapshot, 1));

    see(exploitable("CVE-2026-1"));

    assertThat(windows.extractOutputValues()).isEmpty();
    assertThat(Harnesses.counts(windows)).containsEntry("records.duplicate", 1L);
  }

  @Test
  void a_window_ends_after_a_restart() throws Exception {
    see(exploitable("CVE-2026-1"));
    var snapshot = windows.snapshot(1, 1);
    open(Settings.live().build(), Task.single().from(snapshot, 1));

    windows.processWatermark(millis(START.plus(WINDOW)));

    assertThat(windows.extractOutputValues())
        .extracting(TraitChange::kind)
        .containsExactly(Kind.WITHDRAWN);
    assertThat(windows.numKeyedStateEntries()).isZero();
  }

  @Test
  void each_resource_goes_on_in_exactly_one_task_after_a_change_of_parallelism() throws Exception {
    int resources = 40;
    for (int i = 0; i < resources; i++) {
      see(exploitable("CVE-2026-1").on(String.format("i-%017d", i)));
    }
    var snapshot = windows.snapshot(1, 1);
    int ended = 0;

    for (int task = 0; task < 3; task++) {
      open(Settings.live().build(), Task.of(task, 3).from(snapshot, 1));
      windows.processWatermark(millis(START.plus(WINDOW)));
      ended += windows.extractOutputValues().size();
    }

    assertThat(ended).isEqualTo(resources);
  }

  private void see(InspectorEvent event) throws Exception {
    var tracked = event.tracked();
    windows.processElement(
        new StreamRecord<>(tracked, tracked.signal().observedAt().toEpochMilli()));
  }

  private void open(Settings settings) throws Exception {
    open(settings, Task.single());
  }

  private void open(Settings settings, Task task) throws Exception {
    windows.close();
    windows = Harnesses.traitWindows(settings, task);
  }

  private static long millis(Instant time) {
    return time.toEpochMilli();
  }
}
