// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import io.breakwater.history.Pause;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Reads on in a stream from where somebody was in each of its shards. For one thread. */
public final class StreamTail {
  private final OpenShards shards;

  /**
   * @param client not closed
   * @param stream its name, or its ARN
   * @param reached of a shard the sequence number of the last record that is known; empty for none,
   *     so that it is read from its beginning
   */
  public StreamTail(
      KinesisClient client,
      String stream,
      Function<String, Optional<String>> reached,
      Pause pause) {
    this.shards =
        new OpenShards(
            new KinesisStream(client, stream, KinesisStream.MOST),
            Optional.empty(),
            shard ->
                reached
                    .apply(shard)
                    .map(Position::after)
                    .orElseGet(() -> Position.since(Optional.empty())),
            pause);
  }

  /** Takes the records of a shard, in their order. */
  @FunctionalInterface
  public interface Taker {
    void take(String shard, List<Record> records);
  }

  /**
   * Calls each shard once. What the taker refuses by an exception is not given again: begin with
   * another tail.
   *
   * @return whether nothing was left to read
   * @throws io.breakwater.history.HistoryException when the stream refuses
   */
  public boolean read(Taker taker) throws IOException, InterruptedException {
    boolean atTip = true;
    for (var open : shards.readers().entrySet()) {
      var reader = open.getValue();
      var answer = reader.next();
      if (!answer.records().isEmpty()) {
        taker.take(open.getKey(), answer.records());
      }
      if (reader.hasEnded()) {
        shards.ended(open.getKey());
      }
      atTip &= !reader.hasEnded() && answer.millisBehindLatest() == 0;
    }
    return atTip;
  }
}
