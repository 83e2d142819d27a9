// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A certificate of ACM as it is now: renewed or imported anew it is another one under the same ARN.
 *
 * @param tags the name among them is the domain
 * @param validation how ACM makes sure of the domain: {@code DNS}, {@code EMAIL} or {@code HTTP};
 *     empty where it need not
 * @param validityDays from issue to expiry; 198 for public ones since February 2026
 * @param usedBy ARNs of the resources that use it
 * @param exported whether there are copies of it outside of AWS
 */
public record Certificate(
    Place place,
    String id,
    Tags tags,
    Kind kind,
    String validation,
    int validityDays,
    Instant issued,
    List<String> usedBy,
    boolean exported)
    implements Resource {

  /** Who issued it, and so who renews it. */
  public enum Kind {
    PUBLIC("AMAZON_ISSUED", "AWS_MANAGED"),
    PRIVATE("PRIVATE", "AWS_MANAGED"),
    /** Issued elsewhere: ACM neither renews it nor says when it expired. */
    IMPORTED("IMPORTED", "CUSTOMER_PROVIDED"),
    /** Issued to an ACME client, which renews it. */
    ACME("AMAZON_ISSUED", "ACME");

    private final String type;
    private final String keyPairOrigin;

    Kind(String type, String keyPairOrigin) {
      this.type = type;
      this.keyPairOrigin = keyPairOrigin;
    }

    /** ACM's word for it. */
    public String type() {
      return type;
    }

    public String keyPairOrigin() {
      return keyPairOrigin;
    }
  }

  public Certificate {
    usedBy = List.copyOf(usedBy);
  }

  public String domain() {
    return tags.name();
  }

  public Instant expires() {
    return issued.plus(Duration.ofDays(validityDays));
  }

  public boolean isInUse() {
    return !usedBy.isEmpty();
  }

  /** The same certificate, issued at another time. */
  public Certificate issuedAt(Instant time) {
    return new Certificate(place, id, tags, kind, validation, validityDays, time, usedBy, exported);
  }

  /** The same certificate, its domain made sure of in another way. */
  public Certificate validatedBy(String method) {
    return new Certificate(place, id, tags, kind, method, validityDays, issued, usedBy, exported);
  }

  /** The same certificate in use by this. */
  public Certificate usedBy(Resource user) {
    return new Certificate(
        place, id, tags, kind, validation, validityDays, issued, List.of(user.arn()), exported);
  }

  /** The same certificate with copies of it outside of AWS, and nothing in AWS that uses it. */
  public Certificate asExported() {
    return new Certificate(
        place, id, tags, kind, validation, validityDays, issued, List.of(), true);
  }

  /** The same certificate, and nothing that uses it. */
  public Certificate unused() {
    return new Certificate(
        place, id, tags, kind, validation, validityDays, issued, List.of(), false);
  }

  @Override
  public String arn() {
    return place.arn("acm", "certificate/" + id);
  }

  @Override
  public String type() {
    return "AWS::ACM::Certificate";
  }

  @Override
  public String configId() {
    return arn();
  }
}
