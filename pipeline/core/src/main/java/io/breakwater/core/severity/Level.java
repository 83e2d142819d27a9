// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import java.util.Locale;
import java.util.Optional;

/** How likely; the same four steps for a single factor and for the whole exposure. */
public enum Level {
  LOW("Low"),
  MODERATE("Moderate"),
  HIGH("High"),
  VERY_HIGH("Very High");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** As the data files write it: {@code low}, {@code moderate}, {@code high}, {@code very-high}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Level> ofKey(String key) {
    for (var level : values()) {
      if (level.key().equals(key)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
