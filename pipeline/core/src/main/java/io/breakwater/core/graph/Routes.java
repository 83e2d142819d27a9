// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.ResourceType;
import java.util.Collection;
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
    this.stages = byId.values().stream().mapToInt(route -> route.legs().size()).max().orElse(0);
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

  /** Where an edge is needed: at which stages, and at which of its ends. */
  public List<Use> uses(Relation relation) {
    Set<Use> uses = new LinkedHashSet<>();
    for (var route : byId.values()) {
      for (int stage = 0; stage < route.legs().size(); stage++) {
        var leg = route.legs().get(stage);
        if (leg.fits(relation)) {
          uses.add(new Use(stage, leg.far(relation).arn()));
        }
      }
    }
    return List.copyOf(uses);
  }

  /** The ways that begin at a resource of this type with these traits of that one. */
  Set<Long> from(ResourceType source, ResourceType primary, Collection<String> traits) {
    return byId.values().stream()
        .filter(route -> route.source().equals(source) && route.primary().equals(primary))
        .filter(route -> route.traits().stream().anyMatch(traits::contains))
        .map(Route::id)
        .collect(Collectors.toCollection(TreeSet::new));
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

  /** The types of resources whose traits travel these ways. */
  Set<ResourceType> primaries(Set<Long> ways) {
    return ways.stream()
        .map(byId::get)
        .filter(Objects::nonNull)
        .map(Route::primary)
        .collect(Collectors.toCollection(TreeSet::new));
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
