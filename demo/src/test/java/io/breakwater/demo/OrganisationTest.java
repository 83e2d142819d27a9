// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.decode.Decision;
import io.breakwater.core.decode.Decoded;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.decode.Format;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.signal.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class OrganisationTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Set<String> EXAMPLE_ACCOUNTS =
      Set.of(
          "111122223333",
          "222233334444",
          "333344445555",
          "444455556666",
          "555566667777",
          "999988887777");

  private static final List<DemoEvent> EVENTS = told(Organisation.seeded(7), 3_000);

  /** What the readers of each format may make of an event that is whole. */
  private static final Set<Decision> UNDERSTOOD = EnumSet.of(Decision.SIGNALS, Decision.RELATIONS);

  /**
   * Scans say nothing of weaknesses, and Config names policies by an id that no ARN can be made of.
   */
  private static final Set<String> OF_NO_USE =
      Set.of("unsupported-detail-type", "resource-without-arn");

  @Test
  void the_same_seed_tells_the_same_story() {
    var one = EVENTS;

    var other = told(Organisation.seeded(7), 3_000);

    assertThat(texts(one)).isEqualTo(texts(other));
  }

  @Test
  void another_seed_tells_another_story() {
    var one = told(Organisation.seeded(7), 10);

    var other = told(Organisation.seeded(8), 10);

    assertThat(texts(one)).isNotEqualTo(texts(other));
  }

  @Test
  void every_event_is_stamped_with_the_time_it_is_asked_for() {
    var decoder = Decoder.withLimit(1 << 20);
    var organisation = Organisation.seeded(7);

    var event = organisation.opening(START).get(0);

    assertThat(decoder.decode(event.json()).eventTime()).contains(START);
  }

  @Test
  void every_event_of_a_format_with_a_reader_is_understood() {
    var decoded = decoded(EVENTS);
    var formats = formatsRead(decoded);

    var misread =
        decoded.stream()
            .filter(record -> formats.contains(record.format()))
            .filter(record -> !UNDERSTOOD.contains(record.best().decision()))
            .filter(record -> !OF_NO_USE.contains(record.best().reason()))
            .map(record -> record.format() + " " + record.best() + " " + record.best().detail())
            .distinct();

    assertThat(misread).isEmpty();
  }

  @Test
  void inspector_findings_are_signals() {
    var findings =
        EVENTS.stream().filter(event -> text(event).contains("\"Inspector2 Finding\"")).toList();

    assertThat(decoded(findings))
        .isNotEmpty()
        .allSatisfy(record -> assertThat(record.best().decision()).isEqualTo(Decision.SIGNALS));
  }

  @Test
  void only_what_broke_on_its_way_is_a_dead_letter() {
    var decoded = decoded(EVENTS);

    var dead =
        decoded.stream()
            .filter(record -> record.best().decision() == Decision.DEAD_LETTER)
            .toList();

    assertThat(dead)
        .isNotEmpty()
        .hasSizeLessThan(100)
        .allSatisfy(record -> assertThat(record.best().reason()).isEqualTo("truncated-json"));
  }

  @Test
  void a_few_events_are_of_no_use() {
    var events = texts(EVENTS);

    var useless = events.stream().filter(event -> event.contains("EC2 Instance State-change"));

    assertThat(useless).isNotEmpty().hasSizeLessThan(150);
  }

  @Test
  void every_detail_type_is_told() {
    var detailTypes =
        texts(EVENTS).stream().map(OrganisationTest::detailType).collect(Collectors.toSet());

    assertThat(detailTypes)
        .contains(
            "Security Hub Findings - Imported",
            "Findings Imported V2",
            "Inspector2 Finding",
            "GuardDuty Finding",
            "Macie Finding",
            "Access Analyzer Finding",
            "Unused Access Finding for IAM entities",
            "Config Configuration Item Change",
            "Config Rules Compliance Change");
  }

  @Test
  void certificates_are_left_to_the_fleet() {
    assertThat(texts(EVENTS))
        .noneMatch(event -> event.contains("aws.acm"))
        .noneMatch(event -> event.contains("AWS::ACM::Certificate"));
  }

  @Test
  void all_four_classes_of_ocsf_are_told() {
    var events = String.join("\n", texts(EVENTS));

    assertThat(events)
        .contains("\"class_uid\":2002", "\"class_uid\":2003")
        .contains("\"class_uid\":2004", "\"class_uid\":2006");
  }

  @Test
  void all_three_kinds_of_inspector_findings_are_told() {
    var events = String.join("\n", texts(EVENTS));

    assertThat(events)
        .contains(
            "\"PACKAGE_VULNERABILITY\"", "\"NETWORK_REACHABILITY\"", "\"CODE_VULNERABILITY\"");
  }

  @Test
  void exposures_open_rise_and_close() {
    var told = new Told();

    EVENTS.forEach(event -> told.take(event.json()));

    assertThat(told.count(Activity.CREATE)).isGreaterThan(60);
    assertThat(told.rises()).isGreaterThan(20);
    assertThat(told.count(Activity.CLOSE)).isGreaterThan(40);
  }

  @Test
  void exposures_of_every_severity_occur() {
    var told = new Told();

    EVENTS.forEach(event -> told.take(event.json()));

    assertThat(told.severities())
        .contains(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);
  }

  @Test
  void the_opening_makes_exposures_of_instances_functions_buckets_and_users() {
    var told = new Told();

    Organisation.seeded(7).opening(START).forEach(event -> told.take(event.json()));

    assertThat(told.openTypes())
        .containsExactlyInAnyOrder(
            "AWS::EC2::Instance", "AWS::IAM::User", "AWS::Lambda::Function", "AWS::S3::Bucket");
  }

  @Test
  void after_many_events_there_is_as_much_open_as_before() {
    var told = new Told();
    var organisation = Organisation.seeded(7);

    for (int i = 0; i < 5_000; i++) {
      told.take(organisation.next(START.plusMillis(i * 100L)).json());
    }

    assertThat(told.open()).isBetween(8, 60);
  }

  @Test
  void accounts_are_those_of_examples() {
    var account = Pattern.compile("(?<![0-9a-fA-F.-])\\d{12}(?![0-9a-fA-F.])");

    var accounts =
        texts(EVENTS).stream()
            .flatMap(text -> account.matcher(text).results())
            .map(match -> match.group())
            .collect(Collectors.toSet());

    assertThat(accounts).isNotEmpty().isSubsetOf(EXAMPLE_ACCOUNTS);
  }

  @Test
  void findings_are_as_long_as_real_ones() {
    var findings = EVENTS.stream().filter(event -> text(event).contains("inding")).toList();

    assertThat(findings.stream().mapToInt(event -> event.json().length).average().orElseThrow())
        .isBetween(2_500.0, 4_000.0);
  }

  private static List<DemoEvent> told(Organisation organisation, int events) {
    var told = new ArrayList<>(organisation.opening(START));
    for (int i = 0; i < events; i++) {
      told.add(organisation.next(START.plusMillis(i * 100L)));
    }
    return told;
  }

  private static List<String> texts(List<DemoEvent> events) {
    return events.stream().map(OrganisationTest::text).toList();
  }

  private static String text(DemoEvent event) {
    return new String(event.json(), StandardCharsets.UTF_8);
  }

  private static List<Decoded> decoded(List<DemoEvent> events) {
    var decoder = Decoder.withLimit(1 << 20);
    return events.stream().map(event -> decoder.decode(event.json())).toList();
  }

  /** Those of which something is understood; a format without a reader is ignored as a whole. */
  private static Set<Format> formatsRead(List<Decoded> decoded) {
    return decoded.stream()
        .filter(record -> UNDERSTOOD.contains(record.best().decision()))
        .map(Decoded::format)
        .collect(Collectors.toSet());
  }

  private static String detailType(String event) {
    int start = event.indexOf("\"detail-type\":\"") + "\"detail-type\":\"".length();
    return event.substring(start, event.indexOf('"', start));
  }
}
