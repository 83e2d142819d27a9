// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.exposure.FactorPoints;
import io.breakwater.core.graph.Selection.Rank;
import io.breakwater.core.hash.Hash64;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.TraitChange;
import java.util.List;
import java.util.Objects;

/**
 * One resource at one stage of the graph: takes in what it is offered and which edges it has, and
 * tells the resources at the other ends what that changes for them.
 *
 * <pre>
 *   offers ──► the best of each group ──► over every edge that a way of theirs goes along
 * </pre>
 *
 * <p>What a resource passes on is a function of the offers and edges that it has, whatever order
 * they came in; whatever it passed on it takes back when the offer or the edge is gone. An offer
 * never goes to a resource that it came by.
 *
 * <p>Changes of one time are taken together, as a {@link Turn}: only what differs in the end is
 * told. The state is the caller's. A change of an offer costs one step for each edge, a change of
 * an edge one for each offer that is passed on; that an offer which was passed on is gone costs one
 * for each of the offers there are.
 */
public final class Node {
  private final Catalogue catalogue;
  private final Routes routes;
  private final int stage;
  private final Presence presence;

  /**
   * @param stage how many edges the offers have travelled: none at 0, where they come from signals
   */
  public Node(Catalogue catalogue, Routes routes, int stage) {
    this.catalogue = Objects.requireNonNull(catalogue);
    this.routes = Objects.requireNonNull(routes);
    this.stage = stage;
    this.presence = new Presence(catalogue, routes);
  }

  /** Changes of one time at one resource. */
  public Turn turn(Arn resource, State state) {
    return new Turn(this, resource, state);
  }

  Presence presence() {
    return presence;
  }

  Routes routes() {
    return routes;
  }

  int stage() {
    return stage;
  }

  /** What a signal offers to related resources; it goes no way where none begins. */
  Offer offerOf(TraitChange change) {
    var evidence = change.evidence().orElseThrow();
    var signal = evidence.signal();
    var ways = routes.from(signal.resource().type(), evidence.related());
    var offered =
        new Evidence(
            signal, List.of(), evidence.related(), TravelledPath.from(signal.resource()), 0);
    return new Offer(offered, change.version(), ways);
  }

  Rank rankOf(long key, Offer offer) {
    var points = FactorPoints.NONE;
    var weight = new Hash64();
    for (var given : offer.evidence().related()) {
      var rules = catalogue.rulesFor(given.type());
      for (var trait : given.traits()) {
        var known = rules.flatMap(found -> found.trait(trait.id()));
        if (known.isPresent()) {
          var own = FactorPoints.of(known.get(), offer.evidence().signal(), catalogue.severity());
          points = points.and(own);
          weight.add(own.hashCode());
        }
      }
    }
    return new Rank(
        key,
        points.score(catalogue.severity(), FactorPoints.NONE),
        weight.value(),
        offer.evidence().path().map(path -> path.hops().size()).orElse(0));
  }

  /** Under which key an offer is known beyond an edge. */
  static long keyBeyond(long key, long edge) {
    return Sha256.key(Long.toHexString(key), Long.toHexString(edge));
  }

  /** What a resource has at one stage. */
  public static final class State {
    final Table<Offer> offers;
    final Table<Hop> edges;
    final Table<Selection> selections;
    final Table<Boolean> gone;

    /**
     * @param edges by the keys of their relations
     * @param selections by group
     * @param gone one entry when the resource was deleted
     */
    public State(
        Table<Offer> offers, Table<Hop> edges, Table<Selection> selections, Table<Boolean> gone) {
      this.offers = Objects.requireNonNull(offers);
      this.edges = Objects.requireNonNull(edges);
      this.selections = Objects.requireNonNull(selections);
      this.gone = Objects.requireNonNull(gone);
    }
  }

  /** Who is told what a turn changes. */
  public interface Output {
    /** For a related resource, at the next stage. */
    void advert(Advert advert) throws Exception;

    /** For the resource itself: a trait that got where it belongs. */
    void arrival(TraitChange change) throws Exception;

    /** The resource began to have more offers of a group than it passes on. */
    void full();
  }
}
