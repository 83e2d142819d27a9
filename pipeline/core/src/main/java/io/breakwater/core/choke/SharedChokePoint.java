// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.choke;

import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A trait of one resource that exposures of several rest on: how many there are, what its end would
 * do to them, and which are the worst.
 *
 * <pre>
 *              two exposures rest on it
 *   (untold) ───────────────────────────► open ◄──────┐ (told again when something differs)
 *      ▲                                  │   └───────┘
 *      └──────────────────────────────────┘
 *          fewer than two do (withdrawn)
 * </pre>
 *
 * <p>Counts are kept up change by change, at the same cost however many exposures there are. Which
 * are the worst is found out anew only when one of those listed went or changed and others are not
 * listed.
 */
public final class SharedChokePoint {
  /** Exposures that are listed; all of them count. */
  public static final int MAX_LISTED = 10;

  /** From so many exposures on, it is worth telling. */
  private static final int SHARED = 2;

  private static final String NEVER = "";

  private final Resource origin;
  private final String trait;
  private final SortedMap<Effect, Integer> effects;
  private final int uncertain;
  private final List<Resting> worst;
  private final boolean listComplete;
  private final Instant at;
  private final boolean replayed;
  private final String told;

  /**
   * As it is kept.
   *
   * @param effects how many exposures there are of each
   * @param uncertain of how many more may be left than is said
   * @param worst the worst exposures, in order
   * @param listComplete whether these are the worst, not merely some
   * @param at event time of the latest change
   * @param replayed whether all changes since it was last told come from replayed events
   * @param told the fingerprint that readers were last told, empty for none
   */
  public SharedChokePoint(
      Resource origin,
      String trait,
      SortedMap<Effect, Integer> effects,
      int uncertain,
      List<Resting> worst,
      boolean listComplete,
      Instant at,
      boolean replayed,
      String told) {
    this.origin = Objects.requireNonNull(origin);
    this.trait = Objects.requireNonNull(trait);
    this.effects = Collections.unmodifiableSortedMap(sorted(effects));
    this.uncertain = uncertain;
    this.worst = List.copyOf(worst);
    this.listComplete = listComplete;
    this.at = Objects.requireNonNull(at);
    this.replayed = replayed;
    this.told = Objects.requireNonNull(told);
  }

  private static SortedMap<Effect, Integer> sorted(SortedMap<Effect, Integer> effects) {
    var sorted = new TreeMap<Effect, Integer>(Effect.WORST_FIRST);
    sorted.putAll(effects);
    return sorted;
  }

  /** Before anything rests on it. */
  public static SharedChokePoint of(RelianceChange first) {
    var reliance = first.reliance();
    return new SharedChokePoint(
        reliance.origin(),
        reliance.trait(),
        Collections.emptySortedMap(),
        0,
        List.of(),
        true,
        first.at(),
        true,
        NEVER);
  }

  /**
   * With one change taken in.
   *
   * @param before how the same exposure rested on it so far, empty when it did not
   */
  public SharedChokePoint and(RelianceChange change, Optional<Resting> before) {
    var now =
        change.holds()
            ? Optional.of(new Resting(change.exposed(), change.reliance().effect()))
            : Optional.<Resting>empty();
    var counts = sorted(effects);
    before.ifPresent(resting -> counts.merge(resting.effect().asSaid(), -1, Integer::sum));
    now.ifPresent(resting -> counts.merge(resting.effect().asSaid(), 1, Integer::sum));
    counts.values().removeIf(count -> count == 0);
    var list = new ArrayList<>(worst);
    boolean complete = listComplete;
    if (before.isPresent() && list.remove(before.get())) {
      complete &= exposures() <= MAX_LISTED;
    }
    now.ifPresent(list::add);
    Collections.sort(list, Resting.WORST_FIRST);
    return new SharedChokePoint(
        origin,
        trait,
        counts,
        uncertain - uncertain(before) + uncertain(now),
        list.subList(0, Math.min(list.size(), MAX_LISTED)),
        complete,
        change.at().isAfter(at) ? change.at() : at,
        replayed && change.replayed(),
        told);
  }

  private static int uncertain(Optional<Resting> resting) {
    return resting.filter(one -> one.effect().isUncertain()).isPresent() ? 1 : 0;
  }

  /** Whether {@link #withWorstOf} is needed before it can be told. */
  public boolean needsAll() {
    return !listComplete;
  }

  /** With the worst found out anew. */
  public SharedChokePoint withWorstOf(Iterable<Resting> all) {
    var list = new ArrayList<Resting>();
    for (var resting : all) {
      list.add(resting);
      if (list.size() > 2 * MAX_LISTED) {
        Collections.sort(list, Resting.WORST_FIRST);
        list.subList(MAX_LISTED, list.size()).clear();
      }
    }
    Collections.sort(list, Resting.WORST_FIRST);
    return new SharedChokePoint(
        origin,
        trait,
        effects,
        uncertain,
        list.subList(0, Math.min(list.size(), MAX_LISTED)),
        true,
        at,
        replayed,
        told);
  }

  /** Whether readers may have to hear of it, now or when it has settled. */
  public boolean mayBeTold() {
    return isShared() || !told.isEmpty();
  }

  /** Whether what readers were told last is not so any more. */
  public boolean isToBeTold() {
    return isShared() ? !told.equals(fingerprint()) : !told.isEmpty();
  }

  /** Once readers were told how it is. */
  public SharedChokePoint told() {
    return new SharedChokePoint(
        origin,
        trait,
        effects,
        uncertain,
        worst,
        listComplete,
        at,
        true,
        isShared() ? fingerprint() : NEVER);
  }

  /** Whether nothing rests on it and readers know that nothing does. */
  public boolean isOver() {
    return effects.isEmpty() && told.isEmpty();
  }

  /** Whether several exposures rest on it. */
  public boolean isShared() {
    return exposures() >= SHARED;
  }

  /** A pure function of the resource and the trait. */
  public String uid() {
    return Reliance.chokePointUid(origin, trait);
  }

  public Resource origin() {
    return origin;
  }

  public String trait() {
    return trait;
  }

  /** How many exposures there are of each effect, the worst first. */
  public SortedMap<Effect, Integer> effects() {
    return effects;
  }

  /** Open exposures that rest on it. */
  public int exposures() {
    return count(effect -> true);
  }

  /** Those that would close. */
  public int closes() {
    return count(Effect::closes);
  }

  /** Those that would stay open and be less severe. */
  public int lowers() {
    return count(Effect::lowers);
  }

  private int count(Predicate<Effect> which) {
    return effects.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToInt(Entry::getValue)
        .sum();
  }

  /** Those of which more may be left than is said. */
  public int uncertain() {
    return uncertain;
  }

  /** The worst of them, in order. */
  public List<Resting> worst() {
    return worst;
  }

  /** Event time of the latest change. */
  public Instant at() {
    return at;
  }

  /** Whether all changes since it was last told come from replayed events. */
  public boolean replayed() {
    return replayed;
  }

  /** The fingerprint that readers were last told, empty for none. */
  public String lastTold() {
    return told;
  }

  /** Equal for two states that differ in nothing a reader would act on. */
  public String fingerprint() {
    var material = new ArrayList<String>();
    material.add(uid());
    material.add(Integer.toString(uncertain));
    effects.forEach((effect, count) -> material.add(effect + " " + count));
    for (var resting : worst) {
      material.add(resting.toString());
      material.add(Integer.toString(resting.effect().leftBehind()));
    }
    return Sha256.identity(material.toArray(new String[0]));
  }

  /**
   * Which version of it this is: the same for the same content, so that a reader who sees one twice
   * after a recovery can tell.
   */
  public String revisionUid() {
    return isShared() ? fingerprint() : Sha256.identity(uid(), "withdrawn", told);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof SharedChokePoint)) {
      return false;
    }
    var that = (SharedChokePoint) other;
    return origin.equals(that.origin)
        && trait.equals(that.trait)
        && effects.equals(that.effects)
        && uncertain == that.uncertain
        && worst.equals(that.worst)
        && listComplete == that.listComplete
        && at.equals(that.at)
        && replayed == that.replayed
        && told.equals(that.told);
  }

  @Override
  public int hashCode() {
    return Objects.hash(origin, trait, effects, at);
  }

  @Override
  public String toString() {
    return trait + " of " + origin + ": " + effects;
  }
}
