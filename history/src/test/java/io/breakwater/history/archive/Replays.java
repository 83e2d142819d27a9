// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.time.TimeRange;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.history.Transfer;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;

/** An archive with events, and a stream that they can be replayed into. */
final class Replays implements AutoCloseable {
  /** Of the first replay, and of its rule. */
  static final String NAME = "breakwater-replay-1";

  static final Transfer UNLIMITED = Transfer.unlimited(Transfer.Listener.NONE);

  /** The ids of the events within the range. */
  static final List<String> EVENTS = IntStream.range(0, 20).mapToObj(i -> "event-" + i).toList();

  private static final String ROLE = "arn:aws:iam::111122223333:role/replay";
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(20));
  private static final AtomicInteger STREAMS = new AtomicInteger();

  private final PassingClock clock = new PassingClock();
  private final AtomicInteger ids = new AtomicInteger();
  private final KinesisLocal server;
  private final FakeEventBridge bridge;
  private final String stream;

  Replays(KinesisLocal server) throws IOException, InterruptedException {
    this.server = server;
    this.bridge = new FakeEventBridge(server.client(), clock);
    var name = "replays-" + STREAMS.incrementAndGet();
    server.createStream(name, 1);
    this.stream = arnOf(name);
    bridge.archive(archive(hoursAgo(90 * 24), 30, "ENABLED"));
  }

  FakeEventBridge bridge() {
    return bridge;
  }

  Clock clock() {
    return clock;
  }

  /** The ARN of the stream. */
  String stream() {
    return stream;
  }

  /** That which the events are in. */
  TimeRange range() {
    return TimeRange.of(Optional.of(hoursAgo(5)), Optional.of(hoursAgo(3)));
  }

  Instant hoursAgo(int hours) {
    return clock.begin.minus(Duration.ofHours(hours));
  }

  /** With the twenty events of the range, and one on either side of them. */
  FakeArchive archive(Instant created, int retentionDays, String state) {
    var events = new ArrayList<FakeArchive.Event>();
    for (int i = -1; i <= 20; i++) {
      events.add(new FakeArchive.Event(hoursAgo(5).plus(Duration.ofMinutes(6L * i)), "event-" + i));
    }
    return new FakeArchive("findings", created, retentionDays, state, events);
  }

  ArchiveHistory history() {
    return history("findings");
  }

  ArchiveHistory history(String archive) {
    return history(archive, stream);
  }

  ArchiveHistory history(String archive, String toStream) {
    return new ArchiveHistory(
        bridge.client(),
        server.client(),
        archive,
        toStream,
        ROLE,
        PATIENCE,
        clock,
        clock::pass,
        () -> Integer.toString(ids.incrementAndGet()));
  }

  String arnOf(String name) {
    return server
        .client()
        .describeStreamSummary(request -> request.streamName(name))
        .streamDescriptionSummary()
        .streamARN();
  }

  void put(String text) {
    server
        .client()
        .putRecord(
            put -> put.streamARN(stream).partitionKey("1").data(SdkBytes.fromUtf8String(text)));
  }

  /** In two halves. */
  void split(String shard) {
    server
        .client()
        .splitShard(
            split ->
                split
                    .streamARN(stream)
                    .shardToSplit(shard)
                    .newStartingHashKey("1" + "0".repeat(37)));
    try {
      server.awaitActive(stream.replaceFirst(".*/", ""));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static List<String> ids(List<Path> files) throws IOException {
    var ids = new ArrayList<String>();
    for (var file : files) {
      try (var reader = new EventFormat().open(file)) {
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
          var text = new String(next.get().bytes(), UTF_8);
          ids.add(new ObjectMapper().readTree(text).path("id").asText());
        }
      }
    }
    return ids;
  }

  @Override
  public void close() {
    bridge.close();
  }

  /** Goes on only when something waits. */
  private static final class PassingClock extends Clock {
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Duration passed = Duration.ZERO;

    synchronized void pass(Duration duration) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException("while waiting");
      }
      passed = passed.plus(duration);
    }

    @Override
    public synchronized Instant instant() {
      return begin.plus(passed);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
