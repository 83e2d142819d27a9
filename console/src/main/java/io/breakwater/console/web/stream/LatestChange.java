// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.stream;

import io.breakwater.console.index.Index;
import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.Reader;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number of the last change, for many to wait for a greater one. One thread looks: when the
 * index says that something has changed, and now and then, as another process may have written.
 */
final class LatestChange implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LatestChange.class);
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Reader reader;
  private final Semaphore changes = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);
  private long number;

  private LatestChange(Reader reader) {
    this.reader = reader;
    this.number = reader.lastChange();
  }

  static LatestChange of(Index index) {
    var latest = new LatestChange(index.reader());
    index.onChange(latest.changes::release);
    var thread = new Thread(latest::look, "latest change");
    thread.setDaemon(true);
    thread.start();
    return latest;
  }

  private void look() {
    try {
      while (!isClosed()) {
        if (changes.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          changes.drainPermits();
        }
        lookOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOnce() {
    try {
      found(reader.lastChange());
    } catch (IndexException e) {
      if (!isClosed()) {
        LOG.warn("whether something has changed is not known: {}", e.getMessage());
      }
    }
  }

  private synchronized void found(long latest) {
    number = latest;
    notifyAll();
  }

  synchronized long number() {
    return number;
  }

  /** Waits for a change after one, at most so long; also returns at the end of the server. */
  synchronized long awaitAfter(long seen, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    long left = atMost.toMillis();
    while (number <= seen && left > 0 && !isClosed()) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    return number;
  }

  /** Waits so long, or for the end of the server. */
  void pause(Duration time) throws InterruptedException {
    if (ended.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.debug("the server ends");
    }
  }

  boolean isClosed() {
    return ended.getCount() == 0;
  }

  @Override
  public void close() {
    ended.countDown();
    changes.release();
    found(number());
  }
}
