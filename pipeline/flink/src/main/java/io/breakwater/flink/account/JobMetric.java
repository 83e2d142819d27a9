// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import io.breakwater.core.control.ActionAnswer;
import io.breakwater.core.signal.Severity;
import java.util.Optional;

/** What the correlation job measures while it is live. */
public enum JobMetric implements ReportedMetric {
  RECORDS_READ(Kind.COUNTER, "records", "Records read from the stream of findings"),
  RECORDS_APPLIED(Kind.COUNTER, "records", "Records that changed what is known"),
  RECORDS_STALE(Kind.COUNTER, "records", "Records older than what was known already"),
  RECORDS_DUPLICATE(Kind.COUNTER, "records", "Records that say what was known already"),
  RECORDS_IGNORED(
      Kind.COUNTER, "records", "Records that are none of the job's business, whatever the reason"),
  RECORDS_DEAD(
      Kind.COUNTER, "records", "Records that could not be used: each one is a dead letter"),
  OUTPUTS_TOO_LARGE(
      Kind.COUNTER, "outputs", "Outputs left out because no stream takes records that large"),
  CAPS_HIT(
      Kind.COUNTER,
      "resources",
      "Times that a resource began to have more traits of one sort to pass on than are passed on:"
          + " the findings of those beyond say how many were left behind"),
  EXPOSURES_CREATED_CRITICAL(Kind.COUNTER, "exposures", "Critical exposures opened"),
  EXPOSURES_CREATED_HIGH(Kind.COUNTER, "exposures", "High exposures opened"),
  EXPOSURES_CREATED_MEDIUM(Kind.COUNTER, "exposures", "Medium exposures opened"),
  EXPOSURES_CREATED_LOW(Kind.COUNTER, "exposures", "Low exposures opened"),
  EXPOSURES_UPDATED(Kind.COUNTER, "exposures", "Further revisions of open exposures"),
  EXPOSURES_CLOSED_CRITICAL(Kind.COUNTER, "exposures", "Exposures closed that were Critical"),
  EXPOSURES_CLOSED_HIGH(Kind.COUNTER, "exposures", "Exposures closed that were High"),
  EXPOSURES_CLOSED_MEDIUM(Kind.COUNTER, "exposures", "Exposures closed that were Medium"),
  EXPOSURES_CLOSED_LOW(Kind.COUNTER, "exposures", "Exposures closed that were Low"),
  EXPOSURES_OPEN_CRITICAL(Kind.GAUGE, "exposures", "Critical exposures open now"),
  EXPOSURES_OPEN_HIGH(Kind.GAUGE, "exposures", "High exposures open now"),
  EXPOSURES_OPEN_MEDIUM(Kind.GAUGE, "exposures", "Medium exposures open now"),
  EXPOSURES_OPEN_LOW(Kind.GAUGE, "exposures", "Low exposures open now"),
  EXPOSURES_SUPPRESSED(
      Kind.GAUGE, "exposures", "Exposures open now that somebody decided to live with"),
  CERTIFICATE_ALERTS_CREATED(Kind.COUNTER, "alerts", "Certificate alerts opened"),
  CERTIFICATE_ALERTS_CLOSED(Kind.COUNTER, "alerts", "Certificate alerts closed"),
  CERTIFICATE_ALERTS_OPEN(Kind.GAUGE, "alerts", "Certificate alerts open now"),
  LATENCY_P50_MILLIS(
      Kind.GAUGE,
      "ms",
      "Half of the revisions of the last five minutes came sooner after their event than this"),
  LATENCY_P99_MILLIS(
      Kind.GAUGE,
      "ms",
      "99 of 100 revisions of the last five minutes came sooner after their event than this"),
  WATERMARK_LAG_MILLIS(
      Kind.GAUGE,
      "ms",
      "How far the event time up to which the job has judged is behind the wall clock"),
  CATALOGUE_VERSION(
      Kind.GAUGE, "version", "The catalogue in use, 2026.11.5 as the number 20261105"),
  RULE_UPDATES_ACCEPTED(Kind.COUNTER, "updates", "Updates of rules that were accepted"),
  RULE_UPDATES_REFUSED(
      Kind.COUNTER, "updates", "Updates of rules that were refused: the answer to each says why"),
  ACTIONS_READ(Kind.COUNTER, "actions", "Records read from the control stream"),
  ACTIONS_APPLIED(Kind.COUNTER, "actions", "Actions of people that hold from then on"),
  ACTIONS_UNCHANGED(Kind.COUNTER, "actions", "Actions that came before"),
  ACTIONS_STALE(
      Kind.COUNTER,
      "actions",
      "Actions that do not hold because things have moved on: the answer to each says how"),
  ACTIONS_UNKNOWN(Kind.COUNTER, "actions", "Actions on exposures that are not open"),
  ACTIONS_REFUSED(
      Kind.COUNTER, "actions", "Actions that nobody can take: the answer to each says why"),
  ACTIONS_DEAD(Kind.COUNTER, "actions", "Records that are no action: each one is a dead letter"),
  COMMENT_CAPS_HIT(
      Kind.COUNTER,
      "exposures",
      "Times that an exposure began to have more comments than are kept: its findings say so"),
  JUDGED_AGAIN(
      Kind.COUNTER,
      "resources",
      "Resources whose exposures were judged again because the rules have changed");

  private final Kind kind;
  private final String unit;
  private final String meaning;

  JobMetric(Kind kind, String unit, String meaning) {
    this.kind = kind;
    this.unit = unit;
    this.meaning = meaning;
  }

  static JobMetric created(Severity severity) {
    return of("EXPOSURES_CREATED_", severity);
  }

  static JobMetric closed(Severity severity) {
    return of("EXPOSURES_CLOSED_", severity);
  }

  static JobMetric open(Severity severity) {
    return of("EXPOSURES_OPEN_", severity);
  }

  static JobMetric answered(ActionAnswer.Outcome outcome) {
    return valueOf("ACTIONS_" + outcome.name());
  }

  private static JobMetric of(String what, Severity severity) {
    return valueOf(what + severity.name());
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /** What it counts, or {@code ms}. */
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
      case RECORDS_DEAD:
        return Optional.of("dead-letters");
      case OUTPUTS_TOO_LARGE:
        return Optional.of("outputs-too-large");
      case LATENCY_P99_MILLIS:
        return Optional.of("latency-high");
      case WATERMARK_LAG_MILLIS:
        return Optional.of("clock-behind");
      default:
        return Optional.empty();
    }
  }
}
