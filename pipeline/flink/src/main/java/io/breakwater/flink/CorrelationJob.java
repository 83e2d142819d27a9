// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.flink.account.Balance;
import io.breakwater.flink.operators.Assess;
import io.breakwater.flink.operators.Certificates;
import io.breakwater.flink.operators.Decode;
import io.breakwater.flink.operators.Presenters;
import io.breakwater.flink.operators.ReadActions;
import io.breakwater.flink.operators.Relations;
import io.breakwater.flink.operators.RuleUpdates;
import io.breakwater.flink.operators.RuledStages;
import io.breakwater.flink.operators.SharedChokePoints;
import io.breakwater.flink.operators.TraitWindows;
import io.breakwater.flink.types.Instruction;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.PartOutcome;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.TrackedSignal;
import io.breakwater.flink.types.TrackedWord;
import io.breakwater.flink.types.WireTypes;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Findings in; exposures, what they share, and certificate alerts out. */
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
    var rules = rules(env, sources, sinks, settings);
    var actions = sources.actions(env).map(CorrelationJob::actions);

    var decoded = stage("decode", records.process(new Decode(settings), WireTypes.TRACKED_SIGNAL));
    var signals =
        stage(
            "event time",
            decoded.assignTimestampsAndWatermarks(clock(settings, CorrelationJob::observedAt)));

    var traits =
        stage(
            "trait window",
            rules.process(
                signals.keyBy(TrackedSignal::resource, Types.STRING),
                new TraitWindows(settings),
                WireTypes.TRAIT_CHANGE));
    var mentions =
        stage(
            "mention time",
            decoded
                .getSideOutput(Decode.MENTIONS)
                .assignTimestampsAndWatermarks(clock(settings, CorrelationJob::reportedAt)));
    var relations =
        stage(
            "relations",
            rules.process(
                inOrderOfReport(
                        mentions.union(traits.getSideOutput(TraitWindows.STATEMENTS)), settings)
                    .keyBy(CorrelationJob::ownerOf, Types.STRING),
                new Relations(settings),
                WireTypes.RELATION_CHANGE));
    var related = Hops.unroll(traits, relations, rules, settings);

    var own = stage("own traits", traits.filter(change -> change.audience().hasResource()));
    var all = own.union(related);
    var changes = settings.isBounded() ? stage("change time", inOrderOfChange(all)) : all;
    var exposures =
        stage(
            "assess",
            rules.process(
                changes.keyBy(CorrelationJob::resourceOf, Types.STRING),
                actions,
                new Assess(settings),
                WireTypes.OUTPUT));

    var chokePoints =
        stage(
            "choke points",
            rules.process(
                inOrderOfReliance(exposures.getSideOutput(Assess.RELIANCES), settings)
                    .keyBy(CorrelationJob::chokePointOf, Types.STRING),
                new SharedChokePoints(settings),
                WireTypes.OUTPUT));

    var presented =
        stage(
            "presenters",
            rules.process(
                stage(
                        "item time",
                        decoded
                            .getSideOutput(Decode.PRESENTERS)
                            .assignTimestampsAndWatermarks(
                                certificateClock(settings, CorrelationJob::recordedAt)))
                    .keyBy(CorrelationJob::presenterOf, Types.STRING),
                new Presenters(settings),
                WireTypes.TRACKED_WORD));
    var certificates =
        stage(
            "certificates",
            rules.process(
                stage(
                        "word time",
                        decoded
                            .getSideOutput(Decode.CERTIFICATES)
                            .union(presented)
                            .assignTimestampsAndWatermarks(
                                certificateClock(settings, CorrelationJob::saidAt)))
                    .keyBy(TrackedWord::certificate, Types.STRING),
                new Certificates(settings),
                WireTypes.OUTPUT));

    var balance =
        stage(
            "balance the books",
            decoded
                .getSideOutput(Decode.OUTCOMES)
                .union(
                    traits.getSideOutput(TraitWindows.OUTCOMES),
                    certificates.getSideOutput(Certificates.OUTCOMES))
                .keyBy(CorrelationJob::recordOf, Types.LONG)
                .process(new Balance(), Types.VOID));

    sinks.exposures(exposures);
    sinks.chokePoints(chokePoints);
    sinks.certificates(certificates);
    sinks.deadLetters(deadLetters(decoded, actions));
    actions.ifPresent(any -> sinks.actionAnswers(exposures.getSideOutput(Assess.ANSWERS)));
    balance.sinkTo(new DiscardingSink<>()).name("books balanced").uid("books-balanced");
  }

  /** Updates are judged and numbered by one task, and go to all stages that judge by rules. */
  private static RuledStages rules(
      StreamExecutionEnvironment env, Sources sources, Sinks sinks, Settings settings) {
    var records = sources.rules(env);
    if (records.isEmpty()) {
      return RuledStages.fixed(settings);
    }
    var updates =
        stage(
            "rules",
            records
                .get()
                .process(new RuleUpdates(settings), WireTypes.INSTRUCTION)
                .setParallelism(1)
                .setMaxParallelism(1));
    sinks.ruleAnswers(updates.getSideOutput(RuleUpdates.ANSWERS));
    return RuledStages.following(updates, settings);
  }

  private static SingleOutputStreamOperator<Instruction> actions(DataStream<Record> records) {
    return stage("actions", records.process(new ReadActions(), WireTypes.INSTRUCTION));
  }

  private static DataStream<Output> deadLetters(
      SingleOutputStreamOperator<TrackedSignal> decoded,
      Optional<SingleOutputStreamOperator<Instruction>> actions) {
    var letters = decoded.getSideOutput(Decode.DEAD_LETTERS);
    return actions
        .<DataStream<Output>>map(
            read -> letters.union(read.getSideOutput(ReadActions.DEAD_LETTERS)))
        .orElse(letters);
  }

  private static <T> SingleOutputStreamOperator<T> stage(
      String name, SingleOutputStreamOperator<T> operator) {
    return operator.name(name).uid(name.replace(' ', '-'));
  }

  private static <T> WatermarkStrategy<T> clock(Settings settings, EventTime<T> time) {
    return clock(settings, time, settings.clock(), settings.lateness());
  }

  /** The demo lets certificates age faster than the rest. */
  private static <T> WatermarkStrategy<T> certificateClock(Settings settings, EventTime<T> time) {
    return clock(settings, time, settings.certificateClock(), settings.certificateLateness());
  }

  private static <T> WatermarkStrategy<T> clock(
      Settings settings, EventTime<T> time, Clock live, Duration lateness) {
    WatermarkStrategy<T> strategy =
        settings.isBounded()
            ? WatermarkStrategy.noWatermarks()
            : WatermarkStrategy.forGenerator(context -> new LiveWatermarks<>(live, lateness));
    return strategy.withTimestampAssigner((value, recordTime) -> time.of(value));
  }

  private static long observedAt(TrackedSignal tracked) {
    return tracked.signal().observedAt().toEpochMilli();
  }

  private static long reportedAt(RelationReport report) {
    return report.at().toEpochMilli();
  }

  private static long recordedAt(PresenterItem item) {
    return item.at().toEpochMilli();
  }

  private static long saidAt(TrackedWord tracked) {
    return tracked.word().at().toEpochMilli();
  }

  private static DataStream<RelationReport> inOrderOfReport(
      DataStream<RelationReport> reports, Settings settings) {
    return settings.isBounded()
        ? stage(
            "report time",
            reports.assignTimestampsAndWatermarks(clock(settings, CorrelationJob::reportedAt)))
        : reports;
  }

  /** A window is found to have ended when the next signal comes, and ended before that. */
  private static SingleOutputStreamOperator<TraitChange> inOrderOfChange(
      DataStream<TraitChange> traits) {
    return traits.assignTimestampsAndWatermarks(
        WatermarkStrategy.<TraitChange>noWatermarks()
            .withTimestampAssigner((change, signalTime) -> change.at().toEpochMilli()));
  }

  /** What a timer found out is as old as the change that it is about. */
  private static DataStream<RelianceChange> inOrderOfReliance(
      DataStream<RelianceChange> changes, Settings settings) {
    return settings.isBounded()
        ? stage(
            "reliance time",
            changes.assignTimestampsAndWatermarks(
                WatermarkStrategy.<RelianceChange>noWatermarks()
                    .withTimestampAssigner((change, recordTime) -> change.at().toEpochMilli())))
        : changes;
  }

  private static String resourceOf(TraitChange change) {
    return change.resource().toString();
  }

  private static String chokePointOf(RelianceChange change) {
    return change.reliance().chokePointUid();
  }

  private static String ownerOf(RelationReport report) {
    return report.owner().toString();
  }

  private static String presenterOf(PresenterItem item) {
    return item.presenter().arn().toString();
  }

  private static Long recordOf(PartOutcome outcome) {
    return outcome.track().record();
  }

  /** The event time of something, in milliseconds. */
  @FunctionalInterface
  private interface EventTime<T> extends Serializable {
    long of(T value);
  }
}
