// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.RecognisedTrait;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides, signal by signal, which traits a resource has: the last writer wins, and a signal that
 * is not seen again within its window gives no trait any more.
 *
 * <pre>
 *              newer, active, matches a pattern
 *   (unknown) ────────────────────────────────► giving ◄─┐ newer, says the same: window extended
 *       │                                        │  │ └──┘
 *       │ newer, gives no trait     window ran out│  │ newer: resolved, suppressed, archived, changed
 *       ▼                                        │  ▼
 *   remembered ◄─────────────────────────────────┼─ remembered
 *       │ window ran out                         ▼
 *       └──────────────────────────────────► (unknown)
 * </pre>
 *
 * <p>Pure: all state is passed in and handed back. The end of a signal's window is counted from its
 * own update time, so that it does not depend on when or in what order versions arrive.
 */
public final class TraitWindow {
  private final Catalogue catalogue;

  public TraitWindow(Catalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue);
  }

  /** Under which key a signal is remembered among those of its resource. */
  public static long keyOf(Signal signal) {
    return Sha256.key(signal.product(), signal.findingUid());
  }

  /**
   * Sees one version of a signal.
   *
   * @param held what is remembered under its key, empty when nothing is
   * @param asOf the time up to which windows are judged
   */
  public Observation observe(Optional<HeldSignal> held, Signal signal, Instant asOf) {
    var version = VersionOf.signal(signal);
    if (held.isEmpty()) {
      return apply(Optional.empty(), signal, version, asOf);
    }
    var known = held.get().version();
    if (known.updatedAt().equals(version.updatedAt()) && known.content() == version.content()) {
      return again(held.get(), version);
    }
    return version.compareTo(known) < 0
        ? Observation.nothing(Outcome.STALE)
        : apply(held, signal, version, asOf);
  }

  /** The end of a signal's window; empty while it still holds. */
  public Optional<TraitChange> expire(HeldSignal held, Arn resource, long key, Instant asOf) {
    return held.giving() && !held.expiresAt().isAfter(asOf)
        ? Optional.of(
            TraitChange.withdrawn(resource, key, Withdrawal.NOT_SEEN, held.expiresAt(), false))
        : Optional.empty();
  }

  private Observation apply(
      Optional<HeldSignal> held, Signal signal, SignalVersion version, Instant asOf) {
    if (held.isPresent() && held.get().version().content() == version.content()) {
      return repeated(held.get(), signal, version, asOf);
    }
    var traits = catalogue.recognise(signal);
    var expiresAt = signal.updatedAt().plus(catalogue.windowOf(signal, traits));
    if (!expiresAt.isAfter(asOf) && held.isEmpty()) {
      return Observation.nothing(Outcome.STALE);
    }
    boolean giving = !traits.isEmpty() && expiresAt.isAfter(asOf);
    var next = new HeldSignal(version, expiresAt, giving);
    return Observation.applied(next, change(held, signal, traits, giving, expiresAt, asOf));
  }

  /**
   * The same version, delivered again. EventBridge's latest time of it is kept, as it decides
   * between versions that share their update time.
   */
  private static Observation again(HeldSignal held, SignalVersion version) {
    return version.observedAt().isAfter(held.version().observedAt())
        ? Observation.duplicate(new HeldSignal(version, held.expiresAt(), held.giving()))
        : Observation.nothing(Outcome.DUPLICATE);
  }

  /** Only the times are new: the traits stay, and hold for as long again. */
  private static Observation repeated(
      HeldSignal held, Signal signal, SignalVersion version, Instant asOf) {
    var window = Duration.between(held.version().updatedAt(), held.expiresAt());
    var expiresAt = signal.updatedAt().plus(window);
    boolean giving = held.giving() && expiresAt.isAfter(asOf);
    return Observation.applied(new HeldSignal(version, expiresAt, giving), null);
  }

  private static TraitChange change(
      Optional<HeldSignal> held,
      Signal signal,
      List<RecognisedTrait> traits,
      boolean giving,
      Instant expiresAt,
      Instant asOf) {
    long key = keyOf(signal);
    if (giving) {
      return TraitChange.given(key, Evidence.of(signal, traits), signal.observedAt());
    }
    if (held.isEmpty() || !held.get().giving()) {
      return null;
    }
    boolean expired = !traits.isEmpty() && !expiresAt.isAfter(asOf);
    return TraitChange.withdrawn(
        signal.resource().arn(),
        key,
        expired ? Withdrawal.NOT_SEEN : Withdrawal.of(signal.state()),
        signal.observedAt(),
        signal.replayed());
  }
}
