// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

/** Severity of a finding, in the words and numbers of OCSF ({@code severity_id}). */
public enum Severity {
  UNKNOWN(0, "Unknown"),
  INFORMATIONAL(1, "Informational"),
  LOW(2, "Low"),
  MEDIUM(3, "Medium"),
  HIGH(4, "High"),
  CRITICAL(5, "Critical");

  private static final int OCSF_FATAL = 6;

  private final int ocsfId;
  private final String label;

  Severity(int ocsfId, String label) {
    this.ocsfId = ocsfId;
    this.label = label;
  }

  public int ocsfId() {
    return ocsfId;
  }

  public String label() {
    return label;
  }

  /** A word in any case; a word that is none of ours is {@link #UNKNOWN}. */
  public static Severity ofLabel(String label) {
    for (var severity : values()) {
      if (severity.label.equalsIgnoreCase(label)) {
        return severity;
      }
    }
    return UNKNOWN;
  }

  /** OCSF's Fatal counts as Critical; ids outside the enumeration are {@link #UNKNOWN}. */
  public static Severity ofOcsfId(int id) {
    if (id == OCSF_FATAL) {
      return CRITICAL;
    }
    for (var severity : values()) {
      if (severity.ocsfId == id) {
        return severity;
      }
    }
    return UNKNOWN;
  }

  /**
   * GuardDuty's number: Low 1.0-3.9, Medium 4.0-6.9, High 7.0-8.9, Critical 9.0-10.0.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html">
   *     GuardDuty severity levels</a>
   */
  public static Severity ofGuardDutyScore(double score) {
    if (!(score >= 1.0)) {
      return UNKNOWN;
    }
    if (score < 4.0) {
      return LOW;
    }
    if (score < 7.0) {
      return MEDIUM;
    }
    return score < 9.0 ? HIGH : CRITICAL;
  }

  /**
   * ASFF's 0-100 number, for findings that carry no label: 0 Informational, 1-39 Low, 40-69 Medium,
   * 70-89 High, 90-100 Critical.
   */
  public static Severity ofAsffNormalized(double normalized) {
    if (!(normalized >= 0)) {
      return UNKNOWN;
    }
    if (normalized < 1) {
      return INFORMATIONAL;
    }
    if (normalized < 40) {
      return LOW;
    }
    if (normalized < 70) {
      return MEDIUM;
    }
    return normalized < 90 ? HIGH : CRITICAL;
  }
}
