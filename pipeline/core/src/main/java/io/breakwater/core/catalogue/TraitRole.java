// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import java.util.Locale;
import java.util.Optional;

/** The part a trait plays in an exposure. */
public enum TraitRole {
  /** A way in: each one is a case of its own for the likelihood. Contributes. */
  WEAKNESS,
  /** Makes a weakness easier to find or worse. Contributes, and is no exposure by itself. */
  AMPLIFIER,
  /** Good to know; neither makes an exposure nor changes its severity. */
  CONTEXTUAL,
  /**
   * Says nothing of the resource by itself: one of the facts that something is worked out from, as
   * {@link Premise} tells. Readers never see it.
   */
  PREMISE;

  /** Whether the trait is one the exposure was generated from. */
  public boolean contributes() {
    return this == WEAKNESS || this == AMPLIFIER;
  }

  /** The words of the reference system: {@code Contributing Trait} or {@code Contextual Trait}. */
  public String label() {
    return contributes() ? "Contributing Trait" : "Contextual Trait";
  }

  /** As the data files write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TraitRole> ofKey(String key) {
    for (var role : values()) {
      if (role.key().equals(key)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
