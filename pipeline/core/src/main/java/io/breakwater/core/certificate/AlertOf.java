// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.certificate.CertificateRules.Shift;
import io.breakwater.core.certificate.CertificateStanding.Draft;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Severity;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is said of a certificate whose state needs somebody. */
final class AlertOf {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  private final Draft draft;
  private final Optional<Complaint> complaint;
  private final CertificateRules rules;

  private AlertOf(Draft draft, Optional<Complaint> complaint, CertificateRules rules) {
    this.draft = draft;
    this.complaint = complaint;
    this.rules = rules;
  }

  /**
   * @param draft all that is known but the alert
   */
  static CertificateAlert standing(
      Draft draft, Optional<Complaint> complaint, CertificateRules rules) {
    return new AlertOf(draft, complaint, rules).alert();
  }

  private CertificateAlert alert() {
    var causes = causes();
    var byDays = severityByDays();
    var shifts = shifts(causes);
    int moved = shifts.values().stream().mapToInt(Integer::intValue).sum();
    var step =
        draft.state == CertificateState.REVOKED || draft.within.isEmpty()
            ? OptionalInt.empty()
            : rules.stepAt(draft.within.getAsInt());
    return new CertificateAlert(
        title(causes.get(0)), shifted(byDays, moved), byDays, shifts, step, causes);
  }

  private Severity severityByDays() {
    switch (draft.state) {
      case REVOKED:
        return rules.severityOfRevoked();
      case EXPIRED:
        return rules.severityOfExpired();
      default:
        return rules.severityAt(draft.within.orElse(rules.steps().get(0)));
    }
  }

  private SortedMap<Shift, Integer> shifts(List<Cause> causes) {
    var shifts = new TreeMap<Shift, Integer>();
    var applying =
        Map.of(
            Shift.INTERNET, draft.internet == Known.YES,
            Shift.UNUSED, draft.isUnused(),
            Shift.SILENT, causes.contains(Cause.WENT_SILENT),
            Shift.NOT_CONFIRMED, causes.contains(Cause.NOT_CONFIRMED),
            Shift.ACME, draft.origin == Origin.ACME);
    applying.forEach(
        (shift, applies) -> {
          if (applies && rules.shiftOf(shift) != 0) {
            shifts.put(shift, rules.shiftOf(shift));
          }
        });
    return shifts;
  }

  /** From Low to Critical: an alert is never less than that. */
  private static Severity shifted(Severity severity, int levels) {
    int id =
        Math.max(
            Severity.LOW.ocsfId(),
            Math.min(Severity.CRITICAL.ocsfId(), severity.ocsfId() + levels));
    return Severity.ofOcsfId(id);
  }

  private List<Cause> causes() {
    List<Cause> causes = new ArrayList<>();
    causes.add(first());
    if (draft.state == CertificateState.EXPIRED) {
      ofRenewal().ifPresent(causes::add);
      complaint.map(Complaint::cause).ifPresent(causes::add);
    }
    if (waitsForValidation(causes)) {
      Cause.ofValidation(draft.certificate.text(CertificateField.VALIDATION_METHOD))
          .ifPresent(causes::add);
    }
    copies().ifPresent(causes::add);
    doubt().ifPresent(causes::add);
    draft
        .certificate
        .latest(CertificateEventType.KEY_CONTROL)
        .filter(control -> control.status().equals("FAILED"))
        .ifPresent(control -> causes.add(Cause.WEAK_KEY));
    return causes;
  }

  /** The one to deal with first. */
  private Cause first() {
    switch (draft.state) {
      case REVOKED:
        return Cause.REVOKED;
      case EXPIRED:
        return draft.origin == Origin.IMPORTED ? Cause.EXPIRED_IMPORTED : Cause.EXPIRED;
      case ACTION_REQUIRED:
        return complaint.map(Complaint::cause).orElse(Cause.OTHER);
      case RENEWAL_OVERDUE:
        return Cause.RENEWAL_DID_NOT_COME;
      default:
        return byOrigin(draft.origin);
    }
  }

  /** Whose it was to renew one that has expired, where that is neither ACM nor who imported it. */
  private Optional<Cause> ofRenewal() {
    return draft.origin == Origin.IMPORTED || draft.origin.isRenewedByAcm()
        ? Optional.empty()
        : Optional.of(byOrigin(draft.origin));
  }

  private static Cause byOrigin(Origin origin) {
    switch (origin) {
      case IMPORTED:
        return Cause.REIMPORT;
      case ACME:
        return Cause.ACME_CLIENT;
      case UNKNOWN:
        return Cause.UNKNOWN_ORIGIN;
      default:
        return Cause.RENEWAL_DID_NOT_COME;
    }
  }

  private boolean waitsForValidation(List<Cause> causes) {
    return draft.state == CertificateState.RENEWAL_OVERDUE
        || causes.contains(Cause.PENDING_DOMAIN_VALIDATION);
  }

  /** What uses a private certificate without a service of AWS has a copy of it. */
  private Optional<Cause> copies() {
    if (draft.exported == Known.YES) {
      return Optional.of(Cause.EXPORTED_COPIES);
    }
    return draft.origin == Origin.PRIVATE && draft.inUse != Known.YES
        ? Optional.of(Cause.PRIVATE_COPIES)
        : Optional.empty();
  }

  /** Why the certificate may be in order after all. */
  private Optional<Cause> doubt() {
    if (draft.state == CertificateState.REVOKED || draft.confirmed) {
      return Optional.empty();
    }
    if (draft.silentSince.isPresent()) {
      return Optional.of(Cause.WENT_SILENT);
    }
    return isEndMissed() ? Optional.of(Cause.NOT_CONFIRMED) : Optional.empty();
  }

  /**
   * Whether ACM's word that it has expired should be there by now; of imported ones it has none.
   */
  private boolean isEndMissed() {
    return draft.state == CertificateState.EXPIRED
        && draft.origin.isRenewedByAcm()
        && draft
            .issue
            .expiry()
            .filter(end -> !draft.at.isBefore(end.plus(rules.late())))
            .isPresent();
  }

  private String title(Cause cause) {
    var subject = draft.origin.noun() + " for " + draft.certificate.name();
    switch (draft.state) {
      case REVOKED:
        return subject + " has been revoked";
      case EXPIRED:
        return subject
            + " has expired"
            + draft.issue.expiry().map(at -> " on " + DATE.format(at)).orElse("");
      case ACTION_REQUIRED:
        return subject + " cannot be renewed: " + cause.words() + "; " + ends();
      case RENEWAL_OVERDUE:
        return subject + " has not been renewed and " + ends();
      default:
        return subject + " " + ends();
    }
  }

  private String ends() {
    if (draft.daysLeft.isEmpty()) {
      return "expires soon";
    }
    int days = draft.daysLeft.getAsInt();
    if (days == 0) {
      return "expires within a day";
    }
    return "expires in " + days + (days == 1 ? " day" : " days");
  }
}
