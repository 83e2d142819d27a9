// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.core.time.TimeRange;
import io.breakwater.history.HistoryException;
import io.breakwater.history.RemoteHistory;
import io.breakwater.history.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BroughtTest {
  private static final Instant END = Instant.parse("2026-11-02T00:00:00Z");
  private static final Duration LATENESS = Duration.ofHours(1);
  private static final Instant OVER = END.plus(LATENESS);
  private static final Transfer UNLIMITED = Transfer.unlimited(Transfer.Listener.NONE);

  @TempDir private Path below;
  private final FakeHistory place = new FakeHistory();

  @Test
  void of_a_span_that_is_over_a_place_is_asked_once() throws Exception {
    place.events.add("first");
    var before = at(OVER).files(UNLIMITED);
    place.events.add("second");

    var after = at(OVER.plusSeconds(60)).files(UNLIMITED);

    assertThat(place.asked).isEqualTo(1);
    assertThat(after).isEqualTo(before).hasSize(1);
    assertThat(at(OVER).isThere()).isTrue();
  }

  @Test
  void as_long_as_something_may_arrive_late_it_is_asked_again() throws Exception {
    place.events.add("first");
    at(OVER.minusMillis(1)).files(UNLIMITED);
    place.events.add("late");

    var files = at(OVER.minusMillis(1)).files(UNLIMITED);

    assertThat(names(files)).containsExactly("first", "late");
  }

  @Test
  void what_was_brought_before_the_span_was_over_is_not_taken_for_all_of_it_later()
      throws Exception {
    place.events.add("first");
    at(END.minusSeconds(60)).files(UNLIMITED);
    place.events.add("second");

    var files = at(OVER).files(UNLIMITED);

    assertThat(names(files)).containsExactly("first", "second");
  }

  @Test
  void a_span_without_an_end_is_never_over() throws Exception {
    var open = TimeRange.of(range().from(), Optional.empty());
    place.events.add("first");
    brought("here", open, LATENESS, OVER).files(UNLIMITED);
    place.events.add("second");

    var files = brought("here", open, LATENESS, OVER.plusSeconds(60)).files(UNLIMITED);

    assertThat(names(files)).containsExactly("first", "second");
  }

  @Test
  void an_interrupted_one_is_gone_on_with() throws Exception {
    place.events.add("first");
    place.breaksAfterwards = true;
    assertThatThrownBy(() -> at(OVER).files(UNLIMITED)).isInstanceOf(HistoryException.class);
    assertThat(at(OVER).isThere()).isFalse();
    place.breaksAfterwards = false;

    var files = at(OVER.plusSeconds(60)).files(UNLIMITED);

    assertThat(names(files)).containsExactly("first");
    assertThat(place.found).containsExactly(List.of(), List.of("first"));
  }

  @Test
  void one_that_was_interrupted_before_the_span_was_over_is_begun_anew_after() throws Exception {
    place.events.add("first");
    place.breaksAfterwards = true;
    assertThatThrownBy(() -> at(END).files(UNLIMITED)).isInstanceOf(HistoryException.class);
    place.breaksAfterwards = false;

    at(OVER).files(UNLIMITED);

    assertThat(place.found).containsExactly(List.of(), List.of());
  }

  @Test
  void the_same_name_elsewhere_another_span_and_more_lateness_are_something_else()
      throws Exception {
    var longer = TimeRange.of(range().from(), Optional.of(END.plusSeconds(1)));
    var all =
        List.of(
            brought("eu-central-1", range(), LATENESS, OVER),
            brought("us-east-1", range(), LATENESS, OVER),
            brought("eu-central-1", longer, LATENESS, OVER),
            brought("eu-central-1", range(), LATENESS.multipliedBy(2), OVER));

    assertThat(all).extracting(Brought::files).doesNotHaveDuplicates();
    assertThat(brought("eu-central-1", range(), LATENESS, END).files())
        .isEqualTo(all.get(0).files());
  }

  @Test
  void what_is_forgotten_is_gone() throws Exception {
    place.events.add("first");
    at(OVER).files(UNLIMITED);

    at(OVER).forget();

    assertThat(below).isEmptyDirectory();
    assertThat(at(OVER).isThere()).isFalse();
  }

  private Brought at(Instant now) {
    return brought("here", range(), LATENESS, now);
  }

  private Brought brought(String where, TimeRange range, Duration lateness, Instant now) {
    return new Brought(place, where, range, lateness, below, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static TimeRange range() {
    return TimeRange.of(Optional.of(END.minus(Duration.ofDays(1))), Optional.of(END));
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  /** Gives a file for each event, and remembers what it found of an earlier call. */
  private static final class FakeHistory implements RemoteHistory {
    private final List<String> events = new ArrayList<>();
    private final List<List<String>> found = new ArrayList<>();
    private int asked;
    private boolean breaksAfterwards;

    @Override
    public String name() {
      return "fake:events";
    }

    @Override
    public List<Path> bring(TimeRange range, Path directory, Transfer transfer) throws IOException {
      asked++;
      Files.createDirectories(directory);
      try (var there = Files.list(directory)) {
        found.add(names(there.sorted().toList()));
      }
      var files = new ArrayList<Path>();
      for (var event : events) {
        files.add(Files.writeString(directory.resolve(event), event));
      }
      if (breaksAfterwards) {
        throw new HistoryException("the connection broke");
      }
      return files;
    }
  }
}
