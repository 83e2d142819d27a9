// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * How bad it would be. Unknown shifts nothing: it ranks above low, which lowers the severity, and
 * below medium, which leaves it by evidence.
 */
public enum Impact {
  UNKNOWN(0, "Unknown", 1),
  LOW(1, "Low", 0),
  MEDIUM(2, "Medium", 2),
  HIGH(3, "High", 3);

  /** From the least to the most severe. */
  public static final Comparator<Impact> BY_WEIGHT =
      Comparator.comparingInt(impact -> impact.weight);

  private final int ocsfId;
  private final String label;
  private final int weight;

  Impact(int ocsfId, String label, int weight) {
    this.ocsfId = ocsfId;
    this.label = label;
    this.weight = weight;
  }

  /** OCSF's {@code impact_id}. */
  public int ocsfId() {
    return ocsfId;
  }

  public String label() {
    return label;
  }

  /** As the data files write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code low}, {@code medium} or {@code high}. */
  public static Optional<Impact> ofKey(String key) {
    for (var impact : values()) {
      if (impact != UNKNOWN && impact.key().equals(key)) {
        return Optional.of(impact);
      }
    }
    return Optional.empty();
  }
}
