// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.handover;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.source.SourceFunction;

/**
 * Hands what somebody adds to a job in the same process. What was handed over when the job fails is
 * not read again: it is for one machine.
 */
public final class Handover<T> implements AutoCloseable {
  /** A source travels to its task as bytes: what it reads is found again by name. */
  private static final Map<String, BlockingQueue<?>> QUEUES = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();
  private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();

  public Handover() {
    QUEUES.put(name, queue);
  }

  /** May be called by several threads. */
  public void add(T next) {
    queue.add(next);
  }

  /** Whether the job has taken all that there is. */
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  /**
   * What is added, in its order, as a stream that does not end.
   *
   * @param words what the source does, for people; with hyphens it is its uid
   */
  @SuppressWarnings("deprecation") // The new kind of source takes five classes for a queue.
  public DataStream<T> stream(
      StreamExecutionEnvironment env, String words, TypeInformation<T> type) {
    return env.addSource(new Taking<T>(name), words, type).uid(words.replace(' ', '-'));
  }

  @Override
  public void close() {
    QUEUES.remove(name);
  }

  @SuppressWarnings("deprecation")
  private static final class Taking<T> implements SourceFunction<T> {
    private static final long serialVersionUID = 1L;
    private static final long POLL_MILLIS = 100;

    private final String name;
    private transient volatile boolean stopped;

    Taking(String name) {
      this.name = name;
    }

    @Override
    @SuppressWarnings("unchecked") // The queue of this name is the one of this source.
    public void run(SourceContext<T> context) throws Exception {
      var queue = (BlockingQueue<T>) QUEUES.get(name);
      while (!stopped) {
        var next = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          synchronized (context.getCheckpointLock()) {
            context.collect(next);
          }
        }
      }
    }

    @Override
    public void cancel() {
      stopped = true;
    }
  }
}
