// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.resource.AboutResource;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Label;
import io.breakwater.core.signal.SignalVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * What a signal gives its resource from now on: evidence, the same as before but seen again, or
 * nothing any more and why.
 */
public final class TraitChange implements AboutResource {
  /**
   * What becomes of the evidence, in the order in which one version of a signal goes through it.
   */
  public enum Kind {
    GIVEN,
    SEEN_AGAIN,
    WITHDRAWN
  }

  /** Changes of one signal in the order of its versions, whatever order they arrive in. */
  public static final Comparator<TraitChange> BY_VERSION =
      Comparator.<TraitChange, SignalVersion>comparing(change -> change.version)
          .thenComparing(change -> change.kind);

  private final Kind kind;
  private final Arn resource;
  private final long signalKey;
  private final SignalVersion version;
  private final Evidence evidence;
  private final Withdrawal withdrawal;
  private final Instant at;
  private final boolean replayed;
  private final Audience audience;

  private TraitChange(
      Kind kind,
      Arn resource,
      long signalKey,
      SignalVersion version,
      Evidence evidence,
      Withdrawal withdrawal,
      Instant at,
      boolean replayed,
      Audience audience) {
    this.kind = kind;
    this.resource = Objects.requireNonNull(resource);
    this.signalKey = signalKey;
    this.version = Objects.requireNonNull(version);
    this.evidence = evidence;
    this.withdrawal = withdrawal;
    this.at = at.truncatedTo(ChronoUnit.MILLIS);
    this.replayed = replayed;
    this.audience = Objects.requireNonNull(audience);
  }

  public static TraitChange given(
      long signalKey, SignalVersion version, Evidence evidence, Instant at) {
    return given(
        signalKey, version, evidence, at, evidence.signal().replayed(), evidence.audience());
  }

  /**
   * Evidence that is there from now on.
   *
   * @param audience whom it concerns: who gets traits, and who got some so far
   */
  public static TraitChange given(
      long signalKey,
      SignalVersion version,
      Evidence evidence,
      Instant at,
      boolean replayed,
      Audience audience) {
    return new TraitChange(
        Kind.GIVEN,
        evidence.resource().arn(),
        signalKey,
        version,
        evidence,
        null,
        at,
        replayed,
        audience);
  }

  /** A later version that says the same. */
  public static TraitChange seenAgain(
      Arn resource,
      long signalKey,
      SignalVersion version,
      Instant at,
      boolean replayed,
      Audience audience) {
    return new TraitChange(
        Kind.SEEN_AGAIN, resource, signalKey, version, null, null, at, replayed, audience);
  }

  public static TraitChange withdrawn(
      Arn resource,
      long signalKey,
      SignalVersion version,
      Withdrawal why,
      Instant at,
      boolean replayed,
      Audience audience) {
    return new TraitChange(
        Kind.WITHDRAWN,
        resource,
        signalKey,
        version,
        null,
        Objects.requireNonNull(why),
        at,
        replayed,
        audience);
  }

  public Kind kind() {
    return kind;
  }

  /** The resource whose traits change. */
  @Override
  public Arn resource() {
    return resource;
  }

  /** Which signal of the resource. */
  public long signalKey() {
    return signalKey;
  }

  /** Whether it is about tags or owner of the resource, and about no trait. */
  public boolean isOfLabel() {
    return Label.hasKey(signalKey);
  }

  /** The version of the signal that says so; for a window that ran out, the last one seen. */
  public SignalVersion version() {
    return version;
  }

  /** Present exactly when given. */
  public Optional<Evidence> evidence() {
    return Optional.ofNullable(evidence);
  }

  /** Whether the resource itself has traits of it from now on. */
  public boolean gives() {
    return evidence != null && !evidence.traits().isEmpty();
  }

  /** Present exactly when withdrawn. */
  public Optional<Withdrawal> withdrawal() {
    return Optional.ofNullable(withdrawal);
  }

  /** Event time of the change, in whole milliseconds: what a stream processor orders by. */
  public Instant at() {
    return at;
  }

  public boolean replayed() {
    return replayed;
  }

  /** Whose traits it may change. */
  public Audience audience() {
    return audience;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof TraitChange)) {
      return false;
    }
    var that = (TraitChange) other;
    return kind == that.kind
        && resource.equals(that.resource)
        && signalKey == that.signalKey
        && version.equals(that.version)
        && Objects.equals(evidence, that.evidence)
        && withdrawal == that.withdrawal
        && at.equals(that.at)
        && replayed == that.replayed
        && audience == that.audience;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, resource, signalKey, version);
  }

  @Override
  public String toString() {
    switch (kind) {
      case GIVEN:
        return evidence.toString();
      case SEEN_AGAIN:
        return resource + " seen again at " + version.updatedAt();
      default:
        return resource + " " + withdrawal;
    }
  }
}
