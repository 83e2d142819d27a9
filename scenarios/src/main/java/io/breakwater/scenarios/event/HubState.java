// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a finding in Security Hub says of its state besides compliance.
 *
 * @param workflow ASFF's {@code Workflow.Status}
 * @param record ASFF's {@code RecordState}
 * @param status OCSF's {@code status}
 */
record HubState(String workflow, String record, String status) {
  /** By OCSF's status id. */
  private static final List<String> STATUSES =
      List.of("Unknown", "New", "In Progress", "Suppressed", "Resolved", "Archived", "Deleted");

  static HubState of(JsonNode event) {
    return new HubState(
        event.path("workflow").asText("NEW"),
        event.path("record").asText("ACTIVE"),
        event.path("ocsfStatus").asText("New"));
  }

  int statusId() {
    return STATUSES.indexOf(status);
  }
}
