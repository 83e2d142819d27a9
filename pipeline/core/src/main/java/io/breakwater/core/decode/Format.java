// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

/** The forms a record comes in, by the names that {@code explain} and the counters use. */
public enum Format {
  ASFF("asff"),
  OCSF("ocsf"),
  INSPECTOR2("inspector2"),
  GUARDDUTY("guardduty"),
  MACIE("macie"),
  ACCESS_ANALYZER("access-analyzer"),
  CONFIG_ITEM("config-item"),
  CONFIG_COMPLIANCE("config-compliance"),
  ACM("acm"),
  ACM_PCA("acm-pca"),
  HEALTH("health"),
  /** An EventBridge event of another source, or JSON that is no event at all. */
  OTHER("other"),
  /** Broken before anything told its form. */
  UNREADABLE("unreadable");

  private final String label;

  Format(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
