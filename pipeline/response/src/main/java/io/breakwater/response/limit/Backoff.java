// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.limit;

import java.io.Serializable;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before something is tried again: twice as long each time, up to a most, and
 * never the same for all who wait.
 */
public final class Backoff implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What Atlassian asks clients to spread their attempts over. */
  private static final double LEAST_JITTER = 0.7;

  private static final double MOST_JITTER = 1.3;
  private static final int MOST_DOUBLINGS = 30;

  private final Duration first;
  private final Duration most;

  public Backoff(Duration first, Duration most) {
    this.first = first;
    this.most = most;
  }

  /**
   * @param attempts that failed so far, from 1
   * @param chance from 0 to 1
   */
  public Duration after(int attempts, DoubleSupplier chance) {
    long doubled = first.toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, attempts - 1));
    return jittered(Duration.ofMillis(Math.min(doubled, most.toMillis())), chance);
  }

  /** A little more or less than that. */
  public static Duration jittered(Duration wait, DoubleSupplier chance) {
    double jitter = LEAST_JITTER + (MOST_JITTER - LEAST_JITTER) * chance.getAsDouble();
    return Duration.ofMillis(Math.round(wait.toMillis() * jitter));
  }
}
