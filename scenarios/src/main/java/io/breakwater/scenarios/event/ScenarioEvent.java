// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** One event of a scenario: who tells what of which resource, and when. */
public final class ScenarioEvent {
  private final int line;
  private final Subject subject;
  private final Report report;
  private final String finding;
  private final Duration created;
  private final Duration updated;
  private final Duration arrives;

  ScenarioEvent(
      int line,
      Subject subject,
      Report report,
      String finding,
      Duration created,
      Duration updated,
      Duration arrives) {
    this.line = line;
    this.subject = Objects.requireNonNull(subject);
    this.report = Objects.requireNonNull(report);
    this.finding = Objects.requireNonNull(finding);
    this.created = Objects.requireNonNull(created);
    this.updated = Objects.requireNonNull(updated);
    this.arrives = Objects.requireNonNull(arrives);
  }

  /** Where the scenario says it. */
  public int line() {
    return line;
  }

  /** When it is delivered, from the start of the scenario. */
  public Duration arrives() {
    return arrives;
  }

  /** The whole event as the provider writes it, in a scenario that starts then. */
  public byte[] bytes(Instant start) {
    return report.event(
        new Occasion(
            subject, finding, start.plus(created), start.plus(updated), start.plus(arrives)));
  }
}
