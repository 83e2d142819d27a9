// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import java.util.List;
import java.util.Objects;

/** A trait that a signal gives, with those of its indicators that the signal shows. */
public final class RecognisedTrait {
  private final Trait trait;
  private final List<String> indicators;

  RecognisedTrait(Trait trait, List<String> indicators) {
    this.trait = Objects.requireNonNull(trait);
    this.indicators = List.copyOf(indicators);
  }

  public Trait trait() {
    return trait;
  }

  public List<String> indicators() {
    return indicators;
  }

  @Override
  public String toString() {
    return trait + " " + indicators;
  }
}
