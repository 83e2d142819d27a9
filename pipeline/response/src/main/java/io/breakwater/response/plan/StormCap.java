// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import io.breakwater.response.message.Severity;
import java.time.Duration;
import java.util.Set;

/** How many exposures of a route are answered to in a while; the others wait for their turn. */
public final class StormCap {
  private final int exposures;
  private final Duration within;
  private final Set<Severity> except;

  StormCap(int exposures, Duration within, Set<Severity> except) {
    this.exposures = exposures;
    this.within = within;
    this.except = Set.copyOf(except);
  }

  public int exposures() {
    return exposures;
  }

  public Duration within() {
    return within;
  }

  /** Whether it goes through however many there are. */
  public boolean lets(Severity severity) {
    return except.contains(severity);
  }
}
