// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.relation.Basis;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that is said of the edges of one resource, and which of them hold.
 *
 * <p>An edge holds when the configuration of its owner lists it. It also holds by the word of
 * others, unless the owner was deleted since, or its configuration was recorded since and does not
 * list the edge; where a resource has one edge of a kind at most, the latest one said counts.
 */
public final class OwnedRelations {
  private final Arn owner;
  private final Instant listedAt;
  private final Instant deletedAt;
  private final SortedMap<Long, HeldRelation> relations;

  /**
   * @param listedAt when the configuration of the owner was recorded, null when it is not known
   * @param deletedAt when the owner was last deleted, null when nobody said that it was
   * @param relations by their keys
   */
  public OwnedRelations(
      Arn owner, Instant listedAt, Instant deletedAt, SortedMap<Long, HeldRelation> relations) {
    this.owner = Objects.requireNonNull(owner);
    this.listedAt = listedAt;
    this.deletedAt = deletedAt;
    this.relations = Collections.unmodifiableSortedMap(relations);
  }

  public static OwnedRelations none(Arn owner) {
    return new OwnedRelations(owner, null, null, Collections.emptySortedMap());
  }

  public Arn owner() {
    return owner;
  }

  public Optional<Instant> listedAt() {
    return Optional.ofNullable(listedAt);
  }

  public Optional<Instant> deletedAt() {
    return Optional.ofNullable(deletedAt);
  }

  public SortedMap<Long, HeldRelation> relations() {
    return relations;
  }

  /** Whether the owner was deleted, and nothing was recorded of it since. */
  boolean isGone() {
    return deletedAt != null && listedAt == null;
  }

  public boolean isEmpty() {
    return listedAt == null && deletedAt == null && relations.isEmpty();
  }

  /** The edges that hold, with what they rest on, by their keys. */
  SortedMap<Long, Holding> holding() {
    var holding = new TreeMap<Long, Holding>();
    relations.forEach(
        (key, held) -> {
          if (holds(held)) {
            holding.put(key, new Holding(held.relation(), held.basis(owner.toString())));
          }
        });
    return holding;
  }

  /** The edges that hold, each with the best word for it. */
  public List<Hop> edges() {
    return holding().values().stream()
        .map(holding -> new Hop(holding.relation, holding.basis))
        .collect(Collectors.toList());
  }

  private boolean holds(HeldRelation held) {
    return isBelieved(held)
        && (!RelationRules.isSingle(held.relation())
            || relations.values().stream().noneMatch(other -> replaces(other, held)));
  }

  private boolean isBelieved(HeldRelation held) {
    if (held.isListedByOwner()) {
      return true;
    }
    return held.latest()
        .filter(latest -> deletedAt == null || latest.isAfter(deletedAt))
        .filter(
            latest ->
                listedAt == null
                    || !RelationRules.isListedByOwner(held.relation())
                    || !latest.isBefore(listedAt))
        .isPresent();
  }

  /** Whether another edge of the same kind, of which there is one only, was said later. */
  private boolean replaces(HeldRelation other, HeldRelation held) {
    if (other.relation().equals(held.relation())
        || !sameKind(other.relation(), held.relation())
        || !isBelieved(other)) {
      return false;
    }
    int later = said(other).compareTo(said(held));
    return later > 0
        || (later == 0 && Relation.ORDER.compare(other.relation(), held.relation()) < 0);
  }

  private Instant said(HeldRelation held) {
    var latest = held.latest().orElse(Instant.MIN);
    return held.isListedByOwner() && listedAt.isAfter(latest) ? listedAt : latest;
  }

  private boolean sameKind(Relation one, Relation other) {
    return one.type() == other.type() && far(one).type().equals(far(other).type());
  }

  private Resource far(Relation relation) {
    return relation.from().arn().equals(owner) ? relation.to() : relation.from();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof OwnedRelations)) {
      return false;
    }
    var that = (OwnedRelations) other;
    return owner.equals(that.owner)
        && Objects.equals(listedAt, that.listedAt)
        && Objects.equals(deletedAt, that.deletedAt)
        && relations.equals(that.relations);
  }

  @Override
  public int hashCode() {
    return Objects.hash(owner, listedAt, deletedAt, relations);
  }

  @Override
  public String toString() {
    return owner + " " + relations.values();
  }

  /** An edge that holds, and why. */
  static final class Holding {
    final Relation relation;
    final Basis basis;

    Holding(Relation relation, Basis basis) {
      this.relation = relation;
      this.basis = basis;
    }
  }
}
