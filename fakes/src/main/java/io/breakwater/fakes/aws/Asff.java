// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a finding must be like to be in the AWS Security Finding Format.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-attributes.html">Required
 *     and optional attributes</a>
 */
final class Asff {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "Action",
          "AwsAccountId",
          "AwsAccountName",
          "CompanyName",
          "Compliance",
          "Confidence",
          "CreatedAt",
          "Criticality",
          "Description",
          "Detection",
          "FindingProviderFields",
          "FirstObservedAt",
          "GeneratorDetails",
          "GeneratorId",
          "Id",
          "LastObservedAt",
          "Malware",
          "Network",
          "NetworkPath",
          "Note",
          "PatchSummary",
          "Process",
          "ProcessedAt",
          "ProductArn",
          "ProductFields",
          "ProductName",
          "RecordState",
          "Region",
          "RelatedFindings",
          "Remediation",
          "Resources",
          "Sample",
          "SchemaVersion",
          "Severity",
          "SourceUrl",
          "ThreatIntelIndicators",
          "Threats",
          "Title",
          "Types",
          "UpdatedAt",
          "UserDefinedFields",
          "VerificationState",
          "Vulnerabilities",
          "Workflow",
          "WorkflowState");
  private static final Set<String> SEVERITIES =
      Set.of("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL");
  private static final Pattern TYPE =
      Pattern.compile(
          "(Software and Configuration Checks|TTPs|Effects|Unusual Behaviors"
              + "|Sensitive Data Identifications)(/[^/]+){0,2}");
  private static final int MOST_TYPES = 50;
  private static final int MOST_RESOURCES = 32;
  private static final int MOST_PRODUCT_FIELDS = 50;

  private final JsonNode finding;
  private final List<String> faults = new ArrayList<>();

  private Asff(JsonNode finding) {
    this.finding = finding;
  }

  /** All that is wrong with a finding, each in one sentence; empty if nothing is. */
  static List<String> faults(JsonNode finding) {
    var check = new Asff(finding);
    check.all();
    return check.faults;
  }

  private void all() {
    finding.fieldNames().forEachRemaining(this::checkKnown);
    checkText("AwsAccountId", 12, 12, true);
    checkText("Id", 1, 512, true);
    checkText("ProductArn", 12, 2048, true);
    checkText("GeneratorId", 1, 512, true);
    checkText("Title", 1, 256, true);
    checkText("Description", 1, 1024, true);
    checkText("ProductName", 1, 128, false);
    checkText("CompanyName", 1, 128, false);
    if (!finding.path("SchemaVersion").asText().equals("2018-10-08")) {
      fault("SchemaVersion must be 2018-10-08");
    }
    checkTime("CreatedAt", true);
    checkTime("UpdatedAt", true);
    checkTime("FirstObservedAt", false);
    checkTime("LastObservedAt", false);
    checkSeverityAndTypes();
    checkResources();
    checkRemediation();
    checkProductFields();
    checkOneOf("RecordState", finding.path("RecordState"), Set.of("ACTIVE", "ARCHIVED"));
    checkOneOf(
        "Workflow.Status",
        finding.path("Workflow").path("Status"),
        Set.of("NEW", "NOTIFIED", "RESOLVED", "SUPPRESSED"));
    checkOneOf(
        "Compliance.Status",
        finding.path("Compliance").path("Status"),
        Set.of("PASSED", "WARNING", "FAILED", "NOT_AVAILABLE"));
  }

  private void checkKnown(String attribute) {
    if (!ATTRIBUTES.contains(attribute)) {
      fault("there is no attribute " + attribute);
    }
  }

  private void checkText(String name, int least, int most, boolean required) {
    var value = finding.path(name);
    if (value.isMissingNode() || value.isNull()) {
      if (required) {
        fault(name + " is required");
      }
    } else if (!value.isTextual()
        || value.asText().length() < least
        || value.asText().length() > most) {
      fault(name + " must be a string of " + least + " to " + most + " characters");
    }
  }

  private void checkTime(String name, boolean required) {
    var value = finding.path(name);
    if (value.isMissingNode() && !required) {
      return;
    }
    try {
      Instant.parse(value.asText());
    } catch (DateTimeParseException e) {
      fault(name + " must be a time in UTC such as 2026-11-27T10:00:00Z");
    }
  }

  private void checkSeverityAndTypes() {
    var provided = finding.path("FindingProviderFields");
    if (provided.isMissingNode() && !(finding.has("Severity") && finding.has("Types"))) {
      fault("either FindingProviderFields or Severity and Types are required");
    }
    checkSeverity("Severity", finding.path("Severity"));
    checkSeverity("FindingProviderFields.Severity", provided.path("Severity"));
    checkTypes("Types", finding.path("Types"));
    checkTypes("FindingProviderFields.Types", provided.path("Types"));
  }

  private void checkSeverity(String name, JsonNode severity) {
    if (severity.isMissingNode()) {
      return;
    }
    if (!severity.has("Label") && !severity.has("Normalized") && !severity.has("Product")) {
      fault(name + " needs a Label");
    }
    checkOneOf(name + ".Label", severity.path("Label"), SEVERITIES);
    int normalized = severity.path("Normalized").asInt();
    if (normalized < 0 || normalized > 100) {
      fault(name + ".Normalized must be from 0 to 100");
    }
  }

  private void checkTypes(String name, JsonNode types) {
    if (types.size() > MOST_TYPES) {
      fault(name + " may have at most 50 entries");
    }
    for (var type : types) {
      if (!TYPE.matcher(type.asText()).matches()) {
        fault(name + " must be namespace/category/classifier, not " + type.asText());
      }
    }
  }

  private void checkResources() {
    var resources = finding.path("Resources");
    if (!resources.isArray() || resources.isEmpty() || resources.size() > MOST_RESOURCES) {
      fault("Resources must have from 1 to 32 entries");
    }
    for (var resource : resources) {
      if (resource.path("Type").asText().isEmpty() || resource.path("Id").asText().isEmpty()) {
        fault("each of the Resources needs a Type and an Id");
      }
    }
  }

  private void checkRemediation() {
    var text = finding.path("Remediation").path("Recommendation").path("Text");
    if (text.isTextual() && (text.asText().isEmpty() || text.asText().length() > 512)) {
      fault("Remediation.Recommendation.Text must have from 1 to 512 characters");
    }
  }

  private void checkProductFields() {
    var fields = finding.path("ProductFields");
    if (fields.size() > MOST_PRODUCT_FIELDS) {
      fault("ProductFields may have at most 50 entries");
    }
    fields
        .properties()
        .forEach(
            field -> {
              if (field.getKey().length() > 128
                  || !field.getValue().isTextual()
                  || field.getValue().asText().length() > 2048) {
                fault("ProductFields." + field.getKey() + " is too long, or no string");
              }
            });
  }

  private void checkOneOf(String name, JsonNode value, Set<String> allowed) {
    if (!value.isMissingNode() && !allowed.contains(value.asText())) {
      fault(name + " cannot be " + value.asText());
    }
  }

  private void fault(String fault) {
    faults.add(fault);
  }
}
