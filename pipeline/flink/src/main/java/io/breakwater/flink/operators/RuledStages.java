// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.resource.AboutResource;
import io.breakwater.flink.Settings;
import io.breakwater.flink.types.Instruction;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;

/** Makes stages of functions that follow rules: of such as change, or of those of the start. */
public final class RuledStages {
  private final DataStream<Instruction> updates;
  private final Settings settings;

  private RuledStages(DataStream<Instruction> updates, Settings settings) {
    this.updates = updates;
    this.settings = Objects.requireNonNull(settings);
  }

  /** The rules stay those of the start. */
  public static RuledStages fixed(Settings settings) {
    return new RuledStages(null, settings);
  }

  /** The rules change as these updates come. */
  public static RuledStages following(DataStream<Instruction> updates, Settings settings) {
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

  /**
   * A stage that obeys actions as well, to be named. They come to the task that has the resource.
   *
   * @param actions empty where there are none
   */
  public <O, F extends KeyedProcessFunction<String, AboutResource, O> & FollowsRules>
      SingleOutputStreamOperator<O> process(
          KeyedStream<? extends AboutResource, String> input,
          Optional<? extends DataStream<Instruction>> actions,
          F function,
          TypeInformation<O> type) {
    KeyedStream<AboutResource, String> keyed = widened(input);
    if (actions.isEmpty()) {
      return process(keyed, function, type);
    }
    var byResource = actions.get().keyBy(Instruction::resource, Types.STRING);
    return updates == null
        ? keyed
            .connect(byResource)
            .transform("obeying", type, RuledOperator.fixed(function, settings))
        : keyed
            .connect(updates.union(byResource))
            .transform("ruled", type, RuledOperator.of(function, settings));
  }

  /** What says something of a resource in a narrow sense does so in a wide one. */
  @SuppressWarnings("unchecked")
  private static KeyedStream<AboutResource, String> widened(
      KeyedStream<? extends AboutResource, String> narrow) {
    return (KeyedStream<AboutResource, String>) narrow;
  }
}
