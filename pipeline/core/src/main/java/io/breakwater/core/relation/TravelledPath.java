// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import io.breakwater.core.resource.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The edges that a trait came along, from the resource that a signal is about. */
public final class TravelledPath {
  /** The shorter first; equal ones by what they are made of. */
  public static final Comparator<TravelledPath> SHORTEST_FIRST =
      Comparator.<TravelledPath>comparingInt(path -> path.hops.size())
          .thenComparing(TravelledPath::toString);

  private final Resource origin;
  private final List<Hop> hops;

  private TravelledPath(Resource origin, List<Hop> hops) {
    this.origin = Objects.requireNonNull(origin);
    this.hops = List.copyOf(hops);
  }

  /** Of no edge yet. */
  public static TravelledPath from(Resource origin) {
    return new TravelledPath(origin, List.of());
  }

  /**
   * A path with these edges.
   *
   * @param hops each with an end in common with the one before it, the first one with the origin
   */
  public static TravelledPath of(Resource origin, List<Hop> hops) {
    return new TravelledPath(origin, hops);
  }

  /** With one more edge, of which one end is the end of this path. */
  public TravelledPath and(Hop hop) {
    var further = new ArrayList<>(hops);
    further.add(hop);
    return new TravelledPath(origin, further);
  }

  /** The resource that the signal is about. */
  public Resource origin() {
    return origin;
  }

  /** From the origin on. */
  public List<Hop> hops() {
    return hops;
  }

  /** From the origin to where the path leads. */
  public List<Resource> resources() {
    var resources = new ArrayList<Resource>(hops.size() + 1);
    var at = origin;
    resources.add(at);
    for (var hop : hops) {
      at = hop.beyond(at);
      resources.add(at);
    }
    return resources;
  }

  /** Where it leads. */
  public Resource end() {
    var resources = resources();
    return resources.get(resources.size() - 1);
  }

  public boolean visits(Resource resource) {
    return resources().contains(resource);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TravelledPath
        && origin.equals(((TravelledPath) other).origin)
        && hops.equals(((TravelledPath) other).hops);
  }

  @Override
  public int hashCode() {
    return Objects.hash(origin, hops);
  }

  @Override
  public String toString() {
    return origin + hops.stream().map(hop -> ", " + hop).collect(Collectors.joining());
  }
}
