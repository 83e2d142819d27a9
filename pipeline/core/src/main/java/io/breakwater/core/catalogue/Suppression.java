// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

/**
 * That somebody decided to live with some exposures for a while, and why: by a rule for all that
 * match a pattern, or by an action for one of them.
 */
public final class Suppression {
  private final String id;
  private final String reason;
  private final String owner;
  private final String expires;
  private final Severity severity;
  private final Instant end;
  private final Instant decidedAt;

  /**
   * By a rule.
   *
   * @param expires the last day on which it holds; what is no day suppresses nothing
   * @param severity that of the exposures at the time: more severe ones are not suppressed
   */
  public Suppression(String id, String reason, String owner, String expires, Severity severity) {
    this.id = Objects.requireNonNull(id);
    this.reason = Objects.requireNonNull(reason);
    this.owner = Objects.requireNonNull(owner);
    this.expires = Objects.requireNonNull(expires);
    this.severity = Objects.requireNonNull(severity);
    this.end = endOf(expires);
    this.decidedAt = null;
  }

  private Suppression(
      String id, String reason, String owner, Instant at, Instant until, Severity severity) {
    this.id = Objects.requireNonNull(id);
    this.reason = Objects.requireNonNull(reason);
    this.owner = Objects.requireNonNull(owner);
    this.expires = until.toString();
    this.severity = Objects.requireNonNull(severity);
    this.end = until;
    this.decidedAt = Objects.requireNonNull(at);
  }

  /**
   * By an action.
   *
   * @param id the uid of the action
   * @param severity that of the exposure at the time: once it is more severe it is not suppressed
   */
  public static Suppression byAction(
      String id, String reason, String owner, Instant at, Instant until, Severity severity) {
    return new Suppression(id, reason, owner, at, until, severity);
  }

  private static Instant endOf(String lastDay) {
    try {
      return LocalDate.parse(lastDay).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  public String id() {
    return id;
  }

  public String reason() {
    return reason;
  }

  public String owner() {
    return owner;
  }

  /** As it was written: the last day of a rule, the instant at which that of an action ends. */
  public String expires() {
    return expires;
  }

  /** What is more severe is not suppressed. */
  public Severity severity() {
    return severity;
  }

  /** The first instant at which it does not hold any more; empty where that is no day. */
  public Optional<Instant> end() {
    return Optional.ofNullable(end);
  }

  /** When somebody decided it; empty for a rule. */
  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  /** Whether it holds at a time. */
  public boolean isInForce(Instant now) {
    return end().filter(now::isBefore).isPresent();
  }

  /** Whether it holds for an exposure that is so severe. */
  public boolean hides(Severity exposure, Instant now) {
    return mayHide(exposure) && isInForce(now);
  }

  /** Whether it held for an exposure that is so severe, until a time that is over. */
  public boolean hasEndedFor(Severity exposure, Instant now) {
    return mayHide(exposure) && end().filter(at -> !now.isBefore(at)).isPresent();
  }

  private boolean mayHide(Severity exposure) {
    return exposure.compareTo(severity) <= 0;
  }

  @Override
  public String toString() {
    return id + " until " + expires;
  }
}
