// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.hash.Sha256;
import io.breakwater.core.signal.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Where a certificate stands at an instant, and whether somebody has to be told. */
public final class CertificateStanding {
  /** Users that an alert names; all of them count. */
  public static final int MAX_NAMED = 25;

  private final KnownCertificate certificate;
  private final Instant at;
  private final CertificateState state;
  private final Origin origin;
  private final Issue issue;
  private final OptionalInt daysLeft;
  private final Known inUse;
  private final Known exported;
  private final Known internet;
  private final Optional<Instant> silentSince;
  private final boolean confirmed;
  private final Optional<CertificateAlert> alert;
  private final Instant forgottenAt;
  private final Optional<Instant> nextChange;

  CertificateStanding(Draft draft) {
    this.certificate = draft.certificate;
    this.at = draft.at;
    this.state = draft.state;
    this.origin = draft.origin;
    this.issue = draft.issue;
    this.daysLeft = draft.daysLeft;
    this.inUse = draft.inUse;
    this.exported = draft.exported;
    this.internet = draft.internet;
    this.silentSince = draft.silentSince;
    this.confirmed = draft.confirmed;
    this.alert = draft.alert;
    this.forgottenAt = draft.forgottenAt;
    this.nextChange = draft.nextChange;
  }

  public KnownCertificate certificate() {
    return certificate;
  }

  /** The instant as of which all this is so. */
  public Instant at() {
    return at;
  }

  public CertificateState state() {
    return state;
  }

  public Origin origin() {
    return origin;
  }

  public Issue issue() {
    return issue;
  }

  /**
   * Whole days that are left, as ACM counts them: 0 on the last day, below that once it is over;
   * empty when nobody said when it ends.
   */
  public OptionalInt daysLeft() {
    return daysLeft;
  }

  /** Whether a service of AWS uses it. */
  public Known inUse() {
    return inUse;
  }

  public Known exported() {
    return exported;
  }

  /** Whether something presents it on the internet. */
  public Known internet() {
    return internet;
  }

  /** When its daily events should have gone on and did not; empty while they come. */
  public Optional<Instant> silentSince() {
    return silentSince;
  }

  /** Whether somebody said that it is over; otherwise only the clock does. */
  public boolean isConfirmed() {
    return confirmed;
  }

  /** Empty when nobody has to act. */
  public Optional<CertificateAlert> alert() {
    return alert;
  }

  /** Whether all of it is so long ago that it is not to be remembered. */
  public boolean isForgotten() {
    return !at.isBefore(forgottenAt);
  }

  /** When the clock alone makes a difference next; empty when it makes none any more. */
  public Optional<Instant> nextChange() {
    return nextChange;
  }

  /**
   * All that is material of an alert: two of the same are one to a reader. Days that pass between
   * two steps are not.
   *
   * @throws java.util.NoSuchElementException when there is no alert
   */
  public String fingerprint() {
    var told = alert.orElseThrow();
    List<String> parts = new ArrayList<>();
    parts.add(state.key());
    parts.add(origin.key());
    parts.add(certificate.name());
    parts.add(told.severity().label());
    parts.add(told.step().isPresent() ? Integer.toString(told.step().getAsInt()) : "");
    parts.add(told.causes().toString());
    parts.add(issue.isExact() ? issue.expiry().map(Instant::toString).orElse("") : "");
    parts.add(inUse + " " + exported + " " + internet);
    parts.add(certificate.usedBy().size() + (certificate.usesCut() ? "+" : ""));
    parts.add(
        named().stream()
            .map(use -> use.user() + " " + use.internet() + " " + use.owner())
            .collect(Collectors.joining(",")));
    certificate.labels().addTo(parts);
    return Sha256.identity(parts.toArray(String[]::new));
  }

  /** What uses it: those on the internet first, at most {@value #MAX_NAMED}. */
  public List<CertificateUse> named() {
    return certificate.usedBy().values().stream()
        .sorted(CertificateStanding::exposedFirst)
        .limit(MAX_NAMED)
        .collect(Collectors.toList());
  }

  private static int exposedFirst(CertificateUse one, CertificateUse other) {
    int order = Boolean.compare(one.internet() != Known.YES, other.internet() != Known.YES);
    return order == 0 ? one.user().arn().compareTo(other.user().arn()) : order;
  }

  @Override
  public String toString() {
    return state + " " + certificate.arn() + alert.map(told -> ": " + told).orElse("");
  }

  /** What is found out, before it becomes a standing. */
  static final class Draft {
    KnownCertificate certificate;
    Instant at;
    CertificateState state = CertificateState.UNKNOWN;
    Origin origin;
    Issue issue;
    OptionalInt daysLeft = OptionalInt.empty();

    /** Within how many days its end lies, 0 for one that has come. */
    OptionalInt within = OptionalInt.empty();

    Known inUse = Known.UNKNOWN;
    Known exported = Known.UNKNOWN;
    Known internet = Known.UNKNOWN;
    Optional<Instant> silentSince = Optional.empty();
    boolean confirmed;
    Optional<CertificateAlert> alert = Optional.empty();
    Instant forgottenAt = Instant.MAX;
    Optional<Instant> nextChange = Optional.empty();

    /** A copy that was exported is used where nobody sees it. */
    boolean isUnused() {
      return inUse == Known.NO && exported != Known.YES;
    }
  }
}
