// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.account;

import io.breakwater.flink.account.ReportedMetric;
import java.util.Optional;

/** What the response job measures. What is replayed or only said counts nowhere. */
public enum ResponseMetric implements ReportedMetric {
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
  OUTPUTS_TOO_LARGE(
      "outputs", "Reports and dead letters left out because no stream takes records that large"),
  GIVEN_UP("orders", "What was tried for as long as the plan says: each one is a dead letter"),
  DETECT_MEDIAN_SECONDS(
      Kind.GAUGE,
      "s",
      "Half of the exposures of the last day were told sooner after their event than this"),
  DETECT_P95_SECONDS(
      Kind.GAUGE,
      "s",
      "95 of 100 exposures of the last day were told sooner after their event than this"),
  TICKET_MEDIAN_SECONDS(
      Kind.GAUGE,
      "s",
      "Half of the tickets of the last day were made sooner after their exposure than this"),
  TICKET_P95_SECONDS(
      Kind.GAUGE,
      "s",
      "95 of 100 tickets of the last day were made sooner after their exposure than this"),
  CLOSE_MEDIAN_SECONDS(
      Kind.GAUGE,
      "s",
      "Half of the exposures that ended in the last day were open for less than this"),
  CLOSE_P95_SECONDS(
      Kind.GAUGE,
      "s",
      "95 of 100 exposures that ended in the last day were open for less than this");

  private final Kind kind;
  private final String unit;
  private final String meaning;

  ResponseMetric(String unit, String meaning) {
    this(Kind.COUNTER, unit, meaning);
  }

  ResponseMetric(Kind kind, String unit, String meaning) {
    this.kind = kind;
    this.unit = unit;
    this.meaning = meaning;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String unit() {
    return unit;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public Optional<String> alarm() {
    switch (this) {
      case REVISIONS_UNREADABLE:
      case GIVEN_UP:
        return Optional.of("response-dead-letters");
      case OUTPUTS_TOO_LARGE:
        return Optional.of("outputs-too-large");
      default:
        return Optional.empty();
    }
  }
}
