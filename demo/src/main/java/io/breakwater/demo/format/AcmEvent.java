// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Certificate;
import io.breakwater.demo.estate.Certificate.Kind;
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
  /**
   * Here events still have the fields that they had until 2026, for readers that know no others.
   */
  private static final String BEHIND = "eu-west-1";

  private AcmEvent() {}

  static byte[] approachingExpiration(Certificate certificate, int days, Occasion occasion) {
    return event(
        "Approaching Expiration",
        certificate,
        occasion,
        detail -> {
          detail.put("DaysToExpiry", days).put("CommonName", certificate.domain());
          sinceThen(detail, certificate);
        });
  }

  static byte[] renewalActionRequired(Certificate certificate, String reason, Occasion occasion) {
    return event(
        "Renewal Action Required",
        certificate,
        occasion,
        detail -> {
          common(detail, certificate);
          detail
              .put("RenewalStatusReason", reason)
              .put("DaysToExpiry", daysLeft(certificate, occasion.time()))
              .put("CertificateExpirationDate", second(certificate.expires()));
          use(detail, certificate);
          sinceThen(detail, certificate);
        });
  }

  /**
   * @param action {@code ISSUANCE}, {@code RENEWAL}, {@code IMPORT} or {@code REIMPORT}
   */
  static byte[] available(Certificate certificate, String action, Occasion occasion) {
    return event(
        "Available",
        certificate,
        occasion,
        detail -> {
          detail.put("Action", action);
          common(detail, certificate);
          detail
              .put("CertificateCreatedDate", second(certificate.issued()))
              .put("CertificateExpirationDate", second(certificate.expires()))
              .put("DaysToExpiry", daysLeft(certificate, occasion.time()));
          use(detail, certificate);
          sinceThen(detail, certificate);
        });
  }

  static byte[] expired(Certificate certificate, Occasion occasion) {
    return event(
        "Expired",
        certificate,
        occasion,
        detail -> {
          common(detail, certificate);
          detail
              .put("CertificateCreatedDate", second(certificate.issued()))
              .put("CertificateExpirationDate", second(certificate.expires()));
          use(detail, certificate);
          sinceThen(detail, certificate);
        });
  }

  static byte[] revoked(Certificate certificate, Occasion occasion) {
    return event(
        "Revoked",
        certificate,
        occasion,
        detail -> {
          detail
              .put("CertificateType", certificate.kind().type())
              .put("CommonName", certificate.domain());
          sinceThen(detail, certificate);
          detail
              .put("CertificateExpirationDate", second(certificate.expires()))
              .put("Exportable", true);
        });
  }

  /**
   * Known from EventBridge's schema registry only.
   *
   * @see <a href="https://github.com/caltechads/botocraft">models of it</a>
   */
  static byte[] revokedByAuthority(Certificate certificate, String reason, Occasion occasion) {
    return event(
        "Revoked By CA",
        certificate,
        occasion,
        detail ->
            detail
                .put("CertificateExpirationDate", second(certificate.expires()))
                .put("CertificateRevocationDate", second(occasion.time()))
                .put("CertificateSerial", serial(certificate))
                .put("CertificateType", certificate.kind().type())
                .put("CommonName", certificate.domain())
                .put("Exportable", true)
                .put("RevocationReason", reason));
  }

  /** ACM lists it, and documents no field of it. */
  static byte[] rotated(Certificate certificate, Occasion occasion) {
    return event("Rotated", certificate, occasion, detail -> {});
  }

  private static byte[] event(
      String what, Certificate certificate, Occasion occasion, Consumer<Json> detail) {
    return EventBridge.event(
        "aws.acm",
        "ACM Certificate " + what,
        certificate.place(),
        occasion,
        List.of(certificate.arn()),
        detail);
  }

  private static void common(Json detail, Certificate certificate) {
    detail
        .put("CertificateType", certificate.kind().type())
        .put("CommonName", certificate.domain());
    if (!certificate.validation().isEmpty()) {
      detail.put("DomainValidationMethod", certificate.validation());
    }
  }

  private static void use(Json detail, Certificate certificate) {
    detail.put("InUse", certificate.isInUse()).put("Exported", certificate.exported());
  }

  /** What events say since 2026. */
  private static void sinceThen(Json detail, Certificate certificate) {
    if (certificate.place().region().equals(BEHIND)) {
      return;
    }
    detail
        .put("FirstSubjectAlternativeName", certificate.domain())
        .put("ValidityInDays", certificate.validityDays())
        .put("CertificateKeyPairOrigin", certificate.kind().keyPairOrigin());
    if (certificate.kind() == Kind.ACME) {
      var endpoint = "acme-endpoint/" + certificate.tags().team();
      detail
          .put("AcmeAccountId", certificate.tags().team() + "-client")
          .put("AcmeEndpointArn", certificate.place().arn("acm", endpoint));
    }
  }

  /** Whole days, as ACM counts them in its examples: what is left of a day is none. */
  private static long daysLeft(Certificate certificate, Instant now) {
    return Duration.between(now, certificate.expires()).toDays();
  }

  /** Such as {@code 0a:1b:2c}; every issue has another. */
  static String serial(Certificate certificate) {
    long issue = certificate.issued().getEpochSecond();
    var digits = Dice.seeded(certificate.id().hashCode() * 31L + issue).hex(32);
    return String.join(":", digits.split("(?<=\\G..)"));
  }

  private static String second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
