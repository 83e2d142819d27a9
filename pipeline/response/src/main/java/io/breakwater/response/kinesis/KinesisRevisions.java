// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.kinesis;

import com.google.protobuf.ByteString;
import io.breakwater.flink.kinesis.KinesisStreams;
import io.breakwater.response.ResponseSources;
import io.breakwater.response.message.Arrival;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;

/** Revisions of exposures, and of certificate alerts, each out of a stream of their own. */
public final class KinesisRevisions implements ResponseSources {
  private final ResponseStreams streams;

  public KinesisRevisions(ResponseStreams streams) {
    this.streams = streams;
  }

  @Override
  public DataStream<Arrival> revisions(StreamExecutionEnvironment env) {
    var exposures = read(env, "read exposures", streams.exposures());
    return streams
        .certificates()
        .map(stream -> exposures.union(read(env, "read certificates", stream)))
        .orElse(exposures);
  }

  @Override
  public Optional<DataStream<Arrival>> controls(StreamExecutionEnvironment env) {
    return streams.controls().map(stream -> read(env, "read controls", stream));
  }

  private DataStream<Arrival> read(StreamExecutionEnvironment env, String name, String stream) {
    return KinesisStreams.read(
        env, name, stream, streams.place(), streams.start(), new AsArrival(), TYPE);
  }

  /** The bytes as they are, with what only the stream knows of them. */
  private static final class AsArrival implements KinesisDeserializationSchema<Arrival> {
    private static final long serialVersionUID = 1L;

    @Override
    public Arrival deserialize(
        byte[] bytes,
        String partitionKey,
        String sequenceNumber,
        long arrivalMillis,
        String stream,
        String shardId) {
      return Arrival.newBuilder()
          .setRecord(ByteString.copyFrom(bytes))
          .setArrivedAt(arrivalMillis)
          .setOrigin(stream + "/" + shardId)
          .setPosition(sequenceNumber)
          .build();
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
      return TYPE;
    }
  }
}
