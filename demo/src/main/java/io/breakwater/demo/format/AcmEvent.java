// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events of ACM.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/supported-events.html">ACM
 *     events</a>
 */
final class AcmEvent {
  private AcmEvent() {}

  static byte[] approachingExpiration(Certificate certificate, int days, Occasion occasion) {
    return event(
        "ACM Certificate Approaching Expiration",
        certificate,
        occasion,
        detail -> {
          detail.put("DaysToExpiry", days).put("CommonName", certificate.domain());
          origin(detail, certificate);
        });
  }

  static byte[] renewalActionRequired(Certificate certificate, int days, Occasion occasion) {
    return event(
        "ACM Certificate Renewal Action Required",
        certificate,
        occasion,
        detail -> {
          common(detail, certificate);
          detail
              .put("RenewalStatusReason", "PENDING_DOMAIN_VALIDATION")
              .put("DaysToExpiry", days)
              .put("CertificateExpirationDate", day(occasion.time(), days))
              .put("InUse", true)
              .put("Exported", false);
        });
  }

  /** Renewed by ACM, or imported anew. */
  static byte[] available(Certificate certificate, Occasion occasion) {
    return event(
        "ACM Certificate Available",
        certificate,
        occasion,
        detail -> {
          detail.put("Action", certificate.imported() ? "REIMPORT" : "RENEWAL");
          common(detail, certificate);
          detail
              .put("CertificateCreatedDate", day(occasion.time(), 0))
              .put("CertificateExpirationDate", day(occasion.time(), certificate.validityDays()))
              .put("DaysToExpiry", certificate.validityDays())
              .put("InUse", true)
              .put("Exported", false);
          origin(detail, certificate);
        });
  }

  static byte[] expired(Certificate certificate, Occasion occasion) {
    return event(
        "ACM Certificate Expired",
        certificate,
        occasion,
        detail -> {
          common(detail, certificate);
          detail
              .put("CertificateCreatedDate", day(occasion.time(), -certificate.validityDays()))
              .put("CertificateExpirationDate", day(occasion.time(), 0))
              .put("InUse", true)
              .put("Exported", false);
        });
  }

  private static byte[] event(
      String detailType, Certificate certificate, Occasion occasion, Consumer<Json> detail) {
    return EventBridge.event(
        "aws.acm", detailType, certificate.place(), occasion, List.of(certificate.arn()), detail);
  }

  private static void common(Json detail, Certificate certificate) {
    detail
        .put("CertificateType", certificate.imported() ? "IMPORTED" : "AMAZON_ISSUED")
        .put("CommonName", certificate.domain());
    if (!certificate.imported()) {
      detail.put("DomainValidationMethod", "DNS");
    }
  }

  private static void origin(Json detail, Certificate certificate) {
    detail
        .put("FirstSubjectAlternativeName", certificate.domain())
        .put("ValidityInDays", certificate.validityDays())
        .put(
            "CertificateKeyPairOrigin",
            certificate.imported() ? "CUSTOMER_PROVIDED" : "AWS_MANAGED");
  }

  private static String day(Instant now, int days) {
    return now.plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
