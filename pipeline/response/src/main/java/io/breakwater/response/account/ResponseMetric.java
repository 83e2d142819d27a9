// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.account;

import io.breakwater.flink.account.JobMetric;

/**
 * What the job measures, under the names that reach CloudWatch; in the same group, and by the same
 * rules, as {@link JobMetric}. What is replayed or only said counts nowhere.
 */
public enum ResponseMetric {
  REVISIONS_READ("revisions", "Revisions of exposures and certificate alerts read"),
  REVISIONS_UNREADABLE("revisions", "Records that are no revisions: each one is a dead letter"),
  TICKETS_MADE("tickets", "Tickets made"),
  TICKETS_CLOSED("tickets", "Tickets closed"),
  TICKETS_REOPENED("tickets", "Tickets opened again"),
  TICKETS_LEFT_TO_PEOPLE("tickets", "Tickets that a person has moved, and that are left alone"),
  MOVES_REFUSED("tickets", "Tickets that their workflow does not let go where they should be"),
  TICKETS_ESCALATED("tickets", "Tickets that nobody has moved in time"),
  MESSAGES_SENT("messages", "Messages sent, and comments written"),
  STORMS_CAPPED("storms", "Times that there were more exposures than a route lets through"),
  GIVEN_UP("orders", "What was tried for as long as the plan says: each one is a dead letter"),
  DETECT_MEDIAN_SECONDS(
      "s", "Half of the exposures of the last day were told sooner after their event than this"),
  DETECT_P95_SECONDS(
      "s", "95 of 100 exposures of the last day were told sooner after their event than this"),
  TICKET_MEDIAN_SECONDS(
      "s", "Half of the tickets of the last day were made sooner after their exposure than this"),
  TICKET_P95_SECONDS(
      "s", "95 of 100 tickets of the last day were made sooner after their exposure than this"),
  CLOSE_MEDIAN_SECONDS(
      "s", "Half of the exposures that ended in the last day were open for less than this"),
  CLOSE_P95_SECONDS(
      "s", "95 of 100 exposures that ended in the last day were open for less than this");

  private final String unit;
  private final String meaning;

  ResponseMetric(String unit, String meaning) {
    this.unit = unit;
    this.meaning = meaning;
  }

  /** Letters and digits only, as CloudWatch wants it. */
  public String metricName() {
    return JobMetric.camelCase(name());
  }

  public String unit() {
    return unit;
  }

  /** A phrase, for people. */
  public String meaning() {
    return meaning;
  }
}
