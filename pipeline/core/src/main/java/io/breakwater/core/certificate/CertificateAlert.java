// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.signal.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** What somebody is told of a certificate that needs them. */
public final class CertificateAlert {
  private final String title;
  private final Severity severity;
  private final Severity severityByDays;
  private final SortedMap<CertificateRules.Shift, Integer> shifts;
  private final OptionalInt step;
  private final List<Cause> causes;

  /**
   * @param severityByDays before it was moved
   * @param shifts what moved the severity, by how many levels
   * @param step the last one reached; empty before the first
   * @param causes why, the one to deal with first first; never empty
   */
  CertificateAlert(
      String title,
      Severity severity,
      Severity severityByDays,
      SortedMap<CertificateRules.Shift, Integer> shifts,
      OptionalInt step,
      List<Cause> causes) {
    this.title = Objects.requireNonNull(title);
    this.severity = Objects.requireNonNull(severity);
    this.severityByDays = Objects.requireNonNull(severityByDays);
    this.shifts = Collections.unmodifiableSortedMap(new TreeMap<>(shifts));
    this.step = step;
    this.causes = List.copyOf(causes);
  }

  public String title() {
    return title;
  }

  public Severity severity() {
    return severity;
  }

  /** By the days that are left, before anything else counted. */
  public Severity severityByDays() {
    return severityByDays;
  }

  /** What else counted, by how many levels. */
  public SortedMap<CertificateRules.Shift, Integer> shifts() {
    return shifts;
  }

  /** The step of the countdown; empty before the first. */
  public OptionalInt step() {
    return step;
  }

  /** The one to deal with first first. */
  public List<Cause> causes() {
    return causes;
  }

  @Override
  public String toString() {
    return severity + " " + title;
  }
}
