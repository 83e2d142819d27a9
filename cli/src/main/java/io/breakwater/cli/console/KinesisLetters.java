// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.cli.send.PartitionKey;
import io.breakwater.console.web.redrive.LetterSink;
import java.io.IOException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Puts records of dead letters on the stream that the job reads. */
public final class KinesisLetters implements LetterSink {
  private final KinesisClient client;
  private final String stream;

  /**
   * @param client is not closed with it
   */
  public KinesisLetters(KinesisClient client, String stream) {
    this.client = client;
    this.stream = stream;
  }

  @Override
  public void send(byte[] record) throws IOException {
    try {
      client.putRecord(
          put ->
              put.streamName(stream)
                  .partitionKey(PartitionKey.RESOURCE.of(record))
                  .data(SdkBytes.fromByteArray(record)));
    } catch (SdkException e) {
      throw new IOException("stream " + stream + ": " + e.getMessage(), e);
    }
  }
}
