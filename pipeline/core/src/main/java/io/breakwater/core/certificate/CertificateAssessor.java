// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.certificate.CertificateStanding.Draft;
import io.breakwater.core.signal.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What is known of a certificate and the time, and what they amount to: a pure function of the two.
 */
public final class CertificateAssessor {
  private static final Duration DAY = Duration.ofDays(1);

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
    draft.issue.expiry().ifPresent(end -> count(draft, Duration.between(at, end)));
    draft.exported = Known.ofText(certificate.text(CertificateField.EXPORTED));
    draft.inUse = inUse(certificate);
    draft.internet = internet(certificate);
    draft.silentSince = silentSince(draft);
    var complaint = Complaint.about(certificate, draft.issue);
    draft.state = state(draft, complaint.isPresent());
    if (needsSomebody(draft)) {
      draft.alert = Optional.of(AlertOf.standing(draft, complaint, rules));
    }
    draft.forgottenAt = forgottenAt(draft);
    draft.nextChange = nextChange(draft);
    return new CertificateStanding(draft);
  }

  /**
   * People count whole days that are left, as ACM does in its events; a threshold of so many days
   * is reached when no more than that is left, to the second.
   */
  private static void count(Draft draft, Duration left) {
    draft.daysLeft = OptionalInt.of((int) Math.floorDiv(left.toSeconds(), DAY.toSeconds()));
    draft.within = OptionalInt.of((int) -Math.floorDiv(-left.toSeconds(), DAY.toSeconds()));
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

  /**
   * When the next daily event should have come, where one of the present issue came once. After the
   * one that counts one day left nobody states whether there is another.
   */
  private Optional<Instant> silentSince(Draft draft) {
    return lastDaily(draft)
        .filter(last -> last.daysToExpiry().orElse(Integer.MAX_VALUE) > 1)
        .map(CertificateEvent::time)
        .filter(last -> !draft.at.isBefore(last.plus(rules.silence())))
        .filter(
            last -> draft.issue.expiry().filter(end -> last.plus(DAY).isBefore(end)).isPresent())
        .map(last -> last.plus(DAY));
  }

  private static Optional<CertificateEvent> lastDaily(Draft draft) {
    return draft
        .certificate
        .latest(CertificateEventType.APPROACHING_EXPIRATION)
        .filter(draft.issue::concerns);
  }

  private CertificateState state(Draft draft, boolean complaint) {
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
    if (complaint) {
      return CertificateState.ACTION_REQUIRED;
    }
    if (draft.within.isPresent() && draft.within.getAsInt() <= threshold(draft)) {
      return draft.origin.isRenewedByAcm()
          ? CertificateState.RENEWAL_OVERDUE
          : CertificateState.APPROACHING;
    }
    return isFailing(draft) ? CertificateState.APPROACHING : inOrder(draft.issue);
  }

  /** From how many days left on it needs somebody by the clock alone. */
  private int threshold(Draft draft) {
    var validity = draft.issue.validityDays();
    return draft.origin.isRenewedByAcm()
        ? rules.overdueDays(validity)
        : rules.leadDays(draft.origin, validity);
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
        return !draft.isUnused() || !rules.isUnusedQuiet();
      default:
        return false;
    }
  }

  /** When the clock alone makes a difference next. */
  private Optional<Instant> nextChange(Draft draft) {
    var times = new ArrayList<Instant>();
    draft
        .issue
        .expiry()
        .ifPresent(
            end -> {
              times.add(end.plus(rules.late()));
              rules.steps().forEach(step -> times.add(before(end, step)));
              times.add(before(end, threshold(draft)));
            });
    lastDaily(draft).ifPresent(last -> times.add(last.time().plus(rules.silence())));
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
