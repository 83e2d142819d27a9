// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** What one resource tells a related one: an offer, that it was seen again, or its end. */
public final class Advert {
  private final TraitChange.Kind kind;
  private final Arn to;
  private final long key;
  private final Offer offer;
  private final SignalVersion version;
  private final Withdrawal withdrawal;
  private final Instant at;
  private final boolean replayed;

  private Advert(
      TraitChange.Kind kind,
      Arn to,
      long key,
      Offer offer,
      SignalVersion version,
      Withdrawal withdrawal,
      Instant at,
      boolean replayed) {
    this.kind = kind;
    this.to = Objects.requireNonNull(to);
    this.key = key;
    this.offer = offer;
    this.version = Objects.requireNonNull(version);
    this.withdrawal = withdrawal;
    this.at = at.truncatedTo(ChronoUnit.MILLIS);
    this.replayed = replayed;
  }

  public static Advert given(Arn to, long key, Offer offer, Instant at, boolean replayed) {
    return new Advert(TraitChange.Kind.GIVEN, to, key, offer, offer.version(), null, at, replayed);
  }

  public static Advert seenAgain(
      Arn to, long key, SignalVersion version, Instant at, boolean replayed) {
    return new Advert(TraitChange.Kind.SEEN_AGAIN, to, key, null, version, null, at, replayed);
  }

  public static Advert withdrawn(
      Arn to, long key, SignalVersion version, Withdrawal why, Instant at, boolean replayed) {
    return new Advert(
        TraitChange.Kind.WITHDRAWN,
        to,
        key,
        null,
        version,
        Objects.requireNonNull(why),
        at,
        replayed);
  }

  public TraitChange.Kind kind() {
    return kind;
  }

  /** Who is told. */
  public Arn to() {
    return to;
  }

  /** Of this signal by this path. */
  public long key() {
    return key;
  }

  /** Present exactly when given. */
  public Optional<Offer> offer() {
    return Optional.ofNullable(offer);
  }

  /** The version of the signal. */
  public SignalVersion version() {
    return version;
  }

  /** Present exactly when withdrawn. */
  public Optional<Withdrawal> withdrawal() {
    return Optional.ofNullable(withdrawal);
  }

  /** Event time of what led to it. */
  public Instant at() {
    return at;
  }

  public boolean replayed() {
    return replayed;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Advert)) {
      return false;
    }
    var that = (Advert) other;
    return kind == that.kind
        && to.equals(that.to)
        && key == that.key
        && Objects.equals(offer, that.offer)
        && version.equals(that.version)
        && withdrawal == that.withdrawal
        && at.equals(that.at)
        && replayed == that.replayed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, to, key, version, at);
  }

  @Override
  public String toString() {
    return "to " + to + ": " + (offer == null ? kind : offer);
  }
}
