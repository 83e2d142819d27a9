// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.resource.Arn;
import java.time.Duration;
import java.time.Instant;

/** What is said of one certificate, for tests: by days after its issue. */
final class Words {
  static final Arn ARN =
      Arn.parse(
          "arn:aws:acm:eu-central-1:111122223333:certificate/61f50cd4-0000-4000-8000-000000000001");
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Words() {}

  static Instant day(double day) {
    return START.plusSeconds(Math.round(day * Duration.ofDays(1).toSeconds()));
  }

  /** Becomes available, and ends so many days later; used by a service. */
  static CertificateEvent available(String type, String action, double day, int validity) {
    return event(CertificateEventType.AVAILABLE, day)
        .with(CertificateField.CERTIFICATE_TYPE, type)
        .with(CertificateField.ACTION, action)
        .with(CertificateField.COMMON_NAME, "shop.example.com")
        .with(CertificateField.CREATED_AT, day(day))
        .with(CertificateField.EXPIRES_AT, day(day + validity))
        .with(CertificateField.IN_USE, "YES")
        .build();
  }

  /** The daily event: it counts days, and says nothing else. */
  static CertificateEvent approaching(double day, int left) {
    return event(CertificateEventType.APPROACHING_EXPIRATION, day)
        .with(CertificateField.DAYS_TO_EXPIRY, left)
        .build();
  }

  static CertificateEvent actionRequired(double day, int left, String reason) {
    return event(CertificateEventType.RENEWAL_ACTION_REQUIRED, day)
        .with(CertificateField.RENEWAL_STATUS_REASON, reason)
        .with(CertificateField.DAYS_TO_EXPIRY, left)
        .build();
  }

  static CertificateEvent.Builder event(CertificateEventType type, double day) {
    return CertificateEvent.builder().arn(ARN).type(type).time(day(day));
  }
}
