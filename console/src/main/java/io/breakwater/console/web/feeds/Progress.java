// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.feeds;

import io.breakwater.console.index.RecordStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far the index is with its sources, and what keeps it. Thread-safe. */
public final class Progress {
  private final Clock clock;
  private final Map<RecordStream, Rate> rates = new EnumMap<>(RecordStream.class);
  private final Map<RecordStream, Instant> caughtUp = new EnumMap<>(RecordStream.class);
  private final Map<RecordStream, String> problems = new EnumMap<>(RecordStream.class);
  private final Set<String> behind = new HashSet<>();
  private boolean direct;

  public Progress(Clock clock) {
    this.clock = clock;
  }

  /**
   * A stream at this moment.
   *
   * @param lag since when there may be records that are not in the index; empty while it catches up
   *     for the first time, or where the stream has no source
   * @param problem why its source cannot be read
   */
  public record Stream(double recordsPerSecond, Optional<Duration> lag, Optional<String> problem) {}

  public synchronized Stream of(RecordStream stream) {
    var now = clock.instant();
    var rate = rates.get(stream);
    return new Stream(
        rate == null ? 0 : rate.perSecond(now),
        lag(stream, now),
        Optional.ofNullable(problems.get(stream)));
  }

  private Optional<Duration> lag(RecordStream stream, Instant now) {
    if (caughtUp.containsKey(stream)) {
      return Optional.of(Duration.between(caughtUp.get(stream), now));
    }
    return direct ? Optional.of(Duration.ZERO) : Optional.empty();
  }

  /** What has no source comes in as it is made, by a process that waits for the index. */
  public synchronized void takesDirectly() {
    direct = true;
  }

  /** Whether each source was read to its end once. */
  public synchronized boolean isReady() {
    return behind.isEmpty();
  }

  synchronized void begin(Source source) {
    behind.add(source.name());
  }

  synchronized void took(RecordStream stream, long records) {
    rates.computeIfAbsent(stream, any -> new Rate()).add(clock.instant(), records);
  }

  /**
   * @param since when the source was asked for what it has
   */
  synchronized void tookAll(Source source, Instant since) {
    behind.remove(source.name());
    for (var stream : source.streams()) {
      caughtUp.put(stream, since);
      problems.remove(stream);
    }
  }

  synchronized void failed(Source source, String why) {
    source.streams().forEach(stream -> problems.put(stream, why));
  }
}
