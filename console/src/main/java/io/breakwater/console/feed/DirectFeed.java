// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.feed;

import io.breakwater.console.index.Index;
import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.Place;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.StreamRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Takes records into an index that are made in the same process. What is given is in the index a
 * fifth of a second later; who gives more than the index takes has to wait.
 *
 * <p>A record has no place of its own: it gets the one behind the last record of its stream that
 * the index has from this source.
 */
public final class DirectFeed implements AutoCloseable {
  private static final int BATCH = 500;
  private static final int BATCH_BYTES = 8 << 20;
  private static final long GATHER_NANOS = Duration.ofMillis(200).toNanos();

  private final Index index;
  private final String source;
  private final BlockingQueue<Given> given = new ArrayBlockingQueue<>(2 * BATCH);
  private final Map<RecordStream, Long> last = new EnumMap<>(RecordStream.class);
  private final Thread thread;
  private volatile boolean closed;
  private volatile IndexException failure;

  /**
   * @param source by which the index knows these records, as it does shards
   */
  public DirectFeed(Index index, String source) {
    this.index = index;
    this.source = source;
    for (var stream : RecordStream.values()) {
      var reached = index.reached(stream).getOrDefault(source, Sequence.of(0));
      last.put(stream, Long.parseLong(reached.number()));
    }
    thread = new Thread(this::run, "index feed");
    thread.setDaemon(true);
    thread.start();
  }

  private static final class Given {
    private final RecordStream stream;
    private final byte[] bytes;

    private Given(RecordStream stream, byte[] bytes) {
      this.stream = stream;
      this.bytes = bytes;
    }
  }

  /**
   * Waits while the index is behind.
   *
   * @param bytes not to be changed any more
   * @throws IndexException when the store has failed; what was given since then is lost
   * @throws IllegalStateException after {@link #close}
   */
  public void accept(RecordStream stream, byte[] bytes) throws InterruptedException {
    var one = new Given(stream, bytes);
    do {
      throwFailure();
      if (closed) {
        throw new IllegalStateException("the feed is closed");
      }
    } while (!given.offer(one, GATHER_NANOS, TimeUnit.NANOSECONDS));
  }

  private void throwFailure() {
    if (failure != null) {
      throw new IndexException(failure.getMessage(), failure);
    }
  }

  private void run() {
    try {
      for (var batch = gather(); !batch.isEmpty(); batch = gather()) {
        index.apply(batch);
      }
    } catch (IndexException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = new IndexException("the feed of the index was interrupted", e);
    }
  }

  /** Empty only when the feed is closed and nothing is left. */
  private List<StreamRecord> gather() throws InterruptedException {
    var batch = new ArrayList<StreamRecord>();
    int bytes = 0;
    long end = Long.MAX_VALUE;
    while (batch.size() < BATCH && bytes < BATCH_BYTES) {
      long wait = Math.min(GATHER_NANOS, end - System.nanoTime());
      var next = closed ? given.poll() : given.poll(wait, TimeUnit.NANOSECONDS);
      if (next != null) {
        end = batch.isEmpty() ? System.nanoTime() + GATHER_NANOS : end;
        batch.add(placed(next));
        bytes += next.bytes.length;
      } else if (closed && given.isEmpty()) {
        return batch;
      } else if (!batch.isEmpty() && System.nanoTime() - end >= 0) {
        return batch;
      }
    }
    return batch;
  }

  private StreamRecord placed(Given one) {
    long number = last.merge(one.stream, 1L, Long::sum);
    return new StreamRecord(new Place(one.stream, source, Sequence.of(number)), one.bytes);
  }

  /**
   * Waits until all that was given is in the index, which stays open.
   *
   * @throws IndexException when the store has failed
   */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    throwFailure();
  }
}
