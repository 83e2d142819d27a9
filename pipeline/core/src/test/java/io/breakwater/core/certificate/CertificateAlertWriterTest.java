// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import static io.breakwater.core.certificate.Words.ARN;
import static io.breakwater.core.certificate.Words.actionRequired;
import static io.breakwater.core.certificate.Words.approaching;
import static io.breakwater.core.certificate.Words.available;
import static io.breakwater.core.certificate.Words.day;
import static io.breakwater.core.certificate.Words.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.CertificateWatch;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.fixture.FindingSchemas;
import io.breakwater.core.ocsf.CertificateAlertWriter;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.Known;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of an alert is valid, and its schema promises neither more nor less. */
final class CertificateAlertWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Tags TAGS = Tags.of(Map.of("Team", "shop team", "Name", ""));
  private static final Tags OTHER_TAGS = Tags.of(Map.of("Team", "x"));
  private static final CertificateAlertWriter WRITER = new CertificateAlertWriter(CATALOGUE, "1");

  /** Stories that bring every field about. */
  static Stream<List<CertificateEvent>> stories() {
    var all = new ArrayList<List<CertificateEvent>>();
    for (var cause : Cause.reasons()) {
      all.add(
          List.of(
              available("AMAZON_ISSUED", "ISSUANCE", 0, 198),
              actionRequired(160, 38, cause.name()),
              available("AMAZON_ISSUED", "RENEWAL", 170, 198)));
    }
    all.add(List.of(available("IMPORTED", "IMPORT", 0, 90), approaching(50, 40)));
    all.add(List.of(approaching(50, 40)));
    all.add(List.of(available("PRIVATE", "ISSUANCE", 0, 395)));
    all.add(
        List.of(
            event(CertificateEventType.REVOKED_BY_CA, 10)
                .with(CertificateField.REVOCATION_REASON, "KEY_COMPROMISE")
                .with(CertificateField.SERIAL, "00:aa:bb")
                .with(CertificateField.EXPORTED, Known.YES)
                .with(CertificateField.ALTERNATIVE_NAME, "www.example.com")
                .with(CertificateField.KEY_PAIR_ORIGIN, "ACME")
                .with(CertificateField.ACME_ACCOUNT, "acme-1")
                .with(CertificateField.ACME_ENDPOINT, "arn:aws:acm:x:111122223333:acme-endpoint/1")
                .build(),
            event(CertificateEventType.DELETED, 30).build()));
    all.add(
        List.of(
            event(CertificateEventType.RENEWAL_CONTROL, 10)
                .with(CertificateField.STATUS, "FAILED")
                .build(),
            event(CertificateEventType.KEY_CONTROL, 11)
                .with(CertificateField.STATUS, "FAILED")
                .build(),
            event(CertificateEventType.CONFIGURATION, 12)
                .with(CertificateField.EXPIRES_AT, day(40))
                .with(CertificateField.OWNER, "shop team")
                .with(CertificateField.TAGS, CertificateTags.write(TAGS))
                .with(CertificateField.ISSUER, "Example CA")
                .with(CertificateField.RENEWAL_STATUS, "PENDING_VALIDATION")
                .with(CertificateField.USED_BY, loadBalancer(7))
                .build()));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void every_revision_is_valid_by_ocsf_and_by_our_schema(List<CertificateEvent> story) {
    assertThat(revisions(story))
        .isNotEmpty()
        .allSatisfy(
            revision -> {
              assertThat(FindingSchemas.faultsOfCertificateAlert(WRITER.toJson(revision)))
                  .isEmpty();
              assertThat(FindingSchemas.faultsByOcsf(WRITER.toJson(revision))).isEmpty();
            });
  }

  /** Of an imported certificate whose labels are told twice, and which is deleted then. */
  private static List<AlertRevision> toldOf(Tags first, String owner, Tags last, String lastOwner) {
    return revisions(
        List.of(
            available("IMPORTED", "IMPORT", 0, 90),
            event(CertificateEventType.KEY_CONTROL, 76)
                .with(CertificateField.TAGS, CertificateTags.write(first))
                .with(CertificateField.OWNER, owner)
                .build(),
            event(CertificateEventType.CONFIGURATION, 77)
                .with(CertificateField.TAGS, CertificateTags.write(last))
                .with(CertificateField.OWNER, lastOwner)
                .build(),
            event(CertificateEventType.DELETED, 78).build()));
  }

  @Test
  void a_certificate_has_the_tags_and_the_owner_that_were_told_last() throws IOException {
    var told = toldOf(OTHER_TAGS, "x", TAGS, "shop team");
    var last = told.subList(told.size() - 3, told.size());

    assertThat(last)
        .extracting(AlertRevision::activity)
        .containsExactly(Activity.UPDATE, Activity.UPDATE, Activity.CLOSE);
    assertThat(written(last.get(0)).at("/resources/0/owner/name").asText()).isEqualTo("x");
    for (var alert : List.of(written(last.get(1)), written(last.get(2)))) {
      var resource = alert.at("/resources/0");
      assertThat(resource.path("tags").toString())
          .isEqualTo(
              "[{\"name\":\"Name\",\"value\":\"\"},{\"name\":\"Team\",\"value\":\"shop team\"}]");
      assertThat(resource.at("/owner/name").asText()).isEqualTo("shop team");
    }
  }

  @Test
  void a_certificate_whose_tags_were_taken_away_has_none() throws IOException {
    var told = toldOf(TAGS, "shop team", Tags.NONE, "");

    var before = written(told.get(told.size() - 3));
    var last = written(told.get(told.size() - 2));

    assertThat(before.at("/resources/0/tags")).hasSize(2);
    assertThat(last.at("/resources/0/tags").isMissingNode()).isTrue();
    assertThat(last.at("/resources/0/owner/name").isMissingNode()).isTrue();
    assertThat(last.at("/unmapped/certificate/owner").isMissingNode()).isTrue();
  }

  @Test
  void tags_that_are_not_listed_are_counted() throws IOException {
    var many = Tags.of(Map.of("Team", "shop team", "Name", "n".repeat(1000)));
    var item =
        event(CertificateEventType.CONFIGURATION, 1)
            .with(CertificateField.TAGS, CertificateTags.write(many))
            .build();

    var alert = revisions(List.of(available("IMPORTED", "IMPORT", 0, 90), item)).get(0);

    assertThat(written(alert).at("/unmapped/certificate/tags_left_out").asInt()).isEqualTo(1);
    assertThat(FindingSchemas.faultsOfCertificateAlert(WRITER.toJson(alert))).isEmpty();
  }

  @Test
  void what_uses_it_is_affected_and_says_whose_it_is() throws IOException {
    var alert = written(revisions(List.of(available("IMPORTED", "IMPORT", 0, 90))).get(0));

    assertThat(alert.at("/resources/0/uid").asText()).isEqualTo(ARN.toString());
    assertThat(alert.at("/resources/1/uid").asText()).isEqualTo(loadBalancer(0));
    assertThat(alert.at("/resources/1/role").asText()).isEqualTo("Affected");
    assertThat(alert.at("/resources/1/owner/name").asText()).isEqualTo("shop team");
    assertThat(alert.path("resources")).hasSize(1 + CertificateStanding.MAX_NAMED);
    assertThat(alert.at("/unmapped/used_by/count").asInt()).isEqualTo(30);
    assertThat(alert.at("/unmapped/used_by/left_out").asInt()).isEqualTo(5);
    assertThat(alert.at("/unmapped/severity_explained/shifts/0/id").asText()).isEqualTo("internet");
  }

  @Test
  void the_certificate_is_described_as_ocsf_describes_one() throws IOException {
    var alert = written(revisions(List.of(available("AMAZON_ISSUED", "ISSUANCE", 0, 198))).get(0));
    var certificate = alert.at("/evidences/0/tls/certificate");

    assertThat(certificate.path("issuer").asText()).isEqualTo("Amazon");
    assertThat(certificate.path("serial_number").asText()).isEqualTo("unknown");
    assertThat(certificate.path("subject").asText()).isEqualTo("CN=shop.example.com");
    assertThat(certificate.path("expiration_time").asLong()).isEqualTo(day(198).toEpochMilli());
    assertThat(alert.at("/unmapped/certificate/days_left").asInt()).isEqualTo(30);
    assertThat(alert.at("/unmapped/certificate/renewal_starts_at_days").asInt()).isEqualTo(45);
    assertThat(alert.at("/remediation/desc").asText()).contains("ACM should have renewed it");
  }

  @Test
  void what_may_be_in_order_is_said_with_little_confidence() throws IOException {
    var told = revisions(List.of(available("IMPORTED", "IMPORT", 0, 90), approaching(60, 30)));
    var first = written(told.get(0));
    var silent = written(told.get(1));

    assertThat(first.path("confidence").asText()).isEqualTo("High");
    assertThat(silent.path("confidence").asText()).isEqualTo("Low");
    assertThat(silent.at("/unmapped/certificate/silent_since").asText())
        .isEqualTo(day(61).toString());
  }

  @Test
  void every_object_of_the_schema_is_closed_and_every_field_described() throws IOException {
    var schema = JSON.readTree(getClass().getResourceAsStream(FindingSchemas.OF_CERTIFICATES));

    assertThat(schema.findParents("properties"))
        .filteredOn(node -> node.path("type").asText().equals("object"))
        .allSatisfy(
            node -> {
              assertThat(node.path("additionalProperties").asBoolean(true)).isFalse();
              node.path("properties")
                  .forEach(
                      field -> assertThat(field.path("description").asText()).matches("\\S.*\\."));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'', severity, Low",
    "'', status, Resolved",
    "'', activity_name, Close",
    "'', surprise, 1",
    "/unmapped, surprise, 1",
    "/unmapped/certificate, state, fine",
    "/finding_info, uid, alert-1",
    "/metadata, version, 1.7.0"
  })
  void what_contradicts_or_is_not_described_is_refused(String place, String field, String value)
      throws IOException {
    var alert = written(revisions(List.of(approaching(50, 1))).get(0));
    ((ObjectNode) alert.at(place)).put(field, value);

    assertThat(faults(alert)).isNotEmpty();
  }

  private static List<String> faults(JsonNode alert) {
    return FindingSchemas.faultsOfCertificateAlert(
        alert.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode written(AlertRevision revision) throws IOException {
    return JSON.readTree(WRITER.toJson(revision));
  }

  private static List<AlertRevision> revisions(List<CertificateEvent> story) {
    var watch = CertificateWatch.at(Words.START, CATALOGUE);
    var items = new ArrayList<PresenterItem>();
    for (int i = 0; i < 30; i++) {
      items.add(presenter(i));
    }
    watch.see(List.of(), items);
    story.stream()
        .sorted(Comparator.comparing(CertificateEvent::time))
        .forEach(event -> watch.advanceTo(event.time()).see(List.of(event), List.of()));
    return watch.advanceTo(day(900)).revisions();
  }

  private static String loadBalancer(int number) {
    return String.format(
        "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web-%02d/50dc",
        number);
  }

  /** The first is on the internet. */
  private static PresenterItem presenter(int number) {
    var arn = Arn.parse(loadBalancer(number));
    var resource =
        Resource.of(
            arn,
            ResourceType.named("AWS::ElasticLoadBalancingV2::LoadBalancer"),
            "111122223333",
            "eu-central-1");
    return new PresenterItem(
        resource,
        arn,
        List.of(ARN),
        Known.of(number == 0),
        "shop team",
        false,
        Words.START,
        Words.START,
        false);
  }
}
