// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.signal.Known;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CertificateReaderTest {
  private static final String ARN =
      "arn:aws:acm:eu-central-1:111122223333:certificate/ce271f1c-a7e0-4000-8000-000000000001";

  @ParameterizedTest
  @MethodSource("events")
  void every_event_of_acm_is_of_the_envelopes_first_resource(CertificateEventType type) {
    var payload =
        Payload.of("acm/approaching")
            .with("/detail-type", type.detailType())
            .with("/detail", Map.of());

    var event = event(payload);

    assertThat(payload.decode().format()).isEqualTo(Format.ACM);
    assertThat(event.arn()).hasToString(ARN);
    assertThat(event.type()).isEqualTo(type);
    assertThat(event.account()).isEqualTo("111122223333");
    assertThat(event.region()).isEqualTo("eu-central-1");
    assertThat(event.time()).isEqualTo(Instant.parse("2020-09-30T06:51:08Z"));
    assertThat(event.commonName()).isEmpty();
    assertThat(event.daysToExpiry()).isEmpty();
  }

  static Stream<CertificateEventType> events() {
    return Arrays.stream(CertificateEventType.values()).filter(CertificateEventType::isOfAcm);
  }

  @Test
  void the_first_shape_of_an_approaching_expiration_has_name_and_days() {
    var event = event(Payload.of("acm/approaching"));

    assertThat(event.commonName()).isEqualTo("shop.example.com");
    assertThat(event.daysToExpiry()).hasValue(31);
    assertThat(event.validityDays()).isEmpty();
    assertThat(event.inUse()).isEqualTo(Known.UNKNOWN);
    assertThat(event.exported()).isEqualTo(Known.UNKNOWN);
    assertThat(event.expiresAt()).isEmpty();
  }

  @Test
  void the_shape_of_2026_is_kept_whole() {
    var event = event(Payload.of("acm/available"));

    assertThat(event.type()).isEqualTo(CertificateEventType.AVAILABLE);
    assertThat(event.action()).isEqualTo("RENEWAL");
    assertThat(event.certificateType()).isEqualTo("AMAZON_ISSUED");
    assertThat(event.alternativeName()).isEqualTo("www.shop.example.com");
    assertThat(event.validityDays()).hasValue(198);
    assertThat(event.keyPairOrigin()).isEqualTo("AWS_MANAGED");
    assertThat(event.validationMethod()).isEqualTo("DNS");
    assertThat(event.createdAt()).contains(Instant.parse("2026-10-02T00:00:00Z"));
    assertThat(event.expiresAt()).contains(Instant.parse("2027-04-18T00:00:00Z"));
    assertThat(event.daysToExpiry()).hasValue(198);
    assertThat(event.inUse()).isEqualTo(Known.YES);
    assertThat(event.exported()).isEqualTo(Known.NO);
  }

  @Test
  void a_revocation_says_why_and_when() {
    var event = event(Payload.of("acm/revoked-by-ca"));

    assertThat(event.revocationReason()).isEqualTo("KEY_COMPROMISE");
    assertThat(event.revokedAt()).contains(Instant.parse("2026-10-02T07:00:00Z"));
    assertThat(event.serial()).isEqualTo("00:aa:bb");
    assertThat(event.exportable()).isEqualTo(Known.YES);
    assertThat(event.acmeAccount()).isEqualTo("acme-1");
    assertThat(event.acmeEndpoint())
        .isEqualTo("arn:aws:acm:eu-central-1:111122223333:acme-endpoint/1");
  }

  @Test
  void what_keeps_a_renewal_waiting_is_kept() {
    var payload =
        Payload.of("acm/approaching")
            .with("/detail-type", "ACM Certificate Renewal Action Required")
            .with("/detail/RenewalStatusReason", "PENDING_DOMAIN_VALIDATION");

    assertThat(event(payload).renewalStatusReason()).isEqualTo("PENDING_DOMAIN_VALIDATION");
  }

  @Test
  void days_in_a_string_are_days() {
    var payload = Payload.of("acm/approaching").with("/detail/DaysToExpiry", "31");

    assertThat(event(payload).daysToExpiry()).hasValue(31);
  }

  @Test
  void what_nulls_and_unreadable_values_stand_for_is_absent() {
    var payload =
        Payload.of("acm/available")
            .with("/detail/CommonName", null)
            .with("/detail/DaysToExpiry", "soon")
            .with("/detail/CertificateExpirationDate", "some day")
            .with("/detail/InUse", "MAYBE");

    var event = event(payload);

    assertThat(event.commonName()).isEmpty();
    assertThat(event.daysToExpiry()).isEmpty();
    assertThat(event.expiresAt()).isEmpty();
    assertThat(event.inUse()).isEqualTo(Known.UNKNOWN);
  }

  @Test
  void an_event_without_a_certificate_is_dead() {
    var none = Payload.of("acm/approaching").with("/resources", List.of()).part();
    var wrong = Payload.of("acm/approaching").with("/resources", List.of("ce271f1c")).part();

    assertThat(List.of(none.reason(), wrong.reason())).containsOnly("missing-field");
  }

  @Test
  void an_event_without_a_time_is_dead() {
    assertThat(Payload.of("acm/approaching").without("/time").part().reason())
        .isEqualTo("missing-field");
  }

  @Test
  void an_event_that_acm_adds_one_day_is_ignored() {
    var decoded =
        Payload.of("acm/approaching").with("/detail-type", "ACM Certificate Laminated").decode();

    assertThat(decoded.format()).isEqualTo(Format.ACM);
    assertThat(decoded.best().reason()).isEqualTo("unsupported-detail-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACM Private CA Creation", "ACM Private CA CRL Generation"})
  void private_ca_is_not_used(String detailType) {
    var decoded =
        Payload.of("acm/approaching")
            .with("/source", "aws.acm-pca")
            .with("/detail-type", detailType)
            .decode();

    assertThat(decoded.format()).isEqualTo(Format.ACM_PCA);
    assertThat(decoded.best().reason()).isEqualTo("not-used");
  }

  private static CertificateEvent event(Payload payload) {
    return payload.part().certificate().orElseThrow();
  }
}
