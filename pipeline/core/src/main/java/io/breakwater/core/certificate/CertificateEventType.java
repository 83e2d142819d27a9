// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import java.util.Optional;

/**
 * The events ACM sends, by their EventBridge detail-type.
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
  REVOKED_BY_CA("ACM Certificate Revoked By CA");

  private final String detailType;

  CertificateEventType(String detailType) {
    this.detailType = detailType;
  }

  public String detailType() {
    return detailType;
  }

  public static Optional<CertificateEventType> ofDetailType(String detailType) {
    for (var type : values()) {
      if (type.detailType.equals(detailType)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
