// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.estate.Role;
import io.breakwater.demo.finding.Control;
import java.time.Instant;
import java.util.List;

/**
 * {@code Config Rules Compliance Change}: the verdict of a rule of AWS Config on a resource, which
 * it names without an ARN.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html">
 *     AWS Config events</a>
 */
final class ConfigComplianceEvent {
  private ConfigComplianceEvent() {}

  static byte[] of(Resource resource, Control control, boolean compliant, Occasion occasion) {
    return EventBridge.event(
        "aws.config",
        "Config Rules Compliance Change",
        resource.place(),
        occasion,
        List.of(),
        detail -> detail(detail, resource, control, compliant, occasion.time()));
  }

  private static void detail(
      Json detail, Resource resource, Control control, boolean compliant, Instant now) {
    var rule = AsffEvent.configRule(control, resource);
    detail
        .put("resourceId", id(resource))
        .put("awsRegion", resource.place().region())
        .put("awsAccountId", resource.place().account().id())
        .put("configRuleName", rule)
        .put("recordVersion", "1.0")
        .put("configRuleARN", resource.place().arn("config", "config-rule/" + rule))
        .put("messageType", "ComplianceChangeNotification")
        .object("newEvaluationResult", result -> result(result, resource, rule, compliant, now))
        .object(
            "oldEvaluationResult",
            result -> result(result, resource, rule, !compliant, now.minusSeconds(86_400)))
        .put("notificationCreationTime", Written.millis(now))
        .put("resourceType", type(resource));
  }

  private static void result(
      Json result, Resource resource, String rule, boolean compliant, Instant recorded) {
    result
        .object(
            "evaluationResultIdentifier",
            identifier ->
                identifier
                    .object(
                        "evaluationResultQualifier",
                        qualifier ->
                            qualifier
                                .put("configRuleName", rule)
                                .put("resourceType", type(resource))
                                .put("resourceId", id(resource))
                                .put("evaluationMode", "DETECTIVE"))
                    .put("orderingTimestamp", Written.millis(recorded)))
        .put("complianceType", compliant ? "COMPLIANT" : "NON_COMPLIANT")
        .put("resultRecordedTime", Written.millis(recorded))
        .put("configRuleInvokedTime", Written.millis(recorded));
  }

  /** Rules on roles look at their policies, and name them by id. */
  private static String id(Resource resource) {
    return resource instanceof Role role ? "ANPA" + role.id().substring(4) : resource.configId();
  }

  private static String type(Resource resource) {
    return resource instanceof Role ? "AWS::IAM::Policy" : resource.type();
  }
}
