// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.certificate.CertificateSignals;
import io.breakwater.core.certificate.CertificateWord;
import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.deadletter.DeadLetter;
import io.breakwater.core.decode.Decoded;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.decode.Part;
import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.graph.Statements;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.RecordNumbers;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.PartOutcome;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.Track;
import io.breakwater.flink.types.TrackedSignal;
import io.breakwater.flink.types.TrackedWord;
import io.breakwater.flink.types.WireTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Bytes in, signals and words of certificates out; what cannot be used goes aside, counted. */
public final class Decode extends ProcessFunction<Record, TrackedSignal>
    implements CheckpointedFunction {
  public static final OutputTag<Output> DEAD_LETTERS =
      new OutputTag<>("dead letters", WireTypes.OUTPUT);
  public static final OutputTag<PartOutcome> OUTCOMES =
      new OutputTag<>("outcomes of decode", WireTypes.PART_OUTCOME);

  /** What findings say of relations; that of configuration items travels with their signals. */
  public static final OutputTag<RelationReport> MENTIONS =
      new OutputTag<>("mentioned relations", WireTypes.RELATION_REPORT);

  /** What is said of certificates. */
  public static final OutputTag<TrackedWord> CERTIFICATES =
      new OutputTag<>("words of certificates", WireTypes.TRACKED_WORD);

  /** What configuration items say of resources that present certificates. */
  public static final OutputTag<PresenterItem> PRESENTERS =
      new OutputTag<>("items of presenters", WireTypes.PRESENTER_ITEM);

  private static final long serialVersionUID = 1L;

  private final Settings settings;

  private transient Decoder decoder;
  private transient Tally tally;
  private transient RecordNumbers numbers;

  public Decode(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    tally =
        Tally.restored(
            getRuntimeContext(),
            context,
            JobMetric.RECORDS_READ,
            JobMetric.RECORDS_IGNORED,
            JobMetric.RECORDS_DEAD);
    numbers = RecordNumbers.restored(getRuntimeContext(), context);
  }

  @Override
  public void open(OpenContext context) {
    decoder = Decoder.withLimit(settings.maxRecordBytes());
    if (settings.isReplay()) {
      decoder = decoder.ofReplay("replay");
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    tally.keep();
    numbers.keep();
  }

  @Override
  public void processElement(Record record, Context context, Collector<TrackedSignal> out) {
    tally.read();
    var decoded = settings.selection().of(decoder.decode(record.bytes()));
    long number = numbers.next();
    int parts = decoded.parts().size();
    for (int i = 0; i < parts; i++) {
      tally.findingRead();
      part(decoded, decoded.parts().get(i), number, i, context, out);
    }
    DeadLetter.of(decoded, record.origin(), record.offset(), record.bytes())
        .ifPresent(letter -> deadLetter(letter, context));
  }

  private void part(
      Decoded decoded,
      Part part,
      long number,
      int index,
      Context context,
      Collector<TrackedSignal> out) {
    if (!part.signals().isEmpty() && !settings.isAfterAsOf(decoded)) {
      var track = new Track(number, index, decoded.parts().size(), part.signals().size());
      for (var signal : part.signals()) {
        out.collect(new TrackedSignal(track, signal));
        CertificateSignals.eventOf(signal)
            .map(CertificateWord::of)
            .ifPresent(word -> context.output(CERTIFICATES, TrackedWord.of(word)));
        PresenterItem.of(signal).ifPresent(item -> context.output(PRESENTERS, item));
      }
      Statements.mentioned(part).forEach(report -> context.output(MENTIONS, report));
      return;
    }
    var track = new Track(number, index, decoded.parts().size(), 1);
    if (part.certificate().isPresent() && !settings.isAfterAsOf(decoded)) {
      context.output(
          CERTIFICATES, TrackedWord.of(track, CertificateWord.of(part.certificate().get())));
      return;
    }
    var outcome = outcome(part);
    if (track.isWhole()) {
      tally.finding(outcome);
      tally.record(outcome);
    } else {
      context.output(OUTCOMES, new PartOutcome(track, outcome));
    }
  }

  private static String outcome(Part part) {
    switch (part.decision()) {
      case SIGNALS:
      case RELATIONS:
      case CERTIFICATE:
        return Tally.ignored("after-as-of");
      case IGNORED:
        return Tally.ignored(part.reason());
      default:
        return Tally.dead(part.reason());
    }
  }

  private static void deadLetter(DeadLetter letter, Context context) {
    letter.toJson().forEach(json -> context.output(DEAD_LETTERS, new Output(letter.id(), json)));
  }
}
