// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;

final class StreamReaderTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final int ENOUGH_POLLS = 12;

  private final TestingKinesis kinesis = new TestingKinesis();
  private final List<String> read = new ArrayList<>();
  private Instant now = NOON;

  @Test
  void a_shard_is_read_in_its_order() {
    kinesis.shard("s-0").with("a", "b", "c");

    readAll(reader(Position.TRIM_HORIZON));

    assertThat(read).containsExactly("a", "b", "c");
  }

  @Test
  void every_page_of_shards_is_listed() {
    kinesis.shard("s-0").with("a");
    kinesis.shard("s-1").with("b");
    kinesis.shard("s-2").with("c");

    readAll(reader(Position.TRIM_HORIZON));

    assertThat(read).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void what_a_shard_was_split_into_is_read_after_it() {
    kinesis.shard("s-2", "s-9").with("late in one");
    kinesis.shard("s-3", "s-9").with("late in the other");
    kinesis.shard("s-9").with("early", "earlier than the split").closed();

    readAll(reader(Position.TRIM_HORIZON));

    assertThat(read)
        .startsWith("early", "earlier than the split")
        .endsWith("late in one", "late in the other");
  }

  @Test
  void what_two_shards_were_merged_into_is_read_after_both() {
    kinesis.shard("s-0").with("a1", "a2", "a3").closed();
    kinesis.shard("s-1").with("b1").closed();
    kinesis.shard("s-2", "s-0", "s-1").with("c");

    readAll(reader(Position.TRIM_HORIZON));

    assertThat(read).hasSize(5).endsWith("c");
  }

  @Test
  void shards_that_are_born_while_it_reads_are_read_whole() {
    var parent = kinesis.shard("s-0").with("a");
    var reader = reader(Position.latest(NOON));
    readAll(reader);
    parent.with("b").closed();
    kinesis.shard("s-1", "s-0").with("c");

    readAll(reader);

    assertThat(read).containsExactly("b", "c");
  }

  @Test
  void parents_that_are_not_listed_any_more_are_not_waited_for() {
    kinesis.shard("s-1", "s-0").with("a");

    readAll(reader(Position.TRIM_HORIZON));

    assertThat(read).containsExactly("a");
  }

  @Test
  void beginning_with_the_latest_leaves_closed_shards_out() {
    kinesis.shard("s-0").with("a").closed();
    var open = kinesis.shard("s-1", "s-0").with("b");
    var reader = reader(Position.latest(NOON));
    readAll(reader);
    open.with("c");

    readAll(reader);

    assertThat(read).containsExactly("c");
  }

  @Test
  void another_reader_goes_on_where_it_stopped() {
    var shard = kinesis.shard("s-0").with("a", "b");
    var first = reader(Position.TRIM_HORIZON);
    readAll(first);
    shard.with("c").closed();
    kinesis.shard("s-1", "s-0").with("d");

    readAll(after(first.position()));

    assertThat(read).containsExactly("a", "b", "c", "d");
  }

  @Test
  void what_is_read_to_its_end_is_not_read_again() {
    kinesis.shard("s-0").with("a").closed();
    kinesis.shard("s-1", "s-0").with("b");
    var first = reader(Position.TRIM_HORIZON);
    readAll(first);

    readAll(after(first.position()));

    assertThat(read).containsExactly("a", "b");
    assertThat(first.position().shards())
        .isEqualTo(Map.of("s-0", Position.END, "s-1", Position.after("0")));
  }

  @Test
  void a_reader_that_was_away_for_longer_than_records_are_kept_says_so() {
    kinesis.shard("s-0").with("a");
    var first = reader(Position.TRIM_HORIZON);
    readAll(first);
    var position = first.position();
    var lastPoll = now;
    now = now.plus(Duration.ofHours(25));

    assertThatThrownBy(() -> after(position))
        .isInstanceOf(RecordsLostException.class)
        .hasMessageContaining("stream exposures keeps records for 24 hours")
        .hasMessageContaining("was last read up to " + lastPoll);
  }

  @Test
  void a_stream_without_new_records_is_read_up_to_now_all_the_same() {
    kinesis.shard("s-0");
    var reader = reader(Position.TRIM_HORIZON);
    now = NOON.plus(Duration.ofDays(2));

    readAll(reader);

    assertThat(reader.position().readTo()).contains(now);
  }

  @Test
  void it_is_read_up_to_nowhere_until_each_shard_has_been_asked() {
    kinesis.shard("s-0");
    var reader = reader(Position.TRIM_HORIZON);

    assertThat(reader.position().readTo()).isEmpty();
    assertThat(reader.isUpToDate()).isFalse();
  }

  @Test
  void a_shard_is_asked_four_times_a_second_while_it_is_behind_and_then_once() {
    kinesis.shard("s-0").with("a", "b");
    var reader = reader(Position.TRIM_HORIZON);

    reader.poll(NOON);
    reader.poll(NOON.plusMillis(249));

    assertThat(read).containsExactly("a");
    assertThat(reader.nextPoll()).isEqualTo(NOON.plusMillis(250));

    reader.poll(NOON.plusMillis(250));

    assertThat(read).containsExactly("a", "b");
    assertThat(reader.nextPoll()).isEqualTo(NOON.plusMillis(1_250));
  }

  @Test
  void an_iterator_that_has_expired_is_replaced_by_one_from_the_last_record_on() {
    kinesis.shard("s-0").with("a", "b");
    var reader = reader(Position.TRIM_HORIZON);
    reader.poll(now);
    kinesis.failWith(ExpiredIteratorException.builder().build());

    readAll(reader);

    assertThat(read).containsExactly("a", "b");
    assertThat(kinesis.calls)
        .startsWith("s-0 from TRIM_HORIZON", "s-0@0", "s-0@1", "s-0 from AFTER_SEQUENCE_NUMBER");
  }

  @Test
  void a_shard_that_is_asked_too_often_is_left_alone_for_longer_each_time() {
    kinesis.shard("s-0").with("a");
    var reader = reader(Position.TRIM_HORIZON);
    kinesis.failWith(tooOften(), tooOften(), tooOften());

    reader.poll(NOON);
    assertThat(reader.nextPoll()).isEqualTo(NOON.plusSeconds(1));
    reader.poll(NOON.plusSeconds(1));
    assertThat(reader.nextPoll()).isEqualTo(NOON.plusSeconds(3));
    reader.poll(NOON.plusSeconds(3));
    assertThat(reader.nextPoll()).isEqualTo(NOON.plusSeconds(7));
    reader.poll(NOON.plusSeconds(7));

    assertThat(read).containsExactly("a");
    assertThat(reader.nextPoll()).isEqualTo(NOON.plusSeconds(8));
  }

  @Test
  void a_shard_that_is_refused_is_not_up_to_date() {
    kinesis.shard("s-0");
    var reader = reader(Position.TRIM_HORIZON);
    readAll(reader);
    kinesis.failWith(tooOften());

    reader.poll(now.plusSeconds(60));

    assertThat(reader.isUpToDate()).isFalse();
  }

  @Test
  void a_failure_of_the_service_may_pass_but_not_for_ever() {
    kinesis.shard("s-0");
    var reader = reader(Position.TRIM_HORIZON);
    var failure = KinesisException.builder().statusCode(500).message("internal failure").build();
    IntStream.range(0, StreamReader.ATTEMPTS).forEach(i -> kinesis.failWith(failure));

    assertThatThrownBy(() -> readAll(reader)).isSameAs(failure);
    assertThat(kinesis.calls).hasSize(StreamReader.ATTEMPTS);
  }

  @Test
  void a_refusal_that_does_not_pass_is_not_tried_again() {
    kinesis.shard("s-0");
    var reader = reader(Position.TRIM_HORIZON);
    var refusal = InvalidArgumentException.builder().statusCode(400).build();
    kinesis.failWith(refusal);

    assertThatThrownBy(() -> reader.poll(now)).isSameAs(refusal);
  }

  private static ProvisionedThroughputExceededException tooOften() {
    return ProvisionedThroughputExceededException.builder().statusCode(400).build();
  }

  private StreamReader reader(Position start) {
    return StreamReader.from(start, kinesis, "exposures", this::remember);
  }

  private StreamReader after(StreamPosition position) {
    return StreamReader.after(position, kinesis, "exposures", this::remember, now);
  }

  private void remember(byte[] data, Instant arrived, String place) {
    read.add(new String(data, StandardCharsets.UTF_8));
  }

  /** Often enough for all that these tests write; a minute goes by before each poll. */
  private void readAll(StreamReader reader) {
    for (int i = 0; i < ENOUGH_POLLS; i++) {
      now = now.plusSeconds(60);
      reader.poll(now);
    }
  }
}
