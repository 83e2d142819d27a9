// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import java.util.Locale;

/**
 * What may be said of a certificate beside that something happened to it. Constants are stored by
 * their place: new ones go to the end.
 */
public enum CertificateField {
  COMMON_NAME,
  /** The first of the subject's alternative names. */
  ALTERNATIVE_NAME,
  /** {@code AMAZON_ISSUED}, {@code PRIVATE} or {@code IMPORTED}. */
  CERTIFICATE_TYPE,
  /** Why it is available: {@code ISSUANCE}, {@code RENEWAL}, {@code IMPORT} or {@code REIMPORT}. */
  ACTION,
  /** {@code DNS}, {@code EMAIL} or {@code HTTP}. */
  VALIDATION_METHOD,
  /** What keeps the renewal waiting, such as {@code PENDING_DOMAIN_VALIDATION}. */
  RENEWAL_STATUS_REASON,
  /** Such as {@code KEY_COMPROMISE}. */
  REVOCATION_REASON,
  SERIAL,
  /** {@code AWS_MANAGED}, {@code ACME} or {@code CUSTOMER_PROVIDED}. */
  KEY_PAIR_ORIGIN,
  /** The ACME account that asked for it. */
  ACME_ACCOUNT,
  /** ARN of the ACME endpoint that issued it. */
  ACME_ENDPOINT,
  /** Whole days, as the source counts them. */
  DAYS_TO_EXPIRY,
  /** Whole days from issue to expiry. */
  VALIDITY_DAYS,
  /** Whether a service of AWS uses it. */
  IN_USE,
  /** Whether it was exported. */
  EXPORTED,
  /** Whether it may be exported. */
  EXPORTABLE,
  CREATED_AT,
  EXPIRES_AT,
  REVOKED_AT,
  /** ACM's status, such as {@code ISSUED}; of a control, {@code FAILED} or {@code PASSED}. */
  STATUS,
  /** ACM's status of the renewal, such as {@code PENDING_VALIDATION}. */
  RENEWAL_STATUS,
  /** Whether ACM would renew it. */
  RENEWAL_ELIGIBLE,
  /** Who issued it, as its subject line has it. */
  ISSUER,
  /** Who it belongs to, by its tags. */
  OWNER,
  /** What uses it: ARNs with a space between them. */
  USED_BY,
  /** Its tags, as {@link CertificateTags} writes them. */
  TAGS;

  private final String attribute = attributeOf(name());

  /**
   * The signal attribute that a configuration item says it by, such as {@code certificateStatus}.
   */
  public String attribute() {
    return attribute;
  }

  private static String attributeOf(String name) {
    var text = new StringBuilder("certificate");
    for (var word : name.split("_", -1)) {
      text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }
}
