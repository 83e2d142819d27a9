// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import io.breakwater.history.Pause;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * The records that a stream has of a span of time, handed on as they are read: from all of its
 * shards, closed ones as well, one after the other.
 */
public final class StreamSpan {
  private final KinesisStream stream;

  /**
   * @param client not closed
   * @param stream its name, or its ARN
   */
  public StreamSpan(KinesisClient client, String stream) {
    this.stream = new KinesisStream(client, stream, KinesisStream.MOST);
  }

  /**
   * In order within each shard.
   *
   * @param since arrived then or later; open for all that the stream still has
   * @param until arrived before then
   * @throws io.breakwater.history.HistoryException when the stream refuses
   */
  public void read(Optional<Instant> since, Instant until, Consumer<byte[]> reader)
      throws IOException, InterruptedException {
    for (var shard : stream.shards(since)) {
      var records =
          new ShardReader(stream, shard.shardId(), Position.since(since), Pause.BY_SLEEPING);
      records.readUntil(
          until,
          Clock.systemUTC(),
          (arrived, time) ->
              arrived.forEach(record -> reader.accept(record.data().asByteArrayUnsafe())));
    }
  }
}
