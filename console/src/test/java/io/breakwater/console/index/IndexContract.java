// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static io.breakwater.console.index.Records.START;
import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.query.Certificate;
import io.breakwater.console.index.query.Count;
import io.breakwater.console.index.query.DeadLetter;
import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.index.query.Group;
import io.breakwater.console.index.query.Heard;
import io.breakwater.console.index.query.Page;
import io.breakwater.console.index.query.Risk;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Selection.State;
import io.breakwater.console.index.query.Took;
import io.breakwater.console.index.query.Trend;
import io.breakwater.console.index.state.Measure;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of the index does. */
abstract class IndexContract {
  private static final String SHARD = "shardId-000000000000";
  private static final Instant NOW = START.plus(Duration.ofDays(1));

  private Index index;
  private long next;

  /** An index with nothing in it. */
  abstract Index empty() throws Exception;

  /** The store of the index that was made last, once more. */
  abstract Index again() throws Exception;

  /** To look into that store, past the index. */
  abstract Connection inside() throws SQLException;

  @BeforeEach
  void given_an_empty_index() throws Exception {
    index = empty();
    next = 1;
  }

  @AfterEach
  void close() {
    index.close();
  }

  private StreamRecord record(RecordStream stream, String shard, long sequence, String json) {
    return StreamRecord.of(new Place(stream, shard, Sequence.of(sequence)), json);
  }

  private StreamRecord at(long sequence, Exposure exposure) {
    return record(RecordStream.EXPOSURES, SHARD, sequence, exposure.text());
  }

  /** Each in its order behind the last. */
  private Applied take(Exposure... exposures) {
    return index.apply(Arrays.stream(exposures).map(one -> at(next++, one)).toList());
  }

  private Applied take(RecordStream stream, ObjectNode... records) {
    return index.apply(
        Arrays.stream(records).map(one -> record(stream, SHARD, next++, one.toString())).toList());
  }

  private ExposureDetail detail(int number) {
    return index.reader().exposure(Exposure.uid(number)).orElseThrow();
  }

  private List<String> uids(Selection selection) {
    return index.reader().page(selection, Optional.empty(), 100).exposures().stream()
        .map(io.breakwater.console.index.query.Exposure::uid)
        .toList();
  }

  private static List<String> uidsOf(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Exposure::uid).toList();
  }

  private List<String> dump() {
    try (var connection = inside()) {
      return StoreRows.of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

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
      var stream = life(60, new Random(4));
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

  private void execute(String sql) throws SQLException {
    try (var connection = inside();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static <T> List<List<T>> cut(List<T> all, int size) {
    var batches = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += size) {
      batches.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return batches;
  }

  /** Revisions of some exposures: open, change, close, repeat, replay, and broken ones between. */
  private List<StreamRecord> life(int records, Random random) {
    var stream = new ArrayList<StreamRecord>();
    for (int i = 1; i <= records; i++) {
      var when = START.plusSeconds(600L * (i + random.nextInt(5)));
      var one =
          exposure(random.nextInt(6))
              .at(when)
              .episode(1 + i / 30)
              .says("say " + random.nextInt(4))
              .title("Potential harm: of sort " + random.nextInt(3))
              .severity(Severity.of(2 + random.nextInt(4)));
      switch (random.nextInt(8)) {
        case 0, 1 -> stream.add(at(i, one.close()));
        case 2 -> stream.add(at(i, one.update().replay()));
        case 3 -> stream.add(record(RecordStream.EXPOSURES, SHARD, i, "{\"broken\":" + i));
        default -> stream.add(at(i, one.update()));
      }
    }
    return stream;
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

  @Nested
  class Pages {
    @Test
    void have_the_most_severe_first_and_of_these_the_most_recent() {
      take(
          exposure(1).severity(Severity.LOW).at(START.plusSeconds(9)),
          exposure(2).severity(Severity.CRITICAL).at(START.plusSeconds(1)),
          exposure(3).severity(Severity.CRITICAL).at(START.plusSeconds(2)),
          exposure(4).severity(Severity.HIGH).at(START.plusSeconds(3)));

      assertThat(uids(Selection.OPEN)).isEqualTo(uidsOf(3, 2, 4, 1));
    }

    @Test
    void go_on_behind_the_last_exposure_whatever_has_come() {
      take(IntStream.rangeClosed(1, 25).mapToObj(Records::exposure).toArray(Exposure[]::new));
      var seen = new ArrayList<String>();
      Optional<Page.Cursor> cursor = Optional.empty();

      do {
        var page = index.reader().page(Selection.OPEN, cursor, 10);
        page.exposures().forEach(row -> seen.add(row.uid()));
        cursor = page.next();
        take(exposure(100 + seen.size()).at(START.plusSeconds(60)));
      } while (cursor.isPresent());

      assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }
  }

  @Nested
  class Filters {
    @BeforeEach
    void given_some_exposures() {
      take(
          exposure(1)
              .account("111122223333")
              .region("eu-central-1")
              .severity(Severity.CRITICAL)
              .title("Potential theft: bucket")
              .resource("AWS::S3::Bucket", "invoices")
              .traits("internet-reachable"),
          exposure(2)
              .account("111122223333")
              .region("us-east-1")
              .severity(Severity.HIGH)
              .title("Potential theft: table")
              .resource("AWS::DynamoDB::Table", "orders")
              .cve("CVE-2026-20002")
              .traits("high-priority-vulnerability"),
          exposure(3)
              .account("444455556666")
              .region("us-east-1")
              .severity(Severity.HIGH)
              .title("Potential Remote Execution: 100% of it")
              .traits("internet-reachable", "high-priority-vulnerability"),
          exposure(4).severity(Severity.LOW),
          exposure(4).close());
    }

    private void finds(Filter filter, int... numbers) {
      assertThat(uids(Selection.of(filter))).containsExactlyInAnyOrderElementsOf(uidsOf(numbers));
      assertThat(index.reader().count(Selection.of(filter))).isEqualTo(numbers.length);
    }

    @Test
    void compare_the_whole_value() {
      finds(Filter.is(Field.ACCOUNT, "444455556666"), 3);
      finds(Filter.is(Field.REGION, "us-east-1"), 2, 3);
      finds(Filter.is(Field.SEVERITY, "High"), 2, 3);
      finds(Filter.is(Field.STATUS, "New"), 1, 2, 3);
      finds(Filter.is(Field.RESOURCE_TYPE, "AWS::S3::Bucket"), 1);
      finds(Filter.is(Field.RESOURCE_NAME, "orders"), 2);
      finds(Filter.is(Field.UID, Exposure.uid(2)), 2);
      finds(Filter.is(Field.TRAIT_CATEGORY, "Vulnerability"), 2, 3);
      finds(Filter.is(Field.TRAIT, "internet-reachable"), 1, 3);
      finds(Filter.is(Field.VULNERABILITY, "CVE-2026-20002"), 2);
      finds(Filter.is(Field.RULE, "ec2-remote-execution"), 1, 2, 3);
      finds(Filter.is(Field.TITLE, "potential theft: table"));
    }

    @Test
    void leave_out_what_has_the_value() {
      finds(Filter.isNot(Field.SEVERITY, "High"), 1);
      finds(Filter.isNot(Field.TRAIT_CATEGORY, "Vulnerability"), 1);
      finds(Filter.isNot(Field.VULNERABILITY, "CVE-2026-20002"), 1, 3);
      finds(Filter.isNot(Field.SEVERITY, "Horrible"), 1, 2, 3);
    }

    @Test
    void compare_a_part_of_the_value_in_any_case() {
      finds(Filter.contains(Field.TITLE, "THEFT"), 1, 2);
      finds(Filter.containsNot(Field.TITLE, "theft"), 3);
      finds(Filter.contains(Field.SEVERITY, "i"), 1, 2, 3);
      finds(Filter.contains(Field.RESOURCE_UID, "it/INVOICES"), 1);
    }

    @Test
    void take_wildcards_for_what_they_are() {
      finds(Filter.contains(Field.TITLE, "100%"), 3);
      finds(Filter.contains(Field.TITLE, "_"));
      finds(Filter.contains(Field.TITLE, "!"));
    }

    @Test
    void are_combined() {
      finds(
          Filter.all(
              Filter.is(Field.SEVERITY, "High"),
              Filter.any(
                  Filter.is(Field.ACCOUNT, "444455556666"),
                  Filter.is(Field.REGION, "eu-central-1"))),
          3);
      finds(Filter.any());
      finds(Filter.all(), 1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void take_what_is_entered_for_a_value_and_never_for_sql(Field field) {
      var entered = "' OR 1 = 1 --";

      finds(Filter.is(field, entered));
      finds(Filter.contains(field, entered));
    }

    @Test
    void of_absurd_size_are_refused() {
      var filter = Filter.is(Field.SEVERITY, "High");
      for (int i = 0; i < 9; i++) {
        filter = Filter.all(filter);
      }
      var deep = filter;

      assertThatThrownBy(() -> Selection.of(deep)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leave_the_facets_that_follow_them() {
      var selection = Selection.of(Filter.is(Field.REGION, "us-east-1"));

      assertThat(index.reader().facet(selection, Field.SEVERITY, 10))
          .containsExactly(new Count("High", 2));
      assertThat(index.reader().facet(selection, Field.ACCOUNT, 10))
          .containsExactly(new Count("111122223333", 1), new Count("444455556666", 1));
      assertThat(index.reader().facet(selection, Field.TRAIT_CATEGORY, 10))
          .containsExactly(new Count("Vulnerability", 2), new Count("Reachability", 1));
      assertThat(index.reader().facet(selection, Field.REGION, 10))
          .as("what else could be chosen")
          .containsExactly(new Count("us-east-1", 2), new Count("eu-central-1", 1));
    }

    @ParameterizedTest
    @EnumSource(
        value = Field.class,
        names = {"SEVERITY", "TRAIT", "ACCOUNT", "RESOURCE_TYPE", "REGION", "STATUS", "TITLE"})
    void count_in_facets_what_they_find_with_each_value(Field field) {
      var counts = index.reader().facet(Selection.OPEN, field, 100);

      assertThat(counts).isNotEmpty();
      for (var count : counts) {
        assertThat(index.reader().count(Selection.of(Filter.is(field, count.value()))))
            .as(count.value())
            .isEqualTo(count.exposures());
      }
    }

    @Test
    void group_on_two_levels_the_worst_first() {
      var groups =
          index.reader().groups(Selection.OPEN, Field.ACCOUNT, Optional.of(Field.REGION), 10);

      assertThat(groups).extracting(Group::value).containsExactly("111122223333", "444455556666");
      assertThat(groups.get(0).exposures()).isEqualTo(2);
      assertThat(groups.get(0).critical()).isEqualTo(1);
      assertThat(groups.get(0).worst()).isEqualTo(Severity.CRITICAL);
      assertThat(groups.get(0).within())
          .extracting(Group::value)
          .containsExactly("eu-central-1", "us-east-1");
    }

    @Test
    void group_by_any_two_fields() {
      for (var by : Field.values()) {
        for (var then : Field.values()) {
          if (by.groups() && then.groups()) {
            var groups = index.reader().groups(Selection.OPEN, by, Optional.of(then), 10);

            assertThat(groups).as(by + ", " + then).isNotEmpty();
            assertThat(groups).allSatisfy(group -> assertThat(group.within()).isNotEmpty());
          }
        }
      }
    }

    @Test
    void cannot_group_by_what_is_to_filter_by() {
      assertThatThrownBy(() -> index.reader().facet(Selection.OPEN, Field.VULNERABILITY, 10))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class A_search {
    @BeforeEach
    void given_some_exposures() {
      take(
          exposure(1).title("Potential theft: bucket").cve("CVE-2026-10001"),
          exposure(2).title("Potential theft: table").cve("CVE-2025-10001"));
    }

    @Test
    void finds_all_words_and_the_beginning_of_the_last() {
      assertThat(uids(Selection.OPEN.searching("THEFT buck"))).isEqualTo(uidsOf(1));
      assertThat(uids(Selection.OPEN.searching("thef bucket"))).isEmpty();
    }

    @Test
    void finds_what_has_hyphens_as_a_whole_and_in_its_parts() {
      assertThat(uids(Selection.OPEN.searching("CVE-2026-10001"))).isEqualTo(uidsOf(1));
      assertThat(uids(Selection.OPEN.searching("10001"))).hasSize(2);
      assertThat(uids(Selection.OPEN.searching("i-00000000000000002"))).isEqualTo(uidsOf(2));
    }

    @Test
    void finds_what_it_says_now_and_no_more_what_it_said() {
      take(exposure(1).update().says("other").title("Potential harm: bucket").cve("CVE-2026-7"));

      assertThat(uids(Selection.OPEN.searching("theft"))).isEqualTo(uidsOf(2));
      assertThat(uids(Selection.OPEN.searching("cve-2026-7"))).isEqualTo(uidsOf(1));
      assertThat(uids(Selection.of(Filter.is(Field.VULNERABILITY, "CVE-2026-10001")))).isEmpty();
    }

    @Test
    void goes_with_a_filter() {
      assertThat(uids(Selection.of(Filter.is(Field.UID, Exposure.uid(2))).searching("theft")))
          .isEqualTo(uidsOf(2));
    }
  }

  @Nested
  class Risks {
    @BeforeEach
    void given_three_titles() {
      take(
          exposure(1).title("Potential A: one").at(START.plusSeconds(1)),
          exposure(2).title("Potential A: one").at(START.plusSeconds(2)),
          exposure(3).title("Potential B: one").at(START.plusSeconds(3)),
          exposure(4).title("Potential C: one").at(START.plusSeconds(4)),
          exposure(5).title("Potential D: one").severity(Severity.HIGH),
          exposure(6).title("Potential E: one"),
          exposure(6).close());
    }

    @Test
    void with_most_critical_exposures_come_first_and_ties_go_to_the_more_recent() {
      assertThat(index.reader().risks(Risk.Order.MOST_CRITICAL, 8))
          .extracting(Risk::title)
          .containsExactly(
              "Potential A: one", "Potential C: one", "Potential B: one", "Potential D: one");
    }

    @Test
    void come_by_severity_and_the_more_recent_if_so_wished() {
      assertThat(index.reader().risks(Risk.Order.MOST_SEVERE, 2))
          .extracting(Risk::title)
          .containsExactly("Potential C: one", "Potential B: one");
    }
  }

  @Nested
  class The_trend {
    private Trend.Point last(Trend trend) {
      return trend.points().get(trend.points().size() - 1);
    }

    @ParameterizedTest
    @EnumSource(Trend.Span.class)
    void has_a_point_for_each_step(Trend.Span span) {
      take(exposure(1));

      var trend = index.reader().trend(Kind.EXPOSURE, span, NOW);

      assertThat(trend.step().multipliedBy(trend.points().size()))
          .isEqualTo(Duration.ofDays(span.days()));
      assertThat(last(trend).from()).isBeforeOrEqualTo(NOW);
      assertThat(last(trend).open()).isEqualTo(Map.of(Severity.CRITICAL, 1L));
    }

    @Test
    void counts_what_is_opened_moved_and_closed() {
      take(
          exposure(1),
          exposure(1)
              .update()
              .says("less")
              .severity(Severity.HIGH)
              .at(START.plus(Duration.ofHours(1))),
          exposure(1).close().severity(Severity.HIGH).at(START.plus(Duration.ofHours(2))));

      var points =
          index.reader().trend(Kind.EXPOSURE, Trend.Span.FIVE_DAYS, NOW).points().stream()
              .filter(point -> !point.from().isBefore(START))
              .limit(3)
              .toList();

      assertThat(points.get(0).opened()).isEqualTo(Map.of(Severity.CRITICAL, 1L));
      assertThat(points.get(0).open()).isEqualTo(Map.of(Severity.CRITICAL, 1L));
      assertThat(points.get(1).open()).isEqualTo(Map.of(Severity.HIGH, 1L));
      assertThat(points.get(1).opened()).isEmpty();
      assertThat(points.get(2).open()).isEmpty();
      assertThat(points.get(2).closed()).isEqualTo(Map.of(Severity.HIGH, 1L));
    }

    @Test
    void has_what_was_open_before_it_began() {
      take(exposure(1));

      var trend =
          index
              .reader()
              .trend(Kind.EXPOSURE, Trend.Span.FIVE_DAYS, START.plus(Duration.ofDays(50)));

      assertThat(trend.points().get(0).open()).isEqualTo(Map.of(Severity.CRITICAL, 1L));
    }

    @Test
    void is_the_same_after_a_job_has_written_a_run_of_revisions_again() {
      var run =
          List.of(
              exposure(1),
              exposure(1).update().says("less").severity(Severity.HIGH),
              exposure(1).close().severity(Severity.HIGH).at(START.plusSeconds(7200)));
      take(run.toArray(Exposure[]::new));
      var before = index.reader().trend(Kind.EXPOSURE, Trend.Span.FIVE_DAYS, NOW);
      var took = index.reader().took(Kind.EXPOSURE, Measure.CLOSE, Instant.EPOCH);

      take(run.toArray(Exposure[]::new));

      assertThat(index.reader().trend(Kind.EXPOSURE, Trend.Span.FIVE_DAYS, NOW)).isEqualTo(before);
      assertThat(index.reader().took(Kind.EXPOSURE, Measure.CLOSE, Instant.EPOCH)).isEqualTo(took);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void ends_with_what_is_open(int seed) {
      index.apply(life(200, new Random(seed)));

      var open =
          last(index.reader().trend(Kind.EXPOSURE, Trend.Span.YEAR, NOW.plusSeconds(9_999_999)))
              .open();

      for (var severity : Severity.values()) {
        assertThat(open.getOrDefault(severity, 0L))
            .as(severity.word())
            .isEqualTo(
                index.reader().count(Selection.of(Filter.is(Field.SEVERITY, severity.word()))));
      }
    }
  }

  @Nested
  class What_took_how_long {
    @Test
    void is_told_by_severity_with_its_percentiles() {
      for (int i = 1; i <= 100; i++) {
        take(exposure(i).seen(START.minusSeconds(1000), START.minusSeconds(i)));
      }

      var took =
          index.reader().took(Kind.EXPOSURE, Measure.DETECT, START.minus(Duration.ofDays(1)));

      assertThat(took).hasSize(1);
      assertThat(took.get(0).severity()).isEqualTo(Severity.CRITICAL);
      assertThat(took.get(0).count()).isEqualTo(100);
      assertThat(took.get(0).p50().toMillis()).isBetween(49_200L, 50_800L);
      assertThat(took.get(0).p95().toMillis()).isBetween(93_400L, 96_600L);
      assertThat(
              index
                  .reader()
                  .took(Kind.EXPOSURE, Measure.DWELL, Instant.EPOCH)
                  .get(0)
                  .p50()
                  .toMillis())
          .isBetween(984_000L, 1_016_000L);
    }
  }

  @Nested
  class Coverage {
    @Test
    void tells_which_sources_were_heard_from_and_when() {
      take(exposure(1).seen(START.minusSeconds(5), START), exposure(2).region("us-east-1"));
      take(RecordStream.CERTIFICATES, Records.certificate(1, START.plus(Duration.ofDays(9))));

      assertThat(index.reader().coverage())
          .extracting(Heard::region, Heard::source)
          .containsExactly(
              tuple("eu-central-1", "Inspector"),
              tuple("eu-central-1", Heard.CERTIFICATES),
              tuple("us-east-1", "Inspector"));
      assertThat(index.reader().coverage().get(0).first()).isEqualTo(START.minusSeconds(5));
    }
  }

  @Nested
  class Certificates {
    @Test
    void come_by_when_they_expire() {
      take(
          RecordStream.CERTIFICATES,
          Records.certificate(1, START.plus(Duration.ofDays(30))),
          Records.certificate(2, START.plus(Duration.ofDays(2))),
          Records.certificate(3, START.plus(Duration.ofDays(9))));

      assertThat(index.reader().certificates(2))
          .extracting(Certificate::commonName)
          .containsExactly("shop-2.example.com", "shop-3.example.com");
    }
  }

  @Nested
  class Reports {
    @Test
    void make_the_ticket_of_an_exposure() {
      take(exposure(1));
      take(
          RecordStream.REPORTS,
          Records.report(1, "made", START)
              .put("ticket", "SEC-7")
              .put("url", "https://tracker.example.com/SEC-7"),
          Records.report(1, "status-changed", START.plusSeconds(9))
              .put("ticket", "SEC-7")
              .put("status", "In Progress")
              .put("by", "somebody"));

      var ticket = detail(1).tickets().get(0);
      assertThat(ticket.ticket()).isEqualTo("SEC-7");
      assertThat(ticket.url()).isEqualTo("https://tracker.example.com/SEC-7");
      assertThat(ticket.status()).isEqualTo("In Progress");
      assertThat(detail(1).reports())
          .extracting(ExposureDetail.Told::what)
          .containsExactly("status-changed", "made");
    }

    @Test
    void that_only_say_what_would_have_been_make_none() {
      take(exposure(1));
      take(
          RecordStream.REPORTS,
          Records.report(1, "made", START).put("ticket", "SEC-7").put("only_said", true));

      assertThat(detail(1).tickets()).isEmpty();
      assertThat(detail(1).reports()).hasSize(1);
    }
  }

  @Nested
  class Letters {
    @Test
    void of_both_jobs_are_kept_once_for_each_part() {
      take(
          RecordStream.DEAD_LETTERS,
          Records.deadLetter(1, 0, 2),
          Records.deadLetter(1, 1, 2),
          Records.deadLetter(1, 0, 2));
      var given = Records.report(1, "given-up", START);
      var response =
          given
              .objectNode()
              .put("schema_version", 1)
              .put("reason", "given-up")
              .put("detail", "refused");
      response.set("report", given);
      take(RecordStream.RESPONSE_DEAD_LETTERS, response);

      assertThat(index.reader().letters(10))
          .extracting(DeadLetter::reason)
          .containsExactly("given-up", "not-json");
      assertThat(index.reader().letters(10).get(1).raw()).isEqualTo(new byte[] {1, 2, 3, 4, 5});
    }
  }

  @Nested
  class Retaining {
    private final Retention month =
        new Retention(Duration.ofDays(30), Duration.ofDays(2), Duration.ofDays(60), 3);

    private void retain(Instant now) {
      while (index.retain(month, now) > 0) {
        assertThat(now).isNotNull();
      }
    }

    @Test
    void forgets_what_closed_long_ago_with_all_that_belongs_to_it() {
      take(exposure(1), exposure(2), exposure(3));
      take(RecordStream.REPORTS, Records.report(1, "made", START).put("ticket", "SEC-7"));
      take(exposure(1).close(), exposure(2).close().at(START.plus(Duration.ofDays(20))));

      retain(START.plus(Duration.ofDays(31)));

      assertThat(uids(Selection.OPEN.in(State.EITHER)))
          .containsExactlyInAnyOrderElementsOf(uidsOf(2, 3));
      assertThat(index.reader().revision(Exposure.uid(1), Sequence.of(1))).isEmpty();
      assertThat(uids(Selection.OPEN.in(State.EITHER).searching("i-00000000000000001"))).isEmpty();
      assertThat(dump()).noneMatch(row -> row.contains(Exposure.uid(1)));
    }

    @Test
    void adds_up_what_is_counted_without_losing_any_of_it() {
      for (int i = 0; i < 100; i++) {
        take(exposure(i).at(START.plus(Duration.ofHours(i * 24 + i % 24))));
      }
      var end = START.plus(Duration.ofDays(101));
      var before = index.reader().trend(Kind.EXPOSURE, Trend.Span.THIRTY_DAYS, end);

      retain(end);

      assertThat(index.reader().trend(Kind.EXPOSURE, Trend.Span.THIRTY_DAYS, end))
          .isEqualTo(before);
      assertThat(dump().stream().filter(row -> row.startsWith("trend"))).hasSizeLessThan(64);
    }

    @Test
    void keeps_the_latest_letters() {
      for (int i = 1; i <= 5; i++) {
        take(RecordStream.DEAD_LETTERS, Records.deadLetter(i, 0, 1));
        index.apply(List.of(record(RecordStream.EXPOSURES, SHARD, next++, "broken " + i)));
      }

      retain(NOW);

      assertThat(index.reader().letters(10)).hasSize(3);
      assertThat(index.reader().broken(10))
          .extracting(letter -> new String(letter.raw(), StandardCharsets.UTF_8))
          .containsExactly("broken 5", "broken 4", "broken 3");
    }

    @Test
    void bounds_the_history_of_one_exposure() {
      take(exposure(1));
      var flood = new ArrayList<Exposure>();
      for (int i = 0; i < 300; i++) {
        flood.add(exposure(1).update().says("replay " + i).replay());
      }
      for (var batch : cut(flood, 10)) {
        take(batch.toArray(Exposure[]::new));
      }

      assertThat(detail(1).revisions()).hasSizeBetween(100, 121);
      assertThat(detail(1).json()).isEqualTo(exposure(1).text());
    }
  }

  @Nested
  class A_later_form_of_the_store {
    @Test
    void is_refused_with_what_to_do() throws Exception {
      index.close();
      execute("INSERT INTO migration VALUES (999)");

      assertThatThrownBy(IndexContract.this::again)
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("version 999")
          .hasMessageContaining("empty store");
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
