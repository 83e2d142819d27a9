// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.relation.Basis;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.trait.Withdrawal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** An edge that holds from now on, or rests on something else, or does not hold any more. */
public final class RelationChange {
  private final Relation relation;
  private final Basis basis;
  private final Withdrawal withdrawal;
  private final Instant at;
  private final boolean replayed;

  private RelationChange(
      Relation relation, Basis basis, Withdrawal withdrawal, Instant at, boolean replayed) {
    this.relation = Objects.requireNonNull(relation);
    this.basis = basis;
    this.withdrawal = withdrawal;
    this.at = at.truncatedTo(ChronoUnit.MILLIS);
    this.replayed = replayed;
  }

  public static RelationChange holds(Relation relation, Basis basis, Instant at, boolean replayed) {
    return new RelationChange(relation, Objects.requireNonNull(basis), null, at, replayed);
  }

  public static RelationChange ends(
      Relation relation, Withdrawal why, Instant at, boolean replayed) {
    return new RelationChange(relation, null, Objects.requireNonNull(why), at, replayed);
  }

  public Relation relation() {
    return relation;
  }

  /** What it rests on; empty exactly when it does not hold any more. */
  public Optional<Basis> basis() {
    return Optional.ofNullable(basis);
  }

  /** Why it does not hold any more; empty exactly when it holds. */
  public Optional<Withdrawal> withdrawal() {
    return Optional.ofNullable(withdrawal);
  }

  /** Event time of the change. */
  public Instant at() {
    return at;
  }

  public boolean replayed() {
    return replayed;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof RelationChange)) {
      return false;
    }
    var that = (RelationChange) other;
    return relation.equals(that.relation)
        && Objects.equals(basis, that.basis)
        && withdrawal == that.withdrawal
        && at.equals(that.at)
        && replayed == that.replayed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(relation, basis, withdrawal, at);
  }

  @Override
  public String toString() {
    return relation + (basis == null ? " ended, " + withdrawal : " by " + basis);
  }
}
