// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import io.breakwater.core.resource.AboutResource;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody decided about an exposure. The form is {@code schemas/records/control-action},
 * which says what belongs to which kind.
 */
public final class Action implements AboutResource {
  /** OCSF's {@code status_id} of what nobody is at yet, and of what somebody is. */
  public static final int NEW = 1;

  public static final int IN_PROGRESS = 2;

  private final Signature signature;
  private final ActionKind kind;
  private final String exposure;
  private final Arn resource;
  private final Severity seen;
  private final int statusId;
  private final Severity severity;
  private final String comment;
  private final String reason;
  private final Instant until;

  private Action(Builder builder) {
    this.signature = builder.signature;
    this.kind = builder.kind;
    this.exposure = builder.exposure;
    this.resource = builder.resource;
    this.seen = builder.seen;
    this.statusId = builder.statusId;
    this.severity = builder.severity;
    this.comment = builder.comment;
    this.reason = builder.reason;
    this.until = builder.until;
  }

  /**
   * An action that says no more than this yet.
   *
   * @param exposure its uid
   * @param resource the primary one of the exposure
   */
  public static Builder of(Signature signature, ActionKind kind, String exposure, Arn resource) {
    return new Builder(signature, kind, exposure, resource);
  }

  public Signature signature() {
    return signature;
  }

  public ActionKind kind() {
    return kind;
  }

  /** The uid of the exposure. */
  public String exposure() {
    return exposure;
  }

  @Override
  public Arn resource() {
    return resource;
  }

  /** How severe the exposure was as whoever decided saw it; empty where nobody said. */
  public Optional<Severity> seen() {
    return Optional.ofNullable(seen);
  }

  /** OCSF's, only of {@link ActionKind#STATUS}. */
  public OptionalInt statusId() {
    return statusId == 0 ? OptionalInt.empty() : OptionalInt.of(statusId);
  }

  /** Only of {@link ActionKind#SEVERITY}. */
  public Optional<Severity> severity() {
    return Optional.ofNullable(severity);
  }

  public Optional<String> comment() {
    return Optional.ofNullable(comment);
  }

  /** Why the exposure is acceptable, only of {@link ActionKind#SUPPRESS}. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** When the suppression ends, only of {@link ActionKind#SUPPRESS}. */
  public Optional<Instant> until() {
    return Optional.ofNullable(until);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Action)) {
      return false;
    }
    var that = (Action) other;
    return signature.equals(that.signature)
        && kind == that.kind
        && exposure.equals(that.exposure)
        && resource.equals(that.resource)
        && seen == that.seen
        && statusId == that.statusId
        && severity == that.severity
        && Objects.equals(comment, that.comment)
        && Objects.equals(reason, that.reason)
        && Objects.equals(until, that.until);
  }

  @Override
  public int hashCode() {
    return Objects.hash(signature, kind);
  }

  @Override
  public String toString() {
    return kind.key() + " " + exposure + " by " + signature;
  }

  /** Adds what the kind of action needs. */
  public static final class Builder {
    private final Signature signature;
    private final ActionKind kind;
    private final String exposure;
    private final Arn resource;
    private Severity seen;
    private int statusId;
    private Severity severity;
    private String comment;
    private String reason;
    private Instant until;

    private Builder(Signature signature, ActionKind kind, String exposure, Arn resource) {
      this.signature = Objects.requireNonNull(signature);
      this.kind = Objects.requireNonNull(kind);
      this.exposure = Objects.requireNonNull(exposure);
      this.resource = Objects.requireNonNull(resource);
    }

    public Builder seen(Severity value) {
      seen = Objects.requireNonNull(value);
      return this;
    }

    public Builder statusId(int value) {
      statusId = value;
      return this;
    }

    public Builder severity(Severity value) {
      severity = Objects.requireNonNull(value);
      return this;
    }

    public Builder comment(String value) {
      comment = Objects.requireNonNull(value);
      return this;
    }

    public Builder reason(String value) {
      reason = Objects.requireNonNull(value);
      return this;
    }

    public Builder until(Instant value) {
      until = Objects.requireNonNull(value);
      return this;
    }

    /**
     * The action.
     *
     * @throws IllegalArgumentException when its kind lacks something, or it has what belongs to
     *     another kind
     */
    public Action build() {
      needs(ActionKind.STATUS, "a status", statusId != 0);
      needs(ActionKind.SEVERITY, "a severity", severity != null);
      needs(ActionKind.SUPPRESS, "a reason", reason != null);
      needs(ActionKind.SUPPRESS, "an end", until != null);
      if (kind == ActionKind.COMMENT && comment == null) {
        throw new IllegalArgumentException("comment needs a comment");
      }
      return new Action(this);
    }

    private void needs(ActionKind owner, String what, boolean isThere) {
      if (isThere != (kind == owner)) {
        throw new IllegalArgumentException(
            kind.key() + (isThere ? " must not have " : " needs ") + what);
      }
    }
  }
}
