// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.hash.Hash64;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Evidence.GivenTrait;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Evidence on its way: what came to a resource, by which path, and where it may go from there. */
public final class Offer {
  private final Evidence evidence;
  private final SignalVersion version;
  private final SortedSet<Long> ways;

  /**
   * @param version that of the signal
   * @param ways the ids of the routes that it travels
   */
  public Offer(Evidence evidence, SignalVersion version, Set<Long> ways) {
    this.evidence = Objects.requireNonNull(evidence);
    this.version = Objects.requireNonNull(version);
    this.ways = Collections.unmodifiableSortedSet(new TreeSet<>(ways));
  }

  public Evidence evidence() {
    return evidence;
  }

  public SignalVersion version() {
    return version;
  }

  public SortedSet<Long> ways() {
    return ways;
  }

  /** The same, one edge further on. */
  Offer over(Hop hop, Set<Long> onward, Set<ResourceType> primaries, int more) {
    var path = evidence.path().orElseThrow().and(hop);
    var related =
        evidence.related().stream()
            .filter(given -> primaries.contains(given.type()))
            .collect(Collectors.toList());
    return new Offer(
        new Evidence(evidence.signal(), List.of(), related, path, more), version, onward);
  }

  Offer seenAt(SignalVersion later) {
    return new Offer(evidence.seenAt(later.updatedAt()), later, ways);
  }

  /** What the offer says apart from when it was last seen. */
  boolean saysTheSameAs(Offer other) {
    return ways.equals(other.ways)
        && version.content() == other.version.content()
        && evidence.path().equals(other.evidence.path())
        && evidence.related().equals(other.evidence.related())
        && evidence.more() == other.evidence.more();
  }

  /** Equal for offers of which one can stand in for another: they give the same, the same way. */
  long group() {
    var hash = new Hash64();
    ways.forEach(hash::add);
    for (var related : evidence.related()) {
      hash.add(related.type().name());
      related.traits().stream().map(GivenTrait::id).forEach(hash::add);
    }
    return hash.value();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Offer
        && evidence.equals(((Offer) other).evidence)
        && version.equals(((Offer) other).version)
        && ways.equals(((Offer) other).ways);
  }

  @Override
  public int hashCode() {
    return Objects.hash(evidence, version, ways);
  }

  @Override
  public String toString() {
    return evidence.toString();
  }
}
