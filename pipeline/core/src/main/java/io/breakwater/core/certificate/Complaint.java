// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The word that the renewal of the present issue needs somebody. */
final class Complaint {
  private static final Comparator<CertificateEvent> LATEST =
      Comparator.comparing(CertificateEvent::time).thenComparing(CertificateEvent::type);

  private final Cause cause;

  private Complaint(Cause cause) {
    this.cause = cause;
  }

  /** Empty unless the last word about the renewal is one. */
  static Optional<Complaint> about(KnownCertificate certificate, Issue issue) {
    return Stream.of(
            CertificateEventType.RENEWAL_ACTION_REQUIRED,
            CertificateEventType.HEALTH,
            CertificateEventType.CONFIGURATION)
        .flatMap(type -> certificate.latest(type).stream())
        .filter(Complaint::speaksOfRenewal)
        .filter(issue::concerns)
        .filter(word -> !issue.isCrossedBy(word))
        .max(LATEST)
        .filter(Complaint::needsSomebody)
        .map(word -> new Complaint(causeOf(word, certificate, issue)));
  }

  private static boolean speaksOfRenewal(CertificateEvent word) {
    return word.type() != CertificateEventType.CONFIGURATION || !word.renewalStatus().isEmpty();
  }

  private static boolean needsSomebody(CertificateEvent word) {
    switch (word.type()) {
      case HEALTH:
        return word.action().isEmpty() && !word.status().equals("closed");
      case CONFIGURATION:
        return word.renewalStatus().equals("PENDING_VALIDATION")
            || word.renewalStatus().equals("FAILED");
      default:
        return true;
    }
  }

  /** Where the word gives no reason, that of ACM's own event. */
  private static Cause causeOf(CertificateEvent word, KnownCertificate certificate, Issue issue) {
    if (!word.renewalStatusReason().isEmpty()) {
      return Cause.ofReason(word.renewalStatusReason());
    }
    if (word.renewalStatus().equals("PENDING_VALIDATION")) {
      return Cause.PENDING_DOMAIN_VALIDATION;
    }
    return certificate
        .latest(CertificateEventType.RENEWAL_ACTION_REQUIRED)
        .filter(issue::concerns)
        .map(event -> Cause.ofReason(event.renewalStatusReason()))
        .orElse(Cause.OTHER);
  }

  /** One of ACM's reasons. */
  Cause cause() {
    return cause;
  }
}
