// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import io.breakwater.history.HistoryException;
import io.breakwater.history.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Reads a stream while others write to it, and keeps those of its records that are asked for, in
 * files as {@link KinesisHistory} writes them. For one thread.
 */
public final class StreamFollower {
  private final KinesisStream stream;
  private final Instant since;
  private final Path directory;
  private final Predicate<byte[]> kept;
  private final OpenShards shards;
  private final Map<String, ShardFiles> files = new HashMap<>();

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
    this.shards = new OpenShards(this.stream, Optional.of(since), this::begin, pause);
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
    var step = new Step(0, 0, true);
    for (var open : shards.readers().entrySet()) {
      step = step.and(read(open.getKey(), open.getValue()));
    }
    return step;
  }

  private Step read(String shard, ShardReader reader) throws IOException, InterruptedException {
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
      shards.ended(shard);
    }
    return new Step(bytes, found, !reader.hasEnded() && answer.millisBehindLatest() == 0);
  }

  private Position begin(String shard) throws IOException {
    var written =
        new ShardFiles(directory.resolve(shard), "kinesis:" + stream.name() + "/" + shard);
    files.put(shard, written);
    return written.last().map(Position::after).orElse(Position.since(Optional.of(since)));
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
