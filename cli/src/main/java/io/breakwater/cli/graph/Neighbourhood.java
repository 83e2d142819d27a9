// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.graph;

import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A resource, what lies within some edges of it, and why each edge is there. */
final class Neighbourhood {
  private final Resource centre;
  private final Map<Resource, Integer> distances = new LinkedHashMap<>();
  private final List<Hop> edges = new ArrayList<>();
  private final Map<Resource, Set<String>> traits = new TreeMap<>(BY_ARN);
  private final Set<Resource> leftOut = new TreeSet<>(BY_ARN);

  private static final Comparator<Resource> BY_ARN = Comparator.comparing(Resource::arn);

  private Neighbourhood(Resource centre) {
    this.centre = centre;
  }

  /**
   * What lies around a resource.
   *
   * @param name the ARN of the resource, or the last part of it
   * @param depth how many edges to follow
   * @param limit how many resources to show
   * @return empty when nothing is known of it
   */
  static Optional<Neighbourhood> of(String name, Correlation correlation, int depth, int limit) {
    var edges = new TreeMap<Resource, List<Hop>>(BY_ARN);
    for (var hop : correlation.relations()) {
      edges.computeIfAbsent(hop.relation().from(), none -> new ArrayList<>()).add(hop);
      edges.computeIfAbsent(hop.relation().to(), none -> new ArrayList<>()).add(hop);
    }
    var known = new TreeSet<Resource>(BY_ARN);
    known.addAll(edges.keySet());
    correlation.evidence().stream().map(Evidence::resource).forEach(known::add);
    return known.stream()
        .filter(
            resource ->
                resource.arn().toString().equals(name) || resource.arn().name().equals(name))
        .findFirst()
        .map(
            centre -> {
              var around = new Neighbourhood(centre);
              around.explore(edges, depth, limit);
              around.note(correlation);
              return around;
            });
  }

  private void explore(Map<Resource, List<Hop>> edges, int depth, int limit) {
    var next = new ArrayDeque<Resource>();
    distances.put(centre, 0);
    next.add(centre);
    while (!next.isEmpty()) {
      var at = next.remove();
      int distance = distances.get(at) + 1;
      for (var hop : sorted(edges.getOrDefault(at, List.of()))) {
        var other = hop.beyond(at);
        if (distance <= depth && !distances.containsKey(other)) {
          if (distances.size() < limit) {
            distances.put(other, distance);
            next.add(other);
          } else {
            leftOut.add(other);
          }
        }
      }
    }
    edges.values().stream()
        .flatMap(List::stream)
        .distinct()
        .filter(hop -> distances.containsKey(hop.relation().from()))
        .filter(hop -> distances.containsKey(hop.relation().to()))
        .sorted(Comparator.comparing(Hop::relation, Relation.ORDER))
        .forEach(this.edges::add);
  }

  private static List<Hop> sorted(List<Hop> hops) {
    return hops.stream().sorted(Comparator.comparing(Hop::relation, Relation.ORDER)).toList();
  }

  private void note(Correlation correlation) {
    for (var evidence : correlation.evidence()) {
      if (distances.containsKey(evidence.resource()) && !evidence.suppressed()) {
        var ofResource = traits.computeIfAbsent(evidence.resource(), none -> new TreeSet<>());
        var from =
            evidence.path().map(path -> " (from " + path.origin().arn().name() + ")").orElse("");
        evidence.traits().forEach(trait -> ofResource.add(trait.id() + from));
      }
    }
  }

  Resource centre() {
    return centre;
  }

  /** With the number of edges to each; the nearest first. */
  Map<Resource, Integer> distances() {
    return distances;
  }

  /** Those between the resources that are shown. */
  List<Hop> edges() {
    return edges;
  }

  /** Sorted, with the resource that a trait comes from where it is another one. */
  Set<String> traitsOf(Resource resource) {
    return traits.getOrDefault(resource, Set.of());
  }

  /** Resources that are near enough, and too many. */
  int leftOut() {
    return leftOut.size();
  }
}
