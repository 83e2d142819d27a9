// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why somebody has to act: ACM's reasons why a renewal waits, and what Breakwater found out itself.
 * Each has a remedy in the rules.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/APIReference/API_RenewalSummary.html">ACM's
 *     reasons</a>
 */
public enum Cause {
  CAA_ERROR("a CAA record forbids Amazon to issue it"),
  PENDING_DOMAIN_VALIDATION("the domain is not validated"),
  NO_AVAILABLE_CONTACTS("the domain has no contact to write to"),
  ADDITIONAL_VERIFICATION_REQUIRED("AWS wants to verify more"),
  DOMAIN_NOT_ALLOWED("the domain is on a list of unsafe ones"),
  INVALID_PUBLIC_DOMAIN("the domain is no valid public one"),
  DOMAIN_VALIDATION_DENIED("the domain's owner denied it"),
  PCA_LIMIT_EXCEEDED("the private authority has reached a limit"),
  PCA_INVALID_ARN("the private authority's ARN is not valid"),
  PCA_INVALID_STATE("the private authority is not active"),
  PCA_REQUEST_FAILED("the private authority refused it"),
  PCA_NAME_CONSTRAINTS_VALIDATION("the private authority may not issue this name"),
  PCA_RESOURCE_NOT_FOUND("the private authority is gone"),
  PCA_INVALID_ARGS("the private authority found the request invalid"),
  PCA_INVALID_DURATION("the private authority ends too soon"),
  PCA_ACCESS_DENIED("ACM may not use the private authority"),
  SLR_NOT_FOUND("ACM's service-linked role is missing"),
  /** Any other reason, or none given. */
  OTHER("ACM gives no precise reason"),
  /** Imported: whoever issued it has to issue it again. */
  REIMPORT(""),
  /** The ACME client should have renewed it. */
  ACME_CLIENT(""),
  /** Nobody knows whether ACM renews it. */
  UNKNOWN_ORIGIN(""),
  RENEWAL_DID_NOT_COME(""),
  EXPIRED(""),
  EXPIRED_IMPORTED(""),
  REVOKED(""),
  /** DNS validation: the record that proves the domain. */
  VALIDATE_BY_DNS(""),
  VALIDATE_BY_EMAIL(""),
  VALIDATE_BY_HTTP(""),
  /** Copies outside of AWS do not change by themselves. */
  EXPORTED_COPIES(""),
  /** What trusts a private authority installs its certificates itself. */
  PRIVATE_COPIES(""),
  /** Daily events stopped: it may have been renewed already. */
  WENT_SILENT(""),
  /** Its end passed without ACM's event: it may have been renewed already. */
  NOT_CONFIRMED(""),
  /** The control that looks for short keys failed. */
  WEAK_KEY("");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /** One of ACM's reasons; one that this release does not know is {@link #OTHER}. */
  static Cause ofReason(String reason) {
    return reasons().stream()
        .filter(cause -> cause.name().equals(reason))
        .findFirst()
        .orElse(OTHER);
  }

  /** How its domain is validated; empty for a method that is none of ACM's. */
  static Optional<Cause> ofValidation(String method) {
    switch (method) {
      case "DNS":
        return Optional.of(VALIDATE_BY_DNS);
      case "EMAIL":
        return Optional.of(VALIDATE_BY_EMAIL);
      case "HTTP":
        return Optional.of(VALIDATE_BY_HTTP);
      default:
        return Optional.empty();
    }
  }

  /** Those that ACM gives for a renewal that waits. */
  public static Set<Cause> reasons() {
    return EnumSet.range(CAA_ERROR, OTHER);
  }

  /** A clause that says it; empty for what a title says otherwise. */
  public String words() {
    return words;
  }

  /** Such as {@code pending-domain-validation}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
