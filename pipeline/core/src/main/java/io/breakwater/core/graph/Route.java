// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.catalogue.RelationPath;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A relation path of the catalogue the way a trait travels it: from the signal on. */
final class Route {
  private final long id;
  private final ResourceType source;
  private final ResourceType primary;
  private final List<Leg> legs;
  private final Set<String> traits = new TreeSet<>();

  private Route(long id, ResourceType source, ResourceType primary, List<Leg> legs) {
    this.id = id;
    this.source = source;
    this.primary = primary;
    this.legs = List.copyOf(legs);
  }

  static Route of(ResourceType primary, RelationPath path) {
    var legs = new ArrayList<Leg>();
    var near = primary;
    for (var step : path.steps()) {
      legs.add(new Leg(step.resourceType(), step.relation(), step.against(), near));
      near = step.resourceType();
    }
    Collections.reverse(legs);
    return new Route(idOf(primary, path), path.source(), primary, legs);
  }

  static long idOf(ResourceType primary, RelationPath path) {
    return Sha256.key(primary.name(), path.toString());
  }

  /** The same for the same path in every catalogue. */
  long id() {
    return id;
  }

  ResourceType source() {
    return source;
  }

  ResourceType primary() {
    return primary;
  }

  /** From the source to the primary resource; at least one. */
  List<Leg> legs() {
    return legs;
  }

  /** Ids of the traits of the primary resource that travel it. */
  Set<String> traits() {
    return traits;
  }

  /** One edge of a route, by what it joins. */
  static final class Leg {
    private final ResourceType far;
    private final RelationType relation;
    private final boolean ahead;
    private final ResourceType near;

    /**
     * @param ahead whether the edge points the way the trait travels
     */
    Leg(ResourceType far, RelationType relation, boolean ahead, ResourceType near) {
      this.far = far;
      this.relation = relation;
      this.ahead = ahead;
      this.near = near;
    }

    /** Equal for legs and edges that fit. */
    List<Object> joins() {
      return ahead ? List.of(relation, far, near) : List.of(relation, near, far);
    }

    static List<Object> joinedBy(Relation edge) {
      return List.of(edge.type(), edge.from().type(), edge.to().type());
    }

    boolean isAhead() {
      return ahead;
    }

    boolean fits(Relation edge) {
      return edge.type() == relation
          && far(edge).type().equals(far)
          && near(edge).type().equals(near);
    }

    /** Where a trait is that has yet to travel the edge. */
    Resource far(Relation edge) {
      return ahead ? edge.from() : edge.to();
    }

    private Resource near(Relation edge) {
      return ahead ? edge.to() : edge.from();
    }

    @Override
    public String toString() {
      return ahead ? far + " " + relation + " " + near : near + " " + relation + " " + far;
    }
  }
}
