// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.correlation;

import io.breakwater.core.resource.Arn;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** When to look at what next, at most one time for each. */
final class Agenda {
  private final Map<Arn, Instant> planned = new HashMap<>();
  private final NavigableMap<Instant, Set<Arn>> byTime = new TreeMap<>();

  /**
   * @param at empty for never
   */
  void plan(Arn arn, Optional<Instant> at) {
    var before = planned.remove(arn);
    if (before != null) {
      byTime.computeIfPresent(before, (time, others) -> without(arn, others));
    }
    at.ifPresent(
        time -> {
          planned.put(arn, time);
          byTime.computeIfAbsent(time, none -> new TreeSet<>()).add(arn);
        });
  }

  private static Set<Arn> without(Arn arn, Set<Arn> others) {
    others.remove(arn);
    return others.isEmpty() ? null : others;
  }

  /** Empty when nothing is planned. */
  Optional<Instant> next() {
    return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.firstKey());
  }

  /** What is to be looked at by then, in order. */
  List<Arn> due(Instant now) {
    var due = new TreeSet<Arn>();
    byTime.headMap(now, true).values().forEach(due::addAll);
    return List.copyOf(due);
  }
}
