// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.util.Objects;

/** That somebody lives with an exposure until a time, and why; or does so no longer. */
public final class Acceptance {
  /** What was accepted is so no longer. */
  public static final Acceptance LIFTED = new Acceptance("", Instant.MIN, Severity.UNKNOWN);

  private final String reason;
  private final Instant until;
  private final Severity seen;

  /**
   * @param seen how severe the exposure was at the time
   */
  public Acceptance(String reason, Instant until, Severity seen) {
    this.reason = Objects.requireNonNull(reason);
    this.until = Objects.requireNonNull(until);
    this.seen = Objects.requireNonNull(seen);
  }

  public String reason() {
    return reason;
  }

  public Instant until() {
    return until;
  }

  public Severity seen() {
    return seen;
  }

  public boolean isLifted() {
    return equals(LIFTED);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Acceptance
        && reason.equals(((Acceptance) other).reason)
        && until.equals(((Acceptance) other).until)
        && seen == ((Acceptance) other).seen;
  }

  @Override
  public int hashCode() {
    return Objects.hash(reason, until, seen);
  }

  @Override
  public String toString() {
    return isLifted() ? "lifted" : "accepted until " + until + ": " + reason;
  }
}
