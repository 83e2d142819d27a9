// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people say of an exposure, the latest of it.
 *
 * <p>Adding comments is commutative and idempotent: which are kept depends on neither their order
 * nor on how often they come.
 */
public final class Comments {
  /** So many are kept. */
  public static final int MAX = 20;

  public static final Comments NONE = new Comments(List.of(), false);

  private final List<Latest<String>> kept;
  private final boolean leftOut;

  /**
   * @param kept the latest, in their order
   * @param leftOut whether there were earlier ones
   */
  public Comments(List<Latest<String>> kept, boolean leftOut) {
    this.kept = List.copyOf(kept);
    this.leftOut = leftOut;
  }

  Comments with(Latest<String> comment) {
    if (has(comment.signature())) {
      return this;
    }
    var all = new ArrayList<>(kept);
    all.add(comment);
    all.sort(Comparator.comparing(Latest::signature));
    return all.size() <= MAX
        ? new Comments(all, leftOut)
        : new Comments(all.subList(all.size() - MAX, all.size()), true);
  }

  /** Those that were made at a time or later. */
  Comments from(Instant time) {
    var later =
        kept.stream()
            .filter(comment -> !comment.signature().at().isBefore(time))
            .collect(Collectors.toList());
    return later.size() == kept.size() ? this : new Comments(later, false);
  }

  boolean has(Signature signature) {
    return kept.stream().anyMatch(comment -> comment.signature().equals(signature));
  }

  /** The latest, in their order. */
  public List<Latest<String>> kept() {
    return kept;
  }

  /** Whether there were earlier ones. */
  public boolean leftOut() {
    return leftOut;
  }

  public Optional<String> last() {
    return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1).decision());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Comments
        && kept.equals(((Comments) other).kept)
        && leftOut == ((Comments) other).leftOut;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kept, leftOut);
  }

  @Override
  public String toString() {
    return kept.size() + (leftOut ? " of more" : "") + " comments";
  }
}
