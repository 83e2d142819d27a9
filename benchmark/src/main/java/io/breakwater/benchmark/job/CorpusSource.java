// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.job;

import io.breakwater.flink.Sources;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The corpus as a source: out of memory, as fast as the job takes it.
 *
 * <p>Reads what the {@link Pass} of this JVM says, so it only works in a local cluster.
 */
final class CorpusSource implements Source<Record, CorpusSplit, Integer>, Sources {
  private static final long serialVersionUID = 1L;

  private final boolean ends;

  /**
   * @param ends whether the stream ends with the last record, or stays open and silent
   */
  CorpusSource(boolean ends) {
    this.ends = ends;
  }

  @Override
  public DataStream<Record> findings(StreamExecutionEnvironment env) {
    return env.fromSource(this, WatermarkStrategy.noWatermarks(), "read findings", WireTypes.RECORD)
        .uid("read-findings");
  }

  /** The same beside a stream of rules on which nothing ever comes. */
  Sources withRules() {
    return new Sources() {
      @Override
      public DataStream<Record> findings(StreamExecutionEnvironment env) {
        return CorpusSource.this.findings(env);
      }

      @Override
      public Optional<DataStream<Record>> rules(StreamExecutionEnvironment env) {
        return Optional.of(
            env.fromSequence(1, 1)
                .uid("no-rules")
                .flatMap((FlatMapFunction<Long, Record>) (number, out) -> {})
                .returns(WireTypes.RECORD)
                .uid("read-rules"));
      }
    };
  }

  @Override
  public Boundedness getBoundedness() {
    return ends ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Record, CorpusSplit> createReader(SourceReaderContext context) {
    var pass = Pass.current();
    return new CorpusReader(context, pass.corpus(), pass);
  }

  @Override
  public SplitEnumerator<CorpusSplit, Integer> createEnumerator(
      SplitEnumeratorContext<CorpusSplit> context) {
    return new CorpusEnumerator(context, ends);
  }

  @Override
  public SplitEnumerator<CorpusSplit, Integer> restoreEnumerator(
      SplitEnumeratorContext<CorpusSplit> context, Integer checkpoint) {
    return createEnumerator(context);
  }

  @Override
  public SimpleVersionedSerializer<CorpusSplit> getSplitSerializer() {
    return new CorpusSplit.Serializer();
  }

  @Override
  public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
    return new NumberSerializer();
  }

  private static final class NumberSerializer implements SimpleVersionedSerializer<Integer> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(Integer number) throws IOException {
      var out = new DataOutputSerializer(Integer.BYTES);
      out.writeInt(number);
      return out.getCopyOfBuffer();
    }

    @Override
    public Integer deserialize(int version, byte[] serialized) throws IOException {
      return new DataInputDeserializer(serialized).readInt();
    }
  }
}
