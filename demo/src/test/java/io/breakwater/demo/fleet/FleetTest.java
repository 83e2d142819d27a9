// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.certificate.AlertClosing;
import io.breakwater.core.certificate.AlertRevision;
import io.breakwater.core.certificate.Cause;
import io.breakwater.core.certificate.CertificateRules.Shift;
import io.breakwater.core.certificate.CertificateState;
import io.breakwater.core.correlation.CertificateHistory;
import io.breakwater.core.correlation.CertificateWatch;
import io.breakwater.core.decode.Decision;
import io.breakwater.core.decode.Decoded;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.finding.Activity;
import io.breakwater.demo.DemoEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FleetTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(4 * 365));
  private static final Decoder DECODER = Decoder.withLimit(1 << 20);
  private static final Pattern DETAIL_TYPE = Pattern.compile("\"detail-type\":\"([^\"]*)\"");
  private static final Set<Decision> UNDERSTOOD =
      EnumSet.of(Decision.SIGNALS, Decision.RELATIONS, Decision.CERTIFICATE);

  private static final List<String> EVENTS = texts(told(Fleet.seeded(7, START), END));
  private static final CertificateWatch WATCH = watched(EVENTS);

  @Test
  void the_same_seed_tells_the_same_story() {
    var again = texts(told(Fleet.seeded(7, START), END));

    assertThat(again).isEqualTo(EVENTS);
  }

  @Test
  void another_seed_tells_another_story() {
    var soon = START.plus(Duration.ofDays(30));

    var other = texts(told(Fleet.seeded(8, START), soon));

    assertThat(other).isNotEqualTo(texts(told(Fleet.seeded(7, START), soon)));
  }

  @Test
  void how_often_it_is_asked_makes_no_difference() {
    var fleet = Fleet.seeded(7, START);
    var byTheHour = new ArrayList<DemoEvent>();

    for (var now = START; now.isBefore(END); now = now.plus(Duration.ofHours(1))) {
      byTheHour.addAll(told(fleet, now));
    }

    assertThat(texts(byTheHour)).isEqualTo(EVENTS.subList(0, byTheHour.size()));
    assertThat(EVENTS.size() - byTheHour.size()).isLessThan(5);
  }

  @Test
  void events_never_go_back_in_time() {
    assertThat(times(EVENTS)).isSorted();
  }

  @Test
  void what_is_not_due_yet_is_not_told() {
    var soon = START.plus(Duration.ofDays(10));

    var told = told(Fleet.seeded(7, START), soon);

    assertThat(times(texts(told))).isNotEmpty().allMatch(time -> !time.isAfter(soon));
    assertThat(times(EVENTS.subList(told.size(), EVENTS.size()))).allMatch(soon::isBefore);
  }

  @Test
  void it_opens_with_what_was_there_before() {
    var opening = texts(told(Fleet.seeded(7, START), START));

    assertThat(detailTypes(opening))
        .containsExactlyInAnyOrder("ACM Certificate Available", "Config Configuration Item Change");
    assertThat(arns(opening)).hasSize(Member.ALL.size() - 1);
    assertThat(watched(opening).revisions()).isEmpty();
  }

  @Test
  void every_event_is_understood() {
    assertThat(EVENTS.stream().map(FleetTest::decoded))
        .allSatisfy(record -> assertThat(UNDERSTOOD).contains(record.best().decision()));
  }

  @Test
  void every_event_of_acm_is_told() {
    assertThat(detailTypes(EVENTS))
        .contains(
            "ACM Certificate Approaching Expiration",
            "ACM Certificate Available",
            "ACM Certificate Expired",
            "ACM Certificate Renewal Action Required",
            "ACM Certificate Revoked",
            "ACM Certificate Revoked By CA",
            "ACM Certificate Rotated");
  }

  @Test
  void health_config_and_a_control_tell_of_certificates_too() {
    assertThat(detailTypes(EVENTS))
        .contains("AWS Health Event", "Config Configuration Item Change");
    assertThat(EVENTS)
        .anyMatch(event -> event.contains("ACM.1") && event.contains("FAILED"))
        .anyMatch(event -> event.contains("ACM.1") && event.contains("PASSED"));
  }

  @Test
  void events_have_the_fields_of_2026_but_for_a_region_that_is_behind() {
    var announced =
        EVENTS.stream().filter(event -> event.contains("Approaching Expiration")).toList();

    assertThat(announced)
        .allSatisfy(
            event ->
                assertThat(event.contains("ValidityInDays"))
                    .isNotEqualTo(event.contains("\"region\":\"eu-west-1\"")));
    assertThat(announced)
        .anyMatch(event -> event.contains("ValidityInDays"))
        .anyMatch(event -> !event.contains("ValidityInDays"));
  }

  @Test
  void certificates_are_valid_for_as_long_as_they_are_and_as_they_will_be() {
    assertThat(String.join("\n", EVENTS))
        .contains("\"ValidityInDays\":395", "\"ValidityInDays\":198")
        .contains("\"ValidityInDays\":100", "\"ValidityInDays\":47");
  }

  @Test
  void alerts_are_created_go_on_and_are_closed() {
    assertThat(revisions().map(AlertRevision::activity)).contains(Activity.values());
  }

  @Test
  void certificates_need_somebody_in_every_way() {
    assertThat(alerts().map(alert -> alert.standing().state()))
        .contains(
            CertificateState.APPROACHING,
            CertificateState.ACTION_REQUIRED,
            CertificateState.RENEWAL_OVERDUE,
            CertificateState.EXPIRED,
            CertificateState.REVOKED);
  }

  @Test
  void alerts_end_in_every_way_that_somebody_tells_of() {
    assertThat(closings())
        .contains(
            AlertClosing.RENEWED,
            AlertClosing.REIMPORTED,
            AlertClosing.ROTATED,
            AlertClosing.REPLACED,
            AlertClosing.DELETED);
  }

  @Test
  void renewals_wait_for_many_reasons() {
    assertThat(causes())
        .contains(Cause.CAA_ERROR, Cause.PENDING_DOMAIN_VALIDATION, Cause.PCA_ACCESS_DENIED)
        .contains(Cause.VALIDATE_BY_DNS, Cause.VALIDATE_BY_EMAIL);
  }

  @Test
  void imported_certificates_are_imported_anew_in_time_late_or_never() {
    var ended =
        revisions()
            .filter(revision -> revision.activity() == Activity.CLOSE)
            .filter(revision -> revision.announced().title().startsWith("Imported"))
            .map(
                revision ->
                    (revision.announced().title().contains("has expired") ? "late " : "in time ")
                        + revision.closing().orElseThrow())
            .collect(Collectors.toSet());

    assertThat(ended)
        .contains("in time REIMPORTED", "late REIMPORTED", "late DELETED")
        .doesNotContain("late RENEWED");
  }

  @Test
  void of_imported_certificates_acm_never_says_that_they_have_expired() {
    assertThat(EVENTS)
        .filteredOn(event -> event.contains("ACM Certificate Expired"))
        .isNotEmpty()
        .noneMatch(event -> event.contains("IMPORTED"));
  }

  @Test
  void where_a_renewal_is_lost_the_daily_events_stop() {
    assertThat(alerts().filter(alert -> causes(alert).contains(Cause.WENT_SILENT)))
        .isNotEmpty()
        .noneMatch(alert -> alert.announced().title().startsWith("Imported"));
  }

  @Test
  void what_the_internet_sees_is_worse_and_has_an_owner() {
    var exposed =
        alerts()
            .filter(
                alert ->
                    alert.standing().alert().orElseThrow().shifts().containsKey(Shift.INTERNET))
            .toList();

    assertThat(exposed)
        .isNotEmpty()
        .allSatisfy(
            alert ->
                assertThat(alert.standing().named())
                    .allMatch(use -> use.owner().endsWith("@example.com")));
    assertThat(exposed)
        .flatMap(alert -> alert.standing().named())
        .extracting(use -> use.user().type().name())
        .contains("AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::CloudFront::Distribution");
  }

  @Test
  void of_certificates_that_nothing_uses_nobody_is_told() {
    var unused =
        arns(
            EVENTS.stream()
                .filter(event -> event.contains("\"InUse\":false,\"Exported\":false"))
                .toList());

    assertThat(unused).isNotEmpty().doesNotContainAnyElementsOf(toldOf());
  }

  @Test
  void most_renewals_are_quiet() {
    long renewals =
        EVENTS.stream().filter(event -> event.contains("\"Action\":\"RENEWAL\"")).count();

    assertThat(closings().stream().filter(AlertClosing.RENEWED::equals).count())
        .isPositive()
        .isLessThan(renewals / 2);
  }

  @Test
  void there_is_something_to_tell_in_every_month() {
    var months =
        revisions()
            .map(revision -> YearMonth.from(revision.time().atOffset(ZoneOffset.UTC)))
            .collect(Collectors.toSet());

    assertThat(months).hasSizeGreaterThanOrEqualTo(4 * 12);
  }

  @Test
  void after_years_there_is_as_much_to_see_to_as_before() {
    long open = WATCH.standings().stream().filter(standing -> standing.alert().isPresent()).count();

    assertThat(open).isBetween(1L, 15L);
  }

  private static Stream<AlertRevision> revisions() {
    return WATCH.revisions().stream();
  }

  private static Stream<AlertRevision> alerts() {
    return revisions().filter(revision -> revision.activity() != Activity.CLOSE);
  }

  private static List<AlertClosing> closings() {
    return revisions().map(AlertRevision::closing).flatMap(Optional::stream).toList();
  }

  private static Set<Cause> causes() {
    return alerts().flatMap(alert -> causes(alert).stream()).collect(Collectors.toSet());
  }

  private static List<Cause> causes(AlertRevision alert) {
    return alert.standing().alert().orElseThrow().causes();
  }

  private static Set<String> toldOf() {
    return revisions()
        .map(revision -> revision.certificate().arn().toString())
        .collect(Collectors.toSet());
  }

  private static List<DemoEvent> told(Fleet fleet, Instant until) {
    return Stream.generate(() -> fleet.next(until))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  private static CertificateWatch watched(List<String> events) {
    var history = new CertificateHistory();
    events.forEach(event -> decoded(event).parts().forEach(history::add));
    return history.until(times(events).get(events.size() - 1), Catalogue.builtIn());
  }

  private static Decoded decoded(String event) {
    return DECODER.decode(event.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Instant> times(List<String> events) {
    return events.stream().map(event -> decoded(event).eventTime().orElseThrow()).toList();
  }

  /** Of the certificates that events of ACM are of. */
  private static Set<String> arns(List<String> events) {
    var arns = new HashSet<String>();
    for (var event : events) {
      decoded(event).parts().stream()
          .flatMap(part -> part.certificate().stream())
          .forEach(word -> arns.add(word.arn().toString()));
    }
    return arns;
  }

  private static Set<String> detailTypes(List<String> events) {
    return events.stream()
        .map(DETAIL_TYPE::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toSet());
  }

  private static List<String> texts(List<DemoEvent> events) {
    return events.stream().map(event -> new String(event.json(), StandardCharsets.UTF_8)).toList();
  }
}
