// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.catalogue.Recognised;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.trait.Evidence.GivenTrait;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Traits that a signal gives resources of a type that are related to the one it is about. */
public final class RelatedTraits {
  private final ResourceType type;
  private final List<GivenTrait> traits;

  public RelatedTraits(ResourceType type, List<GivenTrait> traits) {
    this.type = Objects.requireNonNull(type);
    this.traits = List.copyOf(traits);
  }

  /** All that a signal gives related resources, by their type. */
  public static List<RelatedTraits> of(Recognised recognised) {
    return recognised.related().entrySet().stream()
        .map(entry -> new RelatedTraits(entry.getKey(), GivenTrait.of(entry.getValue())))
        .collect(Collectors.toList());
  }

  /** The type of the resources that get them. */
  public ResourceType type() {
    return type;
  }

  public List<GivenTrait> traits() {
    return traits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RelatedTraits
        && type.equals(((RelatedTraits) other).type)
        && traits.equals(((RelatedTraits) other).traits);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, traits);
  }

  @Override
  public String toString() {
    return type + " " + traits;
  }
}
