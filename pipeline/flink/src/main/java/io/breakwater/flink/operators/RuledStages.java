// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.rules.RulesInForce;
import io.breakwater.flink.Settings;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;

/** Makes stages of functions that follow rules: of such as change, or of those of the start. */
public final class RuledStages {
  private final DataStream<RulesInForce> updates;
  private final Settings settings;

  private RuledStages(DataStream<RulesInForce> updates, Settings settings) {
    this.updates = updates;
    this.settings = Objects.requireNonNull(settings);
  }

  /** The rules stay those of the start. */
  public static RuledStages fixed(Settings settings) {
    return new RuledStages(null, settings);
  }

  /** The rules change as these updates come. */
  public static RuledStages following(DataStream<RulesInForce> updates, Settings settings) {
    return new RuledStages(updates.broadcast(), settings);
  }

  /** A stage, to be named. */
  public <I, O, F extends KeyedProcessFunction<String, I, O> & FollowsRules>
      SingleOutputStreamOperator<O> process(
          KeyedStream<I, String> keyed, F function, TypeInformation<O> type) {
    return updates == null
        ? keyed.process(function, type)
        : keyed.connect(updates).transform("ruled", type, RuledOperator.of(function, settings));
  }
}
