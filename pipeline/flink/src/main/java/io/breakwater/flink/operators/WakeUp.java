// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import java.time.Instant;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
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

  static WakeUp in(RuntimeContext runtime) {
    return new WakeUp(runtime.getState(new ValueStateDescriptor<>("wake-up", Types.LONG)));
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
