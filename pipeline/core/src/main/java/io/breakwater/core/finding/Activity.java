// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.finding;

/** What a revision of a finding does, with OCSF's {@code activity_id}. */
public enum Activity {
  CREATE(1, "Create"),
  UPDATE(2, "Update"),
  CLOSE(3, "Close");

  private final int ocsfId;
  private final String label;

  Activity(int ocsfId, String label) {
    this.ocsfId = ocsfId;
    this.label = label;
  }

  public int ocsfId() {
    return ocsfId;
  }

  public String label() {
    return label;
  }
}
