// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;

/** What a rule of AWS Config finds of a resource, which it names without an ARN. */
record RuleReport(String rule, String compliance) implements Report {
  static RuleReport of(JsonNode event) {
    return new RuleReport(
        event.path("rule").asText(), event.path("compliance").asText("NON_COMPLIANT"));
  }

  @Override
  public String key() {
    return "rule " + rule;
  }

  @Override
  public byte[] event(Occasion occasion) {
    var detail =
        Written.object()
            .put("recordVersion", "1.0")
            .put("messageType", "ComplianceChangeNotification")
            .put("notificationCreationTime", Written.millis(occasion.updated()))
            .put("awsAccountId", occasion.subject().account())
            .put("awsRegion", Place.REGION)
            .put("configRuleName", rule)
            .put("configRuleARN", Place.arn("config", "config-rule/" + rule))
            .put("resourceType", occasion.subject().type())
            .put("resourceId", occasion.subject().id());
    detail
        .putObject("newEvaluationResult")
        .put("complianceType", compliance)
        .put("resultRecordedTime", Written.millis(occasion.updated()));
    return Written.event("aws.config", "Config Rules Compliance Change", occasion, "", detail);
  }
}
