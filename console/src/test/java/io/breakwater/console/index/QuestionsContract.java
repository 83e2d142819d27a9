// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static io.breakwater.console.index.Records.START;
import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.query.Count;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.index.query.Group;
import io.breakwater.console.index.query.Page;
import io.breakwater.console.index.query.Risk;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Ticket;
import io.breakwater.console.index.record.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How exposures are found, counted and grouped. */
abstract class QuestionsContract extends IndexCase {
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
  class Rows_of_exposures {
    @Test
    void have_their_traits_owner_and_signals() {
      take(exposure(1), exposure(2).traits("internet-reachable").owner("Payments"));

      var rows = index.reader().page(Selection.OPEN, Optional.empty(), 9).exposures();

      var one = rows.stream().filter(row -> row.uid().equals(Exposure.uid(1))).findFirst();
      assertThat(one.orElseThrow().traits())
          .extracting(Trait::uid, Trait::category, Trait::contributing)
          .containsExactly(
              tuple("high-priority-vulnerability", "Vulnerability", true),
              tuple("instance-profile-associated", "Assumability", false),
              tuple("internet-reachable", "Reachability", true));
      assertThat(one.get().signals()).isEqualTo(2);
      var other = rows.stream().filter(row -> row.uid().equals(Exposure.uid(2))).findFirst();
      assertThat(other.orElseThrow().traits())
          .extracting(Trait::uid)
          .contains("internet-reachable");
      assertThat(other.get().owner()).isEqualTo("Payments");
      assertThat(other.get().ticket()).isEmpty();
    }

    @Test
    void that_are_closed_have_what_they_had() {
      take(exposure(1), exposure(1).close());

      var row = detail(1).exposure();

      assertThat(row.traits()).hasSize(3);
      assertThat(row.signals()).isEqualTo(2);
    }

    @Test
    void have_the_ticket_that_was_told_of_last() {
      take(
          RecordStream.REPORTS,
          Records.report(1, "made", START).put("ticket", "SEC-1").put("target", "one"),
          Records.report(1, "made", START.plusSeconds(9))
              .put("ticket", "OPS-1")
              .put("target", "other"));
      take(exposure(1));

      var row = index.reader().page(Selection.OPEN, Optional.empty(), 9).exposures().get(0);

      assertThat(row.ticket().map(Ticket::ticket)).contains("OPS-1");
      assertThat(uids(Selection.of(Filter.is(Field.TICKET, "made")))).isEqualTo(uidsOf(1));
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
    void compare_what_is_told_of_the_resource_and_the_findings() {
      take(
          exposure(7)
              .owner("Payments")
              .tags("env=prod", "Name=till")
              .sources("GuardDuty", "Inspector")
              .region("eu-west-3"));

      finds(Filter.is(Field.OWNER, "Payments"), 7);
      finds(Filter.is(Field.TAG, "env=prod"), 7);
      finds(Filter.startsWith(Field.TAG, "env="), 7);
      finds(Filter.is(Field.SOURCE, "GuardDuty"), 7);
      finds(Filter.is(Field.SOURCE, "Inspector"), 1, 2, 3, 7);
      assertThat(index.reader().facet(Selection.OPEN, Field.OWNER, 9))
          .containsExactly(new Count("shop", 3), new Count("Payments", 1));
      assertThat(
              index.reader().facet(Selection.of(Filter.is(Field.OWNER, "Payments")), Field.TAG, 9))
          .containsExactly(new Count("Name=till", 1), new Count("env=prod", 1));
      assertThat(index.reader().facet(Selection.OPEN, Field.SOURCE, 9))
          .containsExactly(new Count("Inspector", 4), new Count("GuardDuty", 1));
    }

    @Test
    void compare_the_beginning_in_any_case() {
      finds(Filter.startsWith(Field.TITLE, "potential REMOTE"), 3);
      finds(Filter.startsWith(Field.TITLE, "theft"));
      finds(Filter.startsWith(Field.SEVERITY, "crit"), 1);
      finds(
          new Filter.Condition(
              Field.RESOURCE_TYPE, Filter.Operator.PREFIX_NOT_EQUALS, "AWS::DynamoDB"),
          1,
          3);
    }

    @Test
    void compare_the_ticket() {
      take(
          RecordStream.REPORTS,
          Records.report(1, "made", START).put("ticket", "SEC-1"),
          Records.report(2, "made", START).put("ticket", "SEC-2"),
          Records.report(2, "status-changed", START.plusSeconds(1))
              .put("ticket", "SEC-2")
              .put("status", "Done"));

      finds(Filter.is(Field.TICKET, "made"), 1);
      finds(Filter.is(Field.TICKET, "Done"), 2);
      finds(Filter.is(Field.TICKET, ""), 3);
    }

    @Test
    void compare_times() {
      take(
          exposure(7).opened(START.plusSeconds(10)).at(START.plusSeconds(20)),
          exposure(8).opened(Instant.now()).at(Instant.now()));

      finds(Filter.since(Field.OPENED, START.plusSeconds(10).toString()), 7, 8);
      finds(Filter.before(Field.OPENED, START.plusSeconds(10).toString()), 1, 2, 3);
      finds(Filter.since(Field.CHANGED, START.plusSeconds(20).toString()), 7, 8);
      finds(Filter.since(Field.CHANGED, "-1h"), 8);
      finds(Filter.before(Field.CHANGED, "-1h"), 1, 2, 3, 7);
    }

    @Test
    void refuse_a_time_that_is_none_and_a_text_that_is_no_time() {
      assertThatThrownBy(() -> Filter.since(Field.OPENED, "yesterday"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Filter.is(Field.OPENED, START.toString()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Filter.since(Field.TITLE, START.toString()))
          .isInstanceOf(IllegalArgumentException.class);
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
    @EnumSource(
        value = Field.class,
        names = {"OPENED", "CHANGED"},
        mode = EnumSource.Mode.EXCLUDE)
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
        names = {
          "SEVERITY",
          "TRAIT",
          "TRAIT_CATEGORY",
          "ACCOUNT",
          "RESOURCE_TYPE",
          "REGION",
          "STATUS",
          "TITLE",
          "SOURCE",
          "OWNER",
          "TAG",
          "TICKET",
          "VULNERABILITY"
        })
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
      assertThatThrownBy(() -> index.reader().facet(Selection.OPEN, Field.OPENED, 10))
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

    @ParameterizedTest
    @ValueSource(
        strings = {
          "bucket", // of the title
          "cve-2026-10001", // of a vulnerability
          "111122223333",
          "eu-central-1",
          "central",
          "ec2-remote-execution", // the rule
          "AWS::EC2::Instance",
          "it",
          "arn",
          "arn:aws:any:eu-central-1:111122223333:it/i-00000000000000001",
          "i-00000000000000001",
          "exposure-00000000000000000000000000000001",
          "internet-reachable", // a trait
          "assumability", // the category of one
          "exposure",
          "b",
          "arn bucket 10001 i-00000000000000001"
        })
    void finds_what_stands_anywhere_in_it(String words) {
      assertThat(uids(Selection.OPEN.searching(words))).contains(Exposure.uid(1));
    }

    @Test
    void finds_what_was_there_before_it_closed() {
      take(exposure(1).title("Potential theft: bucket").close());

      var closed = Selection.OPEN.in(Selection.State.CLOSED);
      for (var words : List.of("bucket", "arn", "i-00000000000000001", "CVE-2026-10001", "aws")) {
        assertThat(uids(closed.searching(words))).as(words).isEqualTo(uidsOf(1));
      }
    }

    @Test
    void of_more_words_than_a_person_enters_is_refused() {
      assertThatThrownBy(() -> Selection.OPEN.searching("a ".repeat(17)))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void counts_in_facets_and_on_the_page_what_it_finds() {
      var selection = Selection.OPEN.searching("table");

      assertThat(index.reader().page(selection, Optional.empty(), 9).total()).isEqualTo(1);
      assertThat(index.reader().facets(selection, List.of(Field.SEVERITY, Field.TITLE), 9))
          .containsExactly(
              entry(Field.SEVERITY, List.of(new Count("Critical", 1))),
              entry(Field.TITLE, List.of(new Count("Potential theft: table", 1))));
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

  @Test
  void the_records_of_many_are_there_at_once() {
    var second = exposure(2).says("later").update();
    take(exposure(1), exposure(2), second, exposure(3));

    assertThat(index.reader().records(uidsOf(1, 2, 4)))
        .containsExactlyInAnyOrder(exposure(1).text(), second.text());
  }
}
