// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.WireTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kinesis.FlinkKinesisConsumer;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;

/** Kinesis streams as all jobs here read and write them. */
public final class KinesisStreams {
  /** What a stream takes of one record, its key included, unless it was made to take more. */
  private static final int MAX_RECORD_BYTES = 1 << 20;

  private KinesisStreams() {}

  /**
   * Reads a stream, which never ends. Each record is read at least once, also when the stream is
   * re-sharded and the job restarts meanwhile; shards are read side by side, a child perhaps before
   * the end of its parent.
   *
   * <p>With FlinkKinesisConsumer, although Flink calls its kind deprecated: the
   * KinesisStreamsSource of the same release can lose records when it is restored at a split of a
   * shard (FLINK-37627).
   *
   * @param name of the stage, for people
   */
  @SuppressWarnings("deprecation")
  public static <T> DataStreamSource<T> read(
      StreamExecutionEnvironment env,
      String name,
      String stream,
      KinesisPlace place,
      StartPosition start,
      KinesisDeserializationSchema<T> schema,
      TypeInformation<T> type) {
    var consumer =
        new FlinkKinesisConsumer<>(stream, schema, ConnectorProperties.ofSource(place, start));
    var source = env.addSource(consumer, name, type);
    source.uid(name.replace(' ', '-'));
    return source;
  }

  /**
   * Writes into a stream, at least once: after a restart a reader sees some records again. Outputs
   * with the same key go to the same shard, and the last one there is the latest.
   *
   * @param name of what is written, for people
   */
  public static void write(
      DataStream<Output> outputs, String name, String stream, KinesisPlace place) {
    outputs
        .process(
            new SizeLimit(stream, MAX_RECORD_BYTES - OrderedSink.MAX_KEY_BYTES), WireTypes.OUTPUT)
        .name("limit size of " + name)
        .uid("limit-size-of-" + name)
        .sinkTo(new OrderedSink(stream, ConnectorProperties.ofSinks(place)))
        .name("write " + name)
        .uid("write-" + name);
  }
}
