// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.respond;

import com.google.protobuf.ByteString;
import io.breakwater.response.ResponseSources;
import io.breakwater.response.message.Arrival;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.statefun.flink.common.protobuf.ProtobufTypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.source.SourceFunction;

/**
 * Hands revisions from somebody in the same process to the response job. What was handed over when
 * the job fails is not read again: it is for one machine.
 */
public final class RevisionFeed implements ResponseSources, AutoCloseable {
  /** A source travels to its task as bytes: what it reads is found again by name. */
  private static final Map<String, BlockingQueue<Arrival>> QUEUES = new ConcurrentHashMap<>();

  private static final String ORIGIN = "this process";

  private final String name = UUID.randomUUID().toString();
  private final BlockingQueue<Arrival> queue = new LinkedBlockingQueue<>();
  private final AtomicLong position = new AtomicLong();

  public RevisionFeed() {
    QUEUES.put(name, queue);
  }

  /** May be called by several threads; those of one exposure in order. */
  public void add(byte[] record) {
    queue.add(
        Arrival.newBuilder()
            .setRecord(ByteString.copyFrom(record))
            .setArrivedAt(System.currentTimeMillis())
            .setOrigin(ORIGIN)
            .setPosition(Long.toString(position.incrementAndGet()))
            .build());
  }

  /** Whether the job has taken all that there is. */
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  @SuppressWarnings("deprecation") // The new kind of source takes five classes for a queue.
  public DataStream<Arrival> revisions(StreamExecutionEnvironment env) {
    return env.addSource(
            new Taking(name), "take revisions", new ProtobufTypeInformation<>(Arrival.class))
        .uid("take-revisions");
  }

  @Override
  public void close() {
    QUEUES.remove(name);
  }

  @SuppressWarnings("deprecation")
  private static final class Taking implements SourceFunction<Arrival> {
    private static final long serialVersionUID = 1L;
    private static final long POLL_MILLIS = 100;

    private final String name;
    private transient volatile boolean stopped;

    Taking(String name) {
      this.name = name;
    }

    @Override
    public void run(SourceContext<Arrival> context) throws Exception {
      var queue = QUEUES.get(name);
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
