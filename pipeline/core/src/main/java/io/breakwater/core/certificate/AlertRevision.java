// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.finding.Activity;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** One version of an alert, as readers get to see it. */
public final class AlertRevision {
  private final Activity activity;
  private final AnnouncedAlert announced;
  private final CertificateStanding standing;
  private final AlertClosing closing;
  private final Instant time;
  private final boolean replayed;

  private AlertRevision(
      Activity activity,
      AnnouncedAlert announced,
      CertificateStanding standing,
      AlertClosing closing,
      boolean replayed) {
    this.activity = Objects.requireNonNull(activity);
    this.announced = Objects.requireNonNull(announced);
    this.standing = Objects.requireNonNull(standing);
    this.closing = closing;
    this.time = standing.at();
    this.replayed = replayed;
  }

  static AlertRevision create(
      AnnouncedAlert announced, CertificateStanding standing, boolean replayed) {
    return new AlertRevision(Activity.CREATE, announced, standing, null, replayed);
  }

  static AlertRevision update(
      AnnouncedAlert announced, CertificateStanding standing, boolean replayed) {
    return new AlertRevision(Activity.UPDATE, announced, standing, null, replayed);
  }

  static AlertRevision close(
      AnnouncedAlert announced, CertificateStanding standing, AlertClosing why, boolean replayed) {
    return new AlertRevision(
        Activity.CLOSE, announced, standing, Objects.requireNonNull(why), replayed);
  }

  /** The same for a certificate for ever, whoever computes it. */
  public static String uidOf(Arn certificate) {
    return Sha256.identity("certificate-alert", certificate.toString());
  }

  public Activity activity() {
    return activity;
  }

  public Resource certificate() {
    var arn = standing.certificate().arn();
    return Resource.of(arn, ResourceType.CERTIFICATE, arn.account(), arn.region());
  }

  public String alertUid() {
    return uidOf(standing.certificate().arn());
  }

  /**
   * A pure function of the alert and its material content, so that a reader who sees a revision
   * twice after a recovery can tell.
   */
  public String uid() {
    var episode = Integer.toString(announced.episode());
    return activity == Activity.CLOSE
        ? Sha256.identity(alertUid(), episode, closing.code(), announced.fingerprint())
        : Sha256.identity(alertUid(), episode, announced.fingerprint());
  }

  /** What is announced; for a close, what was. */
  public AnnouncedAlert announced() {
    return announced;
  }

  /** Where the certificate stands now. */
  public CertificateStanding standing() {
    return standing;
  }

  /** Why it is closed; empty unless it is. */
  public Optional<AlertClosing> closing() {
    return Optional.ofNullable(closing);
  }

  /** Event time of the word or of the hour that led to it. */
  public Instant time() {
    return time;
  }

  /** Whether it comes from replayed events: nothing that reaches people may act on it. */
  public boolean replayed() {
    return replayed;
  }

  @Override
  public String toString() {
    return activity + " " + announced + " (" + standing.certificate().arn() + ")";
  }
}
