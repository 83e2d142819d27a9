// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one event tells of one certificate: whatever it says, in ACM's words.
 *
 * <p>Certificate ARN, type of event and time are always there; the rest differs by event and by the
 * year it was sent. Texts that nobody said are empty.
 */
public final class CertificateEvent {
  /** The later word counts; of two of the same time, always the same one. */
  public static final Comparator<CertificateEvent> BY_VERSION =
      Comparator.<CertificateEvent, Instant>comparing(event -> event.time)
          .thenComparing(event -> event.fields.toString());

  private final Arn arn;
  private final CertificateEventType type;
  private final String account;
  private final String region;
  private final Instant time;
  private final boolean replayed;
  private final Map<CertificateField, String> fields;

  private CertificateEvent(Builder builder) {
    this.arn = Objects.requireNonNull(builder.arn, "a certificate event needs an ARN");
    this.type = Objects.requireNonNull(builder.type, "a certificate event needs a type");
    this.account = builder.account;
    this.region = builder.region;
    this.time = Objects.requireNonNull(builder.time, "a certificate event needs a time");
    this.replayed = builder.replayed;
    this.fields = Collections.unmodifiableMap(new EnumMap<>(builder.fields));
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

  /** When it was said: EventBridge's time, or when a finding or item was last updated. */
  public Instant time() {
    return time;
  }

  /** Whether EventBridge replayed it from an archive. */
  public boolean replayed() {
    return replayed;
  }

  /** All that it says. */
  public Map<CertificateField, String> fields() {
    return fields;
  }

  /** Empty when it does not say. */
  public String text(CertificateField field) {
    return fields.getOrDefault(field, "");
  }

  public String commonName() {
    return text(CertificateField.COMMON_NAME);
  }

  public String alternativeName() {
    return text(CertificateField.ALTERNATIVE_NAME);
  }

  public String certificateType() {
    return text(CertificateField.CERTIFICATE_TYPE);
  }

  public String action() {
    return text(CertificateField.ACTION);
  }

  public String validationMethod() {
    return text(CertificateField.VALIDATION_METHOD);
  }

  public String renewalStatusReason() {
    return text(CertificateField.RENEWAL_STATUS_REASON);
  }

  public String revocationReason() {
    return text(CertificateField.REVOCATION_REASON);
  }

  public String serial() {
    return text(CertificateField.SERIAL);
  }

  public String keyPairOrigin() {
    return text(CertificateField.KEY_PAIR_ORIGIN);
  }

  public String acmeAccount() {
    return text(CertificateField.ACME_ACCOUNT);
  }

  public String acmeEndpoint() {
    return text(CertificateField.ACME_ENDPOINT);
  }

  public String status() {
    return text(CertificateField.STATUS);
  }

  public String renewalStatus() {
    return text(CertificateField.RENEWAL_STATUS);
  }

  /** As the event counts them; empty when it does not say. */
  public OptionalInt daysToExpiry() {
    return number(CertificateField.DAYS_TO_EXPIRY);
  }

  /** How many days it is valid from issue to expiry; empty when the event does not say. */
  public OptionalInt validityDays() {
    return number(CertificateField.VALIDITY_DAYS);
  }

  public Known inUse() {
    return Known.ofText(text(CertificateField.IN_USE));
  }

  public Known exported() {
    return Known.ofText(text(CertificateField.EXPORTED));
  }

  public Known exportable() {
    return Known.ofText(text(CertificateField.EXPORTABLE));
  }

  /** When it was created. */
  public Optional<Instant> createdAt() {
    return instant(CertificateField.CREATED_AT);
  }

  /** When it expires or expired, to the second; empty when the event gives no date. */
  public Optional<Instant> expiresAt() {
    return instant(CertificateField.EXPIRES_AT);
  }

  /** When it was revoked. */
  public Optional<Instant> revokedAt() {
    return instant(CertificateField.REVOKED_AT);
  }

  /** When it expires by the days that are left, to the day; empty when it does not count them. */
  public Optional<Instant> expiresAbout() {
    var days = daysToExpiry();
    return days.isPresent()
        ? Optional.of(time.plus(Duration.ofDays(days.getAsInt())))
        : Optional.empty();
  }

  /** ARNs of what uses it. */
  public List<String> usedBy() {
    var text = text(CertificateField.USED_BY);
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  private OptionalInt number(CertificateField field) {
    var text = fields.get(field);
    if (text == null) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private Optional<Instant> instant(CertificateField field) {
    var text = fields.get(field);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof CertificateEvent)) {
      return false;
    }
    var that = (CertificateEvent) other;
    return arn.equals(that.arn)
        && type == that.type
        && account.equals(that.account)
        && region.equals(that.region)
        && time.equals(that.time)
        && replayed == that.replayed
        && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return Objects.hash(arn, type, time);
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
    private boolean replayed;
    private final Map<CertificateField, String> fields = new EnumMap<>(CertificateField.class);

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

    public Builder replayed(boolean value) {
      replayed = value;
      return this;
    }

    /** An empty text says nothing. */
    public Builder with(CertificateField field, String value) {
      if (!value.isEmpty()) {
        fields.put(field, value);
      }
      return this;
    }

    public Builder with(CertificateField field, int value) {
      return with(field, Integer.toString(value));
    }

    public Builder with(CertificateField field, Instant value) {
      return with(field, value.toString());
    }

    /** Nobody said is nothing. */
    public Builder with(CertificateField field, Known value) {
      return value == Known.UNKNOWN ? this : with(field, value.name());
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
