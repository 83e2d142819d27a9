// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.relation.Basis;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.trait.Withdrawal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Decides, report by report, which edges of a resource hold. Pure: all state is passed in and
 * handed back, and the outcome is the same in whatever order reports come.
 *
 * <p>What a finding mentions holds for the window of its product, counted from the last finding
 * that does. What a configuration item lists holds until the item is replaced or forgotten.
 */
public final class RelationWindow {
  private final Catalogue catalogue;

  public RelationWindow(Catalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue);
  }

  /**
   * Takes reports of one time in.
   *
   * @param reports at least one
   * @param asOf the time up to which windows are judged
   */
  public Update observe(OwnedRelations held, List<RelationReport> reports, Instant asOf) {
    var next = held;
    boolean replayed = true;
    for (var report : reports) {
      next = next(next, report, asOf);
      replayed &= report.replayed();
    }
    return Update.between(held, next, why(reports), reports.get(0).at(), replayed);
  }

  /** Of reasons at once the strongest: all of them are about the edges of one resource. */
  private static Withdrawal why(List<RelationReport> reports) {
    var why = Withdrawal.NOT_SEEN;
    for (var report : reports) {
      switch (report.kind()) {
        case OWNER_DELETED:
          return Withdrawal.RESOURCE_DELETED;
        case OWNER_FORGOTTEN:
        case FORGOTTEN:
          break;
        default:
          why = Withdrawal.UNRELATED;
          break;
      }
    }
    return why;
  }

  private OwnedRelations next(OwnedRelations held, RelationReport report, Instant asOf) {
    switch (report.kind()) {
      case MENTIONED:
        return mentioned(held, report, asOf);
      case LISTED_BY_OWNER:
        return with(
            held,
            report.updatedAt(),
            listed(edges(held, edge -> edge.listedByOwner(false)), report.relations()));
      case OWNER_FORGOTTEN:
        return with(held, null, edges(held, edge -> edge.listedByOwner(false)));
      case LISTED:
        return each(held, report, edge -> edge.listedBy(report.uid(), report.updatedAt()));
      case UNLISTED:
      case FORGOTTEN:
        return each(held, report, edge -> edge.notListedBy(report.uid()));
      default:
        return deleted(held, report, asOf);
    }
  }

  private OwnedRelations mentioned(OwnedRelations held, RelationReport report, Instant asOf) {
    var until = report.updatedAt().plus(catalogue.windowOf(report.product()));
    if (!until.isAfter(asOf)) {
      return held;
    }
    var basis = new Basis(Basis.Kind.FINDING, report.product(), report.uid());
    var mention = new HeldRelation.Mention(report.updatedAt(), until, basis);
    return each(held, report, edge -> edge.mentioned(mention));
  }

  private static SortedMap<Long, HeldRelation> listed(
      SortedMap<Long, HeldRelation> edges, List<Relation> relations) {
    for (var relation : relations) {
      edges.merge(
          relation.key(),
          HeldRelation.of(relation).listedByOwner(true),
          (before, now) -> before.listedByOwner(true));
    }
    return edges;
  }

  private OwnedRelations deleted(OwnedRelations held, RelationReport report, Instant asOf) {
    var at = report.updatedAt();
    if (held.deletedAt().filter(before -> !before.isBefore(at)).isPresent()
        || !forgetDeletionAt(at).isAfter(asOf)) {
      return held;
    }
    var listedSince = held.listedAt().filter(listed -> listed.isAfter(at)).orElse(null);
    var edges =
        listedSince == null
            ? edges(held, edge -> edge.listedByOwner(false))
            : new TreeMap<>(held.relations());
    edges.values().removeIf(edge -> !edge.isSaid());
    return new OwnedRelations(held.owner(), listedSince, at, edges);
  }

  private static OwnedRelations each(
      OwnedRelations held, RelationReport report, UnaryOperator<HeldRelation> change) {
    var edges = new TreeMap<>(held.relations());
    for (var relation : report.relations()) {
      edges.compute(
          relation.key(),
          (key, edge) -> {
            var next = change.apply(edge == null ? HeldRelation.of(relation) : edge);
            return next.isSaid() ? next : null;
          });
    }
    return with(held, held.listedAt().orElse(null), edges);
  }

  private static SortedMap<Long, HeldRelation> edges(
      OwnedRelations held, UnaryOperator<HeldRelation> change) {
    var edges = new TreeMap<Long, HeldRelation>();
    held.relations().forEach((key, edge) -> edges.put(key, change.apply(edge)));
    return edges;
  }

  private static OwnedRelations with(
      OwnedRelations held, Instant listedAt, SortedMap<Long, HeldRelation> edges) {
    edges.values().removeIf(edge -> !edge.isSaid());
    return new OwnedRelations(held.owner(), listedAt, held.deletedAt().orElse(null), edges);
  }

  /** Ends what is over by now. */
  public Update expire(OwnedRelations held, Instant asOf) {
    var edges =
        edges(
            held,
            edge ->
                edge.mention().filter(mention -> !mention.until().isAfter(asOf)).isPresent()
                    ? edge.withoutMention()
                    : edge);
    edges.values().removeIf(edge -> !edge.isSaid());
    var deletedAt = held.deletedAt().filter(at -> forgetDeletionAt(at).isAfter(asOf)).orElse(null);
    var next = new OwnedRelations(held.owner(), held.listedAt().orElse(null), deletedAt, edges);
    return Update.between(held, next, Withdrawal.NOT_SEEN, asOf, false);
  }

  /** When something is over next; empty when nothing ever will be. */
  public Optional<Instant> nextEnd(OwnedRelations held) {
    var ends = new ArrayList<Instant>();
    held.relations().values().stream()
        .flatMap(edge -> edge.mention().stream())
        .forEach(mention -> ends.add(mention.until()));
    held.deletedAt().map(this::forgetDeletionAt).ifPresent(ends::add);
    return ends.stream().min(Comparator.naturalOrder());
  }

  private Instant forgetDeletionAt(Instant deletedAt) {
    return deletedAt.plus(catalogue.longestMemory());
  }

  /** What is held from now on, and what that changes. */
  public static final class Update {
    private final OwnedRelations held;
    private final List<RelationChange> changes;
    private final PresenceChange presence;

    private Update(OwnedRelations held, List<RelationChange> changes, PresenceChange presence) {
      this.held = held;
      this.changes = Collections.unmodifiableList(changes);
      this.presence = presence;
    }

    private static Update between(
        OwnedRelations before, OwnedRelations after, Withdrawal why, Instant at, boolean replayed) {
      var changes = new ArrayList<RelationChange>();
      var held = before.holding();
      var holding = after.holding();
      held.forEach(
          (key, edge) -> {
            if (!holding.containsKey(key)) {
              changes.add(RelationChange.ends(edge.relation, why, at, replayed));
            }
          });
      holding.forEach(
          (key, edge) -> {
            var known = held.get(key);
            if (known == null || !known.basis.equals(edge.basis)) {
              changes.add(RelationChange.holds(edge.relation, edge.basis, at, replayed));
            }
          });
      var presence =
          before.isGone() == after.isGone()
              ? null
              : new PresenceChange(after.owner(), after.isGone(), at, replayed);
      return new Update(after, changes, presence);
    }

    public OwnedRelations held() {
      return held;
    }

    /** Whether the owner is there; empty when that is as it was. */
    public Optional<PresenceChange> presence() {
      return Optional.ofNullable(presence);
    }

    /** Edges that end before those that hold from now on. */
    public List<RelationChange> changes() {
      return changes;
    }
  }
}
