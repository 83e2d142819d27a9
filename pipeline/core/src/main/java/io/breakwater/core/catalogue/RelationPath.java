// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.ResourceType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How a trait gets from the resource that its signals are about to the primary resource: the edges
 * to follow, from the primary resource on.
 */
public final class RelationPath {
  private final List<Step> steps;

  RelationPath(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** At least one. */
  public List<Step> steps() {
    return steps;
  }

  /** The type of the resources that the signals are about. */
  public ResourceType source() {
    return steps.get(steps.size() - 1).resourceType;
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining(" "));
  }

  /** One edge, and the type of the resource at its other end. */
  public static final class Step {
    private final RelationType relation;
    private final boolean against;
    private final ResourceType resourceType;

    Step(RelationType relation, boolean against, ResourceType resourceType) {
      this.relation = Objects.requireNonNull(relation);
      this.against = against;
      this.resourceType = Objects.requireNonNull(resourceType);
    }

    public RelationType relation() {
      return relation;
    }

    /** Whether the edge points towards the primary resource. */
    public boolean against() {
      return against;
    }

    public ResourceType resourceType() {
      return resourceType;
    }

    @Override
    public String toString() {
      return (against ? "←" : "→") + relation.label() + " " + resourceType;
    }
  }
}
