// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Trait;
import java.util.List;
import java.util.Objects;

/** A trait that the resource has, with the indicators and findings that show it. */
public final class ExposureTrait {
  private final Trait trait;
  private final List<String> indicators;
  private final List<String> findingUids;

  ExposureTrait(Trait trait, List<String> indicators, List<String> findingUids) {
    this.trait = Objects.requireNonNull(trait);
    this.indicators = List.copyOf(indicators);
    this.findingUids = List.copyOf(findingUids);
  }

  public Trait trait() {
    return trait;
  }

  /** Sorted, each once. */
  public List<String> indicators() {
    return indicators;
  }

  /** Sorted, each once. */
  public List<String> findingUids() {
    return findingUids;
  }

  @Override
  public String toString() {
    return trait.id();
  }
}
