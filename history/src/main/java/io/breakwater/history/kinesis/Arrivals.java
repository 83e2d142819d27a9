// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import io.breakwater.history.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far into a range of arrivals the shards are read, told to a transfer by one at a time. */
final class Arrivals {
  private final String stream;
  private final Instant end;
  private final int shards;
  private final Transfer transfer;
  private final Map<String, Double> done = new HashMap<>();
  private Optional<Instant> begin;

  /**
   * @param begin where it is open, the first arrival is taken
   */
  Arrivals(String stream, Optional<Instant> begin, Instant end, int shards, Transfer transfer) {
    this.stream = stream;
    this.begin = begin;
    this.end = end;
    this.shards = shards;
    this.transfer = transfer;
  }

  /**
   * @param time that the shard is read to
   */
  synchronized void read(String shard, Instant time, long bytes) throws InterruptedException {
    begin = begin.or(() -> Optional.of(time));
    double whole = Duration.between(begin.get(), end).toMillis();
    double part = Duration.between(begin.get(), time).toMillis();
    done.put(shard, whole <= 0 ? 1 : Math.max(0, Math.min(1, part / whole)));
    tell(shard, bytes);
  }

  synchronized void finished(String shard) throws InterruptedException {
    done.put(shard, 1.0);
    tell(shard, 0);
  }

  private void tell(String shard, long bytes) throws InterruptedException {
    double sum = done.values().stream().mapToDouble(part -> part).sum();
    transfer.brought(stream + "/" + shard, bytes, OptionalDouble.of(sum / shards));
  }
}
