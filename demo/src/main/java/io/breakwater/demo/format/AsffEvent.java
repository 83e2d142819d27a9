// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.finding.Control;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness.FailedControl;
import io.breakwater.demo.finding.Weakness.PackageFlaw;
import io.breakwater.demo.finding.Weakness.Threat;
import java.util.List;
import java.util.Locale;

/**
 * {@code Security Hub Findings - Imported}: the AWS Security Finding Format, for controls of
 * Security Hub and for what Inspector and GuardDuty pass on to it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html">
 *     ASFF</a>
 */
final class AsffEvent {
  private AsffEvent() {}

  static byte[] of(Finding finding, Occasion occasion) {
    return EventBridge.event(
        "aws.securityhub",
        "Security Hub Findings - Imported",
        finding.subject().place(),
        occasion,
        List.of(productArn(finding) + "/" + id(finding)),
        detail -> detail.only("findings", asff -> finding(asff, finding)));
  }

  private static void finding(Json asff, Finding finding) {
    var place = finding.subject().place();
    asff.put("ProductArn", productArn(finding))
        .texts("Types", List.of(type(finding)))
        .put("Description", description(finding))
        .put("SchemaVersion", "2018-10-08")
        .put("Id", id(finding))
        .put("GeneratorId", generator(finding))
        .put("AwsAccountId", place.account().id())
        .put("AwsAccountName", place.account().name())
        .put("CompanyName", finding.weakness() instanceof FailedControl ? "AWS" : "Amazon")
        .put("ProductName", productName(finding))
        .put("Region", place.region())
        .put("FirstObservedAt", Written.millis(finding.since()))
        .put("LastObservedAt", Written.millis(finding.seen()))
        .put("CreatedAt", Written.millis(finding.since()))
        .put("UpdatedAt", Written.millis(finding.updated()))
        .put("ProcessedAt", Written.millis(finding.seen()))
        .object("Severity", severity -> severity(severity, finding))
        .put("Title", title(finding));
    particulars(asff, finding);
    asff.object("ProductFields", fields -> productFields(fields, finding))
        .each("Resources", Written.concerned(finding), AsffResource::write)
        .put("WorkflowState", "NEW")
        .object("Workflow", workflow -> workflow.put("Status", workflow(finding)))
        .put("RecordState", isArchived(finding) ? "ARCHIVED" : "ACTIVE")
        .object(
            "FindingProviderFields",
            fields ->
                fields
                    .object("Severity", severity -> severity(severity, finding))
                    .texts("Types", List.of(type(finding))));
  }

  private static String id(Finding finding) {
    if (finding.weakness() instanceof FailedControl) {
      return Written.controlArn(finding);
    }
    return finding.weakness() instanceof Threat
        ? Written.guardDutyArn(finding)
        : Written.inspectorArn(finding);
  }

  private static String productArn(Finding finding) {
    var product = productName(finding).toLowerCase(Locale.ROOT).replace(" ", "");
    return "arn:aws:securityhub:" + finding.subject().place().region() + "::product/aws/" + product;
  }

  private static String productName(Finding finding) {
    if (finding.weakness() instanceof FailedControl) {
      return "Security Hub";
    }
    return finding.weakness() instanceof Threat ? "GuardDuty" : "Inspector";
  }

  private static String generator(Finding finding) {
    if (finding.weakness() instanceof FailedControl failed) {
      return "security-control/" + failed.control().id();
    }
    return finding.weakness() instanceof Threat
        ? "arn:aws:guardduty:"
            + finding.subject().place().region()
            + ":"
            + finding.subject().place().account().id()
            + ":detector/"
            + Written.detectorId(finding)
        : "AWSInspector";
  }

  private static String type(Finding finding) {
    if (finding.weakness() instanceof FailedControl) {
      return "Software and Configuration Checks/Industry and Regulatory Standards";
    }
    if (finding.weakness() instanceof Threat threat) {
      var purpose = threat.kind().substring(0, threat.kind().indexOf(':'));
      return "TTPs/" + purpose + "/" + threat.kind().replace('/', '-');
    }
    return finding.weakness() instanceof PackageFlaw
        ? "Software and Configuration Checks/Vulnerabilities/CVE"
        : "Software and Configuration Checks/AWS Security Best Practices/Network Reachability";
  }

  private static String title(Finding finding) {
    if (finding.weakness() instanceof FailedControl failed) {
      return failed.control().title();
    }
    return finding.weakness() instanceof Threat threat
        ? threat.title() + "."
        : InspectorEvent.title(finding);
  }

  private static String description(Finding finding) {
    if (finding.weakness() instanceof FailedControl failed) {
      return failed.control().description();
    }
    return finding.weakness() instanceof Threat threat
        ? GuardDutyEvent.description(finding, threat)
        : InspectorEvent.description(finding);
  }

  /** A control that passes is informational, whatever it was before. */
  private static void severity(Json severity, Finding finding) {
    boolean passed =
        finding.weakness() instanceof FailedControl && finding.status() == Status.FIXED;
    var label = finding.weakness().severity().label().toUpperCase(Locale.ROOT);
    severity
        .put("Label", passed ? "INFORMATIONAL" : label)
        .put("Normalized", passed ? 0 : finding.weakness().severity().asffNormalized())
        .put("Original", passed ? "INFORMATIONAL" : label);
  }

  private static String workflow(Finding finding) {
    return switch (finding.status()) {
      case OPEN, ARCHIVED -> "NEW";
      case SUPPRESSED -> "SUPPRESSED";
      case FIXED -> finding.weakness() instanceof FailedControl ? "RESOLVED" : "NEW";
    };
  }

  /** Inspector archives in Security Hub what it closes; a control that passes stays active. */
  private static boolean isArchived(Finding finding) {
    return finding.status() == Status.ARCHIVED
        || (finding.status() == Status.FIXED && !(finding.weakness() instanceof FailedControl));
  }

  private static void particulars(Json asff, Finding finding) {
    if (finding.weakness() instanceof FailedControl failed) {
      control(asff, finding, failed.control());
    } else if (finding.weakness() instanceof PackageFlaw found) {
      asff.only("Vulnerabilities", vulnerability -> vulnerability(vulnerability, found));
    }
  }

  private static void control(Json asff, Finding finding, Control control) {
    asff.object(
        "Remediation",
        remediation ->
            remediation.object(
                "Recommendation",
                recommendation ->
                    recommendation
                        .put(
                            "Text",
                            "For information on how to correct this issue, consult the AWS Security"
                                + " Hub controls documentation.")
                        .put("Url", remediationUrl(control))));
    asff.object(
        "Compliance",
        compliance ->
            compliance
                .put("Status", finding.status() == Status.FIXED ? "PASSED" : "FAILED")
                .put("SecurityControlId", control.id())
                .texts(
                    "RelatedRequirements", List.of("NIST.800-53.r5 AC-3", "PCI DSS v4.0.1/1.4.4"))
                .each(
                    "AssociatedStandards",
                    List.of(
                        "standards/aws-foundational-security-best-practices/v/1.0.0",
                        "standards/nist-800-53/v/5.0.0"),
                    (standard, id) -> standard.put("StandardsId", id)));
  }

  static String remediationUrl(Control control) {
    return "https://docs.aws.amazon.com/console/securityhub/" + control.id() + "/remediation";
  }

  private static void vulnerability(Json vulnerability, PackageFlaw found) {
    var flaw = found.flaw();
    vulnerability
        .put("Id", flaw.id())
        .only(
            "VulnerablePackages",
            pack ->
                pack.put("Name", flaw.packageName())
                    .put("Version", flaw.version())
                    .put("Epoch", "0")
                    .put("FixedInVersion", flaw.fixedIn())
                    .put("PackageManager", flaw.manager()))
        .only(
            "Cvss",
            cvss ->
                cvss.put("Version", "3.1")
                    .put("BaseScore", flaw.score())
                    .put("BaseVector", flaw.vector())
                    .put("Source", "NVD"))
        .object(
            "Vendor",
            vendor ->
                vendor
                    .put("Name", "NVD")
                    .put("Url", "https://nvd.nist.gov/vuln/detail/" + flaw.id())
                    .put("VendorSeverity", flaw.severity().label().toUpperCase(Locale.ROOT)))
        .texts("ReferenceUrls", InspectorEvent.references(flaw))
        .put("FixAvailable", "YES")
        .put("EpssScore", found.epss())
        .put("ExploitAvailable", found.exploited() ? "YES" : "NO");
  }

  private static void productFields(Json fields, Finding finding) {
    if (finding.weakness() instanceof FailedControl failed) {
      fields.put("RelatedAWSResources:0/name", configRule(failed.control(), finding.subject()));
      fields.put("RelatedAWSResources:0/type", "AWS::Config::ConfigRule");
      fields.put("Resources:0/Id", Written.arn(finding.subject()));
    } else if (finding.weakness() instanceof Threat threat) {
      fields.put("aws/guardduty/service/serviceName", "guardduty");
      fields.put("aws/guardduty/service/detectorId", Written.detectorId(finding));
      fields.put("aws/guardduty/service/resourceRole", "TARGET");
      fields.put("aws/guardduty/service/count", Integer.toString(finding.count()));
      fields.put("aws/guardduty/service/archived", Boolean.toString(isArchived(finding)));
      fields.put("aws/guardduty/service/additionalInfo/type", threat.kind());
    } else {
      fields.put("aws/inspector/FindingStatus", InspectorEvent.status(finding.status()));
      fields.put("aws/inspector/ProductVersion", "2");
    }
    fields.put("aws/securityhub/ProductName", productName(finding));
    fields.put(
        "aws/securityhub/CompanyName",
        finding.weakness() instanceof FailedControl ? "AWS" : "Amazon");
    fields.put("aws/securityhub/FindingId", productArn(finding) + "/" + id(finding));
  }

  static String configRule(Control control, Resource subject) {
    var account = subject.place().account().id();
    return control.configRule() + "-" + account.substring(0, 2) + "c3f8a1";
  }
}
