// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.graph.Selection.Rank;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.trait.Audience;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Evidence.GivenTrait;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Changes of one time at one {@linkplain Node resource}: taken in one after the other, told at
 * once.
 */
public final class Turn {
  /** Under which key it is known that the resource was deleted. */
  private static final long GONE = 0;

  private final Node node;
  private final Arn resource;
  private final Node.State state;
  private final Map<Long, Optional<Offer>> offersBefore = new TreeMap<>();
  private final Map<Long, Optional<Hop>> edgesBefore = new TreeMap<>();
  private final Map<Long, Selection> selectionsBefore = new HashMap<>();
  private final Map<Long, Withdrawal> whyOffers = new HashMap<>();
  private final Map<Long, Withdrawal> whyEdges = new HashMap<>();
  private boolean presenceTold;
  private boolean replayed = true;

  Turn(Node node, Arn resource, Node.State state) {
    this.node = node;
    this.resource = resource;
    this.state = state;
  }

  /** Takes in what a signal about the resource gives; versions of one signal in their order. */
  public void take(TraitChange change) throws Exception {
    replayed &= change.replayed();
    long key = change.signalKey();
    switch (change.kind()) {
      case GIVEN:
        var offer = node.offerOf(change);
        if (offer.ways().isEmpty()) {
          withdraw(key, Withdrawal.CHANGED);
        } else {
          put(key, offer);
        }
        break;
      case SEEN_AGAIN:
        seenAgain(key, change.version());
        break;
      case WITHDRAWN:
        withdraw(key, change.withdrawal().orElseThrow());
        break;
    }
  }

  /** Takes in what a related resource tells. */
  public void take(Advert advert) throws Exception {
    replayed &= advert.replayed();
    switch (advert.kind()) {
      case GIVEN:
        put(advert.key(), advert.offer().orElseThrow());
        break;
      case SEEN_AGAIN:
        seenAgain(advert.key(), advert.version());
        break;
      case WITHDRAWN:
        withdraw(advert.key(), advert.withdrawal().orElseThrow());
        break;
    }
  }

  /** Takes in that an edge of the resource holds, or does not any more. */
  public void take(RelationChange change) throws Exception {
    replayed &= change.replayed();
    long key = change.relation().key();
    var before = state.edges.get(key);
    edgesBefore.putIfAbsent(key, before);
    if (change.basis().isPresent()) {
      state.edges.put(key, new Hop(change.relation(), change.basis().get()));
    } else if (before.isPresent()) {
      state.edges.remove(key);
      whyEdges.put(key, change.withdrawal().orElseThrow());
    }
  }

  /**
   * Judges by other rules than so far what is offered already: which of the offers are passed on,
   * and whether it is to be told that the resource is there.
   */
  public void judgeAgain() throws Exception {
    replayed = false;
    if (node.stage() == 0) {
      withdraw(Presence.keyOf(resource), Withdrawal.RULES_CHANGED);
      presenceTold = true;
    }
    var groups = new TreeMap<Long, Candidates>();
    for (var entry : state.offers.entries()) {
      groups
          .computeIfAbsent(entry.getValue().group(), none -> new Candidates())
          .add(node, entry.getKey(), entry.getValue());
    }
    for (var group : groups.entrySet()) {
      touch(group.getKey(), selection(group.getKey()));
      state.selections.put(group.getKey(), group.getValue().select());
    }
  }

  /** Takes in that the resource was deleted, or is there after all. */
  public void take(PresenceChange change) throws Exception {
    replayed &= change.replayed();
    presenceTold = true;
    if (change.gone()) {
      state.gone.put(GONE, true);
    } else {
      state.gone.remove(GONE);
    }
  }

  private void seenAgain(long key, SignalVersion version) throws Exception {
    var known = state.offers.get(key);
    if (known.isPresent()) {
      offersBefore.putIfAbsent(key, known);
      state.offers.put(key, known.get().seenAt(version));
    }
  }

  private void withdraw(long key, Withdrawal why) throws Exception {
    var known = state.offers.get(key);
    if (known.isPresent()) {
      offersBefore.putIfAbsent(key, known);
      state.offers.remove(key);
      deselect(key, known.get());
      whyOffers.put(key, why);
    }
  }

  private void put(long key, Offer offer) throws Exception {
    var known = state.offers.get(key);
    offersBefore.putIfAbsent(key, known);
    if (known.isPresent() && standsAs(key, known.get(), offer)) {
      state.offers.put(key, offer);
      return;
    }
    if (known.isPresent()) {
      state.offers.remove(key);
      deselect(key, known.get());
    }
    state.offers.put(key, offer);
    long group = offer.group();
    var selection = selection(group);
    touch(group, selection);
    state.selections.put(group, selection.and(node.rankOf(key, offer), offer.evidence().more()));
  }

  /** Whether one offer in place of the other changes nothing about which are passed on. */
  private boolean standsAs(long key, Offer known, Offer offer) {
    return known.group() == offer.group()
        && known.evidence().more() == offer.evidence().more()
        && node.rankOf(key, known).equals(node.rankOf(key, offer));
  }

  private void deselect(long key, Offer offer) throws Exception {
    long group = offer.group();
    var selection = selection(group);
    touch(group, selection);
    var left = selection.has(key) ? selectAgain(group) : selection.without(offer.evidence().more());
    if (left.isEmpty()) {
      state.selections.remove(group);
    } else {
      state.selections.put(group, left);
    }
  }

  private Selection selectAgain(long group) throws Exception {
    var candidates = new Candidates();
    for (var entry : state.offers.entries()) {
      if (entry.getValue().group() == group) {
        candidates.add(node, entry.getKey(), entry.getValue());
      }
    }
    return candidates.select();
  }

  private Selection selection(long group) throws Exception {
    return state.selections.get(group).orElse(Selection.EMPTY);
  }

  private void touch(long group, Selection before) {
    selectionsBefore.putIfAbsent(group, before);
  }

  /** Tells what differs from before the turn. */
  public void tell(Instant at, Node.Output out) throws Exception {
    if (node.stage() == 0 && (presenceTold || !edgesBefore.isEmpty())) {
      noticePresence();
    }
    var told = new Told(at, out);
    var touched = new TreeSet<>(offersBefore.keySet());
    for (var group : selectionsBefore.entrySet()) {
      var selected = selection(group.getKey());
      group.getValue().best().forEach(rank -> touched.add(rank.key()));
      selected.best().forEach(rank -> touched.add(rank.key()));
      if (selected.isFull() && !group.getValue().isFull()) {
        out.full();
      }
    }
    for (var key : touched) {
      var passing = passing(key);
      if (passing.changes()) {
        told.arrival(passing);
        for (var edge : state.edges.entries()) {
          var before = edgesBefore.getOrDefault(edge.getKey(), Optional.of(edge.getValue()));
          told.over(edge.getKey(), before, Optional.of(edge.getValue()), passing);
        }
        for (var edge : edgesBefore.entrySet()) {
          if (state.edges.get(edge.getKey()).isEmpty()) {
            told.over(edge.getKey(), edge.getValue(), Optional.empty(), passing);
          }
        }
      } else {
        overTouchedEdges(told, passing);
      }
    }
    if (!edgesBefore.isEmpty()) {
      for (var key : passedOn()) {
        if (!touched.contains(key)) {
          overTouchedEdges(told, passing(key));
        }
      }
    }
  }

  /**
   * Offers that the resource is there from the first edge on that this goes along, until the last
   * one is gone or the resource itself. Costs one step for each edge that came, and one for each
   * that there is when some went.
   */
  private void noticePresence() throws Exception {
    long key = Presence.keyOf(resource);
    boolean offered = state.offers.get(key).isPresent();
    if (state.gone.get(GONE).isPresent()) {
      if (offered) {
        withdraw(key, Withdrawal.RESOURCE_DELETED);
      }
    } else if (!offered) {
      var edge = presenceTold ? anyThatPresenceGoes() : anyTouchedThatPresenceGoes();
      if (edge.isPresent()) {
        put(key, node.presence().offer(edge.get(), resource));
      }
    } else if (anyTouchedThatPresenceGoes().isEmpty()
        && edgeWent()
        && anyThatPresenceGoes().isEmpty()) {
      withdraw(key, Withdrawal.UNRELATED);
    }
  }

  private Optional<Relation> anyTouchedThatPresenceGoes() throws Exception {
    for (var key : edgesBefore.keySet()) {
      var now = state.edges.get(key).map(Hop::relation);
      if (now.isPresent() && node.presence().goes(now.get(), resource)) {
        return now;
      }
    }
    return Optional.empty();
  }

  private Optional<Relation> anyThatPresenceGoes() throws Exception {
    for (var edge : state.edges.entries()) {
      if (node.presence().goes(edge.getValue().relation(), resource)) {
        return Optional.of(edge.getValue().relation());
      }
    }
    return Optional.empty();
  }

  private boolean edgeWent() throws Exception {
    for (var touched : edgesBefore.entrySet()) {
      if (touched.getValue().isPresent() && state.edges.get(touched.getKey()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void overTouchedEdges(Told told, Passing passing) throws Exception {
    for (var edge : edgesBefore.entrySet()) {
      told.over(edge.getKey(), edge.getValue(), state.edges.get(edge.getKey()), passing);
    }
  }

  private Set<Long> passedOn() throws Exception {
    var keys = new TreeSet<Long>();
    for (var selection : state.selections.entries()) {
      selection.getValue().best().forEach(rank -> keys.add(rank.key()));
    }
    return keys;
  }

  private Passing passing(long key) throws Exception {
    var after = state.offers.get(key);
    var before = offersBefore.getOrDefault(key, after);
    var selectionBefore =
        before.isEmpty()
            ? Selection.EMPTY
            : selectionsBefore.getOrDefault(before.get().group(), selection(before.get().group()));
    var selectionAfter = after.isEmpty() ? Selection.EMPTY : selection(after.get().group());
    return new Passing(
        key,
        before.filter(offer -> selectionBefore.has(key)).orElse(null),
        more(key, selectionBefore),
        after.filter(offer -> selectionAfter.has(key)).orElse(null),
        more(key, selectionAfter));
  }

  /** The best of a group speaks of those that are left behind. */
  private static int more(long key, Selection selection) {
    return !selection.best().isEmpty() && selection.best().get(0).key() == key
        ? selection.more()
        : 0;
  }

  /** Offers of one group, to be ranked. */
  private static final class Candidates {
    private final List<Rank> ranks = new ArrayList<>();
    private long leftBehind;

    void add(Node node, long key, Offer offer) {
      ranks.add(node.rankOf(key, offer));
      leftBehind += offer.evidence().more();
    }

    Selection select() {
      return Selection.of(ranks, leftBehind);
    }
  }

  /** An offer as it was passed on before the turn, and as it is after it; null where it is not. */
  private static final class Passing {
    private final long key;
    private final Offer before;
    private final Offer after;
    private final int moreAfter;
    private final boolean same;
    private final boolean seenAgain;

    Passing(long key, Offer before, int moreBefore, Offer after, int moreAfter) {
      this.key = key;
      this.before = before;
      this.after = after;
      this.moreAfter = moreAfter;
      this.same =
          before != null && after != null && moreBefore == moreAfter && before.saysTheSameAs(after);
      this.seenAgain = same && !before.version().updatedAt().equals(after.version().updatedAt());
    }

    boolean changes() {
      return (before != null || after != null) && (!same || seenAgain);
    }

    SignalVersion version() {
      return after == null ? before.version() : after.version();
    }
  }

  /** Finds out, edge by edge, who has to hear what. */
  private final class Told {
    private final Instant at;
    private final Node.Output out;

    Told(Instant at, Node.Output out) {
      this.at = at;
      this.out = out;
    }

    void over(long edge, Optional<Hop> before, Optional<Hop> after, Passing passing)
        throws Exception {
      var was = before.filter(hop -> goes(passing.before, hop));
      var is = after.filter(hop -> goes(passing.after, hop));
      long key = Node.keyBeyond(passing.key, edge);
      if (is.isPresent()) {
        var to = far(is.get());
        if (was.isEmpty() || !was.equals(is) || !passing.same) {
          var onward = ways(passing.after, is.get());
          var offer =
              passing.after.over(
                  is.get(), onward, node.routes().primaries(onward), passing.moreAfter);
          out.advert(Advert.given(to.arn(), key, offer, at, replayed));
        } else if (passing.seenAgain) {
          out.advert(Advert.seenAgain(to.arn(), key, passing.version(), at, replayed));
        }
      } else if (was.isPresent()) {
        var to = far(was.get());
        var why = why(edge, was.get(), to, passing);
        out.advert(Advert.withdrawn(to.arn(), key, passing.version(), why, at, replayed));
      }
    }

    /** That a resource was deleted is the word for what it had itself, and for nobody else. */
    private Withdrawal why(long edge, Hop hop, Resource to, Passing passing) {
      var ended = whyEdges.get(edge);
      if (ended != null) {
        return ended == Withdrawal.RESOURCE_DELETED
                && !RelationRules.ownerOf(hop.relation()).equals(to)
            ? Withdrawal.UNRELATED
            : ended;
      }
      var gone = whyOffers.getOrDefault(passing.key, Withdrawal.CHANGED);
      return gone == Withdrawal.RESOURCE_DELETED ? Withdrawal.UNRELATED : gone;
    }

    private boolean goes(Offer offer, Hop hop) {
      return offer != null
          && !ways(offer, hop).isEmpty()
          && !offer.evidence().path().orElseThrow().visits(far(hop));
    }

    private Set<Long> ways(Offer offer, Hop hop) {
      return node.routes().along(hop.relation(), resource, node.stage(), offer.ways());
    }

    private Resource far(Hop hop) {
      var relation = hop.relation();
      return relation.from().arn().equals(resource) ? relation.to() : relation.from();
    }

    void arrival(Passing passing) throws Exception {
      var was = arrived(passing.before, 0);
      var is = arrived(passing.after, passing.moreAfter);
      if (is.isPresent()) {
        if (was.isEmpty() || !passing.same) {
          out.arrival(
              TraitChange.given(
                  passing.key, passing.version(), is.get(), at, replayed, Audience.RESOURCE));
        } else if (passing.seenAgain) {
          out.arrival(
              TraitChange.seenAgain(
                  resource, passing.key, passing.version(), at, replayed, Audience.RESOURCE));
        }
      } else if (was.isPresent()) {
        out.arrival(
            TraitChange.withdrawn(
                resource,
                passing.key,
                passing.version(),
                whyOffers.getOrDefault(passing.key, Withdrawal.CHANGED),
                at,
                replayed,
                Audience.RESOURCE));
      }
    }

    /** The evidence that the resource itself has from an offer; empty for one that goes further. */
    private Optional<Evidence> arrived(Offer offer, int more) {
      if (offer == null || node.stage() == 0) {
        return Optional.empty();
      }
      var evidence = offer.evidence();
      var type = evidence.resource().type();
      var arriving = node.routes().arriving(node.stage(), type, offer.ways());
      List<GivenTrait> traits =
          evidence.related().stream()
              .filter(given -> given.type().equals(type))
              .flatMap(given -> given.traits().stream())
              .filter(given -> arriving.contains(given.id()))
              .collect(Collectors.toList());
      return traits.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Evidence(
                  evidence.signal(), traits, List.of(), evidence.path().orElseThrow(), more));
    }
  }
}
