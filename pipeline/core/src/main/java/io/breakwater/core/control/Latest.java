// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import java.util.Objects;

/**
 * The latest of the decisions of one sort.
 *
 * @param <T> what was decided; a value type
 */
public final class Latest<T> {
  private final Signature signature;
  private final T decision;

  public Latest(Signature signature, T decision) {
    this.signature = Objects.requireNonNull(signature);
    this.decision = Objects.requireNonNull(decision);
  }

  public Signature signature() {
    return signature;
  }

  public T decision() {
    return decision;
  }

  /**
   * The later of two.
   *
   * @param known null for none
   */
  static <T> Latest<T> of(Latest<T> known, Latest<T> other) {
    return known == null || known.signature.compareTo(other.signature) < 0 ? other : known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Latest
        && signature.equals(((Latest<?>) other).signature)
        && decision.equals(((Latest<?>) other).decision);
  }

  @Override
  public int hashCode() {
    return Objects.hash(signature, decision);
  }

  @Override
  public String toString() {
    return decision + " by " + signature;
  }
}
