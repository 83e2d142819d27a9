// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import io.breakwater.response.message.Step;

/** What to do about a ticket: something, or wait until then, or nothing. */
public final class Next {
  private static final Next NOTHING = new Next(Step.NO_STEP, 0);

  private final Step step;
  private final long at;

  private Next(Step step, long at) {
    this.step = step;
    this.at = at;
  }

  static Next nothing() {
    return NOTHING;
  }

  static Next step(Step step) {
    return new Next(step, 0);
  }

  /**
   * @param at in milliseconds since 1970
   */
  static Next waitUntil(long at) {
    return new Next(Step.NO_STEP, at);
  }

  /** Nothing sooner than that, but that. */
  Next orWaitUntil(long other) {
    if (other == 0 || isStep() || (isWait() && at <= other)) {
      return this;
    }
    return waitUntil(other);
  }

  public boolean isStep() {
    return step != Step.NO_STEP;
  }

  public boolean isWait() {
    return at > 0;
  }

  public Step step() {
    return step;
  }

  /** When to look again, in milliseconds since 1970; zero unless it is a wait. */
  public long at() {
    return at;
  }

  @Override
  public String toString() {
    return isStep() ? step.toString() : isWait() ? "wait until " + at : "nothing";
  }
}
