// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a test sees of a finding.
 *
 * @param asff as it stands now
 * @param imports how often it was created or updated by an import
 * @param outdated how often an import was without effect, as it was no later
 */
public record ImportedFinding(
    String account,
    String region,
    String id,
    JsonNode asff,
    Instant created,
    Instant updated,
    int imports,
    int outdated) {
  /** {@code ACTIVE} or {@code ARCHIVED}. */
  public String recordState() {
    return asff.path("RecordState").asText();
  }

  /** {@code NEW}, {@code NOTIFIED}, {@code RESOLVED} or {@code SUPPRESSED}. */
  public String workflowStatus() {
    return asff.path("Workflow").path("Status").asText();
  }

  /** Such as {@code HIGH}. */
  public String severity() {
    return asff.path("Severity").path("Label").asText();
  }
}
