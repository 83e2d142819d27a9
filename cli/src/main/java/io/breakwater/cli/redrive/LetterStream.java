// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.redrive;

import io.breakwater.cli.Failure;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The records that a stream has of a span of time, from all of its shards, closed ones as well. */
public final class LetterStream {
  /** GetRecords may be called five times a second for each shard. */
  private static final long PAUSE_MILLIS = 220;

  private final KinesisClient client;
  private final String stream;

  public LetterStream(KinesisClient client, String stream) {
    this.client = client;
    this.stream = stream;
  }

  /**
   * In order within each shard.
   *
   * @param since arrived then or later; null for all that the stream still has
   * @param until arrived before then
   * @throws Failure when the stream cannot be read
   */
  public void read(Instant since, Instant until, Consumer<byte[]> reader)
      throws InterruptedException {
    try {
      var shards =
          new ArrayDeque<Shard>(client.listShards(request -> request.streamName(stream)).shards());
      while (!shards.isEmpty()) {
        read(shards.remove(), since, until, reader);
      }
    } catch (SdkException e) {
      throw new Failure("cannot read stream " + stream + ": " + e.getMessage(), e);
    }
  }

  private void read(Shard shard, Instant since, Instant until, Consumer<byte[]> reader)
      throws InterruptedException {
    var iterator = client.getShardIterator(beginOf(shard, since)).shardIterator();
    while (iterator != null) {
      var current = iterator;
      var answer = client.getRecords(request -> request.shardIterator(current));
      for (var record : answer.records()) {
        if (record.approximateArrivalTimestamp().isBefore(until)) {
          reader.accept(record.data().asByteArrayUnsafe());
        }
      }
      if (isPast(until, answer)) {
        return;
      }
      iterator = answer.nextShardIterator();
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private GetShardIteratorRequest beginOf(Shard shard, Instant since) {
    var request = GetShardIteratorRequest.builder().streamName(stream).shardId(shard.shardId());
    return since == null
        ? request.shardIteratorType(ShardIteratorType.TRIM_HORIZON).build()
        : request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(since).build();
  }

  private static boolean isPast(Instant until, GetRecordsResponse answer) {
    List<Instant> arrivals =
        answer.records().stream().map(record -> record.approximateArrivalTimestamp()).toList();
    return arrivals.isEmpty()
        ? answer.millisBehindLatest() == 0
        : !arrivals.get(arrivals.size() - 1).isBefore(until);
  }
}
