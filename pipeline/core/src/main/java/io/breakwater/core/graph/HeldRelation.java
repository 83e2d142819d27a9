// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.relation.Basis;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.signal.Product;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that is said of one edge now: by the item of its owner, by other items, by findings. */
public final class HeldRelation {
  private final Relation relation;
  private final boolean listedByOwner;
  private final SortedMap<String, Instant> items;
  private final Mention mention;

  /**
   * @param items when other configuration items that list it were made, by the ARNs of their
   *     resources
   * @param mention null when no finding mentions it
   */
  public HeldRelation(
      Relation relation, boolean listedByOwner, SortedMap<String, Instant> items, Mention mention) {
    this.relation = Objects.requireNonNull(relation);
    this.listedByOwner = listedByOwner;
    this.items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    this.mention = mention;
  }

  static HeldRelation of(Relation relation) {
    return new HeldRelation(relation, false, Collections.emptySortedMap(), null);
  }

  HeldRelation listedByOwner(boolean value) {
    return new HeldRelation(relation, value, items, mention);
  }

  HeldRelation listedBy(String item, Instant at) {
    var more = new TreeMap<>(items);
    more.put(item, at);
    return new HeldRelation(relation, listedByOwner, more, mention);
  }

  HeldRelation notListedBy(String item) {
    var fewer = new TreeMap<>(items);
    fewer.remove(item);
    return new HeldRelation(relation, listedByOwner, fewer, mention);
  }

  HeldRelation mentioned(Mention by) {
    return new HeldRelation(relation, listedByOwner, items, mention == null ? by : mention.and(by));
  }

  HeldRelation withoutMention() {
    return new HeldRelation(relation, listedByOwner, items, null);
  }

  boolean isSaid() {
    return listedByOwner || !items.isEmpty() || mention != null;
  }

  /** When others than its owner last said it; empty when none does. */
  Optional<Instant> latest() {
    return Stream.concat(items.values().stream(), mention().map(Mention::latest).stream())
        .max(Comparator.naturalOrder());
  }

  /** The best word for it; only while it is said. */
  Basis basis(String owner) {
    if (listedByOwner) {
      return new Basis(Basis.Kind.OWN_ITEM, Product.CONFIG, owner);
    }
    return items.isEmpty()
        ? mention.basis
        : new Basis(Basis.Kind.ITEM, Product.CONFIG, items.firstKey());
  }

  public Relation relation() {
    return relation;
  }

  public boolean isListedByOwner() {
    return listedByOwner;
  }

  public SortedMap<String, Instant> items() {
    return items;
  }

  public Optional<Mention> mention() {
    return Optional.ofNullable(mention);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof HeldRelation)) {
      return false;
    }
    var that = (HeldRelation) other;
    return relation.equals(that.relation)
        && listedByOwner == that.listedByOwner
        && items.equals(that.items)
        && Objects.equals(mention, that.mention);
  }

  @Override
  public int hashCode() {
    return Objects.hash(relation, listedByOwner, items, mention);
  }

  @Override
  public String toString() {
    return relation + " (" + (listedByOwner ? "listed, " : "") + items + ", " + mention + ")";
  }

  /**
   * The findings that mention an edge, however many there are: when the last of them did, until
   * when that holds, and the one that is named for it, which is the same whatever order they come
   * in.
   */
  public static final class Mention {
    private final Instant latest;
    private final Instant until;
    private final Basis basis;

    public Mention(Instant latest, Instant until, Basis basis) {
      this.latest = Objects.requireNonNull(latest);
      this.until = Objects.requireNonNull(until);
      this.basis = Objects.requireNonNull(basis);
    }

    Mention and(Mention other) {
      return new Mention(
          latest.isAfter(other.latest) ? latest : other.latest,
          until.isAfter(other.until) ? until : other.until,
          Basis.BEST_FIRST.compare(basis, other.basis) <= 0 ? basis : other.basis);
    }

    public Instant latest() {
      return latest;
    }

    public Instant until() {
      return until;
    }

    public Basis basis() {
      return basis;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mention
          && latest.equals(((Mention) other).latest)
          && until.equals(((Mention) other).until)
          && basis.equals(((Mention) other).basis);
    }

    @Override
    public int hashCode() {
      return Objects.hash(latest, until, basis);
    }

    @Override
    public String toString() {
      return basis + " at " + latest;
    }
  }
}
