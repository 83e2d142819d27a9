// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.io.IOException;

/**
 * Amazon GuardDuty findings of every resource type, attack sequences included.
 *
 * <p>A finding is known by its ARN, as Security Hub's copies of it are.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_cloudwatch.html">
 *     GuardDuty events</a>
 */
final class GuardDutyReader implements FindingReader {
  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    into.add(part(GuardDutyFinding.SHAPE.read(parser), envelope));
  }

  private static Part part(GuardDutyFinding finding, Envelope envelope) throws MalformedRecord {
    var uid = Fields.firstOf(finding.arn, finding.id);
    if (uid.isEmpty()) {
      throw MalformedRecord.missing("arn");
    }
    if (finding.resourceType.isEmpty() && finding.details.isEmpty()) {
      throw MalformedRecord.missing("resource");
    }
    var updatedAt =
        Fields.time("updatedAt", finding.updatedAt, finding.eventLastSeen, envelope.time());
    var signals =
        new SignalsOf(
            Signal.builder()
                .product(Product.GUARDDUTY)
                .findingUid(uid)
                .severity(Severity.ofGuardDutyScore(finding.severity))
                .state(finding.archived ? SignalState.ARCHIVED : SignalState.ACTIVE)
                .updatedAt(updatedAt)
                .observedAt(envelope.time().orElse(updatedAt))
                .createdAt(Fields.timeOr(updatedAt, finding.createdAt))
                .title(finding.title)
                .kind(finding.type)
                .attribute(Attribute.RESOURCE_ROLE, finding.resourceRole)
                .attribute(Attribute.SAMPLE, finding.isSample() ? "true" : "")
                .replayed(envelope.replayed()));
    var relations = new StatedRelations();
    for (var affected : finding.affected()) {
      var resource =
          affected.resource(
              finding.partition,
              Fields.firstOf(finding.account, envelope.account()),
              Fields.firstOf(finding.region, envelope.region()));
      signals.add(
          resource, signal -> affected.surroundings.describe(signal).tagsIfAny(affected.tags()));
      resource.ifPresent(
          found -> {
            affected.surroundings.relate(found, relations);
            affected.workload.relate(found, relations);
            finding.workload.relate(found, relations);
          });
    }
    return signals.part(relations.list());
  }
}
