// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.severity.FactorValue;
import io.breakwater.core.severity.Level;
import java.util.List;
import java.util.Objects;

/**
 * How likely the exposure is to be used, with the case that decides: the weakness, and the finding
 * of it, for which the four factors together weigh most.
 */
public final class Likelihood {
  private final Level level;
  private final int score;
  private final String traitId;
  private final String findingUid;
  private final List<FactorValue> factors;

  Likelihood(Level level, int score, String traitId, String findingUid, List<FactorValue> factors) {
    this.level = Objects.requireNonNull(level);
    this.score = score;
    this.traitId = Objects.requireNonNull(traitId);
    this.findingUid = Objects.requireNonNull(findingUid);
    this.factors = List.copyOf(factors);
  }

  public Level level() {
    return level;
  }

  /** On the scale of the severity model. */
  public int score() {
    return score;
  }

  /** The weakness that decides. */
  public String traitId() {
    return traitId;
  }

  /** The finding that decides. */
  public String findingUid() {
    return findingUid;
  }

  /** All four, in the order of {@link io.breakwater.core.severity.Factor}. */
  public List<FactorValue> factors() {
    return factors;
  }
}
