// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.correlation;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.graph.Advert;
import io.breakwater.core.graph.Node;
import io.breakwater.core.graph.Offer;
import io.breakwater.core.graph.OwnedRelations;
import io.breakwater.core.graph.RelationChange;
import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.graph.RelationWindow;
import io.breakwater.core.graph.Routes;
import io.breakwater.core.graph.Selection;
import io.breakwater.core.graph.Table;
import io.breakwater.core.graph.Turn;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.trait.TraitChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Relations, and the traits that travel them, without a stream processor: all state in maps. */
final class Graph {
  private final RelationWindow window;
  private final List<Node> stages = new ArrayList<>();
  private final Routes routes;
  private final Map<Arn, OwnedRelations> owned = new TreeMap<>();
  private final List<Map<Arn, InMemory>> states = new ArrayList<>();
  private final List<SortedMap<Arn, Turn>> turns = new ArrayList<>();
  private final SortedMap<Arn, List<RelationReport>> reports = new TreeMap<>();
  private final List<TraitChange> sources = new ArrayList<>();

  Graph(Catalogue catalogue) {
    window = new RelationWindow(catalogue);
    routes = Routes.of(catalogue);
    for (int stage = 0; stage <= routes.longest(); stage++) {
      stages.add(new Node(catalogue, routes, stage));
      states.add(new HashMap<>());
      turns.add(new TreeMap<>());
    }
  }

  void take(RelationReport report) {
    reports.computeIfAbsent(report.owner(), owner -> new ArrayList<>()).add(report);
  }

  void take(TraitChange change) {
    if (change.audience().hasRelated()) {
      sources.add(change);
    }
  }

  /**
   * Lets all that was taken take effect, as one change at each resource.
   *
   * @param arrivals gets what changes for primary resources
   */
  void settle(Instant at, Consumer<TraitChange> arrivals) {
    try {
      observe(at);
      sources.sort(TraitChange.BY_VERSION);
      for (var change : sources) {
        turn(0, change.resource()).take(change);
      }
      sources.clear();
      for (int stage = 0; stage < stages.size(); stage++) {
        tell(stage, at, arrivals);
      }
    } catch (Exception e) {
      throw new IllegalStateException("maps do not fail", e);
    }
  }

  private void observe(Instant at) throws Exception {
    for (var entry : reports.entrySet()) {
      var held = owned.getOrDefault(entry.getKey(), OwnedRelations.none(entry.getKey()));
      update(entry.getKey(), window.observe(held, entry.getValue(), at));
    }
    reports.clear();
  }

  private void update(Arn owner, RelationWindow.Update update) throws Exception {
    if (update.held().isEmpty()) {
      owned.remove(owner);
    } else {
      owned.put(owner, update.held());
    }
    for (var change : update.changes()) {
      take(change);
    }
    if (update.presence().isPresent()) {
      turn(0, owner).take(update.presence().get());
    }
  }

  private void take(RelationChange change) throws Exception {
    for (var use : routes.uses(change.relation())) {
      turn(use.stage(), use.holder()).take(change);
    }
  }

  private Turn turn(int stage, Arn resource) {
    return turns
        .get(stage)
        .computeIfAbsent(
            resource,
            arn ->
                stages
                    .get(stage)
                    .turn(
                        arn, states.get(stage).computeIfAbsent(arn, none -> new InMemory()).state));
  }

  private void tell(int stage, Instant at, Consumer<TraitChange> arrivals) throws Exception {
    for (var turn : turns.get(stage).entrySet()) {
      turn.getValue()
          .tell(
              at,
              new Node.Output() {
                @Override
                public void advert(Advert advert) throws Exception {
                  turn(stage + 1, advert.to()).take(advert);
                }

                @Override
                public void arrival(TraitChange change) {
                  arrivals.accept(change);
                }

                /** The findings say so themselves. */
                @Override
                public void full() {}
              });
    }
    for (var resource : turns.get(stage).keySet()) {
      if (states.get(stage).get(resource).size() == 0) {
        states.get(stage).remove(resource);
      }
    }
    turns.get(stage).clear();
  }

  /** When the next relation ends by its window; empty when none does up to the time. */
  Optional<Instant> nextEnd(Instant time) {
    return owned.values().stream()
        .flatMap(held -> window.nextEnd(held).stream())
        .filter(end -> !end.isAfter(time))
        .min(Comparator.naturalOrder());
  }

  /** Ends what is over by now; settle to let it take effect. */
  void expire(Instant now) {
    try {
      for (var entry : new ArrayList<>(owned.entrySet())) {
        if (window.nextEnd(entry.getValue()).filter(end -> !end.isAfter(now)).isPresent()) {
          update(entry.getKey(), window.expire(entry.getValue(), now));
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException("maps do not fail", e);
    }
  }

  /** The edges that hold now. */
  List<Hop> edges() {
    return owned.values().stream()
        .flatMap(held -> held.edges().stream())
        .collect(Collectors.toList());
  }

  /** Everything that is kept: owners of edges, and offers, edges and groups at every stage. */
  int entries() {
    return owned.size()
        + states.stream().flatMap(stage -> stage.values().stream()).mapToInt(InMemory::size).sum();
  }

  private static final class InMemory {
    private final MapTable<Offer> offers = new MapTable<>();
    private final MapTable<Hop> edges = new MapTable<>();
    private final MapTable<Selection> selections = new MapTable<>();
    private final MapTable<Boolean> gone = new MapTable<>();
    private final Node.State state = new Node.State(offers, edges, selections, gone);

    int size() {
      return offers.values.size()
          + edges.values.size()
          + selections.values.size()
          + gone.values.size();
    }
  }

  private static final class MapTable<V> implements Table<V> {
    private final Map<Long, V> values = new TreeMap<>();

    @Override
    public Optional<V> get(long key) {
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(long key, V value) {
      values.put(key, value);
    }

    @Override
    public void remove(long key) {
      values.remove(key);
    }

    @Override
    public Iterable<Map.Entry<Long, V>> entries() {
      return values.entrySet();
    }
  }
}
