// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.limit;

import java.io.Serializable;

/** How much a target may be asked, as its plan says. */
public final class Limits implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double perSecond;
  private final int atOnce;

  /**
   * @param perSecond calls, over a longer time
   * @param atOnce calls that wait for their answers
   */
  public Limits(double perSecond, int atOnce) {
    if (!(perSecond > 0) || perSecond > 10_000) {
      throw new IllegalArgumentException(
          "per-second must be more than 0 and at most 10000, was " + perSecond);
    }
    if (atOnce < 1 || atOnce > 1_000) {
      throw new IllegalArgumentException("at-once must be from 1 to 1000, was " + atOnce);
    }
    this.perSecond = perSecond;
    this.atOnce = atOnce;
  }

  double intervalMillis() {
    return 1_000 / perSecond;
  }

  int atOnce() {
    return atOnce;
  }
}
