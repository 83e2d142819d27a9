// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.job;

import com.sun.management.OperatingSystemMXBean;
import io.breakwater.benchmark.corpus.Corpus;
import io.breakwater.core.hash.Hash64;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * One run of the job over the corpus, and what it costs from the first record on: the CPU time of
 * all threads of this JVM, and the time on the clock. Deploying the job is not part of it, as a job
 * that runs for months is deployed once.
 *
 * <p>Sources and sinks travel to their tasks as bytes: they find the pass they belong to here.
 */
final class Pass {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final AtomicReference<Pass> CURRENT = new AtomicReference<>();

  /** How the last revision of an exposure begins. */
  private static final byte[] CLOSE = "{\"activity_id\":3,".getBytes(StandardCharsets.UTF_8);

  private final Corpus corpus;
  private final int pauseBefore;
  private final CountDownLatch paused = new CountDownLatch(1);
  private final CompletableFuture<Void> resumed = new CompletableFuture<>();
  private final CountDownLatch unread;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final LongAdder outputs = new LongAdder();
  private final LongAdder outputBytes = new LongAdder();
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private volatile long cpuAtBegin;
  private volatile long clockAtBegin;

  private Pass(Corpus corpus, int partitions, int pauseBefore) {
    this.corpus = corpus;
    this.pauseBefore = pauseBefore;
    this.unread = new CountDownLatch(partitions);
  }

  /** From now on sources and sinks belong to this one. */
  static Pass over(Corpus corpus, int partitions) {
    return current(new Pass(corpus, partitions, 0));
  }

  /**
   * The same with one partition, of which some records are read first: what these cost is not
   * counted.
   */
  static Pass pausing(Corpus corpus, int first) {
    return current(new Pass(corpus, 1, first));
  }

  private static Pass current(Pass pass) {
    CURRENT.set(pass);
    return pass;
  }

  static Pass current() {
    return CURRENT.get();
  }

  Corpus corpus() {
    return corpus;
  }

  /** Whether the pass pauses before the record, until it is told to go on. */
  boolean pausesBefore(int record) {
    if (record != pauseBefore || pauseBefore == 0 || resumed.isDone()) {
      return false;
    }
    paused.countDown();
    return true;
  }

  /** Done once a pass that pauses goes on. */
  CompletableFuture<Void> resumed() {
    return resumed;
  }

  void awaitPause() throws InterruptedException {
    paused.await();
  }

  /** Goes on; from now on costs count. */
  void resume() {
    outputs.reset();
    outputBytes.reset();
    clockAtBegin = System.nanoTime();
    cpuAtBegin = SYSTEM.getProcessCpuTime();
    begun.set(true);
    resumed.complete(null);
  }

  /** A record is about to be read; the first call counts. */
  void begin() {
    if (!begun.get() && begun.compareAndSet(false, true)) {
      clockAtBegin = System.nanoTime();
      cpuAtBegin = SYSTEM.getProcessCpuTime();
    }
  }

  void partitionRead() {
    unread.countDown();
  }

  void awaitRead() throws InterruptedException {
    unread.await();
  }

  /** A record was written; those of one key come one after the other. */
  void written(String key, byte[] json) {
    outputs.increment();
    outputBytes.add(json.length);
    if (isClose(json)) {
      open.remove(key);
    } else {
      open.add(key);
    }
  }

  private static boolean isClose(byte[] json) {
    return Arrays.mismatch(json, CLOSE) >= CLOSE.length;
  }

  /** The sum does not depend on their order. */
  private long fingerprint() {
    return open.stream().mapToLong(key -> new Hash64().add(key).value()).sum();
  }

  /** The job has come to its end. */
  Cost end() {
    return new Cost(
        corpus.size() - pauseBefore,
        SYSTEM.getProcessCpuTime() - cpuAtBegin,
        System.nanoTime() - clockAtBegin,
        outputs.sum(),
        outputBytes.sum(),
        fingerprint());
  }
}
