// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import io.breakwater.core.resource.Resource;
import java.time.Instant;
import java.util.Objects;

/** A typed, directed edge between two resources, as one source stated it at one time. */
public final class Relation {
  private final Resource from;
  private final Resource to;
  private final RelationType type;
  private final String source;
  private final Instant updatedAt;

  public Relation(Resource from, Resource to, RelationType type, String source, Instant updatedAt) {
    this.from = Objects.requireNonNull(from);
    this.to = Objects.requireNonNull(to);
    this.type = Objects.requireNonNull(type);
    this.source = Objects.requireNonNull(source);
    this.updatedAt = Objects.requireNonNull(updatedAt);
  }

  public Resource from() {
    return from;
  }

  public Resource to() {
    return to;
  }

  public RelationType type() {
    return type;
  }

  /** The product that said so, one of {@link io.breakwater.core.signal.Product}. */
  public String source() {
    return source;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Relation)) {
      return false;
    }
    var that = (Relation) other;
    return from.equals(that.from)
        && to.equals(that.to)
        && type == that.type
        && source.equals(that.source)
        && updatedAt.equals(that.updatedAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to, type, source, updatedAt);
  }

  @Override
  public String toString() {
    return from + " " + type.label() + " " + to;
  }
}
