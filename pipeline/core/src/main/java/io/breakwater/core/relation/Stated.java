// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What the latest configuration item of a resource said of edges, and until when it counts. */
public final class Stated {
  private final List<Relation> relations;
  private final Instant updatedAt;
  private final Instant until;

  public Stated(List<Relation> relations, Instant updatedAt, Instant until) {
    this.relations = List.copyOf(relations);
    this.updatedAt = Objects.requireNonNull(updatedAt);
    this.until = Objects.requireNonNull(until);
  }

  public List<Relation> relations() {
    return relations;
  }

  /** When the item was made. */
  public Instant updatedAt() {
    return updatedAt;
  }

  public Instant until() {
    return until;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stated
        && relations.equals(((Stated) other).relations)
        && updatedAt.equals(((Stated) other).updatedAt)
        && until.equals(((Stated) other).until);
  }

  @Override
  public int hashCode() {
    return Objects.hash(relations, updatedAt, until);
  }

  @Override
  public String toString() {
    return relations + " at " + updatedAt;
  }
}
