// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.console.index.Applied;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.Retention;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.StreamRecord;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.sql.SqlIndex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectFeedTest {
  private static final int MORE_THAN_IS_HELD = 3_000;

  @TempDir private Path directory;

  private Index index() {
    return SqlIndex.inFile(directory.resolve("index.db"));
  }

  private static void give(DirectFeed feed, Exposure... exposures) throws InterruptedException {
    for (var exposure : exposures) {
      feed.accept(RecordStream.EXPOSURES, exposure.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void all_that_is_given_is_in_the_index_when_the_feed_is_closed() throws Exception {
    try (var index = index()) {
      try (var feed = new DirectFeed(index, "here")) {
        for (int i = 0; i < 1_200; i++) {
          give(feed, Records.exposure(i));
        }
        give(feed, Records.exposure(7).close());
        feed.accept(
            RecordStream.DEAD_LETTERS,
            Records.deadLetter(1, 0, 1).toString().getBytes(StandardCharsets.UTF_8));
      }

      assertThat(index.reader().count(Selection.OPEN)).isEqualTo(1_199);
      assertThat(index.reader().letters(9)).hasSize(1);
    }
  }

  @Test
  void what_is_given_is_in_the_index_soon_without_a_close() throws Exception {
    try (var index = index()) {
      var heard = new CountDownLatch(1);
      index.onChange(heard::countDown);
      try (var feed = new DirectFeed(index, "here")) {
        give(feed, Records.exposure(1));

        heard.await();
        assertThat(index.reader().count(Selection.OPEN)).isEqualTo(1);
      }
    }
  }

  @Test
  void a_later_feed_of_the_same_source_goes_on_behind_the_last_record() throws Exception {
    try (var index = index()) {
      try (var feed = new DirectFeed(index, "here")) {
        give(feed, Records.exposure(1));
      }
      try (var feed = new DirectFeed(index, "here")) {
        give(feed, Records.exposure(2));
      }

      assertThat(index.reader().count(Selection.OPEN)).isEqualTo(2);
      assertThat(index.reader().outcomes().get(RecordStream.EXPOSURES).of(Outcome.OPENED))
          .isEqualTo(2);
    }
  }

  @Test
  void who_gives_more_than_the_index_takes_has_to_wait() throws Exception {
    var slow = new TestingIndex();
    var feed = new DirectFeed(slow, "here");
    var giver =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < MORE_THAN_IS_HELD; i++) {
                  feed.accept(RecordStream.EXPOSURES, new byte[] {'{', '}'});
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    giver.start();

    while (giver.getState() != Thread.State.TIMED_WAITING) {
      assertThat(giver.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    slow.goOn.countDown();
    giver.join();
    feed.close();

    assertThat(slow.taken).hasSize(MORE_THAN_IS_HELD);
    assertThat(slow.taken).extracting(record -> record.place().sequence()).isSorted();
  }

  @Test
  void a_store_that_fails_is_told_to_who_gives_and_who_closes() {
    var failing = new TestingIndex();
    failing.fails = true;
    failing.goOn.countDown();
    var feed = new DirectFeed(failing, "here");

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < MORE_THAN_IS_HELD; i++) {
                feed.accept(RecordStream.EXPOSURES, new byte[] {'{', '}'});
              }
            })
        .isInstanceOf(IndexException.class);
    assertThatThrownBy(feed::close).isInstanceOf(IndexException.class);
  }

  /** Takes nothing before it is told to go on. */
  private static final class TestingIndex implements Index {
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<StreamRecord> taken = new ArrayList<>();
    private boolean fails;

    @Override
    public Applied apply(List<StreamRecord> batch) {
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (fails) {
        throw new IndexException("the disk is full");
      }
      taken.addAll(batch);
      return new Applied();
    }

    @Override
    public Map<String, Sequence> reached(RecordStream stream) {
      return Map.of();
    }

    @Override
    public int retain(Retention retention, Instant now) {
      return 0;
    }

    @Override
    public void onChange(Runnable listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Reader reader() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }
}
