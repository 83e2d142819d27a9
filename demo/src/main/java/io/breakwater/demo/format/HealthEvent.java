// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Certificate;
import java.time.Instant;
import java.util.List;

/**
 * {@code AWS Health Event}: what AWS Health says of a renewal that waits. There is one notice for
 * each, which is sent again and again.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/health/latest/ug/aws-health-events-eventbridge-schema.html">
 *     Health events</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/acm/latest/userguide/check-certificate-renewal-status.html">
 *     Certificate renewal status</a>
 */
final class HealthEvent {
  private HealthEvent() {}

  /**
   * @param code such as {@code AWS_ACM_RENEWAL_STATE_CHANGE}
   * @param since when it was first said
   */
  static byte[] ofRenewal(
      Certificate certificate, String code, String description, Instant since, Occasion occasion) {
    return EventBridge.event(
        "aws.health",
        "AWS Health Event",
        certificate.place(),
        occasion,
        List.of(certificate.arn()),
        detail -> detail(detail, certificate, code, description, since, occasion));
  }

  private static void detail(
      Json detail,
      Certificate certificate,
      String code,
      String description,
      Instant since,
      Occasion occasion) {
    var place = certificate.place();
    var notice = Dice.seeded(certificate.id().hashCode() * 31L + since.getEpochSecond()).hex(32);
    detail
        .put(
            "eventArn",
            "arn:aws:health:%s::event/ACM/%s/%s_%s".formatted(place.region(), code, code, notice))
        .put("service", "ACM")
        .put("eventTypeCode", code)
        .put("eventTypeCategory", "scheduledChange")
        .put("eventScopeCode", "ACCOUNT_SPECIFIC")
        .put("communicationId", notice + "-" + occasion.time().getEpochSecond())
        .put("startTime", Written.rfc1123(since))
        .put("endTime", Written.rfc1123(certificate.expires()))
        .put("lastUpdatedTime", Written.rfc1123(occasion.time()))
        .put("statusCode", "open")
        .put("eventRegion", place.region())
        .only(
            "eventDescription",
            text -> text.put("language", "en_US").put("latestDescription", description))
        .only(
            "affectedEntities",
            entity ->
                entity
                    .put("entityValue", certificate.arn())
                    .put("status", "PENDING")
                    .put("lastUpdatedTime", Written.rfc1123(occasion.time())))
        .put("affectedAccount", place.account().id())
        .put("page", "1")
        .put("totalPages", "1");
  }
}
