// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * Reads a Kinesis stream from its oldest record on, in order within each of the shards that it had
 * when the reading began. For looking at outputs; not thread-safe.
 */
public final class StreamReader {
  private final KinesisClient client;
  private List<String> iterators;

  public StreamReader(KinesisClient client, String stream) {
    this.client = Objects.requireNonNull(client);
    this.iterators =
        client.listShards(request -> request.streamName(stream)).shards().stream()
            .map(shard -> beginOf(stream, shard.shardId()))
            .toList();
  }

  private String beginOf(String stream, String shard) {
    return client
        .getShardIterator(
            request ->
                request
                    .streamName(stream)
                    .shardId(shard)
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
        .shardIterator();
  }

  /** What has arrived since the last call, as much of it as one call a shard returns. */
  public List<byte[]> poll() {
    var records = new ArrayList<byte[]>();
    var next = new ArrayList<String>();
    for (var iterator : iterators) {
      var answer = client.getRecords(request -> request.shardIterator(iterator));
      answer.records().forEach(record -> records.add(record.data().asByteArray()));
      if (answer.nextShardIterator() != null) {
        next.add(answer.nextShardIterator());
      }
    }
    iterators = next;
    return records;
  }
}
