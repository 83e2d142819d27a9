// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import io.breakwater.core.catalogue.Suppression;
import io.breakwater.core.signal.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What people decided about an exposure, as far as it holds at a time. */
public final class Decided {
  public static final Decided NOTHING =
      new Decided(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Comments.NONE);

  private final Optional<Latest<Integer>> status;
  private final Optional<Latest<Severity>> severity;
  private final Optional<Suppression> suppression;
  private final Optional<Suppression> ended;
  private final Optional<Signature> ticket;
  private final Comments comments;

  Decided(
      Optional<Latest<Integer>> status,
      Optional<Latest<Severity>> severity,
      Optional<Suppression> suppression,
      Optional<Suppression> ended,
      Optional<Signature> ticket,
      Comments comments) {
    this.status = Objects.requireNonNull(status);
    this.severity = Objects.requireNonNull(severity);
    this.suppression = Objects.requireNonNull(suppression);
    this.ended = Objects.requireNonNull(ended);
    this.ticket = Objects.requireNonNull(ticket);
    this.comments = Objects.requireNonNull(comments);
  }

  /** Only that a rule suppresses it. */
  public static Decided suppressed(Suppression by) {
    return NOTHING.by(by);
  }

  /** The same of an exposure that a rule suppresses, unless somebody does. */
  public Decided by(Suppression rule) {
    return suppression.isPresent()
        ? this
        : new Decided(status, severity, Optional.of(rule), ended, ticket, comments);
  }

  /** By which somebody decided to live with it for now: an action, or a rule. */
  public Optional<Suppression> suppression() {
    return suppression;
  }

  /** The action by which somebody lived with it until a time that is over. */
  public Optional<Suppression> endedSuppression() {
    return ended;
  }

  /** By which somebody is at it; empty where nobody is. */
  public Optional<Signature> inProgress() {
    return status.filter(latest -> latest.decision() == Action.IN_PROGRESS).map(Latest::signature);
  }

  /** How severe somebody said that it is. */
  public Optional<Latest<Severity>> severity() {
    return severity;
  }

  /**
   * How severe it is told to be.
   *
   * @param computed by its traits
   */
  public Severity severityOr(Severity computed) {
    return severity.map(Latest::decision).orElse(computed);
  }

  /** By which somebody asked for a ticket; empty where nobody did. */
  public Optional<Signature> ticketRequested() {
    return ticket;
  }

  public Comments comments() {
    return comments;
  }

  /** Adds what a reader would act on; nothing where nobody decided anything. */
  public void addTo(List<String> material) {
    suppression.ifPresent(
        by -> {
          material.add(by.id());
          material.add(by.expires());
        });
    inProgress().ifPresent(by -> material.add("in progress by " + by.action()));
    severity.ifPresent(latest -> material.add("severity by " + latest.signature().action()));
    ticket.ifPresent(by -> material.add("ticket requested by " + by.action()));
    comments.kept().forEach(said -> material.add("comment by " + said.signature().action()));
  }
}
