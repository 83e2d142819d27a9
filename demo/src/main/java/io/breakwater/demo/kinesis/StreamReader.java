// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * Reads a Kinesis stream from its oldest record on, in order within each of the shards that it had
 * when the reading began. For looking at outputs; not thread-safe.
 */
public final class StreamReader {
  private final KinesisClient client;
  private final String stream;
  private final List<Place> places = new ArrayList<>();

  public StreamReader(KinesisClient client, String stream) {
    this.client = Objects.requireNonNull(client);
    this.stream = Objects.requireNonNull(stream);
    for (var shard : client.listShards(request -> request.streamName(stream)).shards()) {
      var place = new Place(shard.shardId());
      place.find();
      places.add(place);
    }
  }

  /** What has arrived since the last call, as much of it as one call a shard returns. */
  public List<byte[]> poll() {
    var records = new ArrayList<byte[]>();
    places.forEach(place -> place.poll(records));
    places.removeIf(place -> place.iterator == null);
    return records;
  }

  /** How far a shard is read. An iterator lives for five minutes; a place is found again. */
  private final class Place {
    private final String shard;
    private String lastRead;
    private String iterator;

    Place(String shard) {
      this.shard = shard;
    }

    void find() {
      var request = GetShardIteratorRequest.builder().streamName(stream).shardId(shard);
      if (lastRead == null) {
        request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
      } else {
        request
            .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
            .startingSequenceNumber(lastRead);
      }
      iterator = client.getShardIterator(request.build()).shardIterator();
    }

    void poll(List<byte[]> into) {
      var answer = read();
      for (var record : answer.records()) {
        into.add(record.data().asByteArray());
        lastRead = record.sequenceNumber();
      }
      iterator = answer.nextShardIterator();
    }

    private GetRecordsResponse read() {
      try {
        return client.getRecords(request -> request.shardIterator(iterator));
      } catch (ExpiredIteratorException e) {
        find();
        return client.getRecords(request -> request.shardIterator(iterator));
      }
    }
  }
}
