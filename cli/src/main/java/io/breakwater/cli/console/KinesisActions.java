// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.console.web.action.ActionSink;
import java.io.IOException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Puts what people decide on a control stream. */
public final class KinesisActions implements ActionSink {
  private static final int LONGEST_KEY = 256;

  private final KinesisClient client;
  private final String stream;

  /**
   * @param client is not closed with it
   */
  public KinesisActions(KinesisClient client, String stream) {
    this.client = client;
    this.stream = stream;
  }

  @Override
  public void send(String resource, byte[] action) throws IOException {
    var key = resource.substring(0, Math.min(LONGEST_KEY, resource.length()));
    try {
      client.putRecord(
          put -> put.streamName(stream).partitionKey(key).data(SdkBytes.fromByteArray(action)));
    } catch (SdkException e) {
      throw new IOException("stream " + stream + ": " + e.getMessage(), e);
    }
  }
}
