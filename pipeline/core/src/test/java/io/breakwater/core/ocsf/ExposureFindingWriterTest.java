// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.fixture.Findings.EASY_VECTOR;
import static io.breakwater.core.fixture.Findings.LOCAL_VECTOR;
import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.finding;
import static io.breakwater.core.fixture.Findings.function;
import static io.breakwater.core.fixture.Findings.harmless;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachableAdministrator;
import static io.breakwater.core.fixture.Findings.vulnerable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Suppression;
import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.control.Decided;
import io.breakwater.core.control.Decisions;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.exposure.Assessor;
import io.breakwater.core.exposure.Lifecycle;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.fixture.Actions;
import io.breakwater.core.fixture.FindingSchemas;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.AffectedPackage;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.Vulnerability;
import io.breakwater.core.trait.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class ExposureFindingWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final ExposureFindingWriter WRITER = new ExposureFindingWriter(CATALOGUE, "1.2.3");
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Signal EXPLOIT = exploitable(INSTANCE, "CVE-2026-0001").build();

  @Test
  void a_finding_is_valid_by_our_schema() {
    assertThat(told()).allSatisfy(one -> assertThat(FindingSchemas.faultsByOurs(one)).isEmpty());
  }

  @Test
  void a_finding_is_valid_by_ocsf() {
    assumeTrue(
        FindingSchemas.ocsfIsHere(),
        "../shared/ocsf is not here: that findings are valid OCSF is not tested");

    assertThat(told()).allSatisfy(one -> assertThat(FindingSchemas.faultsByOcsf(one)).isEmpty());
  }

  /** A create, updates, closes of both kinds, of both types, from products of all kinds. */
  private static List<byte[]> told() {
    var correlation =
        Correlation.at(START, CATALOGUE)
            .see(EXPLOIT)
            .see(reachableAdministrator(INSTANCE).build())
            .see(finding("acme/scanner", INSTANCE, "x").kind("PACKAGE_VULNERABILITY").build())
            .see(finding(Product.CONFIG, INSTANCE, "y").kind("PACKAGE_VULNERABILITY").build())
            .see(harmless(INSTANCE, "MAL-2026-0001").replayed(true).build())
            .see(control(function("orders"), "Lambda.1").build())
            .see(control(function("orders"), "Lambda.2").build())
            .see(resolved(harmless(INSTANCE, "MAL-2026-0001")))
            .see(resolved(control(function("orders"), "Lambda.2")))
            .advanceTo(START.plus(Duration.ofDays(400)));
    return correlation.revisions().stream().map(WRITER::toJson).collect(Collectors.toList());
  }

  @Test
  void the_resource_has_its_tags_by_name_and_its_owner() throws IOException {
    var tags = Tags.of(Map.of("Team", "shop", "Name", "", "aws:autoscaling:groupName", "web"));
    var open = exploitable(INSTANCE, "CVE-2026-0001").tags(tags).build();

    for (var finding : written(open, resolved(exploitable(INSTANCE, "CVE-2026-0001")))) {
      var resource = JSON.readTree(finding).at("/resources/0");
      assertThat(resource.path("tags").toString())
          .isEqualTo(
              "[{\"name\":\"Name\",\"value\":\"\"},{\"name\":\"Team\",\"value\":\"shop\"},"
                  + "{\"name\":\"aws:autoscaling:groupName\",\"value\":\"web\"}]");
      assertThat(resource.at("/owner/name").asText()).isEqualTo("shop");
      assertThat(resource.at("/owner/account/uid").asText()).isEqualTo("111122223333");
      assertThat(FindingSchemas.faultsByOurs(finding)).isEmpty();
      assertThat(FindingSchemas.faultsByOcsf(finding)).isEmpty();
    }
  }

  @Test
  void a_resource_of_which_no_tags_are_known_has_none() {
    var resource = last(EXPLOIT).at("/resources/0");

    assertThat(resource.has("tags")).isFalse();
    assertThat(resource.path("owner").has("name")).isFalse();
  }

  /** However hostile they are: a sink takes no finding that is larger. */
  @Test
  void tags_that_are_not_listed_are_counted_and_the_finding_stays_small() throws IOException {
    var many = new HashMap<String, String>();
    for (int i = 0; i < 1_000; i++) {
      many.put("\u0001".repeat(125) + i, "\u0001".repeat(256));
    }

    var finding =
        written(exploitable(INSTANCE, "CVE-2026-0001").tags(Tags.of(many)).build()).get(0);

    assertThat(finding.length).isLessThan(ExposureFindingWriter.MAX_BYTES);
    assertThat(JSON.readTree(finding).at("/resources/0/tags")).hasSize(Tags.MOST);
    assertThat(JSON.readTree(finding).at("/unmapped/left_out/tags").asInt()).isEqualTo(950);
    assertThat(FindingSchemas.faultsByOurs(finding)).isEmpty();
  }

  private static List<byte[]> written(Signal... signals) {
    return Correlation.at(START, CATALOGUE).see(List.of(signals)).revisions().stream()
        .map(WRITER::toJson)
        .collect(Collectors.toList());
  }

  @Test
  void the_title_stands_where_readers_look_for_it() {
    var finding = last(EXPLOIT);

    assertThat(finding.at("/message").asText()).startsWith("Potential Remote Execution: ");
    assertThat(finding.at("/finding_info/title")).isEqualTo(finding.get("message"));
  }

  @Test
  void a_close_says_why_to_people_and_to_machines() {
    var finding = last(EXPLOIT, resolved(exploitable(INSTANCE, "CVE-2026-0001")));

    assertThat(finding.get("status").asText()).isEqualTo("Resolved");
    assertThat(finding.get("status_detail").asText())
        .isEqualTo("What was found is reported as fixed.");
    assertThat(finding.at("/unmapped/closed").toString())
        .isEqualTo("{\"reason\":\"fixed\",\"confirmed\":true}");
  }

  @Test
  void a_close_that_nobody_confirmed_says_so() {
    var correlation =
        Correlation.at(START, CATALOGUE).see(EXPLOIT).advanceTo(START.plus(Duration.ofDays(400)));

    assertThat(last(correlation).at("/unmapped/closed").toString())
        .isEqualTo("{\"reason\":\"not-seen\",\"confirmed\":false}");
  }

  @Test
  void an_update_that_lost_evidence_says_why_and_is_still_new() {
    var finding =
        last(
            EXPLOIT,
            harmless(INSTANCE, "CVE-2026-0002").build(),
            resolved(harmless(INSTANCE, "CVE-2026-0002")));

    assertThat(finding.get("status").asText()).isEqualTo("New");
    assertThat(finding.at("/unmapped/withdrawn/reason").asText()).isEqualTo("fixed");
  }

  @Test
  void a_close_and_a_replay_are_no_alerts() {
    assertThat(last(EXPLOIT).get("is_alert").asBoolean()).isTrue();
    assertThat(last(EXPLOIT.toBuilder().replayed(true).build()).get("is_alert").asBoolean())
        .isFalse();
    assertThat(
            last(EXPLOIT, resolved(exploitable(INSTANCE, "CVE-2026-0001")))
                .get("is_alert")
                .asBoolean())
        .isFalse();
  }

  @Test
  void a_replay_is_marked() {
    assertThat(last(EXPLOIT.toBuilder().replayed(true).build()).at("/unmapped/replay").asBoolean())
        .isTrue();
  }

  @Test
  void each_factor_is_there_with_its_value_and_unknown_is_called_so() {
    var factors = last(EXPLOIT).at("/unmapped/severity_explained/factors");

    assertThat(texts(factors, "value"))
        .containsExactly("High", "Unknown", "Very High", "Very High");
    assertThat(factors.at("/1/signals")).isEmpty();
    assertThat(factors.at("/3/reason").asText()).isEqualTo("EPSS 0.94000 of CVE-2026-0001");
  }

  @Test
  void the_cell_of_the_matrix_is_told_in_words() {
    assertThat(last(EXPLOIT).get("risk_details").asText())
        .isEqualTo("High likelihood, unknown impact: High");
  }

  @Test
  void a_related_event_names_the_product_as_security_hub_does() {
    assertThat(last(EXPLOIT).at("/finding_info/related_events/0/product").toString())
        .isEqualTo(
            "{\"name\":\"Inspector\",\"vendor_name\":\"AWS\","
                + "\"uid\":\"arn:aws:securityhub:eu-central-1::productv2/aws/inspector\"}");
  }

  @Test
  void the_product_of_a_third_party_is_named_with_its_company() {
    var finding =
        last(finding("acme/scanner", INSTANCE, "x").kind("PACKAGE_VULNERABILITY").build());

    assertThat(finding.at("/finding_info/related_events/0/product").toString())
        .isEqualTo("{\"name\":\"scanner\",\"vendor_name\":\"acme\",\"uid\":\"acme/scanner\"}");
  }

  @Test
  void data_sources_are_named_once() {
    var finding =
        last(
            EXPLOIT,
            harmless(INSTANCE, "CVE-2026-0002").build(),
            control(INSTANCE, "EC2.8").build());

    assertThat(finding.at("/finding_info/data_sources").toString())
        .isEqualTo("[\"Inspector\",\"Security Hub\"]");
  }

  @Test
  void contributing_and_contextual_traits_are_told_apart() {
    var finding = last(EXPLOIT, reachableAdministrator(INSTANCE).build());

    var traits = finding.at("/finding_info/traits");

    assertThat(texts(traits, "uid"))
        .containsExactly(
            "internet-reachable",
            "administrative-access-policy",
            "high-priority-vulnerability",
            "instance-profile-associated");
    assertThat(texts(traits, "type"))
        .containsExactly(
            "Contributing Trait", "Contributing Trait", "Contributing Trait", "Contextual Trait");
  }

  @Test
  void a_malicious_package_is_an_advisory_and_no_cve() {
    var finding = last(harmless(INSTANCE, "MAL-2026-0001").build());

    assertThat(finding.at("/vulnerabilities/0/advisory/uid").asText()).isEqualTo("MAL-2026-0001");
    assertThat(finding.at("/vulnerabilities/0").has("cve")).isFalse();
  }

  @Test
  void a_vulnerability_is_told_with_score_probability_and_packages() {
    var vulnerability = last(EXPLOIT).at("/vulnerabilities/0");

    assertThat(vulnerability.at("/cve/cvss/0/version").asText()).isEqualTo("3.1");
    assertThat(vulnerability.at("/cve/epss/score").asText()).isEqualTo("0.94");
    assertThat(vulnerability.at("/affected_packages/0/fixed_in_version").asText())
        .isEqualTo("1.2.9");
    assertThat(vulnerability.get("is_exploit_available").asBoolean()).isTrue();
  }

  @Test
  void what_nobody_said_of_a_vulnerability_stays_away() {
    var silent = new Vulnerability.Builder().id("CVE-2026-0001");

    var vulnerability =
        last(vulnerable(INSTANCE, "CVE-2026-0001", silent).build()).at("/vulnerabilities/0");

    assertThat(vulnerability.has("is_exploit_available")).isFalse();
    assertThat(vulnerability.has("is_fix_available")).isFalse();
    assertThat(vulnerability.get("cve").toString()).isEqualTo("{\"uid\":\"CVE-2026-0001\"}");
  }

  @Test
  void a_resource_without_account_and_region_is_told_without_them() {
    var global = Resource.of(Arn.parse("arn:aws:ec2:::instance/i-0ccc"), INSTANCE.type(), "", "");

    var finding = last(exploitable(global, "CVE-2026-0001").build());

    assertThat(finding.get("cloud").toString())
        .isEqualTo("{\"provider\":\"AWS\",\"cloud_partition\":\"aws\"}");
    assertThat(finding.at("/finding_info/related_events/0/product/uid").asText())
        .isEqualTo("inspector");
    assertThat(FindingSchemas.faultsByOurs(bytes(finding))).isEmpty();
    assertThat(FindingSchemas.faultsByOcsf(bytes(finding))).isEmpty();
  }

  @Test
  void more_findings_than_can_be_listed_are_counted_and_those_that_decide_are_listed() {
    var signals =
        IntStream.range(0, 130)
            .mapToObj(i -> harmless(INSTANCE, "CVE-2026-1" + (100 + i)).build())
            .collect(Collectors.toCollection(ArrayList::new));
    signals.add(exploitable(INSTANCE, "CVE-2026-9999").build());

    var finding = last(Correlation.at(START, CATALOGUE).see(signals));

    assertThat(finding.at("/finding_info/related_events_count").asInt()).isEqualTo(131);
    assertThat(finding.at("/finding_info/related_events")).hasSize(100);
    assertThat(finding.at("/unmapped/left_out/related_events").asInt()).isEqualTo(31);
    assertThat(finding.at("/unmapped/left_out/vulnerabilities").asInt()).isEqualTo(31);
    assertThat(finding.at("/finding_info/related_events/0/uid"))
        .isEqualTo(finding.at("/unmapped/severity_explained/deciding_finding"));
  }

  /** Each with a title and packages as long as they get, in an alphabet of three bytes a letter. */
  @Test
  void a_resource_with_thousands_of_vulnerabilities_gives_a_finding_of_bounded_size() {
    var title = "読".repeat(2000);
    var signals =
        IntStream.range(0, 5000)
            .mapToObj(
                i ->
                    vulnerable(INSTANCE, "CVE-2026-1" + (1000 + i), crowded(i))
                        .title(title)
                        .build())
            .collect(Collectors.toList());

    var written = WRITER.toJson(assessed(signals));

    assertThat(written.length).isLessThanOrEqualTo(ExposureFindingWriter.MAX_BYTES);
    var finding = parse(written);
    assertThat(finding.at("/finding_info/related_events_count").asInt()).isEqualTo(5000);
    assertThat(finding.at("/vulnerabilities/0/cve/uid").asText()).isEqualTo("CVE-2026-15444");
    assertThat(
            finding.at("/unmapped/left_out/vulnerabilities").asInt()
                + finding.at("/vulnerabilities").size())
        .isEqualTo(5000);
    assertThat(FindingSchemas.faultsByOurs(written)).isEmpty();
    assertThat(FindingSchemas.faultsByOcsf(written)).isEmpty();
  }

  /** One of them is easy and probable, the others are neither. */
  private static Vulnerability.Builder crowded(int index) {
    boolean worst = index == 4444;
    var vulnerability =
        new Vulnerability.Builder()
            .id("CVE-2026-1" + (1000 + index))
            .cvss(worst ? EASY_VECTOR : LOCAL_VECTOR, worst ? 9.8 : 2.1)
            .epss(worst ? 0.9 : 0.0001);
    for (int i = 0; i < Vulnerability.MAX_PACKAGES; i++) {
      vulnerability.addPackage(new AffectedPackage("包".repeat(200) + i, "1.0", "1.1"));
    }
    return vulnerability;
  }

  @Test
  void what_somebody_decided_to_live_with_is_suppressed_and_says_by_whom_and_until_when() {
    var by =
        new Suppression(
            "sandbox", "Nothing of value is there.", "platform", "2026-12-31", Severity.CRITICAL);

    var written = WRITER.toJson(assessed(List.of(EXPLOIT), Decided.suppressed(by)));

    var finding = parse(written);
    assertThat(finding.path("status_id").asInt()).isEqualTo(3);
    assertThat(finding.path("status").asText()).isEqualTo("Suppressed");
    assertThat(finding.path("status_detail").asText())
        .isEqualTo("Suppressed by platform until 2026-12-31: Nothing of value is there.");
    assertThat(finding.path("is_alert").asBoolean()).isFalse();
    assertThat(finding.at("/unmapped/suppression/id").asText()).isEqualTo("sandbox");
    assertThat(finding.at("/metadata/uid"))
        .isNotEqualTo(parse(WRITER.toJson(assessed(List.of(EXPLOIT)))).at("/metadata/uid"));
    assertThat(FindingSchemas.faultsByOurs(written)).isEmpty();
    assertThat(FindingSchemas.faultsByOcsf(written)).isEmpty();
  }

  @Test
  void what_people_decided_is_told_with_who_and_when() {
    var decisions =
        Decisions.NONE
            .with(
                action(ActionKind.STATUS, 1).statusId(2).comment("Looking into it.").build(),
                Severity.CRITICAL)
            .with(action(ActionKind.SEVERITY, 2).severity(Severity.LOW).build(), Severity.CRITICAL);

    var written = WRITER.toJson(assessed(List.of(EXPLOIT), decisions.at(START, Severity.MEDIUM)));

    var finding = parse(written);
    assertThat(finding.path("status_id").asInt()).isEqualTo(2);
    assertThat(finding.path("status").asText()).isEqualTo("In Progress");
    assertThat(finding.path("severity").asText()).isEqualTo("Low");
    assertThat(finding.path("comment").asText()).isEqualTo("Looking into it.");
    assertThat(finding.at("/unmapped/status_decided/by").asText()).isEqualTo("kim@example.com");
    assertThat(finding.at("/unmapped/severity_decided/computed_severity").asText())
        .isEqualTo(parse(WRITER.toJson(assessed(List.of(EXPLOIT)))).path("severity").asText());
    assertThat(finding.at("/unmapped/comments/0/text").asText()).isEqualTo("Looking into it.");
    assertThat(finding.at("/unmapped/earlier_comments_left_out").asBoolean()).isFalse();
    assertThat(FindingSchemas.faultsByOurs(written)).isEmpty();
    assertThat(FindingSchemas.faultsByOcsf(written)).isEmpty();
  }

  @Test
  void a_ticket_that_somebody_asked_for_is_told_with_who_and_when() {
    var asked = action(ActionKind.TICKET, 1).comment("For the network team.").build();
    var decisions = Decisions.NONE.with(asked, Severity.CRITICAL);

    var written = WRITER.toJson(assessed(List.of(EXPLOIT), decisions.at(START, Severity.MEDIUM)));

    var finding = parse(written);
    var requested = finding.at("/unmapped/ticket_requested");
    assertThat(requested.path("action").asText()).isEqualTo(asked.signature().action());
    assertThat(requested.path("by").asText()).isEqualTo("kim@example.com");
    assertThat(requested.path("time").asLong()).isEqualTo(START.plusSeconds(1).toEpochMilli());
    assertThat(finding.at("/unmapped/comments/0/action")).isEqualTo(requested.path("action"));
    assertThat(finding.at("/metadata/uid"))
        .isNotEqualTo(parse(WRITER.toJson(assessed(List.of(EXPLOIT)))).at("/metadata/uid"));
    assertThat(FindingSchemas.faultsByOurs(written)).isEmpty();
    assertThat(FindingSchemas.faultsByOcsf(written)).isEmpty();
  }

  @Test
  void what_somebody_suppressed_by_an_action_says_until_which_instant() {
    var until = START.plusSeconds(3600);
    var decisions =
        Decisions.NONE.with(
            action(ActionKind.SUPPRESS, 1).reason("A test machine.").until(until).build(),
            Severity.CRITICAL);

    var during = WRITER.toJson(assessed(List.of(EXPLOIT), decisions.at(START, Severity.CRITICAL)));
    var after = WRITER.toJson(assessed(List.of(EXPLOIT), decisions.at(until, Severity.CRITICAL)));

    assertThat(parse(during).path("status_detail").asText())
        .isEqualTo("Suppressed by kim@example.com until " + until + ": A test machine.");
    assertThat(parse(during).at("/unmapped/suppression/decided_time").asLong())
        .isEqualTo(START.plusSeconds(1).toEpochMilli());
    assertThat(parse(after).path("status").asText()).isEqualTo("New");
    assertThat(parse(after).at("/unmapped/suppression_ended/owner").asText())
        .isEqualTo("kim@example.com");
    assertThat(FindingSchemas.faultsByOurs(during)).isEmpty();
    assertThat(FindingSchemas.faultsByOcsf(during)).isEmpty();
    assertThat(FindingSchemas.faultsByOurs(after)).isEmpty();
  }

  private static Action.Builder action(ActionKind kind, int second) {
    return Actions.of(kind, second, INSTANCE);
  }

  @Test
  void our_schema_refuses_a_suppression_that_alerts_and_a_suppressed_finding_without_one() {
    var by =
        new Suppression(
            "sandbox", "Nothing of value is there.", "platform", "2026-12-31", Severity.CRITICAL);
    var suppressed =
        new String(
            WRITER.toJson(assessed(List.of(EXPLOIT), Decided.suppressed(by))),
            StandardCharsets.UTF_8);

    var alerting = suppressed.replace("\"is_alert\":false", "\"is_alert\":true");
    var without = suppressed.replace("\"suppression\":{", "\"suppressions\":{");
    assertThat(FindingSchemas.faultsByOurs(alerting.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    assertThat(FindingSchemas.faultsByOurs(without.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  private static Revision assessed(List<Signal> signals) {
    return assessed(signals, Decided.NOTHING);
  }

  private static Revision assessed(List<Signal> signals, Decided decided) {
    var evidence =
        signals.stream()
            .map(signal -> Evidence.of(signal, CATALOGUE.recognise(signal)))
            .collect(Collectors.toList());
    return Lifecycle.next(
            Optional.empty(),
            Optional.empty(),
            new Assessor(CATALOGUE).assess(evidence),
            decided,
            new Pending(START, null, false))
        .orElseThrow();
  }

  @Test
  void findings_that_say_the_same_are_one_signal_with_copies() {
    var finding =
        last(
            EXPLOIT,
            EXPLOIT.toBuilder().product("acme/scanner").findingUid("acme-1").build(),
            harmless(INSTANCE, "CVE-2026-0002").build());

    var worst = finding.at("/finding_info/related_events/0");
    assertThat(finding.at("/finding_info/related_events_count").asInt()).isEqualTo(2);
    assertThat(worst.get("count").asInt()).isEqualTo(2);
    assertThat(worst.at("/tags/0/values").toString())
        .isEqualTo("[\"" + EXPLOIT.findingUid() + "\"]");
  }

  @Test
  void what_is_suppressed_is_visible_and_counts_for_nothing() {
    var suppressed =
        EXPLOIT.toBuilder().state(SignalState.SUPPRESSED).updatedAt(START.plusSeconds(9)).build();

    var finding = last(EXPLOIT, harmless(INSTANCE, "CVE-2026-0002").build(), suppressed);

    assertThat(finding.get("severity").asText()).isEqualTo("Low");
    assertThat(texts(finding.at("/unmapped/suppressed"), "uid"))
        .containsExactly(EXPLOIT.findingUid());
    assertThat(finding.at("/unmapped/withdrawn/reason").asText()).isEqualTo("suppressed");
  }

  @Test
  void the_step_that_lowers_the_severity_most_comes_first() {
    var finding =
        last(
            harmless(INSTANCE, "CVE-2026-0002").build(),
            reachableAdministrator(INSTANCE).build(),
            EXPLOIT);

    var steps = finding.at("/unmapped/remediation_steps");
    assertThat(texts(steps, "trait"))
        .containsExactly(
            "high-priority-vulnerability",
            "low-priority-vulnerability",
            "internet-reachable",
            "administrative-access-policy");
    assertThat(texts(steps, "severity_after")).containsExactly("High", "None", "None", "None");
  }

  @Test
  void an_exposure_that_opens_again_says_what_it_is_a_sequel_of() {
    var again = exploitable(INSTANCE, "CVE-2026-0001").updatedAt(START.plusSeconds(99)).build();

    var finding = last(EXPLOIT, resolved(exploitable(INSTANCE, "CVE-2026-0001")), again);

    assertThat(finding.get("activity_name").asText()).isEqualTo("Create");
    assertThat(finding.at("/unmapped/episode").toString())
        .isEqualTo(
            "{\"number\":2,\"reopened_after\":"
                + START.plusSeconds(60).toEpochMilli()
                + ",\"closed_before_as\":\"fixed\"}");
  }

  @Test
  void a_close_because_the_resource_is_gone_says_so() {
    var deletion =
        finding(Product.CONFIG, INSTANCE, "item")
            .state(SignalState.DELETED)
            .updatedAt(START.plusSeconds(60))
            .build();

    var finding = last(EXPLOIT, deletion);

    assertThat(finding.at("/unmapped/closed/reason").asText()).isEqualTo("resource-deleted");
    assertThat(finding.get("status").asText()).isEqualTo("Resolved");
  }

  @Test
  void a_finding_is_one_line() {
    var signal = EXPLOIT.toBuilder().title("two\nlines \u2028 and \"quotes\"").build();

    var written = WRITER.toJson(revision(Correlation.at(START, CATALOGUE).see(signal)));

    assertThat(written).doesNotContain('\n');
    assertThat(parse(written).at("/finding_info/related_events/0/title").asText())
        .isEqualTo(signal.title());
  }

  @Test
  void the_same_revision_is_always_the_same_bytes() {
    var revision = revision(Correlation.at(START, CATALOGUE).see(EXPLOIT));

    assertThat(WRITER.toJson(revision)).isEqualTo(WRITER.toJson(revision));
  }

  private static Signal resolved(Signal.Builder signal) {
    return signal.updatedAt(START.plusSeconds(60)).state(SignalState.RESOLVED).build();
  }

  private static JsonNode last(Signal... signals) {
    return last(Correlation.at(START, CATALOGUE).see(List.of(signals)));
  }

  private static JsonNode last(Correlation correlation) {
    return parse(WRITER.toJson(revision(correlation)));
  }

  private static Revision revision(Correlation correlation) {
    var revisions = correlation.revisions();
    return revisions.get(revisions.size() - 1);
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(node -> node.get(field).asText())
        .collect(Collectors.toList());
  }

  private static byte[] bytes(JsonNode finding) {
    return finding.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode parse(byte[] finding) {
    try {
      return JSON.readTree(finding);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
