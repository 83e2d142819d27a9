// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import java.util.Locale;
import java.util.Optional;

/** The three things that impact is made of; the worst of them counts. */
public enum ImpactAspect {
  /** What the identity of the resource may do. */
  PRIVILEGES("Privileges"),
  /** What data the resource holds. */
  DATA("Sensitive data"),
  /** What else can be got at from the resource. */
  REACH("Reach");

  private final String label;

  ImpactAspect(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** As the data files write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ImpactAspect> ofKey(String key) {
    for (var aspect : values()) {
      if (aspect.key().equals(key)) {
        return Optional.of(aspect);
      }
    }
    return Optional.empty();
  }
}
