// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import java.util.Locale;
import java.util.Optional;

/** How bad it would be. Unknown shifts nothing. */
public enum Impact {
  UNKNOWN(0, "Unknown"),
  LOW(1, "Low"),
  MEDIUM(2, "Medium"),
  HIGH(3, "High");

  private final int ocsfId;
  private final String label;

  Impact(int ocsfId, String label) {
    this.ocsfId = ocsfId;
    this.label = label;
  }

  /** OCSF's {@code impact_id}. */
  public int ocsfId() {
    return ocsfId;
  }

  public String label() {
    return label;
  }

  /** {@code low}, {@code medium} or {@code high}. */
  public static Optional<Impact> ofKey(String key) {
    for (var impact : values()) {
      if (impact != UNKNOWN && impact.name().toLowerCase(Locale.ROOT).equals(key)) {
        return Optional.of(impact);
      }
    }
    return Optional.empty();
  }
}
