// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.job;

import io.breakwater.flink.Sinks;
import io.breakwater.flink.types.Output;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Counts what is written, and throws it away. */
final class CountingSinks implements Sinks {
  @Override
  public void exposures(DataStream<Output> revisions) {
    revisions.sinkTo(new CountingSink()).name("count exposures").uid("count-exposures");
  }

  /** Not among what is counted: they are no exposures. */
  @Override
  public void chokePoints(DataStream<Output> points) {
    points.sinkTo(new DiscardingSink<>()).name("drop choke points").uid("drop-choke-points");
  }

  @Override
  public void certificates(DataStream<Output> revisions) {
    revisions.sinkTo(new CountingSink()).name("count certificates").uid("count-certificates");
  }

  @Override
  public void deadLetters(DataStream<Output> letters) {
    letters.sinkTo(new CountingSink()).name("count dead letters").uid("count-dead-letters");
  }

  @Override
  public void ruleAnswers(DataStream<Output> answers) {
    answers.sinkTo(new DiscardingSink<>()).name("drop rule answers").uid("drop-rule-answers");
  }

  private static final class CountingSink implements Sink<Output> {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("deprecation") // Flink 1.20 still has it as the abstract one.
    public SinkWriter<Output> createWriter(InitContext context) {
      return new Writer(Pass.current());
    }
  }

  private static final class Writer implements SinkWriter<Output> {
    private final Pass pass;

    Writer(Pass pass) {
      this.pass = pass;
    }

    @Override
    public void write(Output element, Context context) {
      pass.written(element.key(), element.json());
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
