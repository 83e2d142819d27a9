// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.certificate.CertificateField;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Known;
import io.breakwater.core.time.Times;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;

/**
 * ACM's events, each of one certificate: the envelope's first resource. All of the detail is
 * optional, as it differs by event and grew over the years.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/supported-events.html">ACM
 *     events</a>
 */
final class CertificateReader implements FindingReader {
  private static final int MAX_DAYS = 365_000;

  private static final Shape<CertificateEvent.Builder> SHAPE =
      Shape.of(CertificateEvent::builder)
          .text("CommonName", text(CertificateField.COMMON_NAME))
          .text("FirstSubjectAlternativeName", text(CertificateField.ALTERNATIVE_NAME))
          .number("DaysToExpiry", number(CertificateField.DAYS_TO_EXPIRY))
          .number("ValidityInDays", number(CertificateField.VALIDITY_DAYS))
          .text("CertificateType", text(CertificateField.CERTIFICATE_TYPE))
          .text("Action", text(CertificateField.ACTION))
          .text("DomainValidationMethod", text(CertificateField.VALIDATION_METHOD))
          .text("RenewalStatusReason", text(CertificateField.RENEWAL_STATUS_REASON))
          .text("RevocationReason", text(CertificateField.REVOCATION_REASON))
          .text("CertificateSerial", text(CertificateField.SERIAL))
          .text("CertificateKeyPairOrigin", text(CertificateField.KEY_PAIR_ORIGIN))
          .text("AcmeAccountId", text(CertificateField.ACME_ACCOUNT))
          .text("AcmeEndpointArn", text(CertificateField.ACME_ENDPOINT))
          .text("InUse", known(CertificateField.IN_USE))
          .text("Exported", known(CertificateField.EXPORTED))
          .text("Exportable", known(CertificateField.EXPORTABLE))
          .text("CertificateCreatedDate", time(CertificateField.CREATED_AT))
          .text("CertificateExpirationDate", time(CertificateField.EXPIRES_AT))
          .text("CertificateRevocationDate", time(CertificateField.REVOKED_AT));

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
                .replayed(envelope.replayed())
                .time(envelope.time().orElseThrow(() -> MalformedRecord.missing("time")))
                .build()));
  }

  private static BiConsumer<CertificateEvent.Builder, String> text(CertificateField field) {
    return (event, value) -> event.with(field, value);
  }

  /** A number of days that no calendar has is none. */
  private static ObjDoubleConsumer<CertificateEvent.Builder> number(CertificateField field) {
    return (event, value) -> {
      if (Math.abs(value) <= MAX_DAYS) {
        event.with(field, (int) Math.floor(value));
      }
    };
  }

  private static BiConsumer<CertificateEvent.Builder, String> known(CertificateField field) {
    return (event, value) -> event.with(field, Known.ofText(value));
  }

  private static BiConsumer<CertificateEvent.Builder, String> time(CertificateField field) {
    return (event, value) -> Times.parse(value).ifPresent(time -> event.with(field, time));
  }
}
