// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Signal;
import java.io.IOException;

/**
 * One finding of Security Hub CSPM, in the AWS Security Finding Format: its controls, and what
 * other products import.
 *
 * <p>Product, id, state, severity, kind and control each follow one rule: see {@link HubProduct},
 * {@link HubFindingUid}, {@link HubState}, {@link AsffSeverity}, {@link FindingKind} and {@link
 * ControlId}. There is a signal for each resource that the finding lists.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-formats.html">
 *     Security Hub CSPM events</a>
 */
final class AsffReader implements FindingReader {
  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    into.add(part(AsffFinding.SHAPE.read(parser), envelope));
  }

  private static Part part(AsffFinding finding, Envelope envelope) throws MalformedRecord {
    if (finding.isOwn()) {
      return Part.ignored(IgnoredReason.OWN_FINDING, "Breakwater imported it into Security Hub");
    }
    var product = finding.product();
    if (product.isEmpty()) {
      throw MalformedRecord.missing("ProductArn");
    }
    if (finding.id.isEmpty()) {
      throw MalformedRecord.missing("Id");
    }
    if (finding.resources.isEmpty()) {
      throw MalformedRecord.missing("Resources");
    }
    if (finding.resources.stream().allMatch(AsffResource::isOutsideAws)) {
      return Part.ignored(IgnoredReason.NOT_AN_AWS_RESOURCE, "all its resources are elsewhere");
    }
    return signals(finding, product, envelope);
  }

  private static Part signals(AsffFinding finding, String product, Envelope envelope)
      throws MalformedRecord {
    var updatedAt =
        Fields.time(
            "UpdatedAt",
            finding.updatedAt,
            Fields.firstOf(finding.lastObservedAt, finding.createdAt),
            envelope.time());
    var vulnerability = StatedVulnerability.worstOf(finding.vulnerabilities);
    var kind = finding.kind(product, vulnerability != null);
    var signals =
        new SignalsOf(
            Signal.builder()
                .product(product)
                .findingUid(HubFindingUid.of(finding.productArn, finding.id))
                .severity(finding.severity(product))
                .state(finding.state())
                .updatedAt(updatedAt)
                .observedAt(envelope.time().orElse(updatedAt))
                .createdAt(
                    Fields.timeOr(
                        updatedAt, Fields.firstOf(finding.firstObservedAt, finding.createdAt)))
                .title(finding.title)
                .kind(kind)
                .control(finding.control(product))
                .vulnerability(vulnerability)
                .openPath(finding.openPath(kind))
                .attribute(Attribute.COMPLIANCE, finding.compliance)
                .attribute(Attribute.RESOURCE_ROLE, finding.resourceRole)
                .attribute(Attribute.SENSITIVE_DATA, finding.sensitiveCategory())
                .attribute(Attribute.SAMPLE, finding.isSample() ? "true" : "")
                .replayed(envelope.replayed()));
    var relations = new StatedRelations();
    for (var affected : finding.resources) {
      var resource = affected.resource(finding.account(envelope), finding.region(envelope));
      resource.ifPresent(
          found -> {
            var stated = affected.relations(found);
            signals.add(
                resource,
                signal -> ActingAs.describe(signal.tagsIfAny(affected.tags()), found, stated));
            relations.addAll(stated);
            finding.path.surroundings(found).relate(found, relations);
          });
    }
    return signals.part(relations.list());
  }
}
