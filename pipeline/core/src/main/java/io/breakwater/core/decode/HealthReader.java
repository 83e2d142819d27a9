// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.certificate.CertificateField;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.Arn;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * AWS Health's notices about certificates, each for every certificate that it affects; those about
 * anything else are not used.
 *
 * <p>One code stands both for a renewal and for one that needs somebody, and only the description
 * tells them apart. Its wording is nobody's contract: a notice counts as word of a renewal only
 * where it plainly says so, and as a call to act otherwise.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/acm/latest/userguide/check-certificate-renewal-status.html">
 *     Certificate renewal status</a>
 */
final class HealthReader implements FindingReader {
  private static final String SERVICE = "ACM";

  /** By what ACM's own event would call the reason; empty where the code gives none. */
  private static final Map<String, String> REASONS =
      Map.of(
          "AWS_ACM_RENEWAL_STATE_CHANGE", "",
          "CAA_CHECK_FAILURE", "CAA_ERROR",
          "AWS_ACM_RENEWAL_FAILURE", "");

  private static final Pattern RENEWED =
      Pattern.compile("\\b(has been|have been|was|were|successfully) renewed\\b");

  private static final Shape<Notice> SHAPE =
      Shape.of(Notice::new)
          .text("service", (notice, value) -> notice.service = value)
          .text("eventTypeCode", (notice, value) -> notice.code = value)
          .text("statusCode", (notice, value) -> notice.status = value)
          .text("affectedAccount", (notice, value) -> notice.account = value)
          .text("eventRegion", (notice, value) -> notice.region = value)
          .eachInside(
              "eventDescription",
              Shape.<Notice>part()
                  .text("latestDescription", (notice, value) -> notice.description = value))
          .eachInside(
              "affectedEntities",
              Shape.<Notice>part()
                  .text("entityValue", (notice, value) -> notice.entities.add(value)));

  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    var notice = SHAPE.read(parser);
    if (!notice.service.equals(SERVICE) || !REASONS.containsKey(notice.code)) {
      into.add(
          Part.ignored(IgnoredReason.NOT_USED, "notice " + notice.code + " of " + notice.service));
      return;
    }
    var time = envelope.time().orElseThrow(() -> MalformedRecord.missing("time"));
    notice.entities.addAll(envelope.resources());
    for (var entity : notice.entities) {
      var arn = Arn.tryParse(entity).filter(valid -> valid.service().equals("acm"));
      if (arn.isPresent()) {
        into.add(
            Part.certificate(
                notice
                    .event()
                    .arn(arn.get())
                    .account(Fields.firstOf(notice.account, arn.get().account()))
                    .region(Fields.firstOf(arn.get().region(), notice.region))
                    .time(time)
                    .replayed(envelope.replayed())
                    .build()));
      }
    }
    if (into.isEmpty()) {
      into.add(
          Part.ignored(
              IgnoredReason.RESOURCE_WITHOUT_ARN, "the notice names no certificate by its ARN"));
    }
  }

  private static final class Notice {
    String service = "";
    String code = "";
    String status = "";
    String account = "";
    String region = "";
    String description = "";
    final Set<String> entities = new LinkedHashSet<>();

    CertificateEvent.Builder event() {
      var event =
          CertificateEvent.builder()
              .type(CertificateEventType.HEALTH)
              .with(CertificateField.STATUS, status);
      return RENEWED.matcher(description.toLowerCase(Locale.ROOT)).find()
          ? event.with(CertificateField.ACTION, "RENEWAL")
          : event.with(CertificateField.RENEWAL_STATUS_REASON, REASONS.get(code));
    }
  }
}
