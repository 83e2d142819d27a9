// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.util.Arrays;

/** OCSF's severities, by {@code severity_id}. Our exposures have 2 to 5. */
public enum Severity {
  UNKNOWN(0, "Unknown"),
  INFORMATIONAL(1, "Informational"),
  LOW(2, "Low"),
  MEDIUM(3, "Medium"),
  HIGH(4, "High"),
  CRITICAL(5, "Critical"),
  FATAL(6, "Fatal"),
  OTHER(99, "Other");

  private final int id;
  private final String word;

  Severity(int id, String word) {
    this.id = id;
    this.word = word;
  }

  public int id() {
    return id;
  }

  public String word() {
    return word;
  }

  /** {@link #OTHER} for a number that OCSF may get one day. */
  public static Severity of(int id) {
    return Arrays.stream(values()).filter(severity -> severity.id == id).findFirst().orElse(OTHER);
  }
}
