// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.util.Arrays;

/** The statuses of exposures and alerts, by {@code status_id}. */
public enum Status {
  UNKNOWN(0, "Unknown"),
  NEW(1, "New"),
  IN_PROGRESS(2, "In Progress"),
  SUPPRESSED(3, "Suppressed"),
  RESOLVED(4, "Resolved"),
  ARCHIVED(5, "Archived"),
  UNCONFIRMED(99, "Unconfirmed");

  private final int id;
  private final String word;

  Status(int id, String word) {
    this.id = id;
    this.word = word;
  }

  public int id() {
    return id;
  }

  public String word() {
    return word;
  }

  /** {@link #UNKNOWN} for a number that OCSF may get one day. */
  public static Status of(int id) {
    return Arrays.stream(values()).filter(status -> status.id == id).findFirst().orElse(UNKNOWN);
  }
}
