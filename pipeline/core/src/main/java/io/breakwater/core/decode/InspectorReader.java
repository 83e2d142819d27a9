// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import java.io.IOException;

/**
 * Amazon Inspector findings: package vulnerabilities, network reachability, code vulnerabilities.
 *
 * @see <a href="https://docs.aws.amazon.com/inspector/latest/user/eventbridge-integration.html">
 *     Inspector events</a>
 */
final class InspectorReader implements FindingReader {
  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    into.add(part(InspectorFinding.SHAPE.read(parser), envelope));
  }

  private static Part part(InspectorFinding finding, Envelope envelope) throws MalformedRecord {
    if (finding.arn.isEmpty()) {
      throw MalformedRecord.missing("findingArn");
    }
    if (finding.resources.isEmpty()) {
      throw MalformedRecord.missing("resources");
    }
    if (finding.resources.stream().allMatch(InspectorFinding.Affected::isOutsideAws)) {
      return Part.ignored(
          IgnoredReason.NOT_AN_AWS_RESOURCE,
          "Inspector scanned a " + finding.resources.get(0).type + ", which is outside AWS");
    }
    var updatedAt =
        Fields.time("updatedAt", finding.updatedAt, finding.lastObservedAt, envelope.time());
    var signals =
        new SignalsOf(
            Signal.builder()
                .product(Product.INSPECTOR)
                .findingUid(finding.arn)
                .severity(Severity.ofLabel(finding.severity))
                .state(finding.state())
                .updatedAt(updatedAt)
                .observedAt(envelope.time().orElse(updatedAt))
                .createdAt(Fields.timeOr(updatedAt, finding.firstObservedAt))
                .title(finding.title)
                .kind(finding.type)
                .vulnerability(finding.vulnerability())
                .openPath(finding.openPath())
                .attribute(Attribute.DETECTOR, finding.detector)
                .replayed(envelope.replayed()));
    var relations = new StatedRelations();
    for (var affected : finding.resources) {
      if (affected.isOutsideAws()) {
        continue;
      }
      var account = Fields.firstOf(finding.account, envelope.account());
      var region = Fields.firstOf(affected.region, envelope.region());
      var resource =
          CanonicalResource.of(
              affected.id, affected.type, Scope.of(affected.partition, account, region));
      signals.add(
          resource, signal -> affected.surroundings.describe(signal).tagsIfAny(affected.tags));
      resource.ifPresent(
          found -> {
            affected.surroundings.relate(found, relations);
            finding.path.surroundings(found).relate(found, relations);
          });
    }
    return signals.part(relations.list());
  }
}
