// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.io.IOException;
import java.util.List;

/**
 * Config Rules Compliance Change: what a rule now finds of one resource. Rules have no severity.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/config/latest/developerguide/example-config-rule-compliance-notification.html">
 *     Compliance change notifications</a>
 */
final class ConfigComplianceReader implements FindingReader {
  private static final String KIND = "ComplianceChange";

  private static final Shape<Change> SHAPE =
      Shape.of(Change::new)
          .text("awsAccountId", (change, value) -> change.account = value)
          .text("awsRegion", (change, value) -> change.region = value)
          .text("configRuleName", (change, value) -> change.rule = value)
          .text("configRuleARN", (change, value) -> change.ruleArn = value)
          .text("resourceType", (change, value) -> change.resourceType = value)
          .text("resourceId", (change, value) -> change.resourceId = value)
          .time("notificationCreationTime", (change, v) -> change.notifiedAt = v)
          .inside(
              "newEvaluationResult",
              Shape.<Change>part()
                  .text("complianceType", (change, value) -> change.compliance = value)
                  .time("resultRecordedTime", (change, value) -> change.recordedAt = value));

  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    into.add(part(SHAPE.read(parser), envelope));
  }

  private static Part part(Change change, Envelope envelope) throws MalformedRecord {
    var uid = Fields.firstOf(change.ruleArn, change.rule);
    if (uid.isEmpty()) {
      throw MalformedRecord.missing("configRuleARN");
    }
    if (change.resourceId.isEmpty()) {
      throw MalformedRecord.missing("resourceId");
    }
    if (change.compliance.isEmpty()) {
      throw MalformedRecord.missing("newEvaluationResult.complianceType");
    }
    var updatedAt =
        Fields.time("resultRecordedTime", change.recordedAt, change.notifiedAt, envelope.time());
    var rule = Fields.firstOf(change.rule, uid);
    var signals =
        new SignalsOf(
            Signal.builder()
                .product(Product.CONFIG)
                .findingUid(uid)
                .state(state(change.compliance))
                .updatedAt(updatedAt)
                .observedAt(envelope.time().orElse(updatedAt))
                .title(rule)
                .kind(KIND)
                .control(ControlRules.controlOf(rule).orElse(rule))
                .attribute(Attribute.COMPLIANCE, change.compliance)
                .replayed(envelope.replayed()));
    var scope =
        Scope.of(
            Fields.firstOf(change.account, envelope.account()),
            Fields.firstOf(change.region, envelope.region()));
    signals.add(
        CanonicalResource.of(change.resourceId, change.resourceType, scope), signal -> signal);
    return signals.part(List.of());
  }

  /**
   * A rule that no longer applies, or has nothing to go by, no longer finds fault. A word that is
   * none of Config's is kept open: patterns ask for the word itself.
   */
  private static SignalState state(String compliance) {
    switch (compliance) {
      case "COMPLIANT":
      case "NOT_APPLICABLE":
      case "INSUFFICIENT_DATA":
        return SignalState.RESOLVED;
      default:
        return SignalState.ACTIVE;
    }
  }

  private static final class Change {
    String account = "";
    String region = "";
    String rule = "";
    String ruleArn = "";
    String resourceType = "";
    String resourceId = "";
    String compliance = "";
    String recordedAt = "";
    String notifiedAt = "";
  }
}
