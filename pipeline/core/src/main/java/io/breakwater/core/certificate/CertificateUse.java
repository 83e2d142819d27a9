// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Known;
import java.time.Instant;
import java.util.Objects;

/** That a resource presents a certificate from now on, or does not any more. */
public final class CertificateUse {
  private final Arn certificate;
  private final Resource user;
  private final Known internet;
  private final String owner;
  private final boolean holds;
  private final Instant at;
  private final boolean replayed;

  /**
   * @param internet whether the user is reached from the internet
   * @param owner by the tags of the user; may be empty
   * @param at event time of the change
   */
  public CertificateUse(
      Arn certificate,
      Resource user,
      Known internet,
      String owner,
      boolean holds,
      Instant at,
      boolean replayed) {
    this.certificate = Objects.requireNonNull(certificate);
    this.user = Objects.requireNonNull(user);
    this.internet = Objects.requireNonNull(internet);
    this.owner = Objects.requireNonNull(owner);
    this.holds = holds;
    this.at = Objects.requireNonNull(at);
    this.replayed = replayed;
  }

  public Arn certificate() {
    return certificate;
  }

  public Resource user() {
    return user;
  }

  public Known internet() {
    return internet;
  }

  public String owner() {
    return owner;
  }

  public boolean holds() {
    return holds;
  }

  public Instant at() {
    return at;
  }

  public boolean replayed() {
    return replayed;
  }

  /** That it does not hold any more. */
  CertificateUse ended() {
    return new CertificateUse(certificate, user, internet, owner, false, at, replayed);
  }

  /** Whether it says the same of the user, whenever it does. */
  boolean saysTheSameAs(CertificateUse other) {
    return holds == other.holds
        && user.equals(other.user)
        && internet == other.internet
        && owner.equals(other.owner);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof CertificateUse)) {
      return false;
    }
    var that = (CertificateUse) other;
    return saysTheSameAs(that)
        && certificate.equals(that.certificate)
        && at.equals(that.at)
        && replayed == that.replayed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(certificate, user, at);
  }

  @Override
  public String toString() {
    return user + (holds ? " presents " : " does not present ") + certificate;
  }
}
