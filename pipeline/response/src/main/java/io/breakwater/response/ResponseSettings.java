// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import io.breakwater.response.connect.PlanCheck;
import java.time.Clock;
import java.util.Objects;

/** What an operator of the job may set. */
public final class ResponseSettings {
  private final String plan;
  private final boolean dryRun;
  private final Clock clock;

  private ResponseSettings(String plan, boolean dryRun, Clock clock) {
    this.plan = plan;
    this.dryRun = dryRun;
    this.clock = clock;
  }

  /**
   * @param file the name of the plan, for faults
   * @param plan its text
   * @throws io.breakwater.response.plan.PlanException naming every fault
   */
  public static ResponseSettings of(String file, String plan) {
    PlanCheck.read(file, plan);
    return new ResponseSettings(plan, false, Clock.systemUTC());
  }

  /** Everything is only said, and nothing done, whatever the plan says. */
  public ResponseSettings dryRun() {
    return new ResponseSettings(plan, true, clock);
  }

  /**
   * For tests.
   *
   * @param value has to be serialisable
   */
  public ResponseSettings clock(Clock value) {
    return new ResponseSettings(plan, dryRun, Objects.requireNonNull(value));
  }

  String plan() {
    return plan;
  }

  boolean isDryRun() {
    return dryRun;
  }

  Clock clock() {
    return clock;
  }
}
