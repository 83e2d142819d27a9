// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.certificate.CertificateRules.Shift;
import io.breakwater.core.certificate.CertificateStanding.Draft;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known of a certificate and the time, and what they amount to: a pure function of the two.
 */
public final class CertificateAssessor {
  private static final Duration DAY = Duration.ofDays(1);

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  private static final Comparator<CertificateEvent> LATEST =
      Comparator.comparing(CertificateEvent::time).thenComparing(CertificateEvent::type);

  private final CertificateRules rules;

  public CertificateAssessor(CertificateRules rules) {
    this.rules = Objects.requireNonNull(rules);
  }

  /** Where the certificate stands at the instant. */
  public CertificateStanding assess(KnownCertificate certificate, Instant at) {
    var draft = new Draft();
    draft.certificate = certificate;
    draft.at = at;
    draft.origin = Origin.of(certificate);
    draft.issue = Issue.of(certificate);
    draft.daysLeft = daysLeft(draft);
    draft.exported = Known.ofText(certificate.text(CertificateField.EXPORTED));
    draft.inUse = inUse(certificate);
    draft.internet = internet(certificate);
    draft.silentSince = silentSince(draft);
    var complaint = complaint(draft);
    draft.state = state(draft, complaint);
    if (needsSomebody(draft)) {
      draft.alert = Optional.of(alert(draft, complaint));
    }
    draft.forgottenAt = forgottenAt(draft);
    draft.nextChange = nextChange(draft);
    return new CertificateStanding(draft);
  }

  private static OptionalInt daysLeft(Draft draft) {
    var expiry = draft.issue.expiry();
    if (expiry.isEmpty()) {
      return OptionalInt.empty();
    }
    long seconds = Duration.between(draft.at, expiry.get()).toSeconds();
    return OptionalInt.of((int) Math.ceil(seconds / (double) DAY.toSeconds()));
  }

  /** What presents it is the better word: an event tells only how it was then. */
  private static Known inUse(KnownCertificate certificate) {
    return certificate.uses().isEmpty()
        ? Known.ofText(certificate.text(CertificateField.IN_USE))
        : Known.YES;
  }

  private static Known internet(KnownCertificate certificate) {
    var uses = certificate.uses();
    if (uses.stream().anyMatch(use -> use.internet() == Known.YES)) {
      return Known.YES;
    }
    boolean all =
        !uses.isEmpty()
            && !certificate.usesCut()
            && uses.stream().allMatch(use -> use.internet() == Known.NO);
    return all ? Known.NO : Known.UNKNOWN;
  }

  /** When the next daily event should have come, where one of the present issue came once. */
  private Optional<Instant> silentSince(Draft draft) {
    return lastDaily(draft)
        .filter(last -> !draft.at.isBefore(last.plus(rules.silence())))
        .filter(
            last -> draft.issue.expiry().filter(end -> last.plus(DAY).isBefore(end)).isPresent())
        .map(last -> last.plus(DAY));
  }

  private static Optional<Instant> lastDaily(Draft draft) {
    return draft
        .certificate
        .latest(CertificateEventType.APPROACHING_EXPIRATION)
        .filter(draft.issue::concerns)
        .map(CertificateEvent::time);
  }

  /**
   * The word that says that the renewal of the present issue needs somebody, if it is the last one
   * about the renewal.
   */
  private static Optional<CertificateEvent> complaint(Draft draft) {
    return Stream.of(
            CertificateEventType.RENEWAL_ACTION_REQUIRED,
            CertificateEventType.HEALTH,
            CertificateEventType.CONFIGURATION)
        .flatMap(type -> draft.certificate.latest(type).stream())
        .filter(CertificateAssessor::speaksOfRenewal)
        .filter(draft.issue::concerns)
        .filter(word -> !draft.issue.isCrossedBy(word))
        .max(LATEST)
        .filter(CertificateAssessor::needsAction);
  }

  private static boolean speaksOfRenewal(CertificateEvent event) {
    return event.type() != CertificateEventType.CONFIGURATION || !event.renewalStatus().isEmpty();
  }

  private static boolean needsAction(CertificateEvent event) {
    switch (event.type()) {
      case HEALTH:
        return event.action().isEmpty() && !event.status().equals("closed");
      case CONFIGURATION:
        return event.renewalStatus().equals("PENDING_VALIDATION")
            || event.renewalStatus().equals("FAILED");
      default:
        return true;
    }
  }

  private CertificateState state(Draft draft, Optional<CertificateEvent> complaint) {
    if (isDeleted(draft.certificate)) {
      draft.confirmed = true;
      return CertificateState.DELETED;
    }
    if (isSaid(draft, "REVOKED", CertificateEventType.REVOKED)
        || isSaid(draft, "REVOKED", CertificateEventType.REVOKED_BY_CA)) {
      draft.confirmed = true;
      return CertificateState.REVOKED;
    }
    boolean saidToHaveExpired = isSaid(draft, "EXPIRED", CertificateEventType.EXPIRED);
    if (saidToHaveExpired || isOver(draft)) {
      draft.confirmed = saidToHaveExpired;
      return CertificateState.EXPIRED;
    }
    if (complaint.isPresent()) {
      return CertificateState.ACTION_REQUIRED;
    }
    var days = draft.daysLeft;
    if (days.isPresent()) {
      var validity = draft.issue.validityDays();
      if (draft.origin.isRenewedByAcm()) {
        if (days.getAsInt() <= rules.overdueDays(validity)) {
          return CertificateState.RENEWAL_OVERDUE;
        }
      } else if (days.getAsInt() <= rules.leadDays(draft.origin, validity)) {
        return CertificateState.APPROACHING;
      }
    }
    return isFailing(draft) ? CertificateState.APPROACHING : inOrder(draft.issue);
  }

  /** The end of validity is not part of it. */
  private static boolean isOver(Draft draft) {
    return draft.issue.expiry().filter(end -> !draft.at.isBefore(end)).isPresent();
  }

  /** A deletion is the last word, but for what was under way when it was said. */
  private static boolean isDeleted(KnownCertificate certificate) {
    var deletion = certificate.latest(CertificateEventType.DELETED).map(CertificateEvent::time);
    return deletion.isPresent()
        && certificate.latest().stream()
            .noneMatch(event -> event.time().isAfter(deletion.get().plus(DAY)));
  }

  /** By an event of the present issue, or by the last configuration item. */
  private static boolean isSaid(Draft draft, String status, CertificateEventType type) {
    return Stream.concat(
            draft.certificate.latest(type).stream(),
            draft.certificate.latest(CertificateEventType.CONFIGURATION).stream()
                .filter(item -> item.status().equals(status)))
        .filter(draft.issue::concerns)
        .anyMatch(word -> !draft.issue.beganAfter(word));
  }

  /** Whether all that is known is that a control looked at the days and found too few. */
  private static boolean isFailing(Draft draft) {
    return draft.daysLeft.isEmpty()
        && draft
            .certificate
            .latest(CertificateEventType.RENEWAL_CONTROL)
            .filter(control -> control.status().equals("FAILED"))
            .filter(draft.issue::concerns)
            .isPresent();
  }

  private static CertificateState inOrder(Issue issue) {
    switch (issue.beginning()) {
      case RENEWED:
      case UNHEARD:
        return CertificateState.RENEWED;
      case REIMPORTED:
        return CertificateState.REIMPORTED;
      case ROTATED:
        return CertificateState.ROTATED;
      case UNKNOWN:
        return issue.expiry().isPresent() ? CertificateState.AVAILABLE : CertificateState.UNKNOWN;
      default:
        return CertificateState.AVAILABLE;
    }
  }

  private boolean needsSomebody(Draft draft) {
    switch (draft.state) {
      case APPROACHING:
      case ACTION_REQUIRED:
      case RENEWAL_OVERDUE:
      case EXPIRED:
      case REVOKED:
        return !isUnused(draft) || !rules.isUnusedQuiet();
      default:
        return false;
    }
  }

  /** A copy that was exported is used where nobody sees it. */
  private static boolean isUnused(Draft draft) {
    return draft.inUse == Known.NO && draft.exported != Known.YES;
  }

  private CertificateAlert alert(Draft draft, Optional<CertificateEvent> complaint) {
    var causes = causes(draft, complaint);
    var byDays = severityByDays(draft);
    var shifts = shifts(draft, causes);
    int moved = shifts.values().stream().mapToInt(Integer::intValue).sum();
    var step =
        draft.state == CertificateState.REVOKED || draft.daysLeft.isEmpty()
            ? OptionalInt.empty()
            : rules.stepAt(draft.daysLeft.getAsInt());
    return new CertificateAlert(
        title(draft, causes.get(0)), shifted(byDays, moved), byDays, shifts, step, causes);
  }

  private Severity severityByDays(Draft draft) {
    switch (draft.state) {
      case REVOKED:
        return rules.severityOfRevoked();
      case EXPIRED:
        return rules.severityOfExpired();
      default:
        return draft.daysLeft.isPresent()
            ? rules.severityAt(draft.daysLeft.getAsInt())
            : rules.severityAt(rules.steps().get(0));
    }
  }

  private SortedMap<Shift, Integer> shifts(Draft draft, List<Cause> causes) {
    var shifts = new TreeMap<Shift, Integer>();
    var applying =
        Map.of(
            Shift.INTERNET, draft.internet == Known.YES,
            Shift.UNUSED, isUnused(draft),
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

  private List<Cause> causes(Draft draft, Optional<CertificateEvent> complaint) {
    List<Cause> causes = new ArrayList<>();
    switch (draft.state) {
      case REVOKED:
        causes.add(Cause.REVOKED);
        break;
      case EXPIRED:
        causes.addAll(ofExpired(draft.origin));
        reason(draft, complaint).ifPresent(causes::add);
        break;
      case ACTION_REQUIRED:
        causes.add(reason(draft, complaint).orElse(Cause.OTHER));
        break;
      case RENEWAL_OVERDUE:
        causes.add(Cause.RENEWAL_DID_NOT_COME);
        break;
      default:
        causes.add(byOrigin(draft.origin));
    }
    boolean waits =
        draft.state == CertificateState.RENEWAL_OVERDUE
            || causes.contains(Cause.PENDING_DOMAIN_VALIDATION);
    if (waits) {
      Cause.ofValidation(draft.certificate.text(CertificateField.VALIDATION_METHOD))
          .ifPresent(causes::add);
    }
    if (draft.exported == Known.YES) {
      causes.add(Cause.EXPORTED_COPIES);
    } else if (draft.origin == Origin.PRIVATE && draft.inUse != Known.YES) {
      causes.add(Cause.PRIVATE_COPIES);
    }
    if (draft.state != CertificateState.REVOKED && !draft.confirmed) {
      if (draft.silentSince.isPresent()) {
        causes.add(Cause.WENT_SILENT);
      } else if (isMissed(draft)) {
        causes.add(Cause.NOT_CONFIRMED);
      }
    }
    draft
        .certificate
        .latest(CertificateEventType.KEY_CONTROL)
        .filter(control -> control.status().equals("FAILED"))
        .ifPresent(control -> causes.add(Cause.WEAK_KEY));
    return causes;
  }

  /** Only what was imported can be imported again; whose it is to renew the rest is said, too. */
  private static List<Cause> ofExpired(Origin origin) {
    if (origin == Origin.IMPORTED) {
      return List.of(Cause.EXPIRED_IMPORTED);
    }
    return origin.isRenewedByAcm()
        ? List.of(Cause.EXPIRED)
        : List.of(Cause.EXPIRED, byOrigin(origin));
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

  /** The reason of the complaint; where it has none, that of ACM's own event. */
  private static Optional<Cause> reason(Draft draft, Optional<CertificateEvent> complaint) {
    return complaint.map(
        word -> {
          if (!word.renewalStatusReason().isEmpty()) {
            return Cause.ofReason(word.renewalStatusReason());
          }
          if (word.renewalStatus().equals("PENDING_VALIDATION")) {
            return Cause.PENDING_DOMAIN_VALIDATION;
          }
          return draft
              .certificate
              .latest(CertificateEventType.RENEWAL_ACTION_REQUIRED)
              .filter(draft.issue::concerns)
              .map(event -> Cause.ofReason(event.renewalStatusReason()))
              .orElse(Cause.OTHER);
        });
  }

  /**
   * Whether ACM's word that it has expired should be there by now; of imported ones it has none.
   */
  private boolean isMissed(Draft draft) {
    return draft.state == CertificateState.EXPIRED
        && draft.origin.isRenewedByAcm()
        && draft
            .issue
            .expiry()
            .filter(end -> !draft.at.isBefore(end.plus(rules.late())))
            .isPresent();
  }

  private static String title(Draft draft, Cause cause) {
    var subject = draft.origin.noun() + " for " + draft.certificate.name();
    switch (draft.state) {
      case REVOKED:
        return subject + " has been revoked";
      case EXPIRED:
        return subject
            + " has expired"
            + draft.issue.expiry().map(at -> " on " + DATE.format(at)).orElse("");
      case ACTION_REQUIRED:
        return subject + " cannot be renewed: " + cause.words() + "; " + ends(draft);
      case RENEWAL_OVERDUE:
        return subject + " has not been renewed and " + ends(draft);
      default:
        return subject + " " + ends(draft);
    }
  }

  private static String ends(Draft draft) {
    if (draft.daysLeft.isEmpty()) {
      return "expires soon";
    }
    int days = draft.daysLeft.getAsInt();
    return "expires in " + days + (days == 1 ? " day" : " days");
  }

  /** When the clock alone makes a difference next. */
  private Optional<Instant> nextChange(Draft draft) {
    var times = new ArrayList<Instant>();
    var validity = draft.issue.validityDays();
    draft
        .issue
        .expiry()
        .ifPresent(
            end -> {
              times.add(end);
              times.add(end.plus(rules.late()));
              rules.steps().forEach(step -> times.add(before(end, step)));
              times.add(
                  before(
                      end,
                      draft.origin.isRenewedByAcm()
                          ? rules.overdueDays(validity)
                          : rules.leadDays(draft.origin, validity)));
            });
    lastDaily(draft).ifPresent(last -> times.add(last.plus(rules.silence())));
    times.add(draft.forgottenAt);
    return times.stream().filter(time -> time.isAfter(draft.at)).min(Comparator.naturalOrder());
  }

  private static Instant before(Instant end, int days) {
    return end.minus(Duration.ofDays(days));
  }

  private Instant forgottenAt(Draft draft) {
    var heard = draft.certificate.lastHeard().orElse(Instant.EPOCH);
    if (draft.state == CertificateState.DELETED) {
      return heard.plus(rules.forgetDeleted());
    }
    var end = draft.issue.expiry().filter(expiry -> expiry.isAfter(heard)).orElse(heard);
    return end.plus(rules.forgetHeard());
  }
}
