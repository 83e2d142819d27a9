// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Known;
import io.breakwater.core.time.Times;
import java.io.IOException;

/**
 * ACM's events, each of one certificate: the envelope's first resource. All of the detail is
 * optional, as it differs by event and grew over the years.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/supported-events.html">ACM
 *     events</a>
 */
final class CertificateReader implements FindingReader {
  private static final Shape<CertificateEvent.Builder> SHAPE =
      Shape.of(CertificateEvent::builder)
          .text("CommonName", CertificateEvent.Builder::commonName)
          .text("FirstSubjectAlternativeName", CertificateEvent.Builder::alternativeName)
          .number("DaysToExpiry", (event, value) -> event.daysToExpiry((int) value))
          .number("ValidityInDays", (event, value) -> event.validityDays((int) value))
          .text("CertificateType", CertificateEvent.Builder::certificateType)
          .text("Action", CertificateEvent.Builder::action)
          .text("DomainValidationMethod", CertificateEvent.Builder::validationMethod)
          .text("RenewalStatusReason", CertificateEvent.Builder::renewalStatusReason)
          .text("RevocationReason", CertificateEvent.Builder::revocationReason)
          .text("CertificateSerial", CertificateEvent.Builder::serial)
          .text("CertificateKeyPairOrigin", CertificateEvent.Builder::keyPairOrigin)
          .text("AcmeAccountId", CertificateEvent.Builder::acmeAccount)
          .text("AcmeEndpointArn", CertificateEvent.Builder::acmeEndpoint)
          .text("InUse", (event, value) -> event.inUse(Known.ofText(value)))
          .text("Exported", (event, value) -> event.exported(Known.ofText(value)))
          .text("Exportable", (event, value) -> event.exportable(Known.ofText(value)))
          .text("CertificateCreatedDate", (event, v) -> Times.parse(v).ifPresent(event::createdAt))
          .text(
              "CertificateExpirationDate", (event, v) -> Times.parse(v).ifPresent(event::expiresAt))
          .text(
              "CertificateRevocationDate",
              (event, value) -> Times.parse(value).ifPresent(event::revokedAt));

  private final CertificateEventType type;

  CertificateReader(CertificateEventType type) {
    this.type = type;
  }

  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    var event = SHAPE.read(parser);
    var arn =
        envelope.resources().stream()
            .findFirst()
            .flatMap(Arn::tryParse)
            .orElseThrow(() -> MalformedRecord.missing("certificate ARN in resources"));
    into.add(
        Part.certificate(
            event
                .arn(arn)
                .type(type)
                .account(Fields.firstOf(envelope.account(), arn.account()))
                .region(Fields.firstOf(envelope.region(), arn.region()))
                .time(envelope.time().orElseThrow(() -> MalformedRecord.missing("time")))
                .build()));
  }
}
