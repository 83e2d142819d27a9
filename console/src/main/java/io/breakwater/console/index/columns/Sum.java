// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import java.util.Comparator;
import java.util.Optional;

/**
 * Exposures that have a value in common.
 *
 * @param value as a number
 * @param name what people call it; empty where the store has to be asked
 * @param example the number of an exposure that has the value
 * @param worst the highest severity among them
 * @param latest when the last of them changed, in milliseconds since 1970
 */
public record Sum(
    long value,
    Optional<String> name,
    int example,
    long exposures,
    long critical,
    int worst,
    long latest) {
  /** Where all else is the same, by name, or where there is none, the one that changed last. */
  private static final Comparator<Sum> BY_NAME =
      Comparator.comparing((Sum sum) -> sum.name.orElse(""))
          .thenComparing(Sum::latest, Comparator.reverseOrder())
          .thenComparing(Sum::value);

  static final Comparator<Sum> MOST =
      Comparator.comparingLong(Sum::exposures).reversed().thenComparing(BY_NAME);
  static final Comparator<Sum> WORST_THEN_MOST =
      Comparator.comparingInt(Sum::worst).reversed().thenComparing(MOST);

  public static final Comparator<Sum> MOST_CRITICAL =
      Comparator.comparingLong(Sum::critical)
          .thenComparingInt(Sum::worst)
          .thenComparingLong(Sum::latest)
          .reversed()
          .thenComparing(BY_NAME);
  public static final Comparator<Sum> MOST_SEVERE =
      Comparator.comparingInt(Sum::worst)
          .thenComparingLong(Sum::latest)
          .reversed()
          .thenComparing(BY_NAME);
}
