// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import java.util.Optional;

/**
 * What is told of certificates: ACM's events, by their EventBridge detail-type, and what others say
 * of them. Constants are stored by their place: new ones go to the end.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/supported-events.html">ACM
 *     events</a>
 */
public enum CertificateEventType {
  APPROACHING_EXPIRATION("ACM Certificate Approaching Expiration"),
  EXPIRED("ACM Certificate Expired"),
  AVAILABLE("ACM Certificate Available"),
  RENEWAL_ACTION_REQUIRED("ACM Certificate Renewal Action Required"),
  REVOKED("ACM Certificate Revoked"),
  ROTATED("ACM Certificate Rotated"),
  REVOKED_BY_CA("ACM Certificate Revoked By CA"),
  /** AWS Health says that somebody must act, or that it was renewed. */
  HEALTH("AWS Health Event"),
  /** Security Hub's control ACM.1: whether it was renewed in time. */
  RENEWAL_CONTROL("Security Hub control ACM.1"),
  /** Security Hub's control ACM.2: whether its key is long enough. */
  KEY_CONTROL("Security Hub control ACM.2"),
  /** Its configuration item. */
  CONFIGURATION("Config configuration item"),
  DELETED("Config deletion");

  private final String detailType;

  CertificateEventType(String detailType) {
    this.detailType = detailType;
  }

  /** For ACM's own events, EventBridge's word for it; a name for the others. */
  public String detailType() {
    return detailType;
  }

  /** Whether ACM sends it. */
  public boolean isOfAcm() {
    return compareTo(REVOKED_BY_CA) <= 0;
  }

  /** One of ACM's own events; empty for any other word. */
  public static Optional<CertificateEventType> ofDetailType(String detailType) {
    for (var type : values()) {
      if (type.isOfAcm() && type.detailType.equals(detailType)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
