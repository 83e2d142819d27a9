// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a control of Security Hub CSPM finds of a resource.
 *
 * @param compliance in ASFF's words
 */
record ControlReport(
    String control,
    String compliance,
    String severity,
    HubState state,
    Around around,
    boolean inOcsf)
    implements Report {
  private static final String TYPE =
      "Software and Configuration Checks/Industry and Regulatory Standards";

  static ControlReport of(JsonNode event) {
    return new ControlReport(
        event.path("control").asText(),
        event.path("status").asText("FAILED"),
        event.path("severity").asText("Medium"),
        HubState.of(event),
        Around.of(event),
        event.path("as").asText().equals("ocsf"));
  }

  @Override
  public String key() {
    return "control " + control;
  }

  @Override
  public byte[] event(Occasion occasion) {
    return inOcsf ? ocsf(occasion) : asff(occasion);
  }

  private byte[] asff(Occasion occasion) {
    var format = new Asff(HubProduct.SECURITY_HUB, id(occasion), TYPE, title());
    var finding = format.finding(occasion, severityNow(), state, around);
    finding.put("GeneratorId", "security-control/" + control);
    finding.putObject("Compliance").put("Status", compliance).put("SecurityControlId", control);
    return format.event(occasion, finding);
  }

  private byte[] ocsf(Occasion occasion) {
    var format = new Ocsf(Ocsf.COMPLIANCE, HubProduct.SECURITY_HUB, id(occasion), title());
    var finding = format.finding(occasion, TYPE, severityNow(), state, around);
    finding
        .putObject("compliance")
        .put("control", control)
        .put("status", ocsfCompliance())
        .put("status_id", ocsfComplianceId());
    return format.event(occasion, finding);
  }

  private String id(Occasion occasion) {
    return Place.arn(
        "securityhub", "security-control/" + control + "/finding/" + occasion.findingUuid());
  }

  private String title() {
    return control + " is checked";
  }

  /** A control that passes is informational, whatever it was before. */
  private String severityNow() {
    return compliance.equals("PASSED") ? "Informational" : severity;
  }

  private String ocsfCompliance() {
    return switch (compliance) {
      case "PASSED" -> "Pass";
      case "WARNING" -> "Warning";
      case "NOT_AVAILABLE" -> "Not Available";
      default -> "Fail";
    };
  }

  /** 99 is OCSF's id for a word of the source's own. */
  private int ocsfComplianceId() {
    return switch (compliance) {
      case "PASSED" -> 1;
      case "WARNING" -> 2;
      case "NOT_AVAILABLE" -> 99;
      default -> 3;
    };
  }
}
