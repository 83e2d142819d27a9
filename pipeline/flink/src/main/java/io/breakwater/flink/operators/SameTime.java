// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * What a bounded run brings of one key at the same event time. Sorting by event time leaves open in
 * which order equal times come, and nothing may depend on it: so all of it is gathered, and taken
 * in an order of its own.
 *
 * <p>It is complete when something later comes, or when the key is done: then all timers fire, and
 * there is one at least.
 */
final class SameTime<T> {
  private static final long END_OF_KEY = Long.MAX_VALUE;

  private final ListState<T> gathered;
  private final ValueState<Long> time;

  private SameTime(ListState<T> gathered, ValueState<Long> time) {
    this.gathered = gathered;
    this.time = time;
  }

  static <T> SameTime<T> in(RuntimeContext runtime, TypeInformation<T> type) {
    return new SameTime<>(
        runtime.getListState(new ListStateDescriptor<>("same-time", type)),
        runtime.getState(new ValueStateDescriptor<>("same-time-at", Types.LONG)));
  }

  /** Whether what is gathered lies before this time: then it is to be taken first. */
  boolean isBefore(long next) throws Exception {
    var at = time.value();
    return at != null && at < next;
  }

  void add(T value, long at, TimerService timers) throws Exception {
    timers.registerEventTimeTimer(END_OF_KEY);
    time.update(at);
    gathered.add(value);
  }

  boolean isEmpty() throws Exception {
    return time.value() == null;
  }

  /** Event time of what is gathered; only while there is something. */
  long time() throws Exception {
    return time.value();
  }

  /** Leaves nothing behind. */
  List<T> take(Comparator<? super T> order) throws Exception {
    var taken = new ArrayList<T>();
    for (var value : gathered.get()) {
      taken.add(value);
    }
    taken.sort(order);
    gathered.clear();
    time.clear();
    return taken;
  }
}
