// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.catalogue.Recognised;
import io.breakwater.core.catalogue.RecognisedTrait;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Label;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A signal together with the traits it gives, or would give were it not suppressed: to the resource
 * that it is about, or by a path to another one.
 */
public final class Evidence {
  private static final Comparator<Evidence> BY_PATH =
      Comparator.comparing(
          evidence -> evidence.path, Comparator.nullsFirst(TravelledPath.SHORTEST_FIRST));

  private final Signal signal;
  private final List<GivenTrait> traits;
  private final List<RelatedTraits> related;
  private final TravelledPath path;
  private final int more;

  /**
   * Evidence as it is known in one place.
   *
   * @param traits those of the resource that has the evidence
   * @param related those that it gives further on
   * @param path how it came here, null where the signal is about the resource itself
   * @param more how many others of its sort were left behind on the way, at least
   * @throws IllegalArgumentException when it gives no trait to anybody
   */
  public Evidence(
      Signal signal,
      List<GivenTrait> traits,
      List<RelatedTraits> related,
      TravelledPath path,
      int more) {
    if (traits.isEmpty() && related.isEmpty()) {
      throw new IllegalArgumentException("evidence gives at least one trait: " + signal);
    }
    this.signal = Objects.requireNonNull(signal);
    this.traits = List.copyOf(traits);
    this.related = List.copyOf(related);
    this.path = path;
    this.more = more;
  }

  /** Of the resource that the signal is about; at least one trait. */
  public Evidence(Signal signal, List<GivenTrait> traits) {
    this(signal, traits, List.of(), null, 0);
  }

  public static Evidence of(Signal signal, List<RecognisedTrait> traits) {
    return new Evidence(signal, GivenTrait.of(traits));
  }

  /** Of all that a signal gives. */
  static Evidence of(Signal signal, Recognised recognised) {
    return new Evidence(
        signal.byItself(),
        GivenTrait.of(recognised.traits()),
        RelatedTraits.of(recognised),
        null,
        0);
  }

  /** Of what is said of the tags or the owner of a resource: no trait of the catalogue. */
  static Evidence ofLabel(Signal label) {
    return new Evidence(label, List.of(new GivenTrait(label.kind(), List.of())));
  }

  /** Whether it says nothing of the security of the resource, only how it is labelled. */
  public boolean isLabel() {
    return Label.is(signal);
  }

  public Signal signal() {
    return signal;
  }

  /** The resource that has it: where its path leads, else the one that the signal is about. */
  public Resource resource() {
    return path == null ? signal.resource() : path.end();
  }

  /** Whether somebody decided not to look at it: then it gives no trait. */
  public boolean suppressed() {
    return signal.state() == SignalState.SUPPRESSED;
  }

  /** The same evidence, seen again since. */
  public Evidence seenAt(Instant time) {
    return new Evidence(signal.updatedAt(time), traits, related, path, more);
  }

  /** The same evidence of some of its traits only; at least one. */
  public Evidence giving(List<GivenTrait> some) {
    return new Evidence(signal, some, related, path, more);
  }

  /** The same of other traits: all that the signal gives by other rules; empty for nothing. */
  public Optional<Evidence> recognisedAs(Recognised recognised) {
    return recognised.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Evidence(
                signal,
                GivenTrait.of(recognised.traits()),
                RelatedTraits.of(recognised),
                path,
                more));
  }

  /**
   * The same of other traits, where it has come by a path.
   *
   * @param recognised all that the signal gives
   * @param arriving the ids of the traits that come by such a path
   * @return empty when none of these is among those
   */
  public Optional<Evidence> recognisedFromAfarAs(Recognised recognised, Set<String> arriving) {
    var given =
        GivenTrait.of(recognised.related().getOrDefault(resource().type(), List.of())).stream()
            .filter(trait -> arriving.contains(trait.id()))
            .collect(Collectors.toList());
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(new Evidence(signal, given, related, path, more));
  }

  /** The same evidence, which speaks of so many others that were left behind. */
  public Evidence speakingOf(int others) {
    return new Evidence(signal, traits, related, path, others);
  }

  /** Whether each trait that the other gives is one of this as well. */
  public boolean givesAllOf(Evidence other) {
    return other.traits.stream()
        .allMatch(before -> traits.stream().anyMatch(now -> now.id().equals(before.id())));
  }

  /** The same signal come by another path as well: it gives what both give, by the shorter one. */
  public Evidence joined(Evidence other) {
    var all = new TreeMap<String, GivenTrait>();
    traits.forEach(trait -> all.put(trait.id(), trait));
    other.traits.forEach(trait -> all.putIfAbsent(trait.id(), trait));
    var shorter = BY_PATH.compare(this, other) <= 0 ? this : other;
    return new Evidence(
        shorter.signal,
        List.copyOf(all.values()),
        shorter.related,
        shorter.path,
        Math.max(more, other.more));
  }

  /** All that it gives the resource but one trait; empty when that is all of it. */
  public Optional<Evidence> without(String traitId) {
    var others =
        traits.stream().filter(trait -> !trait.id().equals(traitId)).collect(Collectors.toList());
    if (others.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        others.size() == traits.size() ? this : new Evidence(signal, others, related, path, more));
  }

  /** Those of the resource that has it; none for evidence that is only passed on. */
  public List<GivenTrait> traits() {
    return traits;
  }

  /** What it gives further on, by the type of who gets it. */
  public List<RelatedTraits> related() {
    return related;
  }

  /** How it came to the resource; empty where the signal is about that one. */
  public Optional<TravelledPath> path() {
    return Optional.ofNullable(path);
  }

  /** How many others that give the same were left behind on the way, at least. */
  public int more() {
    return more;
  }

  Audience audience() {
    return Audience.of(!traits.isEmpty(), !related.isEmpty());
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Evidence)) {
      return false;
    }
    var that = (Evidence) other;
    return signal.equals(that.signal)
        && traits.equals(that.traits)
        && related.equals(that.related)
        && Objects.equals(path, that.path)
        && more == that.more;
  }

  @Override
  public int hashCode() {
    return Objects.hash(signal, traits, related, path, more);
  }

  @Override
  public String toString() {
    return signal + " gives " + traits + (related.isEmpty() ? "" : " and " + related);
  }

  /** A trait by id, with the indicators that the signal shows. */
  public static final class GivenTrait {
    private final String id;
    private final List<String> indicators;

    public GivenTrait(String id, List<String> indicators) {
      this.id = Objects.requireNonNull(id);
      this.indicators = List.copyOf(indicators);
    }

    static List<GivenTrait> of(List<RecognisedTrait> traits) {
      return traits.stream()
          .map(trait -> new GivenTrait(trait.trait().id(), trait.indicators()))
          .collect(Collectors.toList());
    }

    public String id() {
      return id;
    }

    public List<String> indicators() {
      return indicators;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof GivenTrait
          && id.equals(((GivenTrait) other).id)
          && indicators.equals(((GivenTrait) other).indicators);
    }

    @Override
    public int hashCode() {
      return Objects.hash(id, indicators);
    }

    @Override
    public String toString() {
      return id;
    }
  }
}
