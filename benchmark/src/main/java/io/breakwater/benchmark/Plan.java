// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark;

import io.breakwater.benchmark.corpus.Mix;
import java.time.Duration;
import java.util.Objects;

/**
 * What to measure.
 *
 * @param warmUps how often each contender runs before it is measured
 * @param rounds how often each contender is measured
 * @param checkpoints how far apart the jobs take them; zero for none
 */
public record Plan(Mix mix, int warmUps, int rounds, Duration checkpoints) {
  public Plan {
    Objects.requireNonNull(mix);
    if (warmUps < 0) {
      throw new IllegalArgumentException("warmUps must not be negative, was " + warmUps);
    }
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be at least 1, was " + rounds);
    }
    if (checkpoints.isNegative()) {
      throw new IllegalArgumentException("checkpoints must not be negative, was " + checkpoints);
    }
  }
}
