// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.demo.kinesis.StreamReader;
import io.breakwater.history.HistoryException;
import io.breakwater.history.Transfer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against a fake of EventBridge that keeps state, and a real API of Kinesis. */
final class ArchiveHistoryTest extends ArchiveTest {
  @Test
  void the_events_of_a_range_come_through_the_replay_stream() throws Exception {
    var files = replays.history().bring(range, directory, Replays.UNLIMITED);

    assertThat(Replays.ids(files)).containsExactlyInAnyOrderElementsOf(Replays.EVENTS);
    assertThat(bridge.states()).containsExactly(Map.entry(Replays.NAME, "COMPLETED"));
  }

  @Test
  void an_archive_can_be_named_by_its_arn() throws Exception {
    var history = replays.history(FakeEventBridge.archiveArn("findings"));

    var files = history.bring(range, directory, Replays.UNLIMITED);

    assertThat(history.name()).isEqualTo("archive:findings");
    assertThat(Replays.ids(files)).hasSameSizeAs(Replays.EVENTS);
  }

  @Test
  void the_live_rules_of_the_bus_see_nothing_of_it() throws Exception {
    server.createStream("live", 1);
    bridge.rules().add("live", "{\"source\":[\"aws.inspector2\"]}", replays.arnOf("live"));

    replays.history().bring(range, directory, Replays.UNLIMITED);

    assertThat(new StreamReader(server.client(), "live").poll()).isEmpty();
  }

  @Test
  void its_rule_is_gone_when_it_has_ended() throws Exception {
    var during = new ArrayList<String>();
    bridge.onLook(() -> during.addAll(bridge.rules().names()));

    replays.history().bring(range, directory, Replays.UNLIMITED);

    assertThat(during).contains(Replays.NAME);
    assertThat(bridge.rules().names()).isEmpty();
  }

  @Test
  void what_others_write_to_the_stream_is_left_out() throws Exception {
    replays.put("{\"id\":\"live\",\"detail\":{\"replay-name\":\"" + Replays.NAME + "\"}}");
    replays.put("{\"id\":\"of another replay\",\"replay-name\":\"another\"}");
    replays.put("no JSON");

    var files = replays.history().bring(range, directory, Replays.UNLIMITED);

    assertThat(Replays.ids(files)).containsExactlyInAnyOrderElementsOf(Replays.EVENTS);
  }

  @Test
  void events_that_arrive_after_completion_are_waited_for() throws Exception {
    bridge.tellsCompletionEarly();

    var files = replays.history().bring(range, directory, Replays.UNLIMITED);

    assertThat(Replays.ids(files)).containsExactlyInAnyOrderElementsOf(Replays.EVENTS);
  }

  @Test
  void of_a_stream_that_is_split_meanwhile_nothing_is_lost() throws Exception {
    var once = new AtomicInteger();
    bridge.onLook(
        () -> {
          if (once.incrementAndGet() == 4) {
            replays.split("shardId-000000000000");
          }
        });

    var files = replays.history().bring(range, directory, Replays.UNLIMITED);

    assertThat(Replays.ids(files)).containsExactlyInAnyOrderElementsOf(Replays.EVENTS);
  }

  @Test
  void it_goes_on_following_the_replay_that_was_interrupted() throws Exception {
    // As often as it takes: whenever something was read, it is interrupted.
    int interruptions = 0;
    List<Path> files = null;
    while (files == null) {
      var once = new AtomicInteger();
      var caller = Thread.currentThread();
      var interrupting =
          Transfer.unlimited(
              (what, bytes, done) -> {
                if (bytes > 0 && once.getAndIncrement() == 0) {
                  caller.interrupt();
                }
              });
      try {
        files = replays.history().bring(range, directory, interrupting);
      } catch (InterruptedException e) {
        interruptions++;
      }
    }

    assertThat(interruptions).isGreaterThan(1);
    assertThat(bridge.asked("StartReplay")).hasSize(1);
    assertThat(Replays.ids(files)).containsExactlyInAnyOrderElementsOf(Replays.EVENTS);
    assertThat(bridge.rules().names()).isEmpty();
  }

  @Test
  void a_start_whose_answer_was_lost_is_a_start() throws Exception {
    bridge.loseNextStart();

    var files = replays.history().bring(range, directory, Replays.UNLIMITED);

    assertThat(Replays.ids(files)).containsExactlyInAnyOrderElementsOf(Replays.EVENTS);
    assertThat(bridge.states()).hasSize(1);
  }

  @Test
  void a_replay_that_could_not_be_started_is_started_by_the_next_call() throws Exception {
    IntStream.range(0, 10).forEach(i -> bridge.otherReplay("other-" + i));
    assertThatThrownBy(() -> replays.history().bring(range, directory, Replays.UNLIMITED))
        .isInstanceOf(HistoryException.class);
    bridge.fail("other-0", "made room");

    var files = replays.history().bring(range, directory, Replays.UNLIMITED);

    assertThat(Replays.ids(files)).containsExactlyInAnyOrderElementsOf(Replays.EVENTS);
    assertThat(bridge.states()).containsEntry(Replays.NAME, "COMPLETED").hasSize(11);
  }

  @Test
  void what_is_complete_is_not_replayed_again() throws Exception {
    var before = replays.history().bring(range, directory, Replays.UNLIMITED);
    bridge.denyAll();

    var files = replays.history().bring(range, directory, Replays.UNLIMITED);

    assertThat(files).isNotEmpty().isEqualTo(before);
  }

  @Test
  void it_tells_how_far_into_the_range_it_is() throws Exception {
    List<Double> steps = new ArrayList<>();
    var transfer = Transfer.unlimited((what, bytes, done) -> done.ifPresent(steps::add));

    replays.history().bring(range, directory, transfer);

    assertThat(steps).allMatch(step -> step >= 0 && step <= 1).endsWith(1.0);
    assertThat(steps.get(0)).isLessThan(1);
  }
}
