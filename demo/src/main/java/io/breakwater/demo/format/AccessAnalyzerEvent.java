// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness.OutsideAccess;
import io.breakwater.demo.finding.Weakness.UnusedAccess;
import java.util.List;

/**
 * {@code Access Analyzer Finding} and {@code Unused Access Finding for IAM entities}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html">
 *     Access Analyzer events</a>
 */
final class AccessAnalyzerEvent {
  private AccessAnalyzerEvent() {}

  static byte[] of(Finding finding, Occasion occasion) {
    boolean unused = finding.weakness() instanceof UnusedAccess;
    var analyzer = unused ? "analyzer/unused-access" : "analyzer/organisation";
    return EventBridge.event(
        "aws.access-analyzer",
        unused ? "Unused Access Finding for IAM entities" : "Access Analyzer Finding",
        finding.subject().place(),
        occasion,
        List.of(finding.subject().place().arn("access-analyzer", analyzer)),
        detail -> detail(detail, finding));
  }

  private static void detail(Json detail, Finding finding) {
    if (finding.weakness() instanceof UnusedAccess unused) {
      detail.put("findingId", Dice.uuid(finding.id()));
      common(detail, finding);
      detail
          .put("previousStatus", finding.count() == 1 ? "" : "ACTIVE")
          .put("findingType", unused.kind());
      if (unused.kind().equals("UnusedPermission")) {
        detail.put("numberOfUnusedServices", 3).put("numberOfUnusedActions", 41);
      }
    } else {
      detail.put("id", Dice.uuid(finding.id()));
      common(detail, finding);
      outside(detail, (OutsideAccess) finding.weakness());
    }
  }

  private static void common(Json detail, Finding finding) {
    detail
        .put("resource", finding.subject().arn())
        .put("resourceType", finding.subject().type())
        .put("accountId", finding.subject().place().account().id())
        .put("region", finding.subject().place().region())
        .put("createdAt", Written.millis(finding.since()))
        .put("updatedAt", Written.millis(finding.updated()))
        .put("analyzedAt", Written.millis(finding.seen()))
        .put("status", status(finding.status()))
        .put("version", "1.0")
        .put("isDeleted", false);
  }

  private static void outside(Json detail, OutsideAccess access) {
    detail
        .object("principal", principal -> principal.put("AWS", access.principal()))
        .texts("action", List.of(access.action()))
        .object("condition", condition -> {})
        .put("isPublic", access.isPublic());
  }

  private static String status(Status status) {
    return switch (status) {
      case OPEN -> "ACTIVE";
      case FIXED -> "RESOLVED";
      case SUPPRESSED, ARCHIVED -> "ARCHIVED";
    };
  }
}
