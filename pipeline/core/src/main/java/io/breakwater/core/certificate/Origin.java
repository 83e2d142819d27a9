// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import java.util.Locale;

/** Where a certificate comes from: it decides who renews it, and what ACM tells of it. */
public enum Origin {
  /** Issued by Amazon for a public name; ACM renews it. */
  PUBLIC("Public certificate"),
  /** Issued by a private authority; ACM renews it where it has the permission. */
  PRIVATE("Private certificate"),
  /** Managed by ACM; nobody said whether it is public. */
  MANAGED("Certificate"),
  /** Issued elsewhere: ACM neither renews it nor says that it has expired. */
  IMPORTED("Imported certificate"),
  /** Issued to an ACME client, which renews it. */
  ACME("ACME certificate"),
  UNKNOWN("Certificate");

  private final String noun;

  Origin(String noun) {
    this.noun = noun;
  }

  static Origin of(KnownCertificate certificate) {
    var keyPair = certificate.text(CertificateField.KEY_PAIR_ORIGIN);
    if (keyPair.equals("ACME")) {
      return ACME;
    }
    switch (certificate.text(CertificateField.CERTIFICATE_TYPE)) {
      case "AMAZON_ISSUED":
        return PUBLIC;
      case "PRIVATE":
        return PRIVATE;
      case "IMPORTED":
        return IMPORTED;
      default:
        break;
    }
    switch (keyPair) {
      case "AWS_MANAGED":
        return MANAGED;
      case "CUSTOMER_PROVIDED":
        return IMPORTED;
      default:
        return UNKNOWN;
    }
  }

  public boolean isRenewedByAcm() {
    return this == PUBLIC || this == PRIVATE || this == MANAGED;
  }

  /** How a sentence about it begins. */
  public String noun() {
    return noun;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
