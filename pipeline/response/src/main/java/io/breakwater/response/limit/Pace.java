// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.limit;

import io.breakwater.response.message.PaceState;
import io.breakwater.response.targets.Outcome;
import java.time.Duration;
import java.util.function.IntToLongFunction;

/**
 * When somebody who calls a target goes on: once the limiter gives leave, when it is woken, and
 * later each time that a call has failed.
 */
public final class Pace {
  private final PaceState.Builder state;

  /**
   * @param state written into
   */
  public Pace(PaceState.Builder state) {
    this.state = state;
  }

  /** Whether it has to be asked for leave; false where that has been done. */
  public boolean askToGo() {
    if (state.getAskedToGo()) {
      return false;
    }
    state.setAskedToGo(true);
    return true;
  }

  /** Leave was given. */
  public void allowed() {
    state.setAskedToGo(false);
  }

  /** Whether it has to be woken then; false where it will be earlier. */
  public boolean wakeAt(long at, long now) {
    if (state.getWakeAt() > now && state.getWakeAt() <= at) {
      return false;
    }
    state.setWakeAt(at);
    return true;
  }

  /** It was woken. */
  public void awake() {
    state.setWakeAt(0);
  }

  /** Not before that, in milliseconds since 1970; zero for at once. */
  public long notBefore() {
    return state.getNotBefore();
  }

  /** What fails next has not failed before. */
  public void atRest() {
    state.setAttempts(0).setFailingSince(0).setNotBefore(0);
  }

  /** It was nobody's fault: at once again. */
  public void atOnce() {
    state.setAttempts(0).setNotBefore(0);
  }

  /** Whether it has failed for so long by now, this time counted. */
  public boolean hasFailedFor(Duration time, long now) {
    if (state.getFailingSince() == 0) {
      state.setFailingSince(now);
    }
    return now - state.getFailingSince() >= time.toMillis();
  }

  /**
   * A call has failed, and will be tried again.
   *
   * @param pause by the number of attempts that failed in a row, in milliseconds
   */
  public void failed(Outcome<?> outcome, IntToLongFunction pause, long now) {
    if (outcome.retryAfter().isPresent() && outcome.isOfTarget()) {
      // What keeps the target from being overrun knows when it may be called again.
      return;
    }
    state.setAttempts(state.getAttempts() + 1);
    long asked = outcome.retryAfter().map(Duration::toMillis).orElse(0L);
    state.setNotBefore(now + asked + pause.applyAsLong(state.getAttempts()));
  }
}
