// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long after a write the search finds what was written. */
@FunctionalInterface
public interface SearchLag {
  /** Called once for each write. */
  Duration next();

  static SearchLag none() {
    return of(Duration.ZERO);
  }

  /** The same for each write. */
  static SearchLag of(Duration lag) {
    return () -> lag;
  }

  /**
   * Up to a bound, which is not reached, another time for each write; a later write may be found
   * before an earlier one of another issue.
   */
  static SearchLag spread(long seed, Duration bound) {
    var random = new SplittableRandom(seed);
    return () -> Duration.ofMillis((long) (random.nextDouble() * bound.toMillis()));
  }
}
