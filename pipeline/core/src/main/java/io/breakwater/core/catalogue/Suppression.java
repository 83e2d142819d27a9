// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

/** That somebody decided to live with some exposures for a while, and why. */
public final class Suppression {
  private final String id;
  private final String reason;
  private final String owner;
  private final String expires;
  private final Severity severity;

  /**
   * @param expires the last day on which it holds; what is no day suppresses nothing
   * @param severity that of the exposures at the time: more severe ones are not suppressed
   */
  public Suppression(String id, String reason, String owner, String expires, Severity severity) {
    this.id = Objects.requireNonNull(id);
    this.reason = Objects.requireNonNull(reason);
    this.owner = Objects.requireNonNull(owner);
    this.expires = Objects.requireNonNull(expires);
    this.severity = Objects.requireNonNull(severity);
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

  /** As it was written; the last day of it. */
  public String expires() {
    return expires;
  }

  /** What is more severe is not suppressed. */
  public Severity severity() {
    return severity;
  }

  /** The first instant at which it does not hold any more; empty where that is no day. */
  public Optional<Instant> end() {
    try {
      var day = LocalDate.parse(expires);
      return Optional.of(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether it holds at a time. */
  public boolean isInForce(Instant now) {
    return end().filter(now::isBefore).isPresent();
  }

  boolean mayHide(Severity now) {
    return now.compareTo(severity) <= 0;
  }

  @Override
  public String toString() {
    return id + " until " + expires;
  }
}
