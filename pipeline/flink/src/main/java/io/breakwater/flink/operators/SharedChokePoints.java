// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.Resting;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.graph.Table;
import io.breakwater.core.ocsf.SharedChokePointWriter;
import io.breakwater.core.rules.Rules;
import io.breakwater.flink.Settings;
import io.breakwater.flink.types.Output;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts which exposures rest on one trait of one resource, and tells readers of it when several
 * do. Keyed by choke point.
 *
 * <p>Changes settle for a while, in processing time. A bounded run tells how it is in the end,
 * once. What an exposure rested on last counts, so the order of exposures does not.
 */
public final class SharedChokePoints extends KeyedProcessFunction<String, RelianceChange, Output>
    implements FollowsRules {
  private static final long serialVersionUID = 1L;

  /** When a key of a bounded run is done, all its timers fire. */
  private static final long END_OF_KEY = Long.MAX_VALUE;

  private static final int RESTING = 1;
  private static final int POINT = 2;
  private static final int SETTLING = 3;

  private final Settings settings;

  private transient SharedChokePointWriter writer;
  private transient Table<Resting> resting;
  private transient ValueState<SharedChokePoint> point;
  private transient ValueState<Boolean> settling;

  public SharedChokePoints(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    writer = new SharedChokePointWriter(settings.catalogue());
    var state = KeyState.in(getRuntimeContext());
    resting = state.table(RESTING, Resting.class);
    point = state.value(POINT, SharedChokePoint.class);
    settling = state.value(SETTLING, Boolean.class);
  }

  /** What exposures rest on is told anew by each that is judged again. */
  @Override
  public void follow(Rules now) {
    writer = new SharedChokePointWriter(now.catalogue());
  }

  @Override
  public void processElement(RelianceChange change, Context context, Collector<Output> out)
      throws Exception {
    long key = Resting.keyOf(change.exposed());
    var before = resting.get(key);
    if (before.isEmpty() && !change.holds()) {
      return;
    }
    if (change.holds()) {
      resting.put(key, new Resting(change.exposed(), change.reliance().effect()));
    } else {
      resting.remove(key);
    }
    var known = point.value();
    keep((known == null ? SharedChokePoint.of(change) : known).and(change, before), context, out);
  }

  private void keep(SharedChokePoint changed, Context context, Collector<Output> out)
      throws Exception {
    if (changed.isOver()) {
      point.clear();
      return;
    }
    point.update(changed);
    if (settings.isBounded()) {
      context.timerService().registerEventTimeTimer(END_OF_KEY);
    } else if (settings.settle().isZero()) {
      tell(out);
    } else if (changed.mayBeTold() && settling.value() == null) {
      var clock = context.timerService();
      clock.registerProcessingTimeTimer(
          clock.currentProcessingTime() + settings.settle().toMillis());
      settling.update(true);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Output> out) throws Exception {
    settling.clear();
    tell(out);
  }

  private void tell(Collector<Output> out) throws Exception {
    var known = point.value();
    if (known == null || !known.mayBeTold()) {
      return;
    }
    var complete = known.needsAll() ? known.withWorstOf(resting.values()) : known;
    if (complete.isToBeTold()) {
      out.collect(new Output(complete.uid(), writer.toJson(complete)));
      complete = complete.told();
    }
    if (complete.isOver()) {
      point.clear();
    } else {
      point.update(complete);
    }
  }
}
