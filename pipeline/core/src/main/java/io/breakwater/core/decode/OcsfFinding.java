// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What is read of an OCSF finding, of whatever version: the version of a payload changes nothing
 * here, and members that came or went between versions may be absent.
 *
 * @see <a href="https://schema.ocsf.io/1.6.0/categories/findings">Findings</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-ocsf.html">OCSF
 *     findings in Security Hub</a>
 */
final class OcsfFinding {
  static final Shape<OcsfFinding> SHAPE =
      Shape.of(OcsfFinding::new)
          .number("class_uid", (finding, value) -> finding.classUid = (int) value)
          .number("activity_id", (finding, value) -> finding.status.activity = (int) value)
          .number("status_id", (finding, value) -> finding.status.id = (int) value)
          .text("status", (finding, value) -> finding.status.label = value)
          .text("status_code", (finding, value) -> finding.status.code = value)
          .number("severity_id", (finding, value) -> finding.severityId = (int) value)
          .text("severity", (finding, value) -> finding.severity = value)
          .time("time", (finding, value) -> finding.time = value)
          .time("time_dt", (finding, value) -> finding.timeText = value)
          .text("message", (finding, value) -> finding.message = value)
          .inside(
              "metadata",
              part()
                  .text("event_code", (finding, value) -> finding.eventCode = value)
                  .inside(
                      "product",
                      part()
                          .text("uid", (finding, value) -> finding.productArn = value)
                          .text("name", (finding, value) -> finding.productName = value)
                          .text("vendor_name", (finding, value) -> finding.vendor = value)))
          .inside(
              "cloud",
              part()
                  .text("provider", (finding, value) -> finding.provider = value)
                  .text("cloud_partition", (finding, value) -> finding.partition = value)
                  .text("region", (finding, value) -> finding.region = value)
                  .inside("account", part().text("uid", (finding, v) -> finding.account = v)))
          .inside("finding_info", findingInfo())
          .inside(
              "compliance",
              part()
                  .text("control", (finding, value) -> finding.control = value)
                  .number("status_id", (finding, v) -> finding.status.complianceId = (int) v)
                  .text("status", (finding, value) -> finding.status.complianceLabel = value))
          .inside(
              "vendor_attributes",
              part()
                  .number("severity_id", (finding, v) -> finding.vendorSeverityId = (int) v)
                  .text("severity", (finding, value) -> finding.vendorSeverity = value))
          .each(
              "vulnerabilities",
              StatedVulnerability.OCSF,
              (finding, stated) -> finding.vulnerabilities.add(stated))
          .each(
              "evidences",
              Shape.of(OcsfFinding::new)
                  .insideIfObject(
                      "data", part().text("resource_role", (it, value) -> it.resourceRole = value)),
              (finding, evidence) ->
                  finding.resourceRole =
                      Fields.firstOf(finding.resourceRole, evidence.resourceRole))
          .each("resources", OcsfResource.SHAPE, (finding, value) -> finding.resources.add(value))
          // OCSF 1.1 knows a single resource.
          .object("resource", OcsfResource.SHAPE, (finding, value) -> finding.resources.add(value))
          .insideIfObject(
              "databucket",
              part()
                  .text("uid", (finding, value) -> finding.bucketUid = value)
                  .text("name", (finding, value) -> finding.bucketName = value));

  private static final String EXPOSURE_TYPE = "Exposure/";

  int classUid = -1;
  String provider = "";
  String resourceRole = "";
  String productArn = "";
  String uid = "";
  final OcsfStatus status = new OcsfStatus();
  final List<StatedVulnerability> vulnerabilities = new ArrayList<>(1);
  final List<OcsfResource> resources = new ArrayList<>(2);
  private int severityId;
  private String severity = "";
  private int vendorSeverityId;
  private String vendorSeverity = "";
  private String time = "";
  private String timeText = "";
  private String message = "";
  private String eventCode = "";
  private String productName = "";
  private String vendor = "";
  private String partition = "";
  private String region = "";
  private String account = "";
  private String title = "";
  private String analytic = "";
  private String modified = "";
  private String modifiedText = "";
  private String created = "";
  private String createdText = "";
  private String firstSeen = "";
  private String firstSeenText = "";
  private String control = "";
  private String bucketUid = "";
  private String bucketName = "";
  private final List<String> types = new ArrayList<>(2);

  private OcsfFinding() {}

  private static Shape<OcsfFinding> part() {
    return Shape.part();
  }

  private static Shape<OcsfFinding> findingInfo() {
    return part()
        .text("uid", (finding, value) -> finding.uid = value)
        .text("title", (finding, value) -> finding.title = value)
        .texts("types", (finding, value) -> finding.types.add(value))
        .time("modified_time", (finding, value) -> finding.modified = value)
        .time("modified_time_dt", (finding, value) -> finding.modifiedText = value)
        .time("created_time", (finding, value) -> finding.created = value)
        .time("created_time_dt", (finding, value) -> finding.createdText = value)
        .time("first_seen_time", (finding, value) -> finding.firstSeen = value)
        .time("first_seen_time_dt", (finding, value) -> finding.firstSeenText = value)
        .inside("analytic", part().text("name", (finding, value) -> finding.analytic = value));
  }

  String product() {
    return HubProduct.of(productArn, vendor, productName);
  }

  boolean isOwn() {
    return HubProduct.isOwn(vendor, productName);
  }

  boolean isExposure(String product) {
    return product.equals(Product.SECURITY_HUB_EXPOSURE)
        || types.stream().anyMatch(type -> type.startsWith(EXPOSURE_TYPE));
  }

  String title() {
    return Fields.firstOf(title, message);
  }

  /** Epoch milliseconds before text: they are what the other copies of a finding have. */
  String updatedAt() {
    return Fields.firstOf(modified, modifiedText);
  }

  String elseUpdatedAt() {
    return Fields.firstOf(time, timeText, created, createdText);
  }

  String firstSeenAt() {
    return Fields.firstOf(firstSeen, firstSeenText, created, createdText);
  }

  /**
   * The top-level severity, which rules and people may have changed, as in {@link AsffSeverity};
   * the provider's own, in {@code vendor_attributes}, only where that says nothing.
   */
  Severity severity() {
    var now = severity(severityId, severity);
    return now == Severity.UNKNOWN ? severity(vendorSeverityId, vendorSeverity) : now;
  }

  private static Severity severity(int id, String label) {
    var byId = Severity.ofOcsfId(id);
    return byId == Severity.UNKNOWN ? Severity.ofLabel(label.trim()) : byId;
  }

  String kind(String product, boolean vulnerable) {
    boolean inCode = vulnerabilities.stream().anyMatch(StatedVulnerability::isInCode);
    return Fields.firstOf(
        FindingKind.of(product, types, vulnerable, inCode, title()), analytic, eventCode);
  }

  /** Null for a finding of another kind. */
  OpenPath openPath(String kind) {
    return kind.equals(FindingKind.NETWORK_REACHABILITY)
        ? ReachabilityTitle.read(title()).orElse(null)
        : null;
  }

  String control(String product) {
    return control.isEmpty() && product.equals(Product.SECURITY_HUB) ? ControlId.in(uid) : control;
  }

  String sensitiveCategory() {
    return SensitiveCategory.ofTypes(types);
  }

  Scope scope(Envelope envelope) {
    return Scope.of(
        partition,
        Fields.firstOf(account, envelope.account()),
        Fields.firstOf(region, envelope.region()));
  }

  /** The bucket that a data security finding is of, where no resource tells it. */
  OcsfResource bucket() {
    return OcsfResource.bucket(Fields.firstOf(bucketUid, bucketName));
  }
}
