// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.flink.Sources;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kinesis.FlinkKinesisConsumer;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;

/**
 * Findings and updates of rules, each out of a Kinesis stream, which never ends. Each record is
 * read at least once, also when the stream is re-sharded and the job restarts meanwhile; shards are
 * read side by side, a child perhaps before the end of its parent.
 */
public final class KinesisInputs implements Sources {
  private final KinesisSettings settings;

  public KinesisInputs(KinesisSettings settings) {
    this.settings = settings;
  }

  /**
   * With FlinkKinesisConsumer, although Flink calls its kind deprecated: the KinesisStreamsSource
   * of the same release can lose records when it is restored at a split of a shard (FLINK-37627).
   */
  @Override
  @SuppressWarnings("deprecation")
  public DataStream<Record> findings(StreamExecutionEnvironment env) {
    var consumer =
        new FlinkKinesisConsumer<>(
            settings.inputStream(), new AsRecord(), ConnectorProperties.ofSource(settings));
    return env.addSource(consumer, "read findings", WireTypes.RECORD).uid("read-findings");
  }

  /**
   * From the beginning, wherever findings are read from: of each kind the last update counts. By
   * one task, as they are one shard's worth, and their order matters.
   */
  @Override
  @SuppressWarnings("deprecation")
  public Optional<DataStream<Record>> rules(StreamExecutionEnvironment env) {
    return settings
        .ruleStream()
        .map(
            stream -> {
              var properties = ConnectorProperties.ofSource(settings, StartPosition.TRIM_HORIZON);
              var consumer = new FlinkKinesisConsumer<>(stream, new AsRecord(), properties);
              return env.addSource(consumer, "read rules", WireTypes.RECORD)
                  .setParallelism(1)
                  .uid("read-rules");
            });
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
