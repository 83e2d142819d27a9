// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import io.breakwater.history.HistoryException;
import io.breakwater.history.Pause;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * One shard, a call at a time, at half the pace that a shard allows: five calls and 2 MB a second,
 * which the job that is live reads with as well.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html">
 *     limits</a>
 */
final class ShardReader {
  private static final Duration BETWEEN_CALLS = Duration.ofMillis(400);
  private static final long BYTES_PER_MILLI = 1_000;
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(16);

  private final KinesisStream stream;
  private final String shard;
  private final Pause pause;
  private Position position;
  private String iterator;
  private boolean ended;
  private Duration due = Duration.ZERO;

  ShardReader(KinesisStream stream, String shard, Position position, Pause pause) {
    this.stream = stream;
    this.shard = shard;
    this.position = position;
    this.pause = pause;
  }

  /** Whether the shard is closed and read to its end. */
  boolean hasEnded() {
    return ended;
  }

  /**
   * Waits until it is time for it. Not to be called once the shard has ended.
   *
   * @throws HistoryException when the stream refuses, or is no more
   */
  GetRecordsResponse next() throws HistoryException, InterruptedException {
    var backOff = FIRST_BACK_OFF;
    while (true) {
      pause.pause(due);
      try {
        return read();
      } catch (ExpiredIteratorException e) {
        // It lives for five minutes; whoever writes the records away may take longer.
        iterator = null;
      } catch (KinesisException e) {
        if (!KinesisStream.isThrottled(e)) {
          throw e;
        }
        due = backOff;
        backOff = min(backOff.multipliedBy(2), LONGEST_BACK_OFF);
      }
    }
  }

  /**
   * Reads what arrived before an instant, or up to where the shard ends by now.
   *
   * @param clock of now
   */
  void readUntil(Instant end, Clock clock, Answers answers)
      throws IOException, InterruptedException {
    for (boolean over = false; !over; ) {
      var answer = next();
      var time = timeOf(answer, clock);
      answers.take(
          answer.records().stream()
              .filter(record -> record.approximateArrivalTimestamp().isBefore(end))
              .toList(),
          time);
      over = ended || !time.isBefore(end) || answer.millisBehindLatest() == 0;
    }
  }

  private static Instant timeOf(GetRecordsResponse answer, Clock clock) {
    var records = answer.records();
    return records.isEmpty()
        ? clock.instant().minusMillis(answer.millisBehindLatest())
        : records.get(records.size() - 1).approximateArrivalTimestamp();
  }

  /** Takes what one call gave. */
  @FunctionalInterface
  interface Answers {
    /**
     * @param time up to which the shard is read
     */
    void take(List<Record> records, Instant time) throws IOException, InterruptedException;
  }

  private GetRecordsResponse read() throws HistoryException, InterruptedException {
    if (iterator == null) {
      iterator = stream.iterator(shard, position);
    }
    var answer = stream.records(iterator);
    var records = answer.records();
    if (!records.isEmpty()) {
      position = Position.after(records.get(records.size() - 1).sequenceNumber());
    }
    iterator = answer.nextShardIterator();
    ended = iterator == null;
    long bytes = records.stream().mapToLong(r -> r.data().asByteArrayUnsafe().length).sum();
    due = max(BETWEEN_CALLS, Duration.ofMillis(bytes / BYTES_PER_MILLI));
    return answer;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
