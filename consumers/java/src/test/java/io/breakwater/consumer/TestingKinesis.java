// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.GetRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * A stream in memory that answers one record a call and lists one shard a page; what it is told to
 * fail with comes first. Its iterators say what they are: {@code s-0@2}.
 */
final class TestingKinesis implements KinesisClient {
  static final Instant ARRIVED = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<String, TestingShard> shards = new LinkedHashMap<>();
  private final List<RuntimeException> failures = new ArrayList<>();

  /** Each call, in its order. */
  final List<String> calls = new ArrayList<>();

  TestingShard shard(String id, String... parents) {
    var shard = new TestingShard(id, List.of(parents));
    shards.put(id, shard);
    return shard;
  }

  void failWith(RuntimeException... next) {
    failures.addAll(List.of(next));
  }

  @Override
  public ListShardsResponse listShards(ListShardsRequest request) {
    var ids = List.copyOf(shards.keySet());
    int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
    var shard = shards.get(ids.get(page));
    return ListShardsResponse.builder()
        .shards(
            Shard.builder()
                .shardId(shard.id)
                .parentShardId(shard.parent(0).orElse(null))
                .adjacentParentShardId(shard.parent(1).orElse(null))
                .sequenceNumberRange(range -> range.endingSequenceNumber(shard.closed ? "9" : null))
                .build())
        .nextToken(page + 1 < ids.size() ? Integer.toString(page + 1) : null)
        .build();
  }

  @Override
  public DescribeStreamSummaryResponse describeStreamSummary(DescribeStreamSummaryRequest request) {
    return DescribeStreamSummaryResponse.builder()
        .streamDescriptionSummary(summary -> summary.retentionPeriodHours(24))
        .build();
  }

  @Override
  public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
    calls.add(request.shardId() + " from " + request.shardIteratorType());
    failIfTold();
    var shard = shards.get(request.shardId());
    int next =
        request.shardIteratorType() == ShardIteratorType.LATEST
            ? shard.records.size()
            : request.startingSequenceNumber() == null
                ? 0
                : Integer.parseInt(request.startingSequenceNumber()) + 1;
    return GetShardIteratorResponse.builder().shardIterator(shard.id + "@" + next).build();
  }

  @Override
  public GetRecordsResponse getRecords(GetRecordsRequest request) {
    calls.add(request.shardIterator());
    failIfTold();
    int at = request.shardIterator().indexOf('@');
    var shard = shards.get(request.shardIterator().substring(0, at));
    int next = Integer.parseInt(request.shardIterator().substring(at + 1));
    boolean over = next >= shard.records.size();
    boolean ends = over && shard.closed;
    return GetRecordsResponse.builder()
        .records(over ? List.of() : List.of(shard.record(next)))
        .millisBehindLatest(next + 1 < shard.records.size() ? 1_000L : 0L)
        .nextShardIterator(ends ? null : shard.id + "@" + (over ? next : next + 1))
        .childShards(ends ? childrenOf(shard) : List.of())
        .build();
  }

  private Collection<ChildShard> childrenOf(TestingShard parent) {
    return shards.values().stream()
        .filter(shard -> shard.parents.contains(parent.id))
        .map(shard -> ChildShard.builder().shardId(shard.id).parentShards(shard.parents).build())
        .toList();
  }

  private void failIfTold() {
    if (!failures.isEmpty()) {
      throw failures.remove(0);
    }
  }

  @Override
  public String serviceName() {
    return "kinesis";
  }

  @Override
  public void close() {}

  /** A shard; its sequence numbers are counted from 0. */
  static final class TestingShard {
    private final String id;
    private final List<String> parents;
    private final List<String> records = new ArrayList<>();
    private boolean closed;

    private TestingShard(String id, List<String> parents) {
      this.id = id;
      this.parents = parents;
    }

    private Optional<String> parent(int number) {
      return number < parents.size() ? Optional.of(parents.get(number)) : Optional.empty();
    }

    private Record record(int number) {
      return Record.builder()
          .sequenceNumber(Integer.toString(number))
          .data(SdkBytes.fromUtf8String(records.get(number)))
          .approximateArrivalTimestamp(ARRIVED)
          .build();
    }

    TestingShard with(String... more) {
      records.addAll(List.of(more));
      return this;
    }

    TestingShard closed() {
      closed = true;
      return this;
    }
  }
}
