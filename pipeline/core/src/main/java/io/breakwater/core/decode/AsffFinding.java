// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.SignalState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What is read of a finding in the AWS Security Finding Format.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html">
 *     ASFF</a>
 */
final class AsffFinding {
  static final Shape<AsffFinding> SHAPE =
      Shape.of(AsffFinding::new)
          .text("Id", (finding, value) -> finding.id = value)
          .text("ProductArn", (finding, value) -> finding.productArn = value)
          .text("ProductName", (finding, value) -> finding.productName = value)
          .text("CompanyName", (finding, value) -> finding.company = value)
          .text("GeneratorId", (finding, value) -> finding.generator = value)
          .text("AwsAccountId", (finding, value) -> finding.account = value)
          .text("Region", (finding, value) -> finding.region = value)
          .text("Title", (finding, value) -> finding.title = value)
          .text("RecordState", (finding, value) -> finding.recordState = upper(value))
          .text("WorkflowState", (finding, value) -> finding.oldWorkflow = upper(value))
          .time("CreatedAt", (finding, value) -> finding.createdAt = value)
          .time("UpdatedAt", (finding, value) -> finding.updatedAt = value)
          .time("FirstObservedAt", (finding, value) -> finding.firstObservedAt = value)
          .time("LastObservedAt", (finding, value) -> finding.lastObservedAt = value)
          .texts("Types", (finding, value) -> finding.types.add(value))
          .object("Severity", AsffSeverity.SHAPE, (finding, value) -> finding.severity = value)
          .inside("Workflow", part().text("Status", (finding, v) -> finding.workflow = upper(v)))
          .inside(
              "Compliance",
              part()
                  .text("Status", (finding, value) -> finding.compliance = upper(value))
                  .text("SecurityControlId", (finding, value) -> finding.control = value))
          .inside(
              "FindingProviderFields",
              part()
                  .object(
                      "Severity",
                      AsffSeverity.SHAPE,
                      (finding, value) -> finding.providersSeverity = value)
                  .texts("Types", (finding, value) -> finding.providersTypes.add(value)))
          .inside("ProductFields", productFields())
          .each(
              "Vulnerabilities",
              StatedVulnerability.ASFF,
              (finding, stated) -> finding.vulnerabilities.add(stated))
          .member(
              "Network", (parser, finding) -> InspectorPath.SHAPE.readInto(parser, finding.path))
          .each("NetworkPath", InspectorPath.Step.SHAPE, (finding, step) -> finding.path.add(step))
          .each("Resources", AsffResource.SHAPE, (finding, value) -> finding.resources.add(value));

  private static final String ARCHIVED = "ARCHIVED";
  private static final String RESOLVED = "RESOLVED";
  private static final String SUPPRESSED = "SUPPRESSED";

  String id = "";
  String productArn = "";
  String title = "";
  String createdAt = "";
  String updatedAt = "";
  String firstObservedAt = "";
  String lastObservedAt = "";
  String compliance = "";
  String resourceRole = "";
  final InspectorPath path = new InspectorPath();
  final List<StatedVulnerability> vulnerabilities = new ArrayList<>(1);
  final List<AsffResource> resources = new ArrayList<>(1);
  private String productName = "";
  private String company = "";
  private String importedProduct = "";
  private String importedCompany = "";
  private String generator = "";
  private String account = "";
  private String region = "";
  private String recordState = "";
  private String workflow = "";
  private String oldWorkflow = "";
  private String control = "";
  private String configRule = "";
  private String relatedRule = "";
  private String sample = "";
  private String additionalInfo = "";
  private AsffSeverity severity = new AsffSeverity();
  private AsffSeverity providersSeverity = new AsffSeverity();
  private final List<String> types = new ArrayList<>(1);
  private final List<String> providersTypes = new ArrayList<>(1);

  private AsffFinding() {}

  private static Shape<AsffFinding> part() {
    return Shape.part();
  }

  /** GuardDuty's names have lost and gained a prefix over the years (both observed). */
  private static Shape<AsffFinding> productFields() {
    return part()
        .text("aws/securityhub/ProductName", (finding, v) -> finding.importedProduct = v)
        .text("aws/securityhub/CompanyName", (finding, v) -> finding.importedCompany = v)
        .text("aws/config/ConfigRuleName", (finding, value) -> finding.configRule = value)
        .text("RelatedAWSResources:0/name", (finding, value) -> finding.relatedRule = value)
        .text("aws/guardduty/service/resourceRole", (finding, v) -> finding.resourceRole = v)
        .text("resourceRole", (finding, value) -> finding.resourceRole = value)
        .text("aws/guardduty/service/additionalInfo/sample", (finding, v) -> finding.sample = v)
        .text("additionalInfo", (finding, value) -> finding.additionalInfo = value);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  String product() {
    return HubProduct.of(productArn, company(), productName());
  }

  boolean isOwn() {
    return HubProduct.isOwn(company(), productName());
  }

  private String productName() {
    return Fields.firstOf(productName, importedProduct);
  }

  private String company() {
    return Fields.firstOf(company, importedCompany);
  }

  /** The owner; an event that an administrator's account received carries another one. */
  String account(Envelope envelope) {
    return account.isEmpty() ? ofProductArn(Arn::account, envelope.account()) : account;
  }

  String region(Envelope envelope) {
    return region.isEmpty() ? ofProductArn(Arn::region, envelope.region()) : region;
  }

  private String ofProductArn(Function<Arn, String> part, String otherwise) {
    return Fields.firstOf(Arn.tryParse(productArn).map(part).orElse(""), otherwise);
  }

  Severity severity(String product) {
    var now = severity.of(product);
    return now == Severity.UNKNOWN ? providersSeverity.of(product) : now;
  }

  /** By the rule of {@link HubState}; the older workflow state counts where there is no newer. */
  SignalState state() {
    var status = Fields.firstOf(workflow, oldWorkflow);
    return HubState.of(
        recordState.equals(ARCHIVED),
        status.equals(RESOLVED),
        status.equals(SUPPRESSED),
        compliance);
  }

  private List<String> types() {
    return types.isEmpty() ? providersTypes : types;
  }

  String kind(String product, boolean vulnerable) {
    boolean inCode = vulnerabilities.stream().anyMatch(StatedVulnerability::isInCode);
    return FindingKind.of(product, types(), vulnerable, inCode, title);
  }

  /** The worst: Macie says it of the object and means its bucket. */
  String sensitiveCategory() {
    return resources.stream()
        .map(resource -> resource.sensitive)
        .reduce(SensitiveCategory.ofTypes(types()), SensitiveCategory::worse);
  }

  /** Empty for a finding that is of no control and no rule. */
  String control(String product) {
    if (!control.isEmpty()) {
      return control;
    }
    switch (product) {
      case Product.SECURITY_HUB:
        return ControlRules.consolidated(ControlId.in(generator, id), relatedRule);
      case Product.CONFIG:
        return ControlRules.controlOf(configRule).orElse(configRule);
      default:
        return "";
    }
  }

  /** Null for a finding of another kind. */
  OpenPath openPath(String kind) {
    if (!kind.equals(FindingKind.NETWORK_REACHABILITY)) {
      return null;
    }
    var stated = path.openPath();
    return stated.origin() == OpenPath.Origin.UNKNOWN
        ? ReachabilityTitle.read(title).orElse(stated)
        : stated;
  }

  boolean isSample() {
    return Known.ofText(sample) == Known.YES
        || GuardDutyFinding.SAMPLE.matcher(additionalInfo).find();
  }
}
