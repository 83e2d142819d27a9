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
import io.breakwater.console.index.query.CertificateSelection;
import io.breakwater.console.index.query.DeadLetter;
import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.index.query.LetterCount;
import io.breakwater.console.index.query.LetterSelection;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Selection.State;
import io.breakwater.console.index.query.Ticket;
import io.breakwater.console.index.query.Trend;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is kept beside exposures, and for how long. */
abstract class KeptContract extends IndexCase {
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

    @Test
    void say_how_long_they_are_valid_and_since_when_nothing_was_heard() {
      var silent = Records.certificate(1, START.plus(Duration.ofDays(30)));
      ((ObjectNode) silent.at("/unmapped/certificate"))
          .put("exported", true)
          .put("validity_days", 198)
          .put("renewal_starts_at_days", 45)
          .put("silent_since", START.toString());
      var unknown = Records.certificate(2, START.plus(Duration.ofDays(40)));
      ((ObjectNode) unknown.at("/unmapped/certificate"))
          .remove(List.of("exported", "validity_days", "renewal_starts_at_days", "silent_since"));
      take(RecordStream.CERTIFICATES, silent, unknown);

      assertThat(index.reader().certificates(2))
          .extracting(
              Certificate::exported,
              Certificate::validityDays,
              Certificate::renewalDays,
              Certificate::silentSince)
          .containsExactly(
              tuple(Optional.of(true), Optional.of(198), Optional.of(45), Optional.of(START)),
              tuple(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }
  }

  @Nested
  class Certificates_by_what_is_asked {
    @BeforeEach
    void given_some() {
      take(
          RecordStream.CERTIFICATES,
          Records.certificate(1, START.plus(Duration.ofDays(30))),
          Records.certificate(2, START.plus(Duration.ofDays(2))),
          Records.certificate(3, START.plus(Duration.ofDays(9))));
    }

    private List<String> names(CertificateSelection selection) {
      return index.reader().certificates(selection, Optional.empty(), 10).certificates().stream()
          .map(Certificate::commonName)
          .toList();
    }

    @Test
    void are_found_by_name_account_stage_and_expiry() {
      var all = CertificateSelection.OPEN;
      var one = index.reader().certificates(1).get(0);

      assertThat(names(asking("SHOP-3", all.stage(), all.account(), all.expiresBefore())))
          .containsExactly("shop-3.example.com");
      assertThat(names(asking("", all.stage(), Optional.of("000000000000"), Optional.empty())))
          .isEmpty();
      assertThat(
              names(
                  asking(
                      "",
                      Optional.of(one.state()),
                      Optional.of(one.account()),
                      Optional.of(START.plus(Duration.ofDays(9))))))
          .containsExactly("shop-2.example.com");
      assertThat(names(asking("", Optional.of("gone"), Optional.empty(), Optional.empty())))
          .isEmpty();
    }

    private CertificateSelection asking(
        String search,
        Optional<String> stage,
        Optional<String> account,
        Optional<Instant> expiresBefore) {
      return new CertificateSelection(
          Selection.State.EITHER, stage, account, search, expiresBefore);
    }

    @Test
    void come_in_pages() {
      var first = index.reader().certificates(CertificateSelection.OPEN, Optional.empty(), 2);
      var second = index.reader().certificates(CertificateSelection.OPEN, first.next(), 2);

      assertThat(first.certificates()).hasSize(2);
      assertThat(second.certificates())
          .extracting(Certificate::commonName)
          .containsExactly("shop-1.example.com");
      assertThat(second.next()).isEmpty();
    }

    @Test
    void have_their_past_and_their_ticket() {
      var uid = index.reader().certificates(1).get(0).uid();
      take(
          RecordStream.REPORTS,
          Records.report(1, "made", START)
              .put("kind", "certificate")
              .put("uid", uid)
              .put("ticket", "SEC-9"));

      var detail = index.reader().certificate(uid).orElseThrow();

      assertThat(detail.certificate().ticket().map(Ticket::ticket)).contains("SEC-9");
      assertThat(detail.revisions()).hasSize(1);
      assertThat(detail.tickets()).hasSize(1);
      assertThat(detail.reports()).hasSize(1);
      assertThat(detail.json()).contains("CN=shop-2.example.com");
      assertThat(index.reader().certificate("none")).isEmpty();
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
  class Letters_by_what_is_asked {
    @BeforeEach
    void given_some() {
      take(
          RecordStream.DEAD_LETTERS,
          Records.deadLetter(1, 0, 2).put("size", 8),
          Records.deadLetter(2, 0, 1).put("reason", "too-large"),
          Records.deadLetter(1, 1, 2).put("size", 8).put("raw", new byte[] {6, 7, 8}));
      index.apply(List.of(record(RecordStream.EXPOSURES, SHARD, next++, "broken")));
    }

    @Test
    void are_counted_by_stream_and_reason() {
      assertThat(index.reader().letterCounts())
          .containsExactly(
              new LetterCount("dead-letters", "not-json", 1),
              new LetterCount("dead-letters", "too-large", 1));
      assertThat(index.reader().brokenCounts())
          .containsExactly(new LetterCount("exposures", "not-json", 1));
    }

    @Test
    void are_found_by_reason_and_stream_and_before_others() {
      var reader = index.reader();
      var latest = reader.letters(1).get(0);

      assertThat(latest.reason()).isEqualTo("too-large");
      assertThat(
              reader.letters(
                  new LetterSelection(
                      Optional.of(RecordStream.DEAD_LETTERS),
                      Optional.of("not-json"),
                      Optional.empty()),
                  9))
          .hasSize(1);
      assertThat(
              reader.letters(
                  new LetterSelection(
                      Optional.of(RecordStream.RESPONSE_DEAD_LETTERS),
                      Optional.empty(),
                      Optional.empty()),
                  9))
          .isEmpty();
      assertThat(
              reader.letters(
                  new LetterSelection(
                      Optional.empty(), Optional.empty(), Optional.of(latest.number())),
                  9))
          .extracting(DeadLetter::reason)
          .containsExactly("not-json");
    }

    @Test
    void have_all_their_bytes_by_their_id() {
      var reader = index.reader();
      var id = Records.deadLetter(1, 0, 2).path("id").asText();
      var letter = reader.letter(RecordStream.DEAD_LETTERS, id).orElseThrow();

      assertThat(letter.raw()).isEqualTo(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
      assertThat(letter.isWhole()).isTrue();
      assertThat(reader.letters(9).get(1).isWhole()).isFalse();
      assertThat(reader.letter(RecordStream.DEAD_LETTERS, "none")).isEmpty();
    }
  }

  @Nested
  class Retaining {
    private final Retention month =
        new Retention(
            Duration.ofDays(30), Duration.ofDays(2), Duration.ofDays(60), Duration.ofDays(9), 3);

    private void retain(Instant now) {
      while (index.retain(month, now) > 0) {
        assertThat(now).isNotNull();
      }
    }

    @Test
    void forgets_what_closed_long_ago_with_all_that_belongs_to_it() {
      take(exposure(1), exposure(2), exposure(3));
      take(RecordStream.REPORTS, Records.report(1, "made", START).put("ticket", "SEC-7"));
      take(
          RecordStream.ACTION_ANSWERS,
          Records.actionAnswer(1, 1, "applied", "", START.plus(Duration.ofDays(30))));
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

      assertThatThrownBy(KeptContract.this::again)
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("version 999")
          .hasMessageContaining("empty store");
    }
  }

  @Test
  void a_store_of_an_earlier_form_is_made_again_from_the_streams() throws Exception {
    take(exposure(1));
    index.close();
    for (var sql :
        List.of(
            "ALTER TABLE exposure DROP COLUMN kind_set",
            "DROP TABLE kind_set",
            "DROP TABLE exposure_kind",
            "DELETE FROM migration WHERE version > 5")) {
      execute(sql);
    }

    index = again();
    assertThat(index.reached(RecordStream.EXPOSURES)).isEmpty();
    take(exposure(1));

    assertThat(uids(Selection.OPEN.searching("instance"))).isEqualTo(uidsOf(1));
  }
}
