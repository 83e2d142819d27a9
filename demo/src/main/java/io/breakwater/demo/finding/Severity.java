// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.finding;

/** How severe a product finds something, in the number of each scale that needs one. */
public enum Severity {
  LOW("Low", 2, 1, 2.0),
  MEDIUM("Medium", 3, 40, 5.0),
  HIGH("High", 4, 70, 8.0),
  CRITICAL("Critical", 5, 90, 9.3);

  private final String label;
  private final int ocsfId;
  private final int asffNormalized;
  private final double guardDutyScore;

  Severity(String label, int ocsfId, int asffNormalized, double guardDutyScore) {
    this.label = label;
    this.ocsfId = ocsfId;
    this.asffNormalized = asffNormalized;
    this.guardDutyScore = guardDutyScore;
  }

  public String label() {
    return label;
  }

  public int ocsfId() {
    return ocsfId;
  }

  public int asffNormalized() {
    return asffNormalized;
  }

  public double guardDutyScore() {
    return guardDutyScore;
  }

  /** CVSS 3.1: 4.0 is Medium, 7.0 is High, 9.0 is Critical. */
  static Severity ofCvss(double score) {
    if (score >= 9.0) {
      return CRITICAL;
    }
    if (score >= 7.0) {
      return HIGH;
    }
    return score >= 4.0 ? MEDIUM : LOW;
  }
}
