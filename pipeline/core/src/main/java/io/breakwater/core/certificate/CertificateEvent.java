// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.resource.Arn;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;

/** One ACM event about one certificate. */
public final class CertificateEvent {
  private final Arn arn;
  private final CertificateEventType type;
  private final String commonName;
  private final int daysToExpiry;
  private final String account;
  private final String region;
  private final Instant time;

  /**
   * @param commonName may be empty
   * @param daysToExpiry negative when the event does not say
   */
  public CertificateEvent(
      Arn arn,
      CertificateEventType type,
      String commonName,
      int daysToExpiry,
      String account,
      String region,
      Instant time) {
    this.arn = Objects.requireNonNull(arn);
    this.type = Objects.requireNonNull(type);
    this.commonName = Objects.requireNonNull(commonName);
    this.daysToExpiry = daysToExpiry;
    this.account = Objects.requireNonNull(account);
    this.region = Objects.requireNonNull(region);
    this.time = Objects.requireNonNull(time);
  }

  public Arn arn() {
    return arn;
  }

  public CertificateEventType type() {
    return type;
  }

  public String commonName() {
    return commonName;
  }

  public OptionalInt daysToExpiry() {
    return daysToExpiry < 0 ? OptionalInt.empty() : OptionalInt.of(daysToExpiry);
  }

  public String account() {
    return account;
  }

  public String region() {
    return region;
  }

  public Instant time() {
    return time;
  }

  @Override
  public String toString() {
    return type + " " + arn;
  }
}
