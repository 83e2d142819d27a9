// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.decode.Decision;
import io.breakwater.core.decode.Part;
import io.breakwater.core.graph.RelationReport.Kind;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What configuration items and findings state of edges, as reports to those that own the edges. */
public final class Statements {
  private Statements() {}

  /** What a finding says beside its signals; a configuration item says all with its signal. */
  public static List<RelationReport> mentioned(Part part) {
    return part.decision() == Decision.SIGNALS
        ? mentioned(part.signals().get(0), part.relations())
        : List.of();
  }

  private static List<RelationReport> mentioned(Signal signal, Collection<Relation> relations) {
    var reports = new ArrayList<RelationReport>();
    byOwner(relations)
        .forEach(
            (owner, edges) ->
                reports.add(
                    new RelationReport(
                        Kind.MENTIONED,
                        owner,
                        edges,
                        signal.product(),
                        signal.findingUid(),
                        signal.updatedAt(),
                        signal.observedAt(),
                        signal.replayed())));
    return reports;
  }

  /**
   * What a configuration item says, in place of an earlier one.
   *
   * @param before what that one said, empty when there was none
   */
  public static List<RelationReport> listed(Collection<Relation> before, Signal item) {
    var subject = item.resource().arn();
    var says = new Word(subject, item.updatedAt(), item.observedAt(), item.replayed());
    var listed = byOwner(item.relations());
    var own = listed.remove(subject);
    var reports = new ArrayList<RelationReport>();
    reports.add(says.report(Kind.LISTED_BY_OWNER, subject, own == null ? List.of() : own));
    Set<Relation> gone = new LinkedHashSet<>(before);
    gone.removeAll(item.relations());
    toOthers(Kind.UNLISTED, gone, says, reports);
    listed.forEach((owner, edges) -> reports.add(says.report(Kind.LISTED, owner, edges)));
    return reports;
  }

  /**
   * That a configuration item was not seen again within its window.
   *
   * @param before what it said
   */
  public static List<RelationReport> forgotten(
      Collection<Relation> before, Arn subject, Instant at) {
    var says = new Word(subject, at, at, false);
    var reports = new ArrayList<RelationReport>();
    reports.add(says.report(Kind.OWNER_FORGOTTEN, subject, List.of()));
    toOthers(Kind.FORGOTTEN, before, says, reports);
    return reports;
  }

  /**
   * That a resource was deleted.
   *
   * @param before what a configuration item said until then; empty when there was none
   */
  public static List<RelationReport> deleted(Collection<Relation> before, Signal deletion) {
    var subject = deletion.resource().arn();
    var says = new Word(subject, deletion.updatedAt(), deletion.observedAt(), deletion.replayed());
    var reports = new ArrayList<RelationReport>();
    reports.add(says.report(Kind.OWNER_DELETED, subject, List.of()));
    toOthers(Kind.UNLISTED, before, says, reports);
    return reports;
  }

  private static void toOthers(
      Kind kind, Collection<Relation> gone, Word says, List<RelationReport> reports) {
    var others = byOwner(gone);
    others.remove(says.subject);
    others.forEach((owner, edges) -> reports.add(says.report(kind, owner, edges)));
  }

  /** Edges of unknown meaning lead nowhere. */
  private static SortedMap<Arn, List<Relation>> byOwner(Collection<Relation> relations) {
    var byOwner = new TreeMap<Arn, List<Relation>>();
    for (var relation : relations) {
      if (relation.type() != RelationType.RELATED_TO) {
        byOwner
            .computeIfAbsent(RelationRules.ownerOf(relation).arn(), owner -> new ArrayList<>(4))
            .add(relation);
      }
    }
    return byOwner;
  }

  /** Who says something, and when. */
  private static final class Word {
    private final Arn subject;
    private final Instant updatedAt;
    private final Instant at;
    private final boolean replayed;

    Word(Arn subject, Instant updatedAt, Instant at, boolean replayed) {
      this.subject = subject;
      this.updatedAt = updatedAt;
      this.at = at;
      this.replayed = replayed;
    }

    RelationReport report(Kind kind, Arn owner, List<Relation> edges) {
      return new RelationReport(
          kind, owner, edges, Product.CONFIG, subject.toString(), updatedAt, at, replayed);
    }
  }
}
