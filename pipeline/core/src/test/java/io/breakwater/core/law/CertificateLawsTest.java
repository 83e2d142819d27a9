// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.certificate.AlertRevision;
import io.breakwater.core.certificate.CertificateAlert;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.certificate.CertificateField;
import io.breakwater.core.certificate.CertificateStanding;
import io.breakwater.core.correlation.CertificateWatch;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.resource.Arn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** DESIGN's laws for certificates, over anything that may be said of one, contradictions too. */
final class CertificateLawsTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Arn ARN =
      Arn.parse(
          "arn:aws:acm:eu-central-1:111122223333:certificate/61f50cd4-0000-4000-8000-000000000001");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Less than the time after which a certificate is forgotten. */
  private static final int DAYS = 390;

  @Provide
  Arbitrary<List<CertificateEvent>> lives() {
    return events().list().ofMinSize(1).ofMaxSize(25);
  }

  private static Arbitrary<CertificateEvent> events() {
    return Combinators.combine(
            Arbitraries.of(CertificateEventType.class),
            Arbitraries.integers().between(0, DAYS * 24),
            Arbitraries.integers().between(0, 200),
            Arbitraries.of("AMAZON_ISSUED", "PRIVATE", "IMPORTED", ""),
            Arbitraries.of("ISSUANCE", "RENEWAL", "IMPORT", "REIMPORT", ""),
            Arbitraries.of("YES", "YES", "NO", ""),
            Arbitraries.of("FAILED", "PASSED", "ISSUED", "EXPIRED", "REVOKED", ""))
        .as(CertificateLawsTest::event);
  }

  private static CertificateEvent event(
      CertificateEventType type,
      int hour,
      int days,
      String origin,
      String action,
      String used,
      String status) {
    var at = START.plus(Duration.ofHours(hour));
    var event =
        CertificateEvent.builder()
            .arn(ARN)
            .type(type)
            .time(at)
            .with(CertificateField.CERTIFICATE_TYPE, origin)
            .with(CertificateField.IN_USE, used);
    switch (type) {
      case AVAILABLE:
        return event
            .with(CertificateField.ACTION, action)
            .with(CertificateField.CREATED_AT, at)
            .with(CertificateField.EXPIRES_AT, at.plus(Duration.ofDays(days + 1L)))
            .build();
      case APPROACHING_EXPIRATION:
      case RENEWAL_ACTION_REQUIRED:
        return event.with(CertificateField.DAYS_TO_EXPIRY, days).build();
      case CONFIGURATION:
        return event
            .with(CertificateField.TAGS, status.isEmpty() ? "[0]" : "[0,\"Team\",\"shop\"]")
            .with(CertificateField.OWNER, status.isEmpty() ? "" : "shop")
            .with(CertificateField.STATUS, status)
            .with(CertificateField.EXPIRES_AT, at.plus(Duration.ofDays(days)))
            .build();
      case HEALTH:
        return event.with(CertificateField.ACTION, action).build();
      default:
        return event.with(CertificateField.STATUS, status).build();
    }
  }

  /** 3.1: where it stands follows from the set of events, however they come. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void order_and_repetition_do_not_matter(
      @ForAll("lives") List<CertificateEvent> life, @ForAll Random random) {
    var inOrder = new ArrayList<>(life);
    inOrder.sort(Comparator.comparing(CertificateEvent::time));
    var anyhow = new ArrayList<>(life);
    anyhow.addAll(life.subList(0, life.size() / 2));
    Collections.shuffle(anyhow, random);

    var byTime = CertificateWatch.at(START, CATALOGUE);
    inOrder.forEach(event -> byTime.advanceTo(event.time()).see(List.of(event), List.of()));
    var atOnce = CertificateWatch.at(end(), CATALOGUE);
    anyhow.forEach(event -> atOnce.see(List.of(event), List.of()));

    assertThat(text(atOnce)).isEqualTo(text(byTime.advanceTo(end())));
  }

  /** 3.4: created once, closed once and only then, and nothing is told that says nothing new. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void an_alert_lives_one_life_at_a_time(@ForAll("lives") List<CertificateEvent> life) {
    var watch = CertificateWatch.at(START, CATALOGUE);
    life.stream()
        .sorted(Comparator.comparing(CertificateEvent::time))
        .forEach(event -> watch.advanceTo(event.time()).see(List.of(event), List.of()));
    var told = watch.advanceTo(end().plus(Duration.ofDays(2_000))).revisions();

    AlertRevision before = null;
    int episode = 0;
    for (var revision : told) {
      boolean open = before != null && before.activity() != Activity.CLOSE;
      if (revision.activity() == Activity.CREATE) {
        assertThat(open).isFalse();
        episode++;
      } else {
        assertThat(open).isTrue();
        assertThat(revision.uid()).isNotEqualTo(before.uid());
      }
      assertThat(revision.announced().episode()).isEqualTo(episode);
      before = revision;
    }
    if (before != null) {
      assertThat(before.activity()).isEqualTo(Activity.CLOSE);
    }
    assertThat(watch.size()).isZero();
  }

  /** 3.6: as of a time nothing is known that is said or due later. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void nothing_is_told_from_the_future(@ForAll("lives") List<CertificateEvent> life) {
    var asOf = START.plus(Duration.ofDays(DAYS / 2));
    var watch = CertificateWatch.at(START, CATALOGUE);
    life.stream()
        .filter(event -> !event.time().isAfter(asOf))
        .sorted(Comparator.comparing(CertificateEvent::time))
        .forEach(event -> watch.advanceTo(event.time()).see(List.of(event), List.of()));

    assertThat(watch.advanceTo(asOf).revisions())
        .allSatisfy(revision -> assertThat(revision.time()).isBeforeOrEqualTo(asOf));
  }

  private static Instant end() {
    return START.plus(Duration.ofDays(DAYS));
  }

  /** Where it stands, and of an alert all that is material. */
  private static List<String> text(CertificateWatch watch) {
    var texts = new ArrayList<String>();
    for (var standing : watch.standings()) {
      texts.add(
          standing
              + " "
              + standing.daysLeft()
              + standing.alert().map(CertificateAlert::causes).orElse(List.of())
              + standing.alert().map(alert -> fingerprint(standing)).orElse(""));
    }
    return texts;
  }

  private static String fingerprint(CertificateStanding standing) {
    return standing.fingerprint();
  }
}
