// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.flink.types.Output;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.connector.kinesis.sink.KinesisStreamsStateSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.core.SdkBytes;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * Writes outputs into a stream at least once, and so that the last record of a key is the last one
 * that was written of it.
 *
 * <p>The connector's own sink sends again what Kinesis refused of a call, and nothing else: the
 * older of two revisions, refused and sent again, would come after the newer one, and a reader
 * would be left with it. Here everything of its key that was in the same call is sent again after
 * it.
 */
final class OrderedSink extends AsyncSinkBase<Output, PutRecordsRequestEntry> {
  private static final long serialVersionUID = 1L;

  /**
   * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html">
   *     PutRecords</a>
   */
  private static final int MAX_BATCH = 500;

  private static final long MAX_BATCH_BYTES = 5 << 20;
  private static final int MAX_BUFFERED = 10_000;

  /** Calls side by side would overtake one another, and revisions with them. */
  private static final int CALLS_AT_ONCE = 1;

  /** A fraction of the 250 ms that an event may take from source to sink. */
  private static final long MAX_BUFFERED_MILLIS = 100;

  private static final int MAX_KEY_CHARACTERS = 256;

  /** Of records that nothing orders: a key has one character at least. */
  private static final String NO_KEY = "-";

  /** What a key takes of the size of a record at most. */
  static final int MAX_KEY_BYTES = 4 * MAX_KEY_CHARACTERS;

  private final String stream;
  private final Properties client;

  /**
   * @param client how to reach Kinesis, in the words of the connector
   */
  OrderedSink(String stream, Properties client) {
    super(
        (output, context) -> entry(output),
        MAX_BATCH,
        CALLS_AT_ONCE,
        MAX_BUFFERED,
        MAX_BATCH_BYTES,
        MAX_BUFFERED_MILLIS,
        MAX_BATCH_BYTES);
    this.stream = stream;
    this.client = client;
  }

  /** A key that Kinesis does not take would be refused for ever, and all that comes after it. */
  static PutRecordsRequestEntry entry(Output output) {
    var key = output.key().isEmpty() ? NO_KEY : output.key();
    return PutRecordsRequestEntry.builder()
        .partitionKey(key.substring(0, Math.min(MAX_KEY_CHARACTERS, key.length())))
        .data(SdkBytes.fromByteArrayUnsafe(output.json()))
        .build();
  }

  @Override
  @SuppressWarnings("deprecation") // Flink 1.20 still has it as the abstract one.
  public OrderedWriter createWriter(InitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  @SuppressWarnings("deprecation")
  public OrderedWriter restoreWriter(
      InitContext context, Collection<BufferedRequestState<PutRecordsRequestEntry>> states) {
    return new OrderedWriter(
        getElementConverter(), context, configuration(), states, stream, client);
  }

  private AsyncSinkWriterConfiguration configuration() {
    return AsyncSinkWriterConfiguration.builder()
        .setMaxBatchSize(getMaxBatchSize())
        .setMaxBatchSizeInBytes(getMaxBatchSizeInBytes())
        .setMaxInFlightRequests(getMaxInFlightRequests())
        .setMaxBufferedRequests(getMaxBufferedRequests())
        .setMaxTimeInBufferMS(getMaxTimeInBufferMS())
        .setMaxRecordSizeInBytes(getMaxRecordSizeInBytes())
        .build();
  }

  /** As the connector's own sink keeps them: one may take the place of the other. */
  @Override
  public SimpleVersionedSerializer<BufferedRequestState<PutRecordsRequestEntry>>
      getWriterStateSerializer() {
    return new KinesisStreamsStateSerializer();
  }
}
