// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.limit;

import io.breakwater.response.message.LimiterState;
import io.breakwater.response.message.Went;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Keeps a target from being overrun, and those who want something of it waiting for no longer than
 * they must. It holds no queue: each is told when its turn will be, and asks again then.
 *
 * <p>Three things hold back: the rate, how many calls are under way, and pauses: those that the
 * target asks for, and those after several calls in a row went badly, which end with one call at a
 * time until one goes well.
 */
public final class Limiter {
  private static final int FAILURES_TO_PAUSE = 5;
  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** A pause that is asked for without saying how long. */
  private static final long DEFAULT_PAUSE_MILLIS = 1_000;

  private final LimiterState.Builder state;
  private final Limits limits;
  private final DoubleSupplier chance;

  private Limiter(LimiterState.Builder state, Limits limits, DoubleSupplier chance) {
    this.state = state;
    this.limits = limits;
    this.chance = chance;
  }

  public static Limiter of(LimiterState state, Limits limits, DoubleSupplier chance) {
    return new Limiter(state.toBuilder(), limits, chance);
  }

  public LimiterState state() {
    return state.build();
  }

  /**
   * Asks for a call.
   *
   * @param inTurn whether this is the turn that it was told to wait for
   * @return for how many milliseconds to wait; zero to go ahead, which has to be followed by {@link
   *     #went}
   */
  public long ask(boolean inTurn, long now) {
    if (state.getPausedUntil() > now) {
      return waitForTurn(state.getPausedUntil(), now);
    }
    int atOnce = isWary() ? 1 : limits.atOnce();
    if (state.getUnderWay() >= atOnce) {
      return waitForTurn(now + interval(), now);
    }
    if (!inTurn && state.getNextTurn() > now) {
      return waitForTurn(now, now);
    }
    if (!inTurn) {
      state.setNextTurn(now + interval());
    }
    state.setUnderWay(state.getUnderWay() + 1);
    return 0;
  }

  private long waitForTurn(long earliest, long now) {
    long turn = Math.max(earliest, state.getNextTurn());
    state.setNextTurn(turn + interval());
    return Math.max(1, turn - now);
  }

  private long interval() {
    return Math.max(1, Math.round(limits.intervalMillis()));
  }

  private boolean isWary() {
    return state.getFailures() >= FAILURES_TO_PAUSE;
  }

  /** A call that was allowed is over. */
  public void went(Went went, long now) {
    state.setUnderWay(Math.max(0, state.getUnderWay() - 1));
    switch (went.getHow()) {
      case WELL:
        state.setFailures(0);
        break;
      case THROTTLED:
        long asked = went.getRetryAfter() > 0 ? went.getRetryAfter() : DEFAULT_PAUSE_MILLIS;
        pauseUntil(now + asked);
        break;
      case BADLY:
        state.setFailures(state.getFailures() + 1);
        if (isWary()) {
          int pauses = state.getFailures() - FAILURES_TO_PAUSE + 1;
          pauseUntil(now + PAUSES.after(pauses, chance).toMillis());
        }
        break;
      default:
        break;
    }
  }

  private void pauseUntil(long end) {
    state.setPausedUntil(Math.max(state.getPausedUntil(), end));
  }
}
