// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.job;

import io.breakwater.flink.Sinks;
import io.breakwater.flink.types.Output;
import java.util.zip.CRC32C;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Looks at every byte that is written, so that none is saved, and throws it away. */
final class CountingSinks implements Sinks {
  @Override
  public void exposures(DataStream<Output> revisions) {
    revisions.sinkTo(new CountingSink()).name("count exposures").uid("count-exposures");
  }

  @Override
  public void deadLetters(DataStream<Output> letters) {
    letters.sinkTo(new CountingSink()).name("count dead letters").uid("count-dead-letters");
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
    private final CRC32C hash = new CRC32C();

    Writer(Pass pass) {
      this.pass = pass;
    }

    @Override
    public void write(Output element, Context context) {
      hash.reset();
      hash.update(element.json());
      pass.written(element.json().length, hash.getValue());
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
