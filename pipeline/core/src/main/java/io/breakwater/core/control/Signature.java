// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/** Who decided something, when, and by which action. Of two the later counts, by a total order. */
public final class Signature implements Comparable<Signature> {
  private static final Comparator<Signature> LATER =
      Comparator.comparing(Signature::at).thenComparing(Signature::action);

  private final String by;
  private final Instant at;
  private final String action;

  /**
   * @param action its uid
   */
  public Signature(String by, Instant at, String action) {
    this.by = Objects.requireNonNull(by);
    this.at = Objects.requireNonNull(at);
    this.action = Objects.requireNonNull(action);
  }

  /** Who. */
  public String by() {
    return by;
  }

  public Instant at() {
    return at;
  }

  /** The uid of the action. */
  public String action() {
    return action;
  }

  @Override
  public int compareTo(Signature other) {
    return LATER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature
        && by.equals(((Signature) other).by)
        && at.equals(((Signature) other).at)
        && action.equals(((Signature) other).action);
  }

  @Override
  public int hashCode() {
    return Objects.hash(by, at, action);
  }

  @Override
  public String toString() {
    return by + " at " + at + " (" + action + ")";
  }
}
