// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static io.breakwater.console.index.Records.START;
import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.query.DeadLetter;
import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Selection.State;
import io.breakwater.console.index.query.Took;
import io.breakwater.console.index.state.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of records, in whatever order and however often they come. */
abstract class RevisionsContract extends IndexCase {
  @Nested
  class A_revision {
    @Test
    void opens_an_exposure() {
      var applied = take(exposure(1));

      assertThat(applied.of(Outcome.OPENED)).isEqualTo(1);
      var row = detail(1).exposure();
      assertThat(row.open()).isTrue();
      assertThat(row.severity()).isEqualTo(Severity.CRITICAL);
      assertThat(row.account()).isEqualTo("111122223333");
      assertThat(row.resourceName()).isEqualTo("i-00000000000000001");
      assertThat(row.opened()).isEqualTo(START);
    }

    @Test
    void is_kept_to_the_letter() {
      var given = exposure(1).title("Potential harm: \"quoted\" \u00e9\u4e2d\ud83d\ude00");

      take(given);

      assertThat(detail(1).json()).isEqualTo(given.text());
      assertThat(index.reader().revision(Exposure.uid(1), Sequence.of(1))).contains(given.text());
    }

    @Test
    void takes_the_place_of_the_one_before() {
      take(exposure(1));

      var applied =
          take(exposure(1).update().says("less").severity(Severity.HIGH).at(START.plusSeconds(60)));

      assertThat(applied.of(Outcome.CHANGED)).isEqualTo(1);
      assertThat(detail(1).exposure().severity()).isEqualTo(Severity.HIGH);
      assertThat(detail(1).revisions())
          .extracting(ExposureDetail.Past::severity)
          .containsExactly(Severity.HIGH, Severity.CRITICAL);
    }

    @Test
    void is_followed_also_where_its_time_is_earlier() {
      take(exposure(1));

      take(exposure(1).update().says("late").severity(Severity.HIGH).at(START.minusSeconds(60)));

      assertThat(detail(1).exposure().severity()).isEqualTo(Severity.HIGH);
      assertThat(detail(1).exposure().changed()).isEqualTo(START);
    }

    @Test
    void that_is_held_is_a_duplicate() {
      take(exposure(1));

      var applied = take(exposure(1).update().at(START.plusSeconds(60)));

      assertThat(applied.of(Outcome.DUPLICATE)).isEqualTo(1);
      assertThat(detail(1).revisions()).hasSize(1);
      assertThat(detail(1).exposure().changed()).isEqualTo(START);
    }

    @Test
    void that_was_held_before_the_last_is_none() {
      take(exposure(1).says("A"), exposure(1).update().says("B"));

      var applied = take(exposure(1).update().says("A"));

      assertThat(applied.of(Outcome.CHANGED)).isEqualTo(1);
      assertThat(detail(1).revisions()).hasSize(3);
    }

    @Test
    void closes_what_is_open() {
      take(exposure(1));

      var applied = take(exposure(1).close().at(START.plusSeconds(3600)));

      assertThat(applied.of(Outcome.CLOSED)).isEqualTo(1);
      var row = detail(1).exposure();
      assertThat(row.open()).isFalse();
      assertThat(row.status()).isEqualTo(Status.RESOLVED);
      assertThat(row.openFor()).contains(Duration.ofHours(1));
      assertThat(uids(Selection.OPEN)).isEmpty();
      assertThat(uids(Selection.OPEN.in(State.CLOSED))).isEqualTo(uidsOf(1));
    }

    @Test
    void that_closes_what_is_not_open_means_nothing() {
      var applied = take(exposure(1).close());

      assertThat(applied.of(Outcome.NOT_HELD)).isEqualTo(1);
      assertThat(index.reader().exposure(Exposure.uid(1))).isEmpty();
    }

    @Test
    void opens_what_was_closed_in_a_new_episode() {
      take(exposure(1), exposure(1).close());

      take(exposure(1).episode(2).says("again").opened(START.plusSeconds(9)));

      assertThat(detail(1).exposure().open()).isTrue();
      assertThat(detail(1).exposure().episode()).isEqualTo(2);
    }

    @Test
    void of_a_closed_exposure_leaves_what_it_can_be_found_by() {
      take(exposure(1).cve("CVE-2026-4711"), exposure(1).close());

      assertThat(uids(Selection.OPEN.in(State.CLOSED).searching("cve-2026-4711")))
          .isEqualTo(uidsOf(1));
    }
  }

  @Nested
  class A_replay {
    @Test
    void does_not_displace_what_is_live() {
      take(exposure(1));

      var applied = take(exposure(1).update().says("past").severity(Severity.LOW).replay());

      assertThat(applied.of(Outcome.REPLAY_APART)).isEqualTo(1);
      assertThat(detail(1).exposure().severity()).isEqualTo(Severity.CRITICAL);
      assertThat(detail(1).revisions())
          .extracting(ExposureDetail.Past::outcome)
          .containsExactly(Outcome.REPLAY_APART, Outcome.OPENED);
    }

    @Test
    void does_not_close_what_is_live() {
      take(exposure(1));

      take(exposure(1).close().replay());

      assertThat(detail(1).exposure().open()).isTrue();
    }

    @Test
    void is_the_state_where_nothing_else_is_known() {
      take(exposure(1).replay());

      assertThat(detail(1).exposure().replay()).isTrue();
      assertThat(uids(Selection.OPEN)).isEqualTo(uidsOf(1));
    }

    @Test
    void that_comes_live_counts_from_then_on() {
      take(exposure(1).replay());

      var applied = take(exposure(1));

      assertThat(applied.of(Outcome.CHANGED)).isEqualTo(1);
      assertThat(detail(1).exposure().replay()).isFalse();
    }

    @Test
    void is_left_out_of_what_is_measured() {
      take(exposure(1).replay(), exposure(2));
      take(exposure(1).replay().close(), exposure(2).close());

      assertThat(index.reader().took(Kind.EXPOSURE, Measure.DETECT, Instant.EPOCH))
          .extracting(Took::count)
          .containsExactly(1L);
      assertThat(index.reader().took(Kind.EXPOSURE, Measure.CLOSE, Instant.EPOCH))
          .extracting(Took::count)
          .containsExactly(1L);
    }
  }

  @Nested
  class Positions {
    @Test
    void move_with_the_records() {
      index.apply(List.of(at(7, exposure(1)), at(9, exposure(2))));

      assertThat(index.reached(RecordStream.EXPOSURES)).isEqualTo(Map.of(SHARD, Sequence.of(9)));
      assertThat(index.reached(RecordStream.CERTIFICATES)).isEmpty();
    }

    @Test
    void make_a_repeated_batch_change_nothing() {
      var batch =
          List.of(
              at(1, exposure(1)),
              at(2, exposure(1).close()),
              at(3, exposure(1).episode(2).says("again")));
      index.apply(batch);
      var before = dump();

      var applied = index.apply(batch);

      assertThat(applied.of(Outcome.REPEATED)).isEqualTo(3);
      assertThat(dump()).isEqualTo(before);
    }

    @Test
    void take_what_is_in_a_batch_twice_once() {
      var applied = index.apply(List.of(at(1, exposure(1)), at(1, exposure(1))));

      assertThat(applied.of(Outcome.OPENED)).isEqualTo(1);
      assertThat(applied.of(Outcome.REPEATED)).isEqualTo(1);
    }

    @Test
    void decide_what_is_newer_within_a_batch_and_across_the_shards_of_a_stream() {
      index.apply(
          List.of(
              at(20, exposure(1).update().says("new").severity(Severity.HIGH)),
              at(10, exposure(1).says("old").severity(Severity.LOW))));
      index.apply(
          List.of(
              record(
                  RecordStream.EXPOSURES,
                  "its parent",
                  15,
                  exposure(1).says("between").severity(Severity.MEDIUM).text())));

      assertThat(detail(1).exposure().severity()).isEqualTo(Severity.HIGH);
      assertThat(detail(1).revisions())
          .extracting(ExposureDetail.Past::outcome)
          .containsExactly(Outcome.OPENED, Outcome.OLDER, Outcome.OLDER);
    }

    @Test
    void outlive_the_process() throws Exception {
      take(exposure(1));
      index.close();

      index = again();

      assertThat(index.reached(RecordStream.EXPOSURES)).containsEntry(SHARD, Sequence.of(1));
      assertThat(detail(1).exposure().open()).isTrue();
    }

    @Test
    void do_not_move_when_the_store_fails() throws Exception {
      take(exposure(1));
      var before = dump();
      execute("ALTER TABLE heard RENAME TO gone");

      assertThatThrownBy(() -> take(exposure(2))).isInstanceOf(IndexException.class);

      execute("ALTER TABLE gone RENAME TO heard");
      assertThat(dump()).isEqualTo(before);
      next = 2;
      assertThat(take(exposure(2)).of(Outcome.OPENED)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void make_any_cut_into_batches_the_same(int size) throws Exception {
      var stream = life(60, 6, new Random(4));
      for (var batch : cut(stream, size)) {
        index.apply(batch);
      }
      var first = dump();
      index.close();
      index = empty();
      var random = new Random(size);

      for (int from = 0; from < stream.size(); ) {
        int to = Math.min(stream.size(), from + 1 + random.nextInt(20));
        index.apply(stream.subList(Math.max(0, from - random.nextInt(5)), to));
        from = to;
      }

      assertThat(dump()).isEqualTo(first);
    }
  }

  @Nested
  class Bad_input {
    @Test
    void is_kept_with_its_reason_and_counted() {
      var bytes = new byte[] {'{', (byte) 0xff, 0, '}'};
      var applied =
          index.apply(
              List.of(
                  new StreamRecord(new Place(RecordStream.EXPOSURES, SHARD, Sequence.of(1)), bytes),
                  record(RecordStream.EXPOSURES, SHARD, 2, "[]"),
                  record(RecordStream.EXPOSURES, SHARD, 3, ""),
                  record(RecordStream.CERTIFICATES, SHARD, 1, "{}"),
                  record(
                      RecordStream.REPORTS,
                      SHARD,
                      1,
                      "{\"what\":\"made\",\"at\":\"2026-05-04T10:00:00Z\",\"only_said\":7}"),
                  record(RecordStream.DEAD_LETTERS, SHARD, 1, "nothing"),
                  at(4, exposure(1))));

      assertThat(applied.of(Outcome.BROKEN)).isEqualTo(6);
      assertThat(applied.of(Outcome.OPENED)).isEqualTo(1);
      assertThat(applied.read()).isEqualTo(7);
      assertThat(index.reader().outcomes().get(RecordStream.EXPOSURES).of(Outcome.BROKEN))
          .isEqualTo(3);
      var broken = index.reader().broken(10);
      assertThat(broken)
          .extracting(DeadLetter::reason)
          .containsExactly(
              "not-json",
              "wrong-type",
              "missing-field",
              "not-json",
              "not-an-object",
              "invalid-utf8");
      assertThat(broken.get(5).raw()).isEqualTo(bytes);
    }

    @Test
    void of_hostile_text_is_shown_as_text() {
      var hostile = "<script>alert(1)</script>'; DROP TABLE exposure; -- \u0000HALF %_!\\";
      var given =
          exposure(1)
              .title(hostile)
              .account(hostile)
              .region(hostile)
              .cve(hostile)
              .resource(hostile, hostile);

      // Half of a surrogate pair, which JSON can have as an escape only.
      index.apply(
          List.of(
              record(RecordStream.EXPOSURES, SHARD, 1, given.text().replace("HALF", "\\ud800"))));

      assertThat(detail(1).exposure().title())
          .isEqualTo("<script>alert(1)</script>'; DROP TABLE exposure; -- \ufffd\ufffd %_!\\");
      assertThat(uids(Selection.of(Filter.contains(Field.TITLE, "; DROP table")))).hasSize(1);
      assertThat(uids(Selection.OPEN.searching("<script>alert(1)</script>"))).hasSize(1);
    }

    @Test
    void of_any_length_is_taken() {
      var longText = "\u4e2d".repeat(60_000);

      var applied =
          take(
              exposure(1)
                  .title(longText)
                  .account(longText)
                  .region(longText)
                  .cve(longText)
                  .resource(longText, longText));

      assertThat(applied.of(Outcome.OPENED)).isEqualTo(1);
    }

    @Test
    void of_an_impossible_time_is_broken() {
      var impossible = exposure(1);
      impossible.json().put("time", Long.MAX_VALUE);

      assertThat(take(impossible).of(Outcome.BROKEN)).isEqualTo(1);
    }

    @Test
    void of_a_search_finds_nothing_or_something_and_never_fails() {
      take(exposure(1));

      for (var words :
          List.of(
              "\"", "'", "* OR", "a\" OR \"b", "NEAR(", "\\", "& | !", ":*", "\ud800", "((", "-")) {
        assertThat(uids(Selection.OPEN.searching(words))).hasSizeBetween(0, 1);
      }
    }
  }

  /** Shuffled, as several shards may come. */
  @Test
  void shards_may_come_in_any_order_among_each_other() throws Exception {
    var shards = new ArrayList<List<StreamRecord>>();
    for (int shard = 0; shard < 4; shard++) {
      var records = new ArrayList<StreamRecord>();
      for (int i = 1; i <= 10; i++) {
        var one = exposure(shard * 100 + i % 3).says("say " + i).at(START.plusSeconds(i));
        records.add(record(RecordStream.EXPOSURES, "shard " + shard, i, one.text()));
      }
      shards.add(records);
    }
    shards.forEach(index::apply);
    var first = dump();
    index.close();
    index = empty();
    Collections.shuffle(shards, new Random(1));

    shards.forEach(index::apply);

    assertThat(dump()).isEqualTo(first);
  }
}
