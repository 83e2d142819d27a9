// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events of scenarios, as ACM, Health and Config write them. */
final class CertificateEventReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void an_event_of_acm_is_of_the_first_resource_of_its_envelope() throws IOException {
    var event = last("'origin': 'public', 'validity': 198", "{'day': 2, 'available': 'ISSUANCE'}");

    assertThat(event.path("source").asText()).isEqualTo("aws.acm");
    assertThat(event.path("detail-type").asText()).isEqualTo("ACM Certificate Available");
    assertThat(event.path("time").asText()).isEqualTo("2026-01-03T00:00:00Z");
    assertThat(event.at("/resources/0").asText())
        .isEqualTo(CertificateEventReader.certificateOf("scenario").arn())
        .matches("arn:aws:acm:eu-central-1:111122223333:certificate/[0-9a-f-]{36}");
  }

  @Test
  void dates_are_those_of_the_issue_that_there_is() throws IOException {
    var event =
        last(
            "'origin': 'public', 'validity': 198",
            "{'day': 0, 'available': 'ISSUANCE'}, {'day': 153, 'available': 'RENEWAL', 'lost':"
                + " true}, {'day': 321, 'actionRequired': 'CAA_ERROR'}");

    assertThat(event.at("/detail/DaysToExpiry").asInt()).isEqualTo(30);
    assertThat(event.at("/detail/CertificateExpirationDate").asText())
        .isEqualTo("2026-12-18T00:00:00Z");
  }

  @Test
  void the_old_shape_does_not_say_whether_it_is_used() throws IOException {
    var event =
        last("'origin': 'public', 'validity': 198, 'shape': 'old'", "{'available': 'ISSUANCE'}");

    assertThat(event.path("detail").fieldNames())
        .toIterable()
        .containsExactly(
            "Action",
            "CertificateType",
            "CommonName",
            "DomainValidationMethod",
            "CertificateCreatedDate",
            "CertificateExpirationDate",
            "DaysToExpiry");
  }

  @Test
  void the_shape_of_now_says_it() throws IOException {
    var event =
        last(
            "'origin': 'imported', 'validity': 198, 'inUse': 'no'",
            "{'available': 'IMPORT', 'exported': 'unknown'}");

    assertThat(event.at("/detail/InUse").isBoolean()).isTrue();
    assertThat(event.at("/detail/InUse").asBoolean()).isFalse();
    assertThat(event.path("detail").has("Exported")).isFalse();
  }

  @Test
  void the_shape_of_2026_tells_where_the_key_is_from() throws IOException {
    var event = last("'origin': 'acme', 'validity': 47", "{'approaching': 30}");

    assertThat(event.at("/detail/CertificateKeyPairOrigin").asText()).isEqualTo("ACME");
    assertThat(event.at("/detail/ValidityInDays").asInt()).isEqualTo(47);
    assertThat(event.path("detail").has("AcmeAccountId")).isTrue();
  }

  @Test
  void of_an_unknown_origin_no_event_tells() throws IOException {
    var event =
        last("'origin': 'unknown', 'validity': 47, 'shape': '2026'", "{'available': 'IMPORT'}");

    assertThat(event.path("detail").has("CertificateType")).isFalse();
    assertThat(event.path("detail").has("CertificateKeyPairOrigin")).isFalse();
  }

  @Test
  void an_event_that_comes_late_says_when_it_happened() throws IOException {
    var event =
        last("'origin': 'public', 'validity': 198", "{'day': 3, 'expired': true, 'arrives': 9}");

    assertThat(event.path("time").asText()).isEqualTo("2026-01-04T00:00:00Z");
  }

  @Test
  void a_notice_of_health_names_the_certificate_that_it_affects() throws IOException {
    var event = last("'origin': 'public', 'validity': 198", "{'health': 'CAA_CHECK_FAILURE'}");

    assertThat(event.at("/detail/affectedEntities/0/entityValue").asText())
        .isEqualTo(CertificateEventReader.certificateOf("scenario").arn());
    assertThat(event.at("/detail/startTime").asText()).isEqualTo("Thu, 1 Jan 2026 00:00:00 GMT");
  }

  @Test
  void a_listener_is_one_of_the_load_balancer_of_its_name() throws IOException {
    var events =
        "{'presenter': 'loadBalancer', 'called': 'shop', 'scheme': 'internal'}, {'presenter':"
            + " 'listener', 'called': 'shop'}";
    var balancer = all("'origin': 'public', 'validity': 198", events).get(0);
    var listener = all("'origin': 'public', 'validity': 198", events).get(1);

    assertThat(listener.at("/detail/configurationItem/configuration/LoadBalancerArn").asText())
        .isEqualTo(balancer.at("/detail/configurationItem/ARN").asText())
        .contains(":loadbalancer/app/shop-");
    assertThat(
            listener
                .at("/detail/configurationItem/configuration/Certificates/0/CertificateArn")
                .asText())
        .isEqualTo(CertificateEventReader.certificateOf("scenario").arn());
  }

  @Test
  void what_a_certificate_is_used_by_has_the_arn_of_what_presents_it() throws IOException {
    var events =
        "{'presenter': 'distribution', 'called': 'shop'}, {'configuration': {'inUseBy':"
            + " ['distribution shop']}}";
    var distribution = all("'origin': 'public', 'validity': 198", events).get(0);
    var certificate = all("'origin': 'public', 'validity': 198", events).get(1);

    assertThat(certificate.at("/detail/configurationItem/configuration/inUseBy/0").asText())
        .isEqualTo(distribution.at("/detail/configurationItem/ARN").asText());
  }

  private static JsonNode last(String certificate, String events) throws IOException {
    var all = all(certificate, events);
    return all.get(all.size() - 1);
  }

  private static List<JsonNode> all(String certificate, String events) throws IOException {
    var deliveries =
        CertificateEventReader.read(
            json("{" + certificate + "}"),
            json("[" + events + "]"),
            "scenario",
            (node, fault) -> {
              throw new AssertionError(fault);
            });
    var all = new ArrayList<JsonNode>();
    for (var delivery : deliveries) {
      all.add(JSON.readTree(delivery.event().bytes(START)));
    }
    return all;
  }

  /** Events are named by their lines, which only such nodes know. */
  private static JsonNode json(String text) throws IOException {
    var bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return JsonNodes.readTree(
        JSON, new ByteArrayInputStream(bytes), LocationJsonNodeFactoryFactory.getInstance());
  }
}
