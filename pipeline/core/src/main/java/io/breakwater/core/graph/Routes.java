// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.trait.RelatedTraits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All the ways by which the catalogue lets traits travel from one resource to another, edge by
 * edge. What has travelled <i>n</i> edges is at stage <i>n</i>, where the first one is 0.
 */
public final class Routes {
  private final Map<Long, Route> byId = new TreeMap<>();
  private final Map<List<Object>, List<Route>> byEnds = new HashMap<>();
  private final Map<List<Object>, Set<Place>> byEdge = new HashMap<>();
  private final int stages;

  private Routes(Catalogue catalogue) {
    for (var type : catalogue.resourceTypes()) {
      for (var trait : catalogue.rulesFor(type).orElseThrow().traits()) {
        for (var path : trait.via()) {
          byId.computeIfAbsent(Route.idOf(type, path), id -> Route.of(type, path))
              .traits()
              .add(trait.id());
        }
      }
    }
    byId.values().forEach(this::index);
    this.stages = byId.values().stream().mapToInt(route -> route.legs().size()).max().orElse(0);
  }

  /** There are many ways, and of each edge it is asked who needs it. */
  private void index(Route route) {
    byEnds
        .computeIfAbsent(List.of(route.source(), route.primary()), none -> new ArrayList<>())
        .add(route);
    for (int stage = 0; stage < route.legs().size(); stage++) {
      var leg = route.legs().get(stage);
      byEdge
          .computeIfAbsent(leg.joins(), none -> new LinkedHashSet<>())
          .add(new Place(stage, leg.isAhead()));
    }
  }

  public static Routes of(Catalogue catalogue) {
    return new Routes(catalogue);
  }

  /** How many edges the longest one has. */
  public int longest() {
    return stages;
  }

  /**
   * The ways of at least this many edges, told by their ends and length.
   *
   * @return sentences for people
   */
  public List<String> longerThan(int hops) {
    return byId.values().stream()
        .filter(route -> route.legs().size() > hops)
        .map(
            route ->
                String.join(", ", route.traits())
                    + " of "
                    + route.primary()
                    + " comes from "
                    + route.source()
                    + " over "
                    + route.legs().size()
                    + " edges")
        .collect(Collectors.toList());
  }

  /**
   * The edges that these ways go along and none of the others does, at the same place.
   *
   * @return sentences for people
   */
  public List<String> notWithin(Routes others) {
    var missing = new ArrayList<String>();
    for (var route : byId.values()) {
      for (int stage = 0; stage < route.legs().size(); stage++) {
        var leg = route.legs().get(stage);
        var place = new Place(stage, leg.isAhead());
        if (!others.byEdge.getOrDefault(leg.joins(), Set.of()).contains(place)) {
          missing.add(
              String.join(", ", route.traits())
                  + " of "
                  + route.primary()
                  + " comes from "
                  + route.source()
                  + " along an edge that is not kept: "
                  + leg);
        }
      }
    }
    return missing;
  }

  /**
   * The traits that both catalogues have, and that come by other ways in the second.
   *
   * @return sentences for people
   */
  public static List<String> otherWays(Catalogue one, Catalogue other) {
    var different = new ArrayList<String>();
    for (var type : new TreeSet<>(other.resourceTypes())) {
      for (var trait : other.rulesFor(type).orElseThrow().traits()) {
        var before = one.rulesFor(type).flatMap(rules -> rules.trait(trait.id()));
        if (before.isPresent() && !pathsOf(before.get()).equals(pathsOf(trait))) {
          different.add(trait.id() + " of " + type + " comes by other relations than now");
        }
      }
    }
    return different;
  }

  private static Set<String> pathsOf(Trait trait) {
    return trait.via().stream().map(Object::toString).collect(Collectors.toSet());
  }

  /** Where an edge is needed: at which stages, and at which of its ends. */
  public List<Use> uses(Relation relation) {
    return byEdge.getOrDefault(Route.Leg.joinedBy(relation), Set.of()).stream()
        .map(place -> new Use(place.stage, (place.ahead ? relation.from() : relation.to()).arn()))
        .distinct()
        .collect(Collectors.toList());
  }

  /** The ways that begin at a resource of this type with these traits of those that get them. */
  Set<Long> from(ResourceType source, Collection<RelatedTraits> given) {
    var ways = new TreeSet<Long>();
    for (var related : given) {
      for (var route : byEnds.getOrDefault(List.of(source, related.type()), List.of())) {
        if (related.traits().stream().anyMatch(trait -> route.traits().contains(trait.id()))) {
          ways.add(route.id());
        }
      }
    }
    return ways;
  }

  /** Those of the ways that go on, at this stage, from this end of an edge to the other. */
  Set<Long> along(Relation relation, Arn from, int stage, Set<Long> ways) {
    var along = new TreeSet<Long>();
    for (var id : ways) {
      var route = byId.get(id);
      if (route != null && stage < route.legs().size()) {
        var leg = route.legs().get(stage);
        if (leg.fits(relation) && leg.far(relation).arn().equals(from)) {
          along.add(id);
        }
      }
    }
    return along;
  }

  /** The traits that get to their primary resource at this stage by one of the ways. */
  Set<String> arriving(int stage, ResourceType primary, Set<Long> ways) {
    var traits = new TreeSet<String>();
    for (var id : ways) {
      var route = byId.get(id);
      if (route != null && route.legs().size() == stage && route.primary().equals(primary)) {
        traits.addAll(route.traits());
      }
    }
    return traits;
  }

  /** The traits that get to a primary resource by such a path. */
  Set<String> arrivingBy(TravelledPath path) {
    var resources = path.resources();
    var primary = resources.get(resources.size() - 1).type();
    var traits = new TreeSet<String>();
    for (var route : byEnds.getOrDefault(List.of(path.origin().type(), primary), List.of())) {
      if (goes(route, path, resources)) {
        traits.addAll(route.traits());
      }
    }
    return traits;
  }

  private static boolean goes(Route route, TravelledPath path, List<Resource> resources) {
    if (route.legs().size() != path.hops().size()) {
      return false;
    }
    for (int stage = 0; stage < route.legs().size(); stage++) {
      var leg = route.legs().get(stage);
      var edge = path.hops().get(stage).relation();
      if (!leg.fits(edge) || !leg.far(edge).equals(resources.get(stage))) {
        return false;
      }
    }
    return true;
  }

  /** The types of resources whose traits travel these ways. */
  Set<ResourceType> primaries(Set<Long> ways) {
    return ways.stream()
        .map(byId::get)
        .filter(Objects::nonNull)
        .map(Route::primary)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where ways need edges of a kind: after how many others, and in which direction. */
  private static final class Place {
    private final int stage;
    private final boolean ahead;

    Place(int stage, boolean ahead) {
      this.stage = stage;
      this.ahead = ahead;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Place
          && stage == ((Place) other).stage
          && ahead == ((Place) other).ahead;
    }

    @Override
    public int hashCode() {
      return Objects.hash(stage, ahead);
    }
  }

  /** One end of an edge at one stage. */
  public static final class Use {
    private final int stage;
    private final Arn holder;

    Use(int stage, Arn holder) {
      this.stage = stage;
      this.holder = holder;
    }

    public int stage() {
      return stage;
    }

    /** Where what travels the edge comes from. */
    public Arn holder() {
      return holder;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Use
          && stage == ((Use) other).stage
          && holder.equals(((Use) other).holder);
    }

    @Override
    public int hashCode() {
      return Objects.hash(stage, holder);
    }

    @Override
    public String toString() {
      return "stage " + stage + " at " + holder;
    }
  }
}
