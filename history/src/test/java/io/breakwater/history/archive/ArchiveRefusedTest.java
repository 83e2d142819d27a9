// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.core.time.TimeRange;
import io.breakwater.history.HistoryException;
import io.breakwater.history.Transfer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What ends without events, or must not even begin. */
final class ArchiveRefusedTest extends ArchiveTest {
  @Test
  void a_stream_of_a_live_rule_is_refused_before_anything_is_made() {
    bridge.rules().add("a-replay", "{\"replay-name\":[{\"exists\":true}]}", replays.stream());
    bridge.rules().add("b-replay", "{\"replay-name\":[\"another\"]}", replays.stream());
    bridge.rules().add("live", "{\"source\":[\"aws.inspector2\"]}", replays.stream());

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("is a target of rule live, which is not for replays only");
    assertThat(bridge.rules().names()).containsExactly("a-replay", "b-replay", "live");
    assertThat(bridge.states()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_rule_that_leaves_replays_out_is_a_live_one() {
    bridge.rules().add("live", "{\"replay-name\":[{\"exists\":false}]}", replays.stream());

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("is a target of rule live");
  }

  @Test
  void a_rule_of_somebody_else_is_left_as_it_is() {
    bridge.rules().add(Replays.NAME, "{\"replay-name\":[{\"exists\":true}]}", replays.stream());

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("rule " + Replays.NAME + " is there already");
    assertThat(bridge.rules().names()).containsExactly(Replays.NAME);
    assertThat(bridge.asked("PutRule")).isEmpty();
  }

  @Test
  void a_rule_with_another_target_is_left_as_it_is() {
    bridge
        .rules()
        .add(
            Replays.NAME,
            "{\"replay-name\":[\"" + Replays.NAME + "\"]}",
            "arn:aws:kinesis:eu-west-1:111122223333:stream/other");

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("with another pattern or another target");
    assertThat(bridge.asked("PutTargets")).isEmpty();
  }

  @Test
  void a_range_that_the_archive_no_longer_has_is_refused() {
    bridge.archive(replays.archive(replays.hoursAgo(90 * 24), 1, "ENABLED"));
    var older = TimeRange.of(Optional.of(replays.hoursAgo(25)), Optional.of(replays.hoursAgo(3)));

    assertThatThrownBy(() -> replays.history().bring(older, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("has no events of before " + replays.hoursAgo(24));
  }

  @Test
  void a_range_from_before_the_archive_was_made_is_refused() {
    bridge.archive(replays.archive(replays.hoursAgo(4), 0, "ENABLED"));

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("has no events of before " + replays.hoursAgo(4));
  }

  @Test
  void a_range_that_ends_within_the_last_ten_minutes_is_refused() {
    var to = replays.clock().instant().minus(Duration.ofMinutes(9));
    var recent = TimeRange.of(Optional.of(replays.hoursAgo(5)), Optional.of(to));

    assertThatThrownBy(() -> replays.history().bring(recent, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("events of the last 10 minutes may not be in archive");
  }

  @Test
  void a_range_without_an_end_is_refused() {
    var open = TimeRange.of(Optional.of(replays.hoursAgo(5)), Optional.empty());

    assertThatThrownBy(() -> replays.history().bring(open, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("from one time to another: say both");
  }

  @Test
  void an_archive_that_could_not_be_made_is_refused() {
    bridge.archive(replays.archive(replays.hoursAgo(48), 0, "CREATE_FAILED"));

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessage("archive findings is CREATE_FAILED: it has no events yet");
  }

  @Test
  void an_archive_that_is_not_there_is_said() {
    assertThatThrownBy(
            () -> replays.history("not-there").bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("cannot read archive not-there: ")
        .hasMessageEndingWith("is the name right, and the region?");
  }

  @Test
  void a_stream_that_cannot_be_read_is_known_before_a_replay_is_started() {
    var history = replays.history("findings", replays.stream().replaceFirst("/.*", "/not-there"));

    assertThatThrownBy(() -> history.bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("cannot list the shards of stream");
    assertThat(bridge.asked("PutRule")).isEmpty();
    assertThat(bridge.asked("StartReplay")).isEmpty();
  }

  @Test
  void too_many_replays_at_a_time_are_said_and_leave_no_rule() {
    IntStream.range(0, 10).forEach(i -> bridge.otherReplay("other-" + i));

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("cannot start replay " + Replays.NAME)
        .hasMessageContaining("an account runs ten replays at a time in a region");
    assertThat(bridge.rules().names()).isEmpty();
  }

  @Test
  void rights_that_are_missing_are_named() {
    bridge.denyAll();

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("allow events:DescribeArchive, events:StartReplay");
  }

  @Test
  void a_replay_that_fails_says_why_and_leaves_no_rule() {
    var looks = new AtomicInteger();
    bridge.onLook(
        () -> {
          if (looks.incrementAndGet() == 3) {
            bridge.fail(Replays.NAME, "Internal error");
          }
        });

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("replay " + Replays.NAME)
        .hasMessageContaining("is FAILED: Internal error");
    assertThat(bridge.rules().names()).isEmpty();
  }

  @Test
  void cancelling_ends_the_replay_and_removes_its_rule() throws Exception {
    breakOff();

    replays.history().cancel(directory);

    assertThat(bridge.states().get(Replays.NAME)).isEqualTo("CANCELLING");
    assertThat(bridge.rules().names()).isEmpty();
  }

  @Test
  void a_replay_that_was_cancelled_is_not_begun_again() throws Exception {
    breakOff();
    replays.history().cancel(directory);

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("is CANCELL")
        .hasMessageEndingWith("use another directory to begin anew");
    assertThat(bridge.asked("StartReplay")).hasSize(1);
    assertThat(bridge.rules().names()).isEmpty();
  }

  @Test
  void a_replay_whose_rule_was_removed_meanwhile_may_lack_events() {
    breakOff();
    bridge.rules().remove(Replays.NAME);

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("was removed before its replay had ended: events may be missing");
  }

  @Test
  void there_is_nothing_to_cancel_before_the_beginning_and_after_the_end() throws Exception {
    assertThatThrownBy(() -> replays.history().cancel(directory))
        .isInstanceOf(HistoryException.class)
        .hasMessage("no replay of archive findings is under way");
    replays.history().bring(range, directory, Replays.UNLIMITED);

    assertThatThrownBy(() -> replays.history().cancel(directory))
        .isInstanceOf(HistoryException.class)
        .hasMessage("no replay of archive findings is under way");
    assertThat(bridge.states().get(Replays.NAME)).isEqualTo("COMPLETED");
  }

  @Test
  void a_directory_is_of_one_replay() throws Exception {
    replays.history().bring(range, directory, Replays.UNLIMITED);
    var other = TimeRange.of(Optional.of(replays.hoursAgo(5)), Optional.of(replays.hoursAgo(4)));

    assertThatThrownBy(() -> replays.history().bring(other, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("use another directory for another one");
  }

  @Test
  void a_note_that_cannot_be_read_is_said() throws Exception {
    Files.writeString(directory.resolve("_replay.json"), "{\"name\":\"x\"}");

    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("does not say which replay it is of");
  }

  /** As somebody would from another thread. */

  /** As a machine does that goes down in the middle. */
  private void breakOff() {
    var failing =
        Transfer.unlimited(
            (what, bytes, done) -> {
              if (bytes > 0) {
                throw new IllegalStateException("the machine goes down");
              }
            });
    assertThatThrownBy(() -> replays.history().bring(range, directory, failing))
        .isInstanceOf(IllegalStateException.class);
  }
}
