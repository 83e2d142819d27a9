// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags of a resource, by name. Immutable, and no larger than AWS lets them be: what is beyond
 * that is left out and counted.
 *
 * @see <a href="https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html">Limits of
 *     tags</a>
 */
public final class Tags {
  public static final int MOST = 50;
  public static final int NAME_CHARACTERS = 128;
  public static final int VALUE_CHARACTERS = 256;

  public static final Tags NONE = new Tags(new TreeMap<>(), 0);

  /** Names of tags that say whose a resource is, in any case; the first that there is counts. */
  private static final List<String> OWNERS = List.of("owner", "team", "contact");

  /** AWS counts its own tags beside the {@value #MOST}: where there are more, they go first. */
  private static final Comparator<String> KEPT_FIRST =
      Comparator.<String, Boolean>comparing(name -> name.startsWith("aws:"))
          .thenComparing(Comparator.naturalOrder());

  private final SortedMap<String, String> values;
  private final int leftOut;

  private Tags(SortedMap<String, String> values, int leftOut) {
    this.values = Collections.unmodifiableSortedMap(values);
    this.leftOut = leftOut;
  }

  /** Those that a source tells of, as many as may be kept. */
  public static Tags of(Map<String, String> all) {
    return of(all, 0);
  }

  /**
   * @param leftOut how many there are besides
   */
  public static Tags of(Map<String, String> all, int leftOut) {
    if (all.isEmpty() && leftOut == 0) {
      return NONE;
    }
    var kept = new TreeMap<String, String>();
    all.entrySet().stream()
        .filter(tag -> fits(tag.getKey(), tag.getValue()))
        .sorted(Map.Entry.comparingByKey(KEPT_FIRST))
        .limit(MOST)
        .forEach(tag -> kept.put(tag.getKey(), tag.getValue()));
    return new Tags(kept, all.size() - kept.size() + leftOut);
  }

  private static boolean fits(String name, String value) {
    return !name.isBlank()
        && name.length() <= NAME_CHARACTERS
        && value.length() <= VALUE_CHARACTERS;
  }

  /** Values by name, in the order of the names; a value may be empty. */
  public SortedMap<String, String> values() {
    return values;
  }

  /** How many there are that were not kept. */
  public int leftOut() {
    return leftOut;
  }

  /** Whether it has none, not even one that was left out. */
  public boolean isEmpty() {
    return values.isEmpty() && leftOut == 0;
  }

  /**
   * Whose the resource is, by its tag {@code owner}, else {@code team}, else {@code contact}, in
   * any case; empty where none of them says.
   */
  public String owner() {
    var owner = "";
    int best = OWNERS.size();
    for (var tag : values.entrySet()) {
      int rank = OWNERS.indexOf(tag.getKey().toLowerCase(Locale.ROOT));
      if (rank >= 0 && rank < best && !tag.getValue().isBlank()) {
        best = rank;
        owner = tag.getValue();
      }
    }
    return owner;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tags
        && values.equals(((Tags) other).values)
        && leftOut == ((Tags) other).leftOut;
  }

  @Override
  public int hashCode() {
    return Objects.hash(values, leftOut);
  }

  /** How many there are: what they say may be nobody's business. */
  @Override
  public String toString() {
    return values.size() + leftOut + " tags";
  }
}
