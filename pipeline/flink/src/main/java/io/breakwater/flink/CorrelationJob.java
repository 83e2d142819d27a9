// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.core.trait.TraitChange;
import io.breakwater.flink.account.Balance;
import io.breakwater.flink.operators.Assess;
import io.breakwater.flink.operators.Decode;
import io.breakwater.flink.operators.TraitWindows;
import io.breakwater.flink.types.PartOutcome;
import io.breakwater.flink.types.TrackedSignal;
import io.breakwater.flink.types.WireTypes;
import java.time.Clock;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Findings in, exposures out. */
public final class CorrelationJob {
  /** How far the job can ever be scaled out: fixed from the first savepoint on. */
  public static final int MAX_PARALLELISM = 512;

  private CorrelationJob() {}

  /** The whole job on one screen. */
  public static void build(
      StreamExecutionEnvironment env, Sources sources, Sinks sinks, Settings settings) {
    env.setMaxParallelism(MAX_PARALLELISM);
    env.getConfig().enableObjectReuse();
    if (settings.isBounded()) {
      env.setRuntimeMode(RuntimeExecutionMode.BATCH);
    }

    var records = sources.findings(env);

    var decoded = stage("decode", records.process(new Decode(settings), WireTypes.TRACKED_SIGNAL));
    var signals = stage("event time", decoded.assignTimestampsAndWatermarks(clock(settings)));

    var traits =
        stage(
            "trait window",
            signals
                .keyBy(TrackedSignal::resource, Types.STRING)
                .process(new TraitWindows(settings), WireTypes.TRAIT_CHANGE));
    // Traits of related resources join here, hop by hop, before the resource is assessed.

    var changes = settings.isBounded() ? stage("change time", inOrderOfChange(traits)) : traits;
    var exposures =
        stage(
            "assess",
            changes
                .keyBy(CorrelationJob::resourceOf, Types.STRING)
                .process(new Assess(settings), WireTypes.OUTPUT));

    var balance =
        stage(
            "balance the books",
            decoded
                .getSideOutput(Decode.OUTCOMES)
                .union(traits.getSideOutput(TraitWindows.OUTCOMES))
                .keyBy(CorrelationJob::recordOf, Types.LONG)
                .process(new Balance(), Types.VOID));

    sinks.exposures(exposures);
    sinks.deadLetters(decoded.getSideOutput(Decode.DEAD_LETTERS));
    balance.sinkTo(new DiscardingSink<>()).name("books balanced").uid("books-balanced");
  }

  private static <T> SingleOutputStreamOperator<T> stage(
      String name, SingleOutputStreamOperator<T> operator) {
    return operator.name(name).uid(name.replace(' ', '-'));
  }

  private static WatermarkStrategy<TrackedSignal> clock(Settings settings) {
    WatermarkStrategy<TrackedSignal> strategy =
        settings.isBounded()
            ? WatermarkStrategy.noWatermarks()
            : WatermarkStrategy.forGenerator(
                context -> new LiveWatermarks(Clock.systemUTC(), settings.lateness()));
    return strategy.withTimestampAssigner(
        (tracked, recordTime) -> tracked.signal().observedAt().toEpochMilli());
  }

  /** A window is found to have ended when the next signal comes, and ended before that. */
  private static SingleOutputStreamOperator<TraitChange> inOrderOfChange(
      SingleOutputStreamOperator<TraitChange> traits) {
    return traits.assignTimestampsAndWatermarks(
        WatermarkStrategy.<TraitChange>noWatermarks()
            .withTimestampAssigner((change, signalTime) -> change.at().toEpochMilli()));
  }

  private static String resourceOf(TraitChange change) {
    return change.resource().toString();
  }

  private static Long recordOf(PartOutcome outcome) {
    return outcome.track().record();
  }
}
