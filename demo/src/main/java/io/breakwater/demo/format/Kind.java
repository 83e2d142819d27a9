// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Weakness.FailedControl;
import io.breakwater.demo.finding.Weakness.PackageFlaw;
import io.breakwater.demo.finding.Weakness.SensitiveObject;
import io.breakwater.demo.finding.Weakness.Threat;
import java.util.List;

/** The classes of OCSF findings that Security Hub sends, and the product behind each. */
enum Kind {
  VULNERABILITY(2002, "Vulnerability Finding", "Inspector", "Package vulnerability scan"),
  COMPLIANCE(2003, "Compliance Finding", "Security Hub", "Security control"),
  DETECTION(2004, "Detection Finding", "GuardDuty", "Threat detection"),
  DATA_SECURITY(2006, "Data Security Finding", "Macie", "Sensitive data discovery");

  final int classUid;
  final String className;
  final String product;
  final String analytic;

  Kind(int classUid, String className, String product, String analytic) {
    this.classUid = classUid;
    this.className = className;
    this.product = product;
    this.analytic = analytic;
  }

  static Kind of(Finding finding) {
    if (finding.weakness() instanceof FailedControl) {
      return COMPLIANCE;
    }
    if (finding.weakness() instanceof Threat) {
      return DETECTION;
    }
    if (finding.weakness() instanceof SensitiveObject) {
      return DATA_SECURITY;
    }
    return VULNERABILITY;
  }

  String uid(Finding finding) {
    return switch (this) {
      case VULNERABILITY -> Written.inspectorArn(finding);
      case COMPLIANCE -> Written.controlArn(finding);
      case DETECTION -> Written.guardDutyArn(finding);
      case DATA_SECURITY -> finding.id();
    };
  }

  String title(Finding finding) {
    return switch (this) {
      case VULNERABILITY -> InspectorEvent.title(finding);
      case COMPLIANCE -> ((FailedControl) finding.weakness()).control().title();
      case DETECTION -> ((Threat) finding.weakness()).title();
      case DATA_SECURITY -> MacieEvent.title(finding);
    };
  }

  String description(Finding finding) {
    return switch (this) {
      case VULNERABILITY -> InspectorEvent.description(finding);
      case COMPLIANCE -> ((FailedControl) finding.weakness()).control().description();
      case DETECTION -> GuardDutyEvent.description(finding, (Threat) finding.weakness());
      case DATA_SECURITY -> MacieEvent.description(finding);
    };
  }

  List<String> types(Finding finding) {
    return switch (this) {
      case VULNERABILITY ->
          List.of(
              finding.weakness() instanceof PackageFlaw
                  ? "Software and Configuration Checks/Vulnerabilities/CVE"
                  : "Software and Configuration Checks/Network Reachability");
      case COMPLIANCE ->
          List.of("Software and Configuration Checks/Industry and Regulatory Standards");
      case DETECTION -> List.of(((Threat) finding.weakness()).kind());
      case DATA_SECURITY -> List.of(MacieEvent.type(finding), "Sensitive Data");
    };
  }
}
