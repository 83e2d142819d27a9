// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import io.breakwater.history.HistoryException;
import io.breakwater.history.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Shard;

/**
 * Reads a stream while others write to it, and keeps those of its records that are asked for, in
 * files as {@link KinesisHistory} writes them. For one thread.
 */
public final class StreamFollower {
  private final KinesisStream stream;
  private final Instant since;
  private final Path directory;
  private final Predicate<byte[]> kept;
  private final Pause pause;
  private final Map<String, ShardReader> readers = new HashMap<>();
  private final Map<String, ShardFiles> files = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private boolean shardsChanged = true;

  /**
   * @param client not closed
   * @param stream its name, or its ARN
   * @param since from the records that arrived then on
   * @param directory made when it is not there; what is there of the same stream is gone on after
   * @param kept whether a record, as it arrived, is one of those
   */
  public StreamFollower(
      KinesisClient client,
      String stream,
      Instant since,
      Path directory,
      Predicate<byte[]> kept,
      Pause pause) {
    this.stream = new KinesisStream(client, stream, KinesisStream.MOST);
    this.since = since;
    this.directory = directory;
    this.kept = kept;
    this.pause = pause;
  }

  /**
   * What one call of each shard gave.
   *
   * @param bytes of all records, kept or not
   * @param kept how many records were
   * @param atTip whether nothing was left to read
   */
  public record Step(long bytes, long kept, boolean atTip) {
    private Step and(Step other) {
      return new Step(bytes + other.bytes, kept + other.kept, atTip && other.atTip);
    }
  }

  /**
   * Calls each shard once.
   *
   * @throws HistoryException when the stream refuses
   */
  public Step read() throws IOException, InterruptedException {
    if (shardsChanged) {
      openShards();
      shardsChanged = false;
    }
    var step = new Step(0, 0, true);
    for (var shard : List.copyOf(readers.keySet())) {
      step = step.and(read(shard));
    }
    return step;
  }

  private Step read(String shard) throws IOException, InterruptedException {
    var reader = readers.get(shard);
    var answer = reader.next();
    long bytes = 0;
    long found = 0;
    for (var record : answer.records()) {
      var data = record.data().asByteArrayUnsafe();
      bytes += data.length;
      if (kept.test(data)) {
        files.get(shard).add(record.sequenceNumber(), data, Optional.empty());
        found++;
      }
    }
    if (reader.hasEnded()) {
      readers.remove(shard);
      ended.add(shard);
      shardsChanged = true;
    }
    return new Step(bytes, found, !reader.hasEnded() && answer.millisBehindLatest() == 0);
  }

  /** Begins with the shards that are new, unless a parent of theirs is not read to its end. */
  private void openShards() throws IOException, InterruptedException {
    var shards = stream.shards(Optional.of(since));
    var unread = shards.stream().map(Shard::shardId).collect(Collectors.toCollection(HashSet::new));
    unread.removeAll(ended);
    for (var shard : shards) {
      var id = shard.shardId();
      boolean waits =
          Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
              .anyMatch(unread::contains);
      if (unread.contains(id) && !waits && !readers.containsKey(id)) {
        var written = new ShardFiles(directory.resolve(id), "kinesis:" + stream.name() + "/" + id);
        var begin = written.last().map(Position::after).orElse(Position.since(Optional.of(since)));
        files.put(id, written);
        readers.put(id, new ShardReader(stream, id, begin, pause));
      }
    }
  }

  /** Writes what was kept so far. */
  public void flush() throws IOException {
    for (var shard : files.values()) {
      shard.flush();
    }
  }

  /**
   * What was kept, in a fixed order.
   *
   * @param directory of a follower, now or in the past
   */
  public static List<Path> filesIn(Path directory) throws IOException {
    return ShardFiles.below(directory);
  }
}
