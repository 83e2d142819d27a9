// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import java.time.Duration;

/**
 * The time for which a certificate is valid, counted from the start of a scenario or from an event.
 *
 * @param created when ACM says that it was created
 * @param begins when it was issued
 * @param ends when it expires
 */
record Term(Duration created, Duration begins, Duration ends) {
  Term {
    if (ends.compareTo(begins) <= 0) {
      throw new IllegalArgumentException("a certificate ends after it was issued");
    }
  }

  /** The same, counted from a time. */
  Term seenFrom(Duration time) {
    return new Term(created.minus(time), begins.minus(time), ends.minus(time));
  }

  long validityDays() {
    return ends.minus(begins).toDays();
  }

  /** Whole days until its end, where it is counted from an event; none after it. */
  long daysLeft() {
    return ends.isNegative() ? 0 : ends.toDays();
  }
}
