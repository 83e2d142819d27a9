// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Access from outside or access that is not used, as IAM Access Analyzer finds it.
 *
 * @param access {@code external}, {@code internal}, or the type of a finding of unused access
 * @param error why the analyzer could not tell; empty when it could
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html">
 *     Access Analyzer events</a>
 */
record AccessReport(
    String access, boolean isPublic, String principal, String status, boolean deleted, String error)
    implements Report {
  static AccessReport of(JsonNode event) {
    boolean isPublic = event.path("public").asText().equals("yes");
    return new AccessReport(
        event.path("access").asText(),
        isPublic,
        event.path("principal").asText(isPublic ? "*" : Place.OTHER_ACCOUNT),
        event.path("status").asText("ACTIVE"),
        event.path("isDeleted").asBoolean(),
        event.path("error").asText());
  }

  @Override
  public String key() {
    return "access " + access + " " + principal;
  }

  @Override
  public byte[] event(Occasion occasion) {
    var detail =
        Written.object()
            .put("version", "1.0")
            .put("resource", occasion.subject().arn())
            .put("resourceType", occasion.subject().type())
            .put("accountId", occasion.subject().account())
            .put("region", occasion.subject().region())
            .put("createdAt", Written.millis(occasion.created()))
            .put("analyzedAt", Written.millis(occasion.updated()))
            .put("updatedAt", Written.millis(occasion.updated()))
            .put("status", status)
            .put("isDeleted", deleted);
    Written.putIfSaid(detail, "error", error);
    boolean unused = access.startsWith("Unused");
    if (unused) {
      detail.put("findingId", occasion.findingUuid()).put("findingType", access);
    } else {
      detail.put("id", occasion.findingUuid()).put("isPublic", isPublic);
      detail.putObject("principal").put("AWS", principal);
    }
    return Written.event(
        "aws.access-analyzer",
        unused
            ? "Unused Access Finding for IAM entities"
            : access.equals("internal") ? "Internal Access Finding" : "Access Analyzer Finding",
        occasion,
        Place.arn("access-analyzer", "analyzer/scenarios"),
        detail);
  }
}
