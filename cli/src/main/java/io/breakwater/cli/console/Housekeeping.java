// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.console.index.Index;
import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.Retention;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what is too old, every now and then. */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "housekeeping"));
  private final Index index;
  private final Retention retention;
  private final Clock clock;

  private Housekeeping(Index index, Retention retention, Clock clock) {
    this.index = index;
    this.retention = retention;
    this.clock = clock;
  }

  static Housekeeping start(Index index, Retention retention, Clock clock) {
    var housekeeping = new Housekeeping(index, retention, clock);
    var first =
        housekeeping.executor.scheduleWithFixedDelay(
            housekeeping::forget, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    LOG.debug("next in {} s", first.getDelay(TimeUnit.SECONDS));
    return housekeeping;
  }

  private void forget() {
    try {
      while (!executor.isShutdown() && index.retain(retention, clock.instant()) > 0) {
        // Batch by batch: others write in between.
        Thread.onSpinWait();
      }
    } catch (IndexException e) {
      LOG.warn("what is too old was not forgotten: {}; it is tried again", e.getMessage());
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      executor.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
