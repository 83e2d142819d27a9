// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Certificate;
import io.breakwater.demo.estate.Certificate.Kind;
import io.breakwater.demo.estate.Distribution;
import io.breakwater.demo.estate.Listener;
import io.breakwater.demo.estate.LoadBalancer;
import java.util.List;

/** What Config records of certificates, and of what presents them to the internet. */
final class EdgeItems {
  private EdgeItems() {}

  static void write(Json json, Certificate certificate) {
    json.put("certificateArn", certificate.arn())
        .put("domainName", certificate.domain())
        .texts("subjectAlternativeNames", List.of(certificate.domain()))
        .put("serial", AcmEvent.serial(certificate))
        .put("subject", "CN=" + certificate.domain())
        .put("issuer", issuer(certificate.kind()))
        .put("type", certificate.kind().type())
        .put("status", "ISSUED")
        .put("keyAlgorithm", "RSA-2048")
        .put("notBefore", Written.millis(certificate.issued()))
        .put("notAfter", Written.millis(certificate.expires()))
        .texts("inUseBy", certificate.usedBy())
        .put("renewalEligibility", isRenewed(certificate) ? "ELIGIBLE" : "INELIGIBLE");
    if (!certificate.validation().isEmpty()) {
      json.only(
          "domainValidationOptions",
          option ->
              option
                  .put("domainName", certificate.domain())
                  .put("validationStatus", "SUCCESS")
                  .put("validationMethod", certificate.validation()));
    }
  }

  private static String issuer(Kind kind) {
    return switch (kind) {
      case PUBLIC, ACME -> "Amazon";
      case PRIVATE -> "Harbour Internal CA";
      case IMPORTED -> "Example Trust Services";
    };
  }

  private static boolean isRenewed(Certificate certificate) {
    boolean managed = certificate.kind() == Kind.PUBLIC || certificate.kind() == Kind.PRIVATE;
    return managed && (certificate.isInUse() || certificate.exported());
  }

  static void write(Json json, LoadBalancer balancer) {
    json.put("loadBalancerArn", balancer.arn())
        .put("loadBalancerName", balancer.tags().name())
        .put("dNSName", balancer.dnsName())
        .put("scheme", "internet-facing")
        .put("type", "application")
        .put("ipAddressType", "ipv4")
        .object("state", state -> state.put("code", "active"));
  }

  static void write(Json json, Listener listener) {
    json.put("listenerArn", listener.arn())
        .put("loadBalancerArn", listener.balancer().arn())
        .put("port", 443)
        .put("protocol", "HTTPS")
        .put("sslPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06")
        .only(
            "certificates",
            presented -> presented.put("certificateArn", listener.certificate().arn()));
  }

  static void write(Json json, Distribution distribution) {
    json.put("id", distribution.id())
        .put("aRN", distribution.arn())
        .put("status", "Deployed")
        .put("domainName", distribution.domainName())
        .object(
            "distributionConfig",
            config ->
                config
                    .put("enabled", true)
                    .object(
                        "aliases",
                        aliases ->
                            aliases
                                .put("quantity", 1)
                                .texts("items", List.of(distribution.certificate().domain())))
                    .object(
                        "viewerCertificate",
                        viewer ->
                            viewer
                                .put("acmCertificateArn", distribution.certificate().arn())
                                .put("sslSupportMethod", "sni-only")
                                .put("minimumProtocolVersion", "TLSv1.2_2021")));
  }
}
