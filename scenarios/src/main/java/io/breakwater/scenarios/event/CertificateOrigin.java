// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import java.util.List;
import java.util.Locale;

/** Where the certificate of a scenario comes from, and what ACM tells of such certificates. */
enum CertificateOrigin {
  PUBLIC("AMAZON_ISSUED", "AWS_MANAGED"),
  PRIVATE("PRIVATE", "AWS_MANAGED"),
  IMPORTED("IMPORTED", "CUSTOMER_PROVIDED"),
  ACME("AMAZON_ISSUED", "ACME"),
  /** No event says. */
  UNKNOWN("", "");

  /** ACM's words for it; empty where it says nothing. */
  final String certificateType;

  final String keyPairOrigin;

  CertificateOrigin(String certificateType, String keyPairOrigin) {
    this.certificateType = certificateType;
    this.keyPairOrigin = keyPairOrigin;
  }

  static CertificateOrigin of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** How such a certificate becomes available. */
  List<String> actions() {
    return switch (this) {
      case PUBLIC, PRIVATE, ACME -> List.of("ISSUANCE", "RENEWAL");
      case IMPORTED -> List.of("IMPORT", "REIMPORT");
      case UNKNOWN -> List.of("ISSUANCE", "RENEWAL", "IMPORT", "REIMPORT");
    };
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
