// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.relations;

import java.util.List;

/**
 * What to measure of relations.
 *
 * @param sizes how many resources the graphs have in which each has few neighbours, the smallest
 *     first
 * @param hubs how many neighbours the groups have that protect everything, the smallest first
 * @param changes how many edges change in a round
 * @param hubChanges how often what was found of a hub changes in a round
 * @param rounds how often each is measured; medians count
 */
public record RelationPlan(
    List<Integer> sizes, List<Integer> hubs, int changes, int hubChanges, int rounds) {
  public RelationPlan {
    sizes = List.copyOf(sizes);
    hubs = List.copyOf(hubs);
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be at least 1, was " + rounds);
    }
  }

  /** The size at which state is measured. */
  int middleSize() {
    return sizes.get(sizes.size() / 2);
  }

  /** Sizes a hundredfold apart. */
  public static RelationPlan ofRounds(int rounds) {
    return new RelationPlan(
        List.of(1_000, 10_000, 100_000), List.of(500, 5_000, 50_000), 4_000, 2, rounds);
  }
}
