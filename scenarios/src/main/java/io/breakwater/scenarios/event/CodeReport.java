// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;

/** A flaw in the code of a function, as Inspector finds it. */
record CodeReport(String detector, String severity, String status, Around around)
    implements Report {
  static CodeReport of(JsonNode event) {
    return new CodeReport(
        event.path("codeVulnerability").asText(),
        event.path("severity").asText("High"),
        event.path("status").asText("ACTIVE"),
        Around.of(event));
  }

  @Override
  public String key() {
    return "code " + detector;
  }

  @Override
  public byte[] event(Occasion occasion) {
    var format = new Inspector("CODE_VULNERABILITY", detector + " found something in the code");
    var finding = format.finding(occasion, severity, status, around);
    finding
        .putObject("codeVulnerabilityDetails")
        .put("detectorId", detector)
        .putObject("filePath")
        .put("fileName", "app.py")
        .put("filePath", "src/app.py")
        .put("startLine", 12)
        .put("endLine", 14);
    return format.event(occasion, finding);
  }
}
