// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** An exposure that is not the same on both sides. */
final class Difference {
  private final Optional<Standing> before;
  private final Optional<Standing> after;
  private final Set<Aspect> aspects;

  private Difference(Optional<Standing> before, Optional<Standing> after, Set<Aspect> aspects) {
    this.before = before;
    this.after = after;
    this.aspects = aspects;
  }

  /**
   * Empty when both sides say the same.
   *
   * @param before null when it is not open on the first side
   * @param after null when it is not open on the second
   */
  static Optional<Difference> between(Standing before, Standing after) {
    if (before == null || after == null) {
      return Optional.of(
          new Difference(Optional.ofNullable(before), Optional.ofNullable(after), Set.of()));
    }
    var aspects = Aspect.between(before, after);
    return aspects.isEmpty()
        ? Optional.empty()
        : Optional.of(new Difference(Optional.of(before), Optional.of(after), aspects));
  }

  Optional<Standing> before() {
    return before;
  }

  Optional<Standing> after() {
    return after;
  }

  /** The second side where there is one. */
  Standing either() {
    return after.or(() -> before).orElseThrow();
  }

  /** In what the two sides differ; nothing where there is only one. */
  Set<Aspect> aspects() {
    return aspects;
  }

  boolean isIn(Aspect aspect) {
    return aspects.contains(aspect);
  }

  boolean isOnOneSide() {
    return before.isEmpty() || after.isEmpty();
  }

  Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    if (after.isEmpty()) {
      return Kind.REMOVED;
    }
    int order = after.get().severity().compareTo(before.get().severity());
    if (order != 0) {
      return order > 0 ? Kind.SEVERITY_UP : Kind.SEVERITY_DOWN;
    }
    return Kind.CHANGED;
  }

  /** Traits that only the second side has. */
  SortedSet<String> gained() {
    return without(after, before);
  }

  /** Traits that only the first side has. */
  SortedSet<String> lost() {
    return without(before, after);
  }

  private static SortedSet<String> without(Optional<Standing> one, Optional<Standing> other) {
    var traits = new TreeSet<>(one.map(standing -> standing.traits().keySet()).orElse(Set.of()));
    other.ifPresent(standing -> traits.removeAll(standing.traits().keySet()));
    return traits;
  }

  /** Whether both sides have a trait. */
  boolean isKept(String trait) {
    return before.filter(standing -> standing.traits().containsKey(trait)).isPresent()
        && after.filter(standing -> standing.traits().containsKey(trait)).isPresent();
  }

  /** What became of an exposure, the first that fits. */
  enum Kind {
    ADDED,
    REMOVED,
    SEVERITY_UP,
    SEVERITY_DOWN,
    CHANGED;

    /** Such as {@code severity up}. */
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
