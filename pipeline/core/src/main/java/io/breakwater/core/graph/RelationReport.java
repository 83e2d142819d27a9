// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.resource.Arn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * What one source says of the edges that {@linkplain RelationRules#ownerOf belong} to a resource.
 */
public final class RelationReport {
  /** What sort of word it is. */
  public enum Kind {
    /** A finding mentions the edges; that it does not mention others means nothing. */
    MENTIONED,
    /** The configuration item of the owner: these edges, and no others. */
    LISTED_BY_OWNER,
    /** The configuration item of the owner was not seen again within its window. */
    OWNER_FORGOTTEN,
    /** The configuration item of another resource lists the edges. */
    LISTED,
    /** The configuration item of another resource does not list the edges any more. */
    UNLISTED,
    /** The owner is gone, and with it what was said of it before. */
    OWNER_DELETED,
    /** The configuration item of another resource was not seen again within its window. */
    FORGOTTEN
  }

  private final Kind kind;
  private final Arn owner;
  private final List<Relation> relations;
  private final String product;
  private final String uid;
  private final Instant updatedAt;
  private final Instant at;
  private final boolean replayed;

  /**
   * @param relations those of the owner; none where a kind speaks of none
   * @param uid of the finding; of a configuration item, the ARN of its resource
   * @param updatedAt when the source last changed its word
   * @param at event time of the report
   */
  public RelationReport(
      Kind kind,
      Arn owner,
      List<Relation> relations,
      String product,
      String uid,
      Instant updatedAt,
      Instant at,
      boolean replayed) {
    this.kind = Objects.requireNonNull(kind);
    this.owner = Objects.requireNonNull(owner);
    this.relations = List.copyOf(relations);
    this.product = Objects.requireNonNull(product);
    this.uid = Objects.requireNonNull(uid);
    this.updatedAt = Objects.requireNonNull(updatedAt);
    this.at = at.truncatedTo(ChronoUnit.MILLIS);
    this.replayed = replayed;
  }

  public Kind kind() {
    return kind;
  }

  public Arn owner() {
    return owner;
  }

  public List<Relation> relations() {
    return relations;
  }

  public String product() {
    return product;
  }

  public String uid() {
    return uid;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public Instant at() {
    return at;
  }

  public boolean replayed() {
    return replayed;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof RelationReport)) {
      return false;
    }
    var that = (RelationReport) other;
    return kind == that.kind
        && owner.equals(that.owner)
        && relations.equals(that.relations)
        && product.equals(that.product)
        && uid.equals(that.uid)
        && updatedAt.equals(that.updatedAt)
        && at.equals(that.at)
        && replayed == that.replayed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, owner, uid, updatedAt);
  }

  @Override
  public String toString() {
    return product + " " + uid + " " + kind + " " + relations;
  }
}
