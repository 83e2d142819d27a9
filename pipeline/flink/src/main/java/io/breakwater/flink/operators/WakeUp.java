// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import java.time.Instant;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;

/**
 * The one timer of a key, at the earliest time that was known when it was set: what moves that time
 * on lets it come in vain, and does not cost another timer.
 */
final class WakeUp {
  private final ValueState<Long> planned;

  private WakeUp(ValueState<Long> planned) {
    this.planned = planned;
  }

  /**
   * @param number of the value in which the time is kept
   */
  static WakeUp in(KeyState state, int number) {
    return new WakeUp(state.value(number, Long.class));
  }

  /** Timers know milliseconds only, and must not come before the time that they are set for. */
  static long timerFor(Instant time) {
    return time.plusNanos(999_999).toEpochMilli();
  }

  /** No later than this. */
  void at(long time, TimerService timers) throws Exception {
    var known = planned.value();
    if (known == null || time < known) {
      timers.registerEventTimeTimer(time);
      planned.update(time);
    }
  }

  /** Whether it was to be by now. */
  boolean isDue(long now) throws Exception {
    var known = planned.value();
    return known != null && known <= now;
  }

  /** It came: the next one is to be planned anew. */
  void clear() {
    planned.clear();
  }
}
