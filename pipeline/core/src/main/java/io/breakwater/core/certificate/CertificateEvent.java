// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Known;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One ACM event about one certificate: whatever its detail says, in ACM's words.
 *
 * <p>Certificate ARN, type of event and time are always there; the rest differs by event and by the
 * year it was sent.
 */
public final class CertificateEvent {
  private final Arn arn;
  private final CertificateEventType type;
  private final String account;
  private final String region;
  private final Instant time;
  private final String commonName;
  private final String alternativeName;
  private final String certificateType;
  private final String action;
  private final String validationMethod;
  private final String renewalStatusReason;
  private final String revocationReason;
  private final String serial;
  private final String keyPairOrigin;
  private final String acmeAccount;
  private final String acmeEndpoint;
  private final OptionalInt daysToExpiry;
  private final OptionalInt validityDays;
  private final Known inUse;
  private final Known exported;
  private final Known exportable;
  private final Instant createdAt;
  private final Instant expiresAt;
  private final Instant revokedAt;

  private CertificateEvent(Builder builder) {
    this.arn = Objects.requireNonNull(builder.arn, "a certificate event needs an ARN");
    this.type = Objects.requireNonNull(builder.type, "a certificate event needs a type");
    this.account = builder.account;
    this.region = builder.region;
    this.time = Objects.requireNonNull(builder.time, "a certificate event needs a time");
    this.commonName = builder.commonName;
    this.alternativeName = builder.alternativeName;
    this.certificateType = builder.certificateType;
    this.action = builder.action;
    this.validationMethod = builder.validationMethod;
    this.renewalStatusReason = builder.renewalStatusReason;
    this.revocationReason = builder.revocationReason;
    this.serial = builder.serial;
    this.keyPairOrigin = builder.keyPairOrigin;
    this.acmeAccount = builder.acmeAccount;
    this.acmeEndpoint = builder.acmeEndpoint;
    this.daysToExpiry = builder.daysToExpiry;
    this.validityDays = builder.validityDays;
    this.inUse = builder.inUse;
    this.exported = builder.exported;
    this.exportable = builder.exportable;
    this.createdAt = builder.createdAt;
    this.expiresAt = builder.expiresAt;
    this.revokedAt = builder.revokedAt;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Arn arn() {
    return arn;
  }

  public CertificateEventType type() {
    return type;
  }

  public String account() {
    return account;
  }

  public String region() {
    return region;
  }

  /** EventBridge's time, which orders the events of a certificate. */
  public Instant time() {
    return time;
  }

  /** May be empty: not every event carries it. */
  public String commonName() {
    return commonName;
  }

  /** The first of the subject's alternative names; may be empty. */
  public String alternativeName() {
    return alternativeName;
  }

  /** {@code AMAZON_ISSUED}, {@code PRIVATE} or {@code IMPORTED}; may be empty. */
  public String certificateType() {
    return certificateType;
  }

  /**
   * Why it is available: {@code ISSUANCE}, {@code RENEWAL}, {@code IMPORT} or {@code REIMPORT};
   * empty on other events.
   */
  public String action() {
    return action;
  }

  /** How the domain is validated: {@code DNS}, {@code EMAIL} or {@code HTTP}; may be empty. */
  public String validationMethod() {
    return validationMethod;
  }

  /** What keeps the renewal waiting, such as {@code PENDING_DOMAIN_VALIDATION}; may be empty. */
  public String renewalStatusReason() {
    return renewalStatusReason;
  }

  /** Such as {@code KEY_COMPROMISE}; may be empty. */
  public String revocationReason() {
    return revocationReason;
  }

  /** May be empty. */
  public String serial() {
    return serial;
  }

  /** {@code AWS_MANAGED}, {@code ACME} or {@code CUSTOMER_PROVIDED}; may be empty. */
  public String keyPairOrigin() {
    return keyPairOrigin;
  }

  /** The ACME account that asked for it; may be empty. */
  public String acmeAccount() {
    return acmeAccount;
  }

  /** ARN of the ACME endpoint that issued it; may be empty. */
  public String acmeEndpoint() {
    return acmeEndpoint;
  }

  /** As the event counts them; empty when it does not say. */
  public OptionalInt daysToExpiry() {
    return daysToExpiry;
  }

  /** How many days it is valid from issue to expiry; empty when the event does not say. */
  public OptionalInt validityDays() {
    return validityDays;
  }

  /** Whether a service of AWS uses it. */
  public Known inUse() {
    return inUse;
  }

  /** Whether it was exported. */
  public Known exported() {
    return exported;
  }

  /** Whether it may be exported. */
  public Known exportable() {
    return exportable;
  }

  /** When it was created. */
  public Optional<Instant> createdAt() {
    return Optional.ofNullable(createdAt);
  }

  /** When it expires or expired. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** When it was revoked. */
  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }

  @Override
  public String toString() {
    return type + " " + arn;
  }

  /** Collects what an event says, in any order. */
  public static final class Builder {
    private Arn arn;
    private CertificateEventType type;
    private String account = "";
    private String region = "";
    private Instant time;
    private String commonName = "";
    private String alternativeName = "";
    private String certificateType = "";
    private String action = "";
    private String validationMethod = "";
    private String renewalStatusReason = "";
    private String revocationReason = "";
    private String serial = "";
    private String keyPairOrigin = "";
    private String acmeAccount = "";
    private String acmeEndpoint = "";
    private OptionalInt daysToExpiry = OptionalInt.empty();
    private OptionalInt validityDays = OptionalInt.empty();
    private Known inUse = Known.UNKNOWN;
    private Known exported = Known.UNKNOWN;
    private Known exportable = Known.UNKNOWN;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant revokedAt;

    private Builder() {}

    public Builder arn(Arn value) {
      arn = value;
      return this;
    }

    public Builder type(CertificateEventType value) {
      type = value;
      return this;
    }

    public Builder account(String value) {
      account = value;
      return this;
    }

    public Builder region(String value) {
      region = value;
      return this;
    }

    public Builder time(Instant value) {
      time = value;
      return this;
    }

    public Builder commonName(String value) {
      commonName = value;
      return this;
    }

    public Builder alternativeName(String value) {
      alternativeName = value;
      return this;
    }

    public Builder certificateType(String value) {
      certificateType = value;
      return this;
    }

    public Builder action(String value) {
      action = value;
      return this;
    }

    public Builder validationMethod(String value) {
      validationMethod = value;
      return this;
    }

    public Builder renewalStatusReason(String value) {
      renewalStatusReason = value;
      return this;
    }

    public Builder revocationReason(String value) {
      revocationReason = value;
      return this;
    }

    public Builder serial(String value) {
      serial = value;
      return this;
    }

    public Builder keyPairOrigin(String value) {
      keyPairOrigin = value;
      return this;
    }

    public Builder acmeAccount(String value) {
      acmeAccount = value;
      return this;
    }

    public Builder acmeEndpoint(String value) {
      acmeEndpoint = value;
      return this;
    }

    public Builder daysToExpiry(int value) {
      daysToExpiry = OptionalInt.of(value);
      return this;
    }

    public Builder validityDays(int value) {
      validityDays = OptionalInt.of(value);
      return this;
    }

    public Builder inUse(Known value) {
      inUse = value;
      return this;
    }

    public Builder exported(Known value) {
      exported = value;
      return this;
    }

    public Builder exportable(Known value) {
      exportable = value;
      return this;
    }

    public Builder createdAt(Instant value) {
      createdAt = value;
      return this;
    }

    public Builder expiresAt(Instant value) {
      expiresAt = value;
      return this;
    }

    public Builder revokedAt(Instant value) {
      revokedAt = value;
      return this;
    }

    /**
     * The event, complete.
     *
     * @throws NullPointerException when ARN, type or time is missing
     */
    public CertificateEvent build() {
      return new CertificateEvent(this);
    }
  }
}
