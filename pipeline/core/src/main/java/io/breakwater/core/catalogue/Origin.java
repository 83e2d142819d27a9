// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import java.util.Optional;

/** Where a trait comes from. */
public enum Origin {
  /** A trait of AWS Security Hub's exposure findings. */
  REFERENCE("reference"),
  /** A trait of the preview of Security Hub's exposure findings, since replaced there. */
  PREVIEW("preview"),
  /** One of our own. */
  BREAKWATER("breakwater");

  private final String key;

  Origin(String key) {
    this.key = key;
  }

  /** As the data files write it. */
  public String key() {
    return key;
  }

  static Optional<Origin> ofKey(String key) {
    for (var origin : values()) {
      if (origin.key.equals(key)) {
        return Optional.of(origin);
      }
    }
    return Optional.empty();
  }
}
