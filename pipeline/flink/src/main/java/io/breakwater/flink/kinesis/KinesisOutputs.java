// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.flink.Sinks;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.WireTypes;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kinesis.sink.KinesisStreamsSink;
import org.apache.flink.connector.kinesis.sink.PartitionKeyGenerator;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Writes each output into a Kinesis stream of its own, at least once: after a restart a reader sees
 * some revisions again, with the same {@code metadata.uid}.
 *
 * <p>Outputs with the same key go to the same shard, and in order unless Kinesis refuses single
 * records of a call, which are sent again until it takes them.
 */
public final class KinesisOutputs implements Sinks {
  /** What a stream takes of one record, its key included, unless it was made to take more. */
  private static final int MAX_RECORD_BYTES = 1 << 20;

  private static final int MAX_KEY_CHARACTERS = 256;
  private static final int MAX_KEY_BYTES = 4 * MAX_KEY_CHARACTERS;

  /** Calls side by side would overtake one another, and revisions with them. */
  private static final int CALLS_AT_ONCE = 1;

  /** A fraction of the 250 ms that an event may take from source to sink. */
  private static final long MAX_BUFFERED_MILLIS = 100;

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

  @SuppressWarnings("deprecation") // By ARN is preferred; the names of our own streams are enough.
  private void write(DataStream<Output> outputs, String name, String stream) {
    var sink =
        KinesisStreamsSink.<Output>builder()
            .setStreamName(stream)
            .setKinesisClientProperties(ConnectorProperties.ofSinks(settings))
            .setSerializationSchema((SerializationSchema<Output>) Output::json)
            .setPartitionKeyGenerator((PartitionKeyGenerator<Output>) KinesisOutputs::partitionKey)
            .setFailOnError(false)
            .setMaxInFlightRequests(CALLS_AT_ONCE)
            .setMaxTimeInBufferMS(MAX_BUFFERED_MILLIS)
            .build();
    outputs
        .process(new SizeLimit(stream, MAX_RECORD_BYTES - MAX_KEY_BYTES), WireTypes.OUTPUT)
        .name("limit size of " + name)
        .uid("limit-size-of-" + name)
        .sinkTo(sink)
        .name("write " + name)
        .uid("write-" + name);
  }

  private static String partitionKey(Output output) {
    var key = output.key();
    return key.substring(0, Math.min(MAX_KEY_CHARACTERS, key.length()));
  }
}
