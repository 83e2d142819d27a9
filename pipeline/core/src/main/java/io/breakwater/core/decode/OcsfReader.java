// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Signal;
import java.io.IOException;
import java.util.Set;

/**
 * One OCSF finding, of Security Hub or of anyone who reports on resources in AWS.
 *
 * <p>What correlates already is not correlated again: Security Hub's exposure findings and our own
 * are set aside, whatever their class. So are coverage findings, which are of no resource.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-v2-cwe-event-types.html">
 *     Security Hub events</a>
 */
final class OcsfReader implements FindingReader {
  private static final int VULNERABILITY = 2002;
  private static final int COMPLIANCE = 2003;
  private static final int DETECTION = 2004;
  private static final int DATA_SECURITY = 2006;
  private static final Set<Integer> CLASSES =
      Set.of(VULNERABILITY, COMPLIANCE, DETECTION, DATA_SECURITY);

  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    into.add(part(OcsfFinding.SHAPE.read(parser), envelope));
  }

  private static Part part(OcsfFinding finding, Envelope envelope) throws MalformedRecord {
    var product = finding.product();
    if (finding.isOwn()) {
      return Part.ignored(IgnoredReason.OWN_FINDING, "Breakwater emitted it");
    }
    if (finding.isExposure(product)) {
      return Part.ignored(IgnoredReason.EXPOSURE_FINDING, "an exposure that Security Hub found");
    }
    if (product.equals(HubProduct.COVERAGE)) {
      return Part.ignored(IgnoredReason.COVERAGE_FINDING, "says what is switched on");
    }
    if (!CLASSES.contains(finding.classUid)) {
      return Part.ignored(
          IgnoredReason.UNSUPPORTED_CLASS, "OCSF class " + finding.classUid + " is not read");
    }
    if (isOutsideAws(finding)) {
      return Part.ignored(IgnoredReason.NOT_AN_AWS_RESOURCE, "all its resources are elsewhere");
    }
    if (product.isEmpty()) {
      throw MalformedRecord.missing("metadata.product");
    }
    if (finding.uid.isEmpty()) {
      throw MalformedRecord.missing("finding_info.uid");
    }
    return signals(finding, product, envelope);
  }

  private static boolean isOutsideAws(OcsfFinding finding) {
    return ForeignCloud.holds("", "", finding.provider)
        || (!finding.resources.isEmpty()
            && finding.resources.stream().allMatch(OcsfResource::isOutsideAws));
  }

  private static Part signals(OcsfFinding finding, String product, Envelope envelope)
      throws MalformedRecord {
    var updatedAt =
        Fields.time(
            "finding_info.modified_time",
            finding.updatedAt(),
            finding.elseUpdatedAt(),
            envelope.time());
    var vulnerability = StatedVulnerability.worstOf(finding.vulnerabilities);
    var kind = finding.kind(product, vulnerability != null);
    var signals =
        new SignalsOf(
            Signal.builder()
                .product(product)
                .findingUid(HubFindingUid.of(finding.productArn, finding.uid))
                .severity(finding.severity())
                .state(finding.status.state())
                .updatedAt(updatedAt)
                .observedAt(envelope.time().orElse(updatedAt))
                .createdAt(Fields.timeOr(updatedAt, finding.firstSeenAt()))
                .title(finding.title())
                .kind(kind)
                .control(finding.control(product))
                .vulnerability(vulnerability)
                .openPath(finding.openPath(kind))
                .attribute(Attribute.COMPLIANCE, finding.status.compliance())
                .attribute(Attribute.RESOURCE_ROLE, finding.resourceRole)
                .attribute(Attribute.SENSITIVE_DATA, finding.sensitiveCategory())
                .replayed(envelope.replayed()));
    var relations = new StatedRelations();
    var scope = finding.scope(envelope);
    for (var affected : finding.resources) {
      var resource = affected.resource(scope);
      signals.add(resource, affected::describe);
      resource.ifPresent(found -> affected.relate(found, relations));
    }
    if (finding.classUid == DATA_SECURITY && signals.isEmpty()) {
      signals.add(finding.bucket().resource(scope), signal -> signal);
    }
    return signals.part(relations.list());
  }
}
