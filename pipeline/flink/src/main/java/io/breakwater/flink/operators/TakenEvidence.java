// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.trait.Evidence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a change made of the evidence on a resource. */
final class TakenEvidence {
  private final List<Evidence> touched;
  private final Optional<Evidence> replaced;

  TakenEvidence(List<Evidence> touched, Optional<Evidence> replaced) {
    this.touched = Objects.requireNonNull(touched);
    this.replaced = Objects.requireNonNull(replaced);
  }

  /**
   * What may raise the severity: what came; what went only where it was a premise, as less of other
   * evidence never weighs more.
   */
  List<Evidence> touched() {
    return touched;
  }

  /** What was known of the same signal before another was given; empty where none was given. */
  Optional<Evidence> replaced() {
    return replaced;
  }
}
