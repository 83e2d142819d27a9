// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import io.breakwater.core.resource.Resource;
import java.util.Objects;

/** One edge of a path, and what it rests on. */
public final class Hop {
  private final Relation relation;
  private final Basis basis;

  public Hop(Relation relation, Basis basis) {
    this.relation = Objects.requireNonNull(relation);
    this.basis = Objects.requireNonNull(basis);
  }

  public Relation relation() {
    return relation;
  }

  public Basis basis() {
    return basis;
  }

  /** What the edge means, in words. */
  public String sentence() {
    return relation.from().arn().name()
        + " "
        + relation.type().words()
        + " "
        + relation.to().arn().name()
        + ".";
  }

  /** The end that is not the given one. */
  public Resource beyond(Resource end) {
    return relation.from().equals(end) ? relation.to() : relation.from();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hop
        && relation.equals(((Hop) other).relation)
        && basis.equals(((Hop) other).basis);
  }

  @Override
  public int hashCode() {
    return Objects.hash(relation, basis);
  }

  @Override
  public String toString() {
    return relation.toString();
  }
}
