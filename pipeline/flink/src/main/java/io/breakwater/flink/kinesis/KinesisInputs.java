// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.flink.Sources;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;

/** Findings, updates of rules and actions, each out of a Kinesis stream, which never ends. */
public final class KinesisInputs implements Sources {
  private final KinesisSettings settings;

  public KinesisInputs(KinesisSettings settings) {
    this.settings = settings;
  }

  @Override
  public DataStream<Record> findings(StreamExecutionEnvironment env) {
    return read(env, "read findings", settings.inputStream(), settings.startPosition());
  }

  /**
   * From the beginning, wherever findings are read from: of each kind the last update counts. By
   * one task, as they are one shard's worth, and their order matters.
   */
  @Override
  public Optional<DataStream<Record>> rules(StreamExecutionEnvironment env) {
    return settings
        .ruleStream()
        .map(
            stream ->
                read(env, "read rules", stream, StartPosition.TRIM_HORIZON).setParallelism(1));
  }

  /** From the beginning, as decisions hold until they end. */
  @Override
  public Optional<DataStream<Record>> actions(StreamExecutionEnvironment env) {
    return settings
        .controlStream()
        .map(stream -> read(env, "read actions", stream, StartPosition.TRIM_HORIZON));
  }

  private DataStreamSource<Record> read(
      StreamExecutionEnvironment env, String name, String stream, StartPosition start) {
    return KinesisStreams.read(
        env, name, stream, settings.place(), start, new AsRecord(), WireTypes.RECORD);
  }

  /** The bytes as they are, and where they were: judging them is for a later stage. */
  private static final class AsRecord implements KinesisDeserializationSchema<Record> {
    private static final long serialVersionUID = 1L;

    @Override
    public Record deserialize(
        byte[] bytes,
        String partitionKey,
        String sequenceNumber,
        long arrivalMillis,
        String stream,
        String shardId) {
      return new Record(bytes, shardId, sequenceNumber);
    }

    @Override
    public TypeInformation<Record> getProducedType() {
      return WireTypes.RECORD;
    }
  }
}
