// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads streams and keeps what is open, until it is stopped or nothing comes any more. */
final class Consumer {
  private static final Duration SAVE_WHAT_CHANGED = Duration.ofSeconds(5);
  private static final Duration SAVE_HOW_FAR = Duration.ofMinutes(1);

  /** As long as a stream keeps records by default in our template. */
  private static final Duration REMEMBER_ACTIONS = Duration.ofDays(7);

  private final StateDirectory directory;
  private final OpenSet open;
  private final Actions actions;
  private final Intake intake;
  private final Map<String, StreamReader> readers;
  private final Clock clock;
  private final CountDownLatch stop = new CountDownLatch(1);

  Consumer(
      StateDirectory directory,
      OpenSet open,
      Actions actions,
      Intake intake,
      Map<String, StreamReader> readers,
      Clock clock) {
    this.directory = directory;
    this.open = open;
    this.actions = actions;
    this.intake = intake;
    this.readers = readers;
    this.clock = clock;
  }

  /**
   * Saves what it came to in any case, also when it fails.
   *
   * @param untilIdle ends when nothing has come for so long; empty for never
   */
  void run(Optional<Duration> untilIdle) throws IOException, InterruptedException {
    try {
      follow(untilIdle);
    } finally {
      save();
    }
  }

  private void follow(Optional<Duration> untilIdle) throws IOException, InterruptedException {
    var saved = clock.instant();
    var busy = saved;
    boolean changed = false;
    do {
      var now = clock.instant();
      if (poll(now) > 0) {
        busy = now;
        changed = true;
      }
      if (!readers.values().stream().allMatch(StreamReader::isUpToDate)) {
        busy = now;
      }
      if (!now.isBefore(saved.plus(changed ? SAVE_WHAT_CHANGED : SAVE_HOW_FAR))) {
        save();
        saved = now;
        changed = false;
      }
      if (untilIdle.isPresent() && !now.isBefore(busy.plus(untilIdle.get()))) {
        return;
      }
    } while (!stop.await(millisUntilNextPoll(), TimeUnit.MILLISECONDS));
  }

  private int poll(Instant now) {
    int count = 0;
    for (var reader : readers.values()) {
      count += reader.poll(now);
    }
    return count;
  }

  private long millisUntilNextPoll() {
    var now = clock.instant();
    var next =
        readers.values().stream()
            .map(StreamReader::nextPoll)
            .min(Comparator.naturalOrder())
            .filter(time -> time.isBefore(now.plus(StreamReader.WHEN_UP_TO_DATE)))
            .orElse(now.plus(StreamReader.WHEN_UP_TO_DATE));
    return Math.max(0, Duration.between(now, next).toMillis());
  }

  private void save() throws IOException {
    if (intake.latest().isAfter(Instant.MIN)) {
      actions.forgetBefore(intake.latest().minus(REMEMBER_ACTIONS));
    }
    var positions = new TreeMap<>(directory.checkpoint());
    readers.forEach((stream, reader) -> positions.put(stream, reader.position()));
    directory.save(open, actions, positions);
  }

  /** Lets {@link #run} come to its end. May be called by any thread. */
  void stop() {
    stop.countDown();
  }
}
