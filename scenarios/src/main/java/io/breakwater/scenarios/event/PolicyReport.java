// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A policy finding of Macie.
 *
 * @param type such as {@code Policy:IAMUser/S3BucketPublic}
 * @param access whether the bucket is public: {@code yes}, {@code no}, or empty for unknown
 */
record PolicyReport(String type, String access, String severity, boolean archived)
    implements Report {
  static PolicyReport of(JsonNode event) {
    return new PolicyReport(
        event.path("policy").asText(),
        event.path("public").asText(),
        event.path("severity").asText("High"),
        event.path("archived").asBoolean());
  }

  @Override
  public String key() {
    return "policy " + type;
  }

  @Override
  public byte[] event(Occasion occasion) {
    var format = new Macie(type, "POLICY", type + " was found");
    var finding = format.finding(occasion, severity, archived);
    finding
        .withObject("/resourcesAffected/s3Bucket/publicAccess")
        .put(
            "effectivePermission",
            switch (access) {
              case "yes" -> "PUBLIC";
              case "no" -> "NOT_PUBLIC";
              default -> "UNKNOWN";
            });
    return format.event(occasion, finding);
  }
}
