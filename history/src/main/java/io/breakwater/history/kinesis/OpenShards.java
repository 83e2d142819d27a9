// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import io.breakwater.history.Pause;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kinesis.model.Shard;

/**
 * The shards of a stream that are being read. One whose parents are not read to their end waits for
 * them, so that what has one partition key stays in order when the stream is re-sharded.
 */
final class OpenShards {
  private final KinesisStream stream;
  private final Optional<Instant> since;
  private final Begin begin;
  private final Pause pause;
  private final Map<String, ShardReader> readers = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private boolean changed = true;

  /**
   * @param since shards that hold nothing from then on are left out; open for all
   */
  OpenShards(KinesisStream stream, Optional<Instant> since, Begin begin, Pause pause) {
    this.stream = stream;
    this.since = since;
    this.begin = begin;
    this.pause = pause;
  }

  /** Where to begin with a shard. */
  @FunctionalInterface
  interface Begin {
    Position of(String shard) throws IOException;
  }

  /** Those that can be read now. */
  Map<String, ShardReader> readers() throws IOException, InterruptedException {
    if (changed) {
      open();
      changed = false;
    }
    return Map.copyOf(readers);
  }

  /** A shard was read to its end: its children may begin. */
  void ended(String shard) {
    readers.remove(shard);
    ended.add(shard);
    changed = true;
  }

  private void open() throws IOException, InterruptedException {
    var shards = stream.shards(since);
    var unread = shards.stream().map(Shard::shardId).collect(Collectors.toCollection(HashSet::new));
    unread.removeAll(ended);
    for (var shard : shards) {
      var id = shard.shardId();
      boolean waits =
          Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
              .anyMatch(unread::contains);
      if (unread.contains(id) && !waits && !readers.containsKey(id)) {
        readers.put(id, new ShardReader(stream, id, begin.of(id), pause));
      }
    }
  }
}
