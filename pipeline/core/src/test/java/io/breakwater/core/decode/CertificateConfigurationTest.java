// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.ConfigItems.ELB;
import static io.breakwater.core.decode.ConfigItems.attributes;
import static io.breakwater.core.decode.ConfigItems.item;
import static io.breakwater.core.decode.ConfigItems.relations;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.certificate.CertificateField;
import io.breakwater.core.certificate.CertificateSignals;
import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Config records of certificates and of what presents them. */
final class CertificateConfigurationTest {
  private static final String CERTIFICATE =
      "arn:aws:acm:eu-central-1:111122223333:certificate/61f50cd4-0000-4000-8000-000000000001";
  private static final String BALANCER = ELB + "loadbalancer/app/web/50dc";
  private static final String LISTENER = ELB + "listener/app/web/50dc/f2f7";
  private static final String CLASSIC = ELB + "loadbalancer/old";
  private static final String DISTRIBUTION =
      "arn:aws:cloudfront::111122223333:distribution/E2ABCDEFGHIJKL";
  private static final String DOMAIN_NAME =
      "arn:aws:apigateway:eu-central-1::/domainnames/api.example.com";

  @ParameterizedTest
  @ValueSource(strings = {"AWS::ACM::Certificate", "AWS::CertificateManager::Certificate"})
  void a_certificate_says_how_it_stands(String type) {
    var configuration = new HashMap<String, Object>();
    configuration.put("domainName", "shop.example.com");
    configuration.put("type", "AMAZON_ISSUED");
    configuration.put("status", "ISSUED");
    configuration.put("serial", "00:aa:bb");
    configuration.put("issuer", "Amazon");
    configuration.put("notBefore", 1_767_225_600_000L);
    configuration.put("notAfter", "2026-07-18T00:00:00Z");
    configuration.put("renewalEligibility", "INELIGIBLE");
    configuration.put(
        "renewalSummary",
        Map.of("renewalStatus", "PENDING_VALIDATION", "renewalStatusReason", "CAA_ERROR"));
    configuration.put("domainValidationOptions", List.of(Map.of("validationMethod", "DNS")));
    configuration.put("inUseBy", List.of(BALANCER));
    var item = item(type, CERTIFICATE, configuration).with("/tags", Map.of("Team", "shop"));

    var event = event(item);

    assertThat(event.type()).isEqualTo(CertificateEventType.CONFIGURATION);
    assertThat(event.arn()).hasToString(CERTIFICATE);
    assertThat(event.commonName()).isEqualTo("shop.example.com");
    assertThat(event.certificateType()).isEqualTo("AMAZON_ISSUED");
    assertThat(event.status()).isEqualTo("ISSUED");
    assertThat(event.serial()).isEqualTo("00:aa:bb");
    assertThat(event.createdAt()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(event.expiresAt()).contains(Instant.parse("2026-07-18T00:00:00Z"));
    assertThat(event.renewalStatus()).isEqualTo("PENDING_VALIDATION");
    assertThat(event.renewalStatusReason()).isEqualTo("CAA_ERROR");
    assertThat(event.validationMethod()).isEqualTo("DNS");
    assertThat(event.text(CertificateField.RENEWAL_ELIGIBLE)).isEqualTo("NO");
    assertThat(event.text(CertificateField.OWNER)).isEqualTo("shop");
    assertThat(event.inUse()).isEqualTo(Known.YES);
    assertThat(event.usedBy()).containsExactly(BALANCER);
    assertThat(relations(item)).containsExactly(BALANCER + " presents " + CERTIFICATE);
  }

  @Test
  void an_empty_list_of_users_is_word_that_nothing_uses_it_and_none_is_no_word() {
    var type = "AWS::ACM::Certificate";

    assertThat(event(item(type, CERTIFICATE, Map.of("inUseBy", List.of()))).inUse())
        .isEqualTo(Known.NO);
    assertThat(event(item(type, CERTIFICATE, Map.of())).inUse()).isEqualTo(Known.UNKNOWN);
  }

  @Test
  void a_certificate_that_was_deleted_is_said_to_be() {
    var item =
        item("AWS::ACM::Certificate", CERTIFICATE)
            .with("/configurationItemStatus", "ResourceDeleted");

    assertThat(event(item).type()).isEqualTo(CertificateEventType.DELETED);
  }

  @Test
  void a_listener_presents_for_its_load_balancer() {
    var item =
        item(
            "AWS::ElasticLoadBalancingV2::Listener",
            LISTENER,
            Map.of("certificates", List.of(Map.of("certificateArn", CERTIFICATE))));

    var presenter = presenter(item);

    assertThat(presenter.presenter().arn()).hasToString(BALANCER);
    assertThat(presenter.item()).hasToString(LISTENER);
    assertThat(presenter.certificates()).asString().contains(CERTIFICATE);
    assertThat(presenter.internet()).isEqualTo(Known.UNKNOWN);
    assertThat(relations(item)).containsExactly(LISTENER + " presents " + CERTIFICATE);
  }

  @ParameterizedTest
  @CsvSource({"internet-facing, YES", "internal, NO"})
  void a_load_balancer_says_whether_it_is_on_the_internet_and_whose_it_is(
      String scheme, Known internet) {
    var item =
        item("AWS::ElasticLoadBalancingV2::LoadBalancer", BALANCER, Map.of("scheme", scheme))
            .with("/tags", Map.of("contact", "ops", "Owner", "shop team"));

    assertThat(presenter(item).internet()).isEqualTo(internet);
    assertThat(presenter(item).owner()).isEqualTo("shop team");
    assertThat(presenter(item).certificates()).isEmpty();
  }

  @Test
  void a_load_balancer_of_the_first_generation_presents_itself() {
    var listener = Map.of("listener", Map.of("SSLCertificateId", CERTIFICATE));
    var item =
        item(
            "AWS::ElasticLoadBalancing::LoadBalancer",
            CLASSIC,
            Map.of("listenerDescriptions", List.of(listener)));

    assertThat(presenter(item).certificates()).asString().contains(CERTIFICATE);
  }

  @Test
  void a_server_certificate_of_iam_is_none_of_acm() {
    var listener =
        Map.of(
            "listener",
            Map.of("SSLCertificateId", "arn:aws:iam::111122223333:server-certificate/old"));
    var item =
        item(
            "AWS::ElasticLoadBalancing::LoadBalancer",
            CLASSIC,
            Map.of("listenerDescriptions", List.of(listener)));

    assertThat(relations(item)).isEmpty();
  }

  @Test
  void a_distribution_is_on_the_internet() {
    var configuration =
        Map.of(
            "domainName",
            "d111111abcdef8.cloudfront.net",
            "distributionConfig",
            Map.of("viewerCertificate", Map.of("aCMCertificateArn", CERTIFICATE)));

    var item = item("AWS::CloudFront::Distribution", DISTRIBUTION, configuration);

    assertThat(presenter(item).internet()).isEqualTo(Known.YES);
    assertThat(presenter(item).certificates()).asString().contains(CERTIFICATE);
  }

  @ParameterizedTest
  @CsvSource({"REGIONAL, YES", "PRIVATE, NO"})
  void a_domain_name_of_an_api_presents_a_certificate(String endpoint, Known internet) {
    var configuration =
        Map.of(
            "RegionalCertificateArn",
            CERTIFICATE,
            "EndpointConfiguration",
            Map.of("Types", List.of(endpoint)));

    var item = item("AWS::ApiGateway::DomainName", DOMAIN_NAME, configuration);

    assertThat(presenter(item).internet()).isEqualTo(internet);
    assertThat(presenter(item).certificates()).asString().contains(CERTIFICATE);
  }

  @Test
  void the_owner_of_anything_else_is_not_looked_at() {
    var item =
        item("AWS::EC2::VPC", ConfigItems.EC2 + "vpc/vpc-0a1").with("/tags", Map.of("owner", "x"));

    assertThat(attributes(item)).doesNotContainKey(Attribute.OWNER);
    assertThat(PresenterItem.of(item.signal())).isEmpty();
    assertThat(CertificateSignals.eventOf(item.signal())).isEmpty();
  }

  private static CertificateEvent event(Payload item) {
    return CertificateSignals.eventOf(item.signal()).orElseThrow();
  }

  private static PresenterItem presenter(Payload item) {
    return PresenterItem.of(item.signal()).orElseThrow();
  }
}
