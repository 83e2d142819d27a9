// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.resource.ResourceType;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** All the traits that a signal gives: to the resource that it is about, and to related ones. */
public final class Recognised {
  public static final Recognised NOTHING = new Recognised(List.of(), Collections.emptySortedMap());

  private final List<RecognisedTrait> traits;
  private final SortedMap<ResourceType, List<RecognisedTrait>> related;

  Recognised(List<RecognisedTrait> traits, SortedMap<ResourceType, List<RecognisedTrait>> related) {
    this.traits = List.copyOf(traits);
    this.related = Collections.unmodifiableSortedMap(related);
  }

  public List<RecognisedTrait> traits() {
    return traits;
  }

  /** By the type of the resources that get them; no type without a trait. */
  public SortedMap<ResourceType, List<RecognisedTrait>> related() {
    return related;
  }

  public boolean isEmpty() {
    return traits.isEmpty() && related.isEmpty();
  }
}
