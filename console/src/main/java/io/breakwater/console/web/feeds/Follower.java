// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.feeds;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an index up with a source. A source that cannot be read is tried again, the more seldom the
 * longer it lasts; that it cannot is in the log once, and in the progress until it can.
 */
public final class Follower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Source source;
  private final Progress progress;
  private final Clock clock;
  private final Duration pause;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private String lastFailure = "";

  private Follower(Source source, Progress progress, Clock clock, Duration pause) {
    this.source = source;
    this.progress = progress;
    this.clock = clock;
    this.pause = pause;
    this.thread = new Thread(this::follow, "follow " + source.name());
  }

  /**
   * @param pause between looking whether something has come
   */
  public static Follower start(Source source, Progress progress, Clock clock, Duration pause) {
    var follower = new Follower(source, progress, clock, pause);
    progress.begin(source);
    follower.thread.start();
    return follower;
  }

  private void follow() {
    var wait = pause;
    do {
      wait = takeAll() ? pause : longer(wait);
    } while (!isClosedAfter(wait));
  }

  private boolean takeAll() {
    var since = clock.instant();
    try {
      source.takeAll();
      progress.tookAll(source, since);
      lastFailure = "";
      return true;
    } catch (RuntimeException e) {
      failed(e);
      return false;
    }
  }

  private void failed(RuntimeException failure) {
    if (closed.getCount() == 0) {
      return;
    }
    var why = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    progress.failed(source, why);
    if (!why.equals(lastFailure)) {
      LOG.warn("{} cannot be read: {}; it is tried again", source.name(), why);
    }
    lastFailure = why;
  }

  private static Duration longer(Duration wait) {
    var twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private boolean isClosedAfter(Duration wait) {
    try {
      return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** What is being taken goes on. */
  public void stop() {
    closed.countDown();
  }

  /** Returns when nothing is being taken any more. */
  @Override
  public void close() {
    stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
