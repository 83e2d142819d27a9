// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import java.util.Locale;
import java.util.Optional;

/** What is worked out from the traits whose role is {@link TraitRole#PREMISE}. */
public enum Premise {
  /** Which ways lead in from the internet, by the configuration of the network around it. */
  REACHABILITY,
  /** Which resources can be reached from it by access to data or by acting as somebody else. */
  BLAST_RADIUS;

  /** As the data files write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Premise> ofKey(String key) {
    for (var premise : values()) {
      if (premise.key().equals(key)) {
        return Optional.of(premise);
      }
    }
    return Optional.empty();
  }
}
