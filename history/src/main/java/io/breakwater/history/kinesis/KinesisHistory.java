// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import io.breakwater.core.time.TimeRange;
import io.breakwater.history.AtOnce;
import io.breakwater.history.Pause;
import io.breakwater.history.RemoteHistory;
import io.breakwater.history.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Shard;

/**
 * What a Kinesis stream still keeps: a day, or up to a year where its retention is set so. Records
 * are chosen by when they arrived, which is later than the time of the event in them.
 *
 * <p>Takes no more than half of what each shard gives to its readers, so that a live job keeps up.
 * Needs {@code kinesis:ListShards}, {@code kinesis:GetShardIterator} and {@code
 * kinesis:GetRecords}.
 */
public final class KinesisHistory implements RemoteHistory {
  /** What services that send events need at most, usually: they try again for a while. */
  public static final Duration USUAL_LATENESS = Duration.ofHours(1);

  private static final int SHARDS_AT_ONCE = 8;

  /** So far the clock of this machine may be behind that of Kinesis. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final KinesisStream stream;
  private final Duration lateness;
  private final Clock clock;
  private final Pause pause;

  /**
   * @param client not closed
   * @param stream its name, or its ARN
   * @param lateness how long after an event its record may have arrived
   */
  public KinesisHistory(KinesisClient client, String stream, Duration lateness) {
    this(
        new KinesisStream(client, stream, KinesisStream.MOST),
        lateness,
        Clock.systemUTC(),
        Pause.BY_SLEEPING);
  }

  KinesisHistory(KinesisStream stream, Duration lateness, Clock clock, Pause pause) {
    this.stream = stream;
    this.lateness = lateness;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public String name() {
    return "kinesis:" + stream.name();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A directory for each shard. What arrives while this runs is not waited for: where the range
   * is not over yet, it ends where the stream ends.
   */
  @Override
  public List<Path> bring(TimeRange range, Path directory, Transfer transfer)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    var now = clock.instant();
    if (range.from().isPresent() && range.from().get().isAfter(now)) {
      return List.of();
    }
    // Without the second, a stream that is written to faster than it is read would have no end.
    var end =
        Stream.concat(range.widenedAtEnd(lateness).to().stream(), Stream.of(now.plus(SKEW)))
            .min(Instant::compareTo)
            .orElseThrow();

    var waiting = new ArrayList<>(stream.shards(range.from()));
    var arrivals = new Arrivals(name(), range.from(), end, waiting.size(), transfer);
    while (!waiting.isEmpty()) {
      var parentsFirst = withoutParentIn(waiting);
      AtOnce.run(
          SHARDS_AT_ONCE,
          parentsFirst.stream()
              .map(Shard::shardId)
              .map(shard -> reading(shard, range.from(), end, directory, arrivals))
              .toList());
      waiting.removeAll(parentsFirst);
    }
    return ShardFiles.below(directory);
  }

  private static List<Shard> withoutParentIn(List<Shard> shards) {
    var ids = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
    return shards.stream()
        .filter(
            shard ->
                Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                    .noneMatch(parent -> parent != null && ids.contains(parent)))
        .toList();
  }

  private Callable<Void> reading(
      String shard, Optional<Instant> from, Instant end, Path directory, Arrivals arrivals) {
    return () -> {
      var files = new ShardFiles(directory.resolve(shard), name() + "/" + shard);
      if (!files.isComplete()) {
        try {
          read(shard, files, from, end, arrivals);
        } finally {
          // What was read needs not be read again, and may not be there any more by then.
          files.flush();
        }
        files.complete();
      }
      arrivals.finished(shard);
      return null;
    };
  }

  private void read(
      String shard, ShardFiles files, Optional<Instant> from, Instant end, Arrivals arrivals)
      throws IOException, InterruptedException {
    var begin = files.last().map(Position::after).orElseGet(() -> Position.since(from));
    new ShardReader(stream, shard, begin, pause)
        .readUntil(
            end,
            clock,
            (records, time) -> {
              long bytes = 0;
              for (var record : records) {
                var data = record.data().asByteArrayUnsafe();
                files.add(record.sequenceNumber(), data, Aggregate.open(data));
                bytes += data.length;
              }
              arrivals.read(shard, time, bytes);
            });
  }
}
