// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.Severity;
import io.breakwater.console.index.record.ActionAnswer;
import java.time.Instant;
import java.util.List;

/**
 * One exposure with its past.
 *
 * @param json the record that says what it is now, as it came
 * @param revisions the latest first, as far as they are kept
 * @param reports what the response job did about it, the latest first
 * @param answers what became of actions about it, the latest first
 */
public record ExposureDetail(
    Exposure exposure,
    String json,
    List<Past> revisions,
    List<Ticket> tickets,
    List<Told> reports,
    List<ActionAnswer> answers) {
  public ExposureDetail {
    revisions = List.copyOf(revisions);
    tickets = List.copyOf(tickets);
    reports = List.copyOf(reports);
    answers = List.copyOf(answers);
  }

  /**
   * A revision of the past.
   *
   * @param sequence its place, to ask for its text with
   * @param outcome what it was when it came: the state, or apart from it
   */
  public record Past(
      Sequence sequence,
      String revisionUid,
      String activity,
      Instant time,
      Severity severity,
      boolean replay,
      Outcome outcome) {}

  /** What the response job did, or only said. */
  public record Told(
      String what,
      boolean onlySaid,
      String target,
      String route,
      String detail,
      String by,
      Instant at) {}
}
