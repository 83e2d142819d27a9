// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.signal.Severity;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * When somebody has to act on a certificate, and how urgent that is: all of it data.
 *
 * <p>Days are whole days before the end of validity. They are capped by a share of the whole
 * validity, so that a certificate of 47 days is not late from the day on which it is issued.
 */
public final class CertificateRules {
  /** By how many levels the severity moves. */
  public enum Shift {
    /** Something on the internet presents it. */
    INTERNET,
    /** Nothing uses it. */
    UNUSED,
    /** Its daily events stopped: it may be in order. */
    SILENT,
    /** Its end passed without ACM's word: it may be in order. */
    NOT_CONFIRMED,
    /** An ACME client looks after it. */
    ACME
  }

  private final List<Integer> steps;
  private final Map<Origin, Lead> leads;
  private final NavigableMap<Integer, Renewal> renewals;
  private final Renewal renewalOfUnknownValidity;
  private final double renewalShare;
  private final Duration silence;
  private final Duration late;
  private final Duration forgetHeard;
  private final Duration forgetDeleted;
  private final boolean unusedQuiet;
  private final NavigableMap<Integer, Severity> severityByDays;
  private final Severity severityOfExpired;
  private final Severity severityOfRevoked;
  private final Map<Shift, Integer> shifts;
  private final Map<Cause, Remedy> remedies;

  CertificateRules(Values values) {
    this.steps = List.copyOf(values.steps);
    this.leads = Collections.unmodifiableMap(new EnumMap<>(values.leads));
    this.renewals = Collections.unmodifiableNavigableMap(new TreeMap<>(values.renewals));
    this.renewalOfUnknownValidity = values.renewalOfUnknownValidity;
    this.renewalShare = values.renewalShare;
    this.silence = values.silence;
    this.late = values.late;
    this.forgetHeard = values.forgetHeard;
    this.forgetDeleted = values.forgetDeleted;
    this.unusedQuiet = values.unusedQuiet;
    this.severityByDays =
        Collections.unmodifiableNavigableMap(new TreeMap<>(values.severityByDays));
    this.severityOfExpired = values.severityOfExpired;
    this.severityOfRevoked = values.severityOfRevoked;
    this.shifts = Collections.unmodifiableMap(new EnumMap<>(values.shifts));
    this.remedies = Collections.unmodifiableMap(new EnumMap<>(values.remedies));
  }

  /** Days at which an alert is told again, the most first; the last is 0. */
  public List<Integer> steps() {
    return steps;
  }

  /** The step that is reached with so many days left; empty before the first. */
  public OptionalInt stepAt(int days) {
    return steps.stream().filter(step -> days <= step).mapToInt(Integer::intValue).min();
  }

  /**
   * From how many days left on somebody has to act on a certificate that ACM does not renew, or of
   * which nobody knows whether it does: a step, the first that lies within its lead.
   */
  public int leadDays(Origin origin, OptionalInt validityDays) {
    var lead = leads.get(origin);
    double most =
        validityDays.isPresent()
            ? Math.min(lead.days, validityDays.getAsInt() * lead.share)
            : lead.days;
    return steps.stream().filter(step -> step <= most).findFirst().orElse(0);
  }

  /** From how many days left on a renewal by ACM is overdue. */
  public int overdueDays(OptionalInt validityDays) {
    return validityDays.isPresent()
        ? (int) Math.min(renewalOf(validityDays).overdue, validityDays.getAsInt() * renewalShare)
        : renewalOfUnknownValidity.overdue;
  }

  /** How many days before the end ACM begins to renew. */
  public int renewalDays(OptionalInt validityDays) {
    return renewalOf(validityDays).starts;
  }

  private Renewal renewalOf(OptionalInt validityDays) {
    if (validityDays.isEmpty()) {
      return renewalOfUnknownValidity;
    }
    var row = renewals.floorEntry(validityDays.getAsInt());
    return row == null ? renewals.firstEntry().getValue() : row.getValue();
  }

  /** How long after a daily event the next one is missed. */
  public Duration silence() {
    return silence;
  }

  /** How long after the end ACM's word of it is missed. */
  public Duration late() {
    return late;
  }

  /** How long a certificate is remembered after its end and the last word of it. */
  public Duration forgetHeard() {
    return forgetHeard;
  }

  public Duration forgetDeleted() {
    return forgetDeleted;
  }

  /** Whether nobody is told of certificates that nothing uses. */
  public boolean isUnusedQuiet() {
    return unusedQuiet;
  }

  /** How severe it is that a certificate ends in so many days. */
  public Severity severityAt(int days) {
    var row = severityByDays.ceilingEntry(days);
    return row == null ? severityByDays.lastEntry().getValue() : row.getValue();
  }

  /** The severity of what ends within so many days, by those days, the fewest first. */
  public NavigableMap<Integer, Severity> severityByDays() {
    return severityByDays;
  }

  public Severity severityOfExpired() {
    return severityOfExpired;
  }

  public Severity severityOfRevoked() {
    return severityOfRevoked;
  }

  public int shiftOf(Shift shift) {
    return shifts.getOrDefault(shift, 0);
  }

  public Remedy remedyFor(Cause cause) {
    return remedies.get(cause);
  }

  /** How early somebody has to act. */
  static final class Lead {
    final int days;
    final double share;

    Lead(int days, double share) {
      this.days = days;
      this.share = share;
    }
  }

  /** When ACM renews, in days before the end. */
  static final class Renewal {
    final int starts;
    final int overdue;

    Renewal(int starts, int overdue) {
      this.starts = starts;
      this.overdue = overdue;
    }
  }

  /** What to do. */
  public static final class Remedy {
    private final String text;
    private final String url;

    Remedy(String text, String url) {
      this.text = text;
      this.url = url;
    }

    public String text() {
      return text;
    }

    /** May be empty. */
    public String url() {
      return url;
    }
  }

  /** What was read, before it becomes rules. */
  static final class Values {
    List<Integer> steps = List.of();
    final Map<Origin, Lead> leads = new EnumMap<>(Origin.class);
    final NavigableMap<Integer, Renewal> renewals = new TreeMap<>();
    Renewal renewalOfUnknownValidity;
    double renewalShare;
    Duration silence;
    Duration late;
    Duration forgetHeard;
    Duration forgetDeleted;
    boolean unusedQuiet;
    final NavigableMap<Integer, Severity> severityByDays = new TreeMap<>();
    Severity severityOfExpired;
    Severity severityOfRevoked;
    final Map<Shift, Integer> shifts = new EnumMap<>(Shift.class);
    final Map<Cause, Remedy> remedies = new EnumMap<>(Cause.class);
  }
}
