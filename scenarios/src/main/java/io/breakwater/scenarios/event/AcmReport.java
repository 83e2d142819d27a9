// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.certificate.CertificateEventType;
import java.time.Duration;

/**
 * What ACM itself tells of a certificate.
 *
 * @param term counted from the event
 * @param said the scenario's words
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/supported-events.html">ACM
 *     events</a>
 */
record AcmReport(
    CertificateEventType type, CertificateSubject certificate, Term term, JsonNode said)
    implements Report {
  private static final String SERIAL = "0a:1b:2c:3d:4e:5f:60:71:82:93:a4:b5:c6:d7:e8:f9";

  @Override
  public String key() {
    return type.detailType();
  }

  @Override
  public byte[] event(Occasion occasion) {
    return Written.event(
        "aws.acm", type.detailType(), occasion, occasion.subject().arn(), detail(occasion));
  }

  private ObjectNode detail(Occasion occasion) {
    var detail = Written.object();
    switch (type) {
      case APPROACHING_EXPIRATION -> {
        detail.put("DaysToExpiry", said.path("approaching").asInt());
        name(detail);
      }
      case AVAILABLE -> {
        detail.put("Action", said.path("available").asText());
        kind(detail);
        created(detail, occasion);
        ends(detail, occasion);
        detail.put("DaysToExpiry", term.daysLeft());
        use(detail);
      }
      case RENEWAL_ACTION_REQUIRED -> {
        kind(detail);
        detail.put("RenewalStatusReason", said.path("actionRequired").asText());
        detail.put("DaysToExpiry", term.daysLeft());
        ends(detail, occasion);
        use(detail);
      }
      case EXPIRED -> {
        kind(detail);
        created(detail, occasion);
        ends(detail, occasion);
        use(detail);
      }
      case REVOKED -> {
        Written.putIfSaid(detail, "CertificateType", certificate.origin().certificateType);
        name(detail);
        ends(detail, occasion);
        detail.put("Exportable", true);
      }
      case REVOKED_BY_CA ->
          detail
              .put("CertificateRevocationDate", occasion.updated().toString())
              .put("CertificateSerial", SERIAL)
              .put("RevocationReason", said.path("revokedByCa").asText());
      case ROTATED -> name(detail); // its detail is not documented
      default -> throw new IllegalStateException("no event of ACM: " + type);
    }
    if (shape() == EventShape.OF_2026 && type != CertificateEventType.REVOKED_BY_CA) {
      fieldsOf2026(detail);
    }
    return detail;
  }

  private EventShape shape() {
    return EventShape.of(said, certificate.shape());
  }

  private void kind(ObjectNode detail) {
    Written.putIfSaid(detail, "CertificateType", certificate.origin().certificateType);
    name(detail);
    Written.putIfSaid(detail, "DomainValidationMethod", certificate.validation());
  }

  private void name(ObjectNode detail) {
    Written.putIfSaid(detail, "CommonName", certificate.commonName());
  }

  private void created(ObjectNode detail, Occasion occasion) {
    time(detail, "CertificateCreatedDate", occasion, term.created());
  }

  private void ends(ObjectNode detail, Occasion occasion) {
    time(detail, "CertificateExpirationDate", occasion, term.ends());
  }

  private static void time(ObjectNode detail, String field, Occasion occasion, Duration after) {
    detail.put(field, occasion.updated().plus(after).toString());
  }

  private void use(ObjectNode detail) {
    if (shape() != EventShape.OLD) {
      flag(detail, "InUse", said.path("inUse").asText(certificate.inUse()));
      flag(detail, "Exported", said.path("exported").asText(certificate.exported()));
    }
  }

  private static void flag(ObjectNode detail, String field, String known) {
    if (!known.equals("unknown")) {
      detail.put(field, known.equals("yes"));
    }
  }

  private void fieldsOf2026(ObjectNode detail) {
    Written.putIfSaid(detail, "FirstSubjectAlternativeName", certificate.alternativeName());
    detail.put("ValidityInDays", term.validityDays());
    Written.putIfSaid(detail, "CertificateKeyPairOrigin", certificate.origin().keyPairOrigin);
    if (certificate.origin() == CertificateOrigin.ACME) {
      detail
          .put("AcmeAccountId", "acme-account-1")
          .put("AcmeEndpointArn", Place.arn("acm", "acme-endpoint/scenarios"));
    }
  }
}
