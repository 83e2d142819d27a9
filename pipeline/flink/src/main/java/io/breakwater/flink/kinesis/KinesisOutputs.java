// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.flink.Sinks;
import io.breakwater.flink.types.Output;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Writes each output into a Kinesis stream of its own, at least once: after a restart a reader sees
 * some revisions again, with the same {@code metadata.uid}.
 *
 * <p>Outputs with the same key go to the same shard, and the last one there is the latest: what
 * Kinesis refuses of a call is sent again until it takes it, together with what followed it.
 */
public final class KinesisOutputs implements Sinks {
  private final KinesisSettings settings;

  public KinesisOutputs(KinesisSettings settings) {
    this.settings = settings;
  }

  @Override
  public void exposures(DataStream<Output> revisions) {
    write(revisions, "exposures", settings.exposureStream());
  }

  /** Thrown away where no stream is set for them; the job keeps count of them all the same. */
  @Override
  public void chokePoints(DataStream<Output> points) {
    if (settings.chokePointStream().isPresent()) {
      write(points, "choke-points", settings.chokePointStream().get());
    } else {
      points
          .sinkTo(new DiscardingSink<>())
          .name("leave out choke points")
          .uid("leave-out-choke-points");
    }
  }

  @Override
  public void certificates(DataStream<Output> revisions) {
    write(revisions, "certificates", settings.certificateStream());
  }

  @Override
  public void deadLetters(DataStream<Output> letters) {
    write(letters, "dead-letters", settings.deadLetterStream());
  }

  @Override
  public void ruleAnswers(DataStream<Output> answers) {
    if (settings.ruleAnswerStream().isPresent()) {
      write(answers, "rule-answers", settings.ruleAnswerStream().get());
    } else {
      answers
          .sinkTo(new DiscardingSink<>())
          .name("leave out rule answers")
          .uid("leave-out-rule-answers");
    }
  }

  @Override
  public void actionAnswers(DataStream<Output> answers) {
    if (settings.controlAnswerStream().isPresent()) {
      write(answers, "action-answers", settings.controlAnswerStream().get());
    } else {
      answers
          .sinkTo(new DiscardingSink<>())
          .name("leave out action answers")
          .uid("leave-out-action-answers");
    }
  }

  private void write(DataStream<Output> outputs, String name, String stream) {
    KinesisStreams.write(outputs, name, stream, settings.place());
  }
}
