// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.Resource;
import java.util.Comparator;
import java.util.Objects;

/** A typed, directed edge between two resources. Who states it, and when, is said beside it. */
public final class Relation {
  /** By what they join, then by the ARNs: the same whatever the sources know of the resources. */
  public static final Comparator<Relation> ORDER =
      Comparator.<Relation, RelationType>comparing(relation -> relation.type)
          .thenComparing(relation -> relation.from.arn().toString())
          .thenComparing(relation -> relation.to.arn().toString());

  private final Resource from;
  private final Resource to;
  private final RelationType type;

  public Relation(Resource from, Resource to, RelationType type) {
    this.from = Objects.requireNonNull(from);
    this.to = Objects.requireNonNull(to);
    this.type = Objects.requireNonNull(type);
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

  /** Under which key the edge is known: the same for equal edges, and in every release. */
  public long key() {
    return Sha256.key(type.label(), from.arn().toString() + ' ' + to.arn());
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Relation)) {
      return false;
    }
    var that = (Relation) other;
    return from.equals(that.from) && to.equals(that.to) && type == that.type;
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to, type);
  }

  @Override
  public String toString() {
    return from + " " + type.label() + " " + to;
  }
}
