// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import java.util.Objects;
import java.util.Set;

/**
 * What a trait says in a title, and where: before the noun, with it, as its predicate, or after
 * that.
 */
public final class Phrase {
  /** The place of a phrase in a title. */
  public enum Place {
    /** {@code Internet reachable} EC2 instance … */
    BEFORE,
    /** … with {@code administrative instance profile} … */
    WITH,
    /** … {@code has software vulnerabilities} … */
    PREDICATE,
    /** … {@code with high-impact effective permissions}. */
    AFTER
  }

  private final Place place;
  private final String text;
  private final Set<String> hiddenBy;

  Phrase(Place place, String text, Set<String> hiddenBy) {
    this.place = Objects.requireNonNull(place);
    this.text = Objects.requireNonNull(text);
    this.hiddenBy = Set.copyOf(hiddenBy);
  }

  public Place place() {
    return place;
  }

  public String text() {
    return text;
  }

  /** Ids of traits that say it already, and stronger. */
  public Set<String> hiddenBy() {
    return hiddenBy;
  }
}
