// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.ExploitationData;
import io.breakwater.core.catalogue.Recognised;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.relation.Stated;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.Label;
import io.breakwater.core.signal.Outcome;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides, signal by signal, which traits a resource has: the last writer wins, a signal that is
 * not seen again within its window gives no trait any more, and neither does one that was last
 * updated before the resource was deleted.
 *
 * <pre>
 *              newer, active, matches a pattern
 *   (unknown) ────────────────────────────────► giving ◄─┐ newer, says the same: window extended
 *       │                                        │  │ └──┘
 *       │ newer, gives no trait     window ran out│  │ newer: resolved, archived, changed;
 *       ▼                                        │  ▼ resource deleted since
 *   remembered ◄─────────────────────────────────┼─ remembered
 *       │ window ran out                         ▼
 *       └──────────────────────────────────► (unknown)
 * </pre>
 *
 * <p>A suppressed signal stays evidence, marked as such, so that readers can see what somebody
 * decided not to look at; no trait is taken from it.
 *
 * <p>Pure: all state is passed in and handed back. The end of a signal's window is counted from its
 * own update time, so that it does not depend on when or in what order versions arrive. Where a
 * trait has a shorter window than its product, the signal is remembered for the product's all the
 * same: what an older version said must not come back when that one arrives late.
 */
public final class TraitWindow {
  /**
   * In which order to see signals that come at the same time: by version. A replayed copy comes
   * after the event itself, as its duplicate, or what happens live would pass for a replay.
   */
  public static final Comparator<Signal> BY_VERSION =
      Comparator.comparing(VersionOf::signal).thenComparing(Signal::replayed);

  private final Catalogue catalogue;
  private final ExploitationData exploitation;

  public TraitWindow(Catalogue catalogue) {
    this(catalogue, ExploitationData.NONE);
  }

  /**
   * @param exploitation what is known of vulnerabilities apart from what signals say: traits are
   *     told from both, versions from what signals say alone
   */
  public TraitWindow(Catalogue catalogue, ExploitationData exploitation) {
    this.catalogue = Objects.requireNonNull(catalogue);
    this.exploitation = Objects.requireNonNull(exploitation);
  }

  /** Under which key a signal is remembered among those of its resource. */
  public static long keyOf(Signal signal) {
    return Sha256.key(signal.product(), signal.findingUid());
  }

  /**
   * What a signal says of the tags and the owner of its resource, each a signal to be {@linkplain
   * #observe observed} before it, so that the exposure that it may open is told with them. None of
   * a resource that no exposure can be about.
   */
  public List<Signal> labelsOf(Signal signal) {
    return catalogue.rulesFor(signal.resource().type()).isPresent()
        ? Label.saidBy(signal)
        : List.of();
  }

  /**
   * Sees one version of a signal.
   *
   * @param held what is remembered under its key, empty when nothing is
   * @param deletedAt when its resource was last deleted, empty when nobody said that it was
   * @param asOf the time up to which windows are judged
   */
  public Observation observe(
      Optional<HeldSignal> held, Signal signal, Optional<Instant> deletedAt, Instant asOf) {
    var version = VersionOf.signal(signal);
    if (held.isEmpty()) {
      return apply(Optional.empty(), signal, version, deletedAt, asOf);
    }
    var known = held.get().version();
    if (known.updatedAt().equals(version.updatedAt()) && known.content() == version.content()) {
      return again(held.get(), version);
    }
    return version.compareTo(known) < 0
        ? Observation.nothing(Outcome.STALE)
        : apply(held, signal, version, deletedAt, asOf);
  }

  /**
   * Judges a signal again, by other rules than those it was judged by so far: what it gives is told
   * whether or not it is the same.
   *
   * @param said the version that is held, or another that says the same
   * @param deletedAt when its resource was last deleted, empty when nobody said that it was
   * @param asOf the time up to which windows are judged
   * @param at the time of the other rules
   */
  public Observation judgeAgain(
      HeldSignal held, Signal said, Optional<Instant> deletedAt, Instant asOf, Instant at) {
    var signal = said.updatedAt(held.version().updatedAt());
    var judged = judge(signal, deletedAt, asOf);
    var next = held(held.version(), judged);
    if (judged.evidence.isPresent()) {
      var given = judged.evidence.get();
      return Observation.applied(
          next,
          TraitChange.given(
              keyOf(signal),
              held.version(),
              given,
              at,
              signal.replayed(),
              given.audience().and(held.audience())));
    }
    var why = judged.recognised.isEmpty() ? Withdrawal.RULES_CHANGED : judged.why(signal);
    return Observation.applied(
        next,
        held.giving()
            ? TraitChange.withdrawn(
                signal.resource().arn(),
                keyOf(signal),
                held.version(),
                why,
                at,
                signal.replayed(),
                held.audience())
            : null);
  }

  /** Ends the window of a signal; empty while it still holds. */
  public Optional<Ending> expire(HeldSignal held, Arn resource, long key, Instant asOf) {
    if (held.expiresAt().isAfter(asOf)) {
      return Optional.empty();
    }
    var change =
        held.giving()
            ? TraitChange.withdrawn(
                resource,
                key,
                held.version(),
                Withdrawal.NOT_SEEN,
                held.expiresAt(),
                false,
                held.audience())
            : null;
    var remaining =
        held.forgetAt().isAfter(asOf)
            ? new HeldSignal(held.version(), held.forgetAt(), held.forgetAt(), Audience.NOBODY)
            : null;
    return Optional.of(new Ending(change, remaining));
  }

  /**
   * Sees that the resource was deleted.
   *
   * @param known when it was last deleted, as far as known already
   * @return applied when this is to be remembered as its last deletion
   */
  public Outcome observeDeletion(Optional<Instant> known, Signal deletion, Instant asOf) {
    var at = deletion.updatedAt();
    if (known.isPresent() && !at.isAfter(known.get())) {
      return at.equals(known.get()) ? Outcome.DUPLICATE : Outcome.STALE;
    }
    return forgetDeletionAt(at).isAfter(asOf) ? Outcome.APPLIED : Outcome.STALE;
  }

  /**
   * What a configuration item that was {@linkplain #observe applied} states from now on; empty when
   * it states nothing, as its resource was deleted since.
   */
  public Optional<Stated> stated(Signal item, Optional<Instant> deletedAt) {
    return deletedAt.filter(at -> !item.updatedAt().isAfter(at)).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Stated(
                item.relations(),
                item.updatedAt(),
                item.updatedAt().plus(catalogue.memoryOf(item.product()))));
  }

  /** Until when a deletion is remembered: what was said before it may arrive that late. */
  public Instant forgetDeletionAt(Instant deletedAt) {
    return deletedAt.plus(catalogue.longestMemory());
  }

  /** Ends what was said of the resource before it was deleted; empty for what was not. */
  public Optional<Ending> end(HeldSignal held, long key, Signal deletion) {
    if (!held.giving() || held.version().updatedAt().isAfter(deletion.updatedAt())) {
      return Optional.empty();
    }
    return Optional.of(
        new Ending(
            TraitChange.withdrawn(
                deletion.resource().arn(),
                key,
                held.version(),
                Withdrawal.RESOURCE_DELETED,
                deletion.observedAt(),
                deletion.replayed(),
                held.audience()),
            new HeldSignal(held.version(), held.forgetAt(), held.forgetAt(), Audience.NOBODY)));
  }

  private Observation apply(
      Optional<HeldSignal> held,
      Signal signal,
      SignalVersion version,
      Optional<Instant> deletedAt,
      Instant asOf) {
    if (held.filter(known -> known.giving() && known.version().content() == version.content())
        .isPresent()) {
      return repeated(held.get(), signal, version, asOf);
    }
    var judged = judge(signal, deletedAt, asOf);
    if (!judged.forgetAt.isAfter(asOf) && held.isEmpty()) {
      return Observation.nothing(Outcome.STALE);
    }
    return Observation.applied(
        held(version, judged), change(held, signal, version, judged.evidence, judged.why(signal)));
  }

  private static HeldSignal held(SignalVersion version, Judged judged) {
    return new HeldSignal(
        version,
        judged.evidence.isPresent() ? judged.givesUntil : judged.forgetAt,
        judged.forgetAt,
        judged.evidence.map(Evidence::audience).orElse(Audience.NOBODY));
  }

  private Judged judge(Signal signal, Optional<Instant> deletedAt, Instant asOf) {
    boolean gone = deletedAt.isPresent() && !signal.updatedAt().isAfter(deletedAt.get());
    if (Label.is(signal)) {
      return judgeLabel(signal, gone, asOf);
    }
    var known = exploitation.appliedTo(signal);
    var recognised = catalogue.recogniseAll(known);
    var givesUntil = signal.updatedAt().plus(catalogue.windowOf(signal, recognised));
    boolean giving = !recognised.isEmpty() && !gone && givesUntil.isAfter(asOf);
    return new Judged(
        recognised,
        giving ? Optional.of(Evidence.of(known, recognised)) : Optional.empty(),
        givesUntil,
        signal.updatedAt().plus(catalogue.memoryOf(signal.product())),
        gone);
  }

  /** It holds for as long as anything is remembered, as it may be said once and never again. */
  private Judged judgeLabel(Signal label, boolean gone, Instant asOf) {
    var until = label.updatedAt().plus(catalogue.longestMemory());
    boolean giving = !gone && until.isAfter(asOf) && label.tags().filter(Tags::isEmpty).isEmpty();
    return new Judged(
        Recognised.NOTHING,
        giving ? Optional.of(Evidence.ofLabel(label)) : Optional.empty(),
        until,
        until,
        gone);
  }

  /**
   * The same version, delivered again. EventBridge's latest time of it is kept, as it decides
   * between versions that share their update time.
   */
  private static Observation again(HeldSignal held, SignalVersion version) {
    return version.observedAt().isAfter(held.version().observedAt())
        ? Observation.duplicate(held.at(version))
        : Observation.nothing(Outcome.DUPLICATE);
  }

  /**
   * Only the times are new: what it gives stays, and holds for as long again. Nobody asks when
   * labels were last seen.
   */
  private static Observation repeated(
      HeldSignal held, Signal signal, SignalVersion version, Instant asOf) {
    var later = Duration.between(held.version().updatedAt(), version.updatedAt());
    var forgetAt = held.forgetAt().plus(later);
    var givesUntil = held.expiresAt().plus(later);
    if (!givesUntil.isAfter(asOf)) {
      return Observation.applied(
          new HeldSignal(version, forgetAt, forgetAt, Audience.NOBODY),
          withdrawn(held, signal, version, Withdrawal.NOT_SEEN));
    }
    var next = new HeldSignal(version, givesUntil, forgetAt, held.audience());
    if (Label.is(signal)) {
      return Observation.applied(next, null);
    }
    return Observation.applied(
        next,
        TraitChange.seenAgain(
            signal.resource().arn(),
            keyOf(signal),
            version,
            signal.observedAt(),
            signal.replayed(),
            held.audience()));
  }

  private static TraitChange change(
      Optional<HeldSignal> held,
      Signal signal,
      SignalVersion version,
      Optional<Evidence> evidence,
      Withdrawal why) {
    if (evidence.isPresent()) {
      var given = evidence.get();
      var before = held.map(HeldSignal::audience).orElse(Audience.NOBODY);
      return TraitChange.given(
          keyOf(signal),
          version,
          given,
          signal.observedAt(),
          signal.replayed(),
          given.audience().and(before));
    }
    return held.filter(HeldSignal::giving)
        .map(known -> withdrawn(known, signal, version, why))
        .orElse(null);
  }

  private static TraitChange withdrawn(
      HeldSignal held, Signal signal, SignalVersion version, Withdrawal why) {
    return TraitChange.withdrawn(
        signal.resource().arn(),
        keyOf(signal),
        version,
        why,
        signal.observedAt(),
        signal.replayed(),
        held.audience());
  }

  /** What a signal amounts to by the rules. */
  private static final class Judged {
    private final Recognised recognised;
    private final Optional<Evidence> evidence;
    private final Instant givesUntil;
    private final Instant forgetAt;
    private final boolean gone;

    Judged(
        Recognised recognised,
        Optional<Evidence> evidence,
        Instant givesUntil,
        Instant forgetAt,
        boolean gone) {
      this.recognised = recognised;
      this.evidence = evidence;
      this.givesUntil = givesUntil;
      this.forgetAt = forgetAt;
      this.gone = gone;
    }

    /** Why it gives nothing, where it gives nothing. */
    Withdrawal why(Signal signal) {
      if (gone) {
        return Withdrawal.RESOURCE_DELETED;
      }
      return recognised.isEmpty() ? Withdrawal.of(signal.state()) : Withdrawal.NOT_SEEN;
    }
  }
}
