// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A notice of AWS Health about a certificate.
 *
 * @param code Health's code for what it is about
 * @param status open, upcoming or closed
 * @see <a
 *     href="https://docs.aws.amazon.com/health/latest/ug/aws-health-events-eventbridge-schema.html">
 *     AWS Health events</a>
 */
record HealthReport(String code, String description, String status) implements Report {
  static HealthReport of(JsonNode event) {
    return new HealthReport(
        event.path("health").asText(),
        event.path("description").asText("ACM cannot renew the certificate until you act."),
        event.path("status").asText("open"));
  }

  @Override
  public String key() {
    return "health " + code;
  }

  @Override
  public byte[] event(Occasion occasion) {
    var subject = occasion.subject();
    var detail =
        Written.object()
            .put("eventArn", "arn:aws:health:" + Place.REGION + "::event/ACM/" + code + "/" + code)
            .put("service", "ACM")
            .put("eventTypeCode", code)
            .put("eventTypeCategory", "scheduledChange")
            .put("startTime", time(occasion.created()))
            .put("lastUpdatedTime", time(occasion.updated()))
            .put("statusCode", status)
            .put("eventRegion", subject.region())
            .put("affectedAccount", subject.account());
    detail
        .putArray("eventDescription")
        .addObject()
        .put("language", "en_US")
        .put("latestDescription", description);
    detail.putArray("affectedEntities").addObject().put("entityValue", subject.arn());
    return Written.event("aws.health", "AWS Health Event", occasion, subject.arn(), detail);
  }

  /** Such as {@code Sun, 5 Jun 2016 15:10:09 GMT}. */
  private static String time(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }
}
