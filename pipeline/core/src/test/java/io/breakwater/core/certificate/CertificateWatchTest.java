// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import static io.breakwater.core.certificate.Words.actionRequired;
import static io.breakwater.core.certificate.Words.approaching;
import static io.breakwater.core.certificate.Words.available;
import static io.breakwater.core.certificate.Words.day;
import static io.breakwater.core.certificate.Words.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.CertificateWatch;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.signal.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What readers are told of a certificate while time goes by. */
final class CertificateWatchTest {
  @Test
  void an_imported_certificate_counts_down_by_steps_and_expires_by_the_clock() {
    var told = told(400, available("IMPORTED", "IMPORT", 0, 198));

    assertThat(told)
        .containsExactly(
            "153 create Low APPROACHING 45",
            "168 update Low APPROACHING 30",
            "183 update Medium APPROACHING 15",
            "191 update High APPROACHING 7",
            "195 update High APPROACHING 3",
            "197 update Critical APPROACHING 1",
            "198 update Critical EXPIRED 0");
  }

  @Test
  void daily_events_in_between_are_not_told_again() {
    var events = new ArrayList<CertificateEvent>();
    events.add(available("IMPORTED", "IMPORT", 0, 198));
    for (int left = 45; left > 0; left--) {
      events.add(approaching(198 - left, left));
    }

    assertThat(told(197.5, events.toArray(CertificateEvent[]::new))).hasSize(6);
  }

  @Test
  void a_certificate_of_47_days_is_not_late_when_it_is_issued() {
    assertThat(told(36, available("AMAZON_ISSUED", "ISSUANCE", 0, 47))).isEmpty();
    assertThat(told(37, available("AMAZON_ISSUED", "ISSUANCE", 0, 47)))
        .containsExactly("37 create Medium RENEWAL_OVERDUE 15");
    assertThat(told(31, available("IMPORTED", "IMPORT", 0, 47))).isEmpty();
    assertThat(told(32, available("IMPORTED", "IMPORT", 0, 47)))
        .containsExactly("32 create Medium APPROACHING 15");
  }

  @Test
  void nobody_hears_of_a_certificate_that_is_renewed_in_time() {
    var told =
        told(
            300,
            available("AMAZON_ISSUED", "ISSUANCE", 0, 198),
            approaching(153, 45),
            approaching(154, 44),
            available("AMAZON_ISSUED", "RENEWAL", 154.5, 198));

    assertThat(told).isEmpty();
  }

  @Test
  void a_renewal_that_comes_late_closes_what_it_makes_untrue() {
    var told =
        told(
            300,
            available("AMAZON_ISSUED", "ISSUANCE", 0, 198),
            available("AMAZON_ISSUED", "RENEWAL", 175, 198));

    assertThat(told)
        .containsExactly("168 create Low RENEWAL_OVERDUE 30", "175 close Low RENEWED renewed");
  }

  @Test
  void what_needs_somebody_is_told_at_once_with_its_reason() {
    var revisions =
        watch(
                160,
                available("AMAZON_ISSUED", "ISSUANCE", 0, 198),
                actionRequired(159, 39, "CAA_ERROR"))
            .revisions();

    assertThat(revisions)
        .singleElement()
        .satisfies(
            revision -> {
              assertThat(revision.standing().state()).isEqualTo(CertificateState.ACTION_REQUIRED);
              assertThat(revision.standing().alert().orElseThrow().causes())
                  .first()
                  .isEqualTo(Cause.CAA_ERROR);
              assertThat(revision.announced().title())
                  .isEqualTo(
                      "Public certificate for shop.example.com cannot be renewed: a CAA record"
                          + " forbids Amazon to issue it; expires in 39 days");
            });
  }

  @Test
  void daily_events_that_stop_cast_doubt_and_lower_the_severity() {
    var told =
        told(
            196,
            available("IMPORTED", "IMPORT", 0, 198),
            approaching(153, 45),
            approaching(190, 8));

    assertThat(told).contains("191 update High APPROACHING 7", "192 update Medium APPROACHING 7");
  }

  @Test
  void that_the_count_is_at_its_end_casts_no_doubt() {
    var told =
        told(
            203,
            available("IMPORTED", "IMPORT", 0, 198),
            approaching(195.7, 2),
            approaching(196.7, 1));

    assertThat(told).endsWith("198 update Critical EXPIRED 0");
  }

  @Test
  void nobody_is_told_of_what_nothing_uses() {
    var unused =
        Words.event(CertificateEventType.AVAILABLE, 0)
            .with(CertificateField.CERTIFICATE_TYPE, "IMPORTED")
            .with(CertificateField.EXPIRES_AT, day(90))
            .with(CertificateField.IN_USE, "NO")
            .build();

    assertThat(told(200, unused)).isEmpty();
  }

  @Test
  void a_revocation_is_critical_and_ends_with_another_certificate() {
    var revoked = Words.event(CertificateEventType.REVOKED, 50).build();

    assertThat(
            told(
                90,
                available("IMPORTED", "IMPORT", 0, 198),
                revoked,
                available("IMPORTED", "REIMPORT", 51, 198)))
        .containsExactly("50 create Critical REVOKED -", "51 close Critical REIMPORTED reimported");
  }

  @Test
  void nothing_is_remembered_for_ever() {
    var watch = watch(153, available("IMPORTED", "IMPORT", 0, 198));

    assertThat(watch.size()).isEqualTo(1);
    assertThat(watch.advanceTo(day(198 + 400)).size()).isZero();
    assertThat(last(watch.revisions()).closing()).contains(AlertClosing.NOT_HEARD);
  }

  @Test
  void a_replayed_word_does_not_keep_later_steps_of_a_live_certificate_from_people() {
    var revisions =
        watch(
                190,
                available("IMPORTED", "IMPORT", 0, 198),
                event(CertificateEventType.APPROACHING_EXPIRATION, 160)
                    .with(CertificateField.DAYS_TO_EXPIRY, 30)
                    .replayed(true)
                    .build())
            .revisions();

    assertThat(revisions)
        .filteredOn(AlertRevision::replayed)
        .extracting(CertificateWatchTest::text)
        .containsExactly("160 update Low APPROACHING 30");
    assertThat(text(last(revisions))).isEqualTo("190 update High EXPIRED 0");
  }

  @Test
  void where_nothing_but_replays_is_known_the_steps_of_the_clock_are_replays_as_well() {
    var revisions =
        watch(
                190,
                event(CertificateEventType.APPROACHING_EXPIRATION, 160)
                    .with(CertificateField.DAYS_TO_EXPIRY, 30)
                    .replayed(true)
                    .build())
            .revisions();

    assertThat(revisions).hasSizeGreaterThan(3).allMatch(AlertRevision::replayed);
  }

  private static AlertRevision last(List<AlertRevision> revisions) {
    return revisions.get(revisions.size() - 1);
  }

  private static List<String> told(double until, CertificateEvent... events) {
    return watch(until, events).revisions().stream()
        .map(CertificateWatchTest::text)
        .collect(Collectors.toList());
  }

  private static CertificateWatch watch(double until, CertificateEvent... events) {
    var watch = CertificateWatch.at(Words.START, Catalogue.builtIn());
    Arrays.stream(events)
        .sorted(Comparator.comparing(CertificateEvent::time))
        .filter(event -> !event.time().isAfter(day(until)))
        .forEach(event -> watch.advanceTo(event.time()).see(List.of(event), List.of()));
    return watch.advanceTo(day(until));
  }

  private static String text(AlertRevision revision) {
    long day = Duration.between(Words.START, revision.time()).toDays();
    var standing = revision.standing();
    var end =
        revision.activity() == Activity.CLOSE
            ? revision.closing().orElseThrow().code()
            : standing
                .alert()
                .map(CertificateAlert::step)
                .filter(step -> step.isPresent())
                .map(step -> Integer.toString(step.getAsInt()))
                .orElse("-");
    Severity severity = revision.announced().severity();
    return day
        + " "
        + revision.activity().label().toLowerCase(Locale.ROOT)
        + " "
        + severity.label()
        + " "
        + standing.state()
        + " "
        + end;
  }
}
