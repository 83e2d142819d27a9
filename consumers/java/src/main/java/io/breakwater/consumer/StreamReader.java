// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.KmsThrottlingException;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.Shard;

/**
 * Reads one stream, each shard in its order, and no shard before those that it came from by a split
 * or a merge: so the records of one partition key come in the order in which they were written.
 *
 * <p>One thread asks the shards in turn. That is plenty for streams of findings, which are slow.
 */
final class StreamReader {
  /** Of the five calls a second that a shard answers, one is left to others at the least. */
  static final Duration WHILE_BEHIND = Duration.ofMillis(250);

  static final Duration WHEN_UP_TO_DATE = Duration.ofSeconds(1);

  static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

  /** Calls for one shard that fail one after the other, the last two minutes apart. */
  static final int ATTEMPTS = 10;

  private final KinesisClient client;
  private final String stream;
  private final RecordHandler handler;
  private final Map<String, Cursor> shards = new TreeMap<>();
  private Optional<Instant> readTo;

  private StreamReader(
      KinesisClient client, String stream, RecordHandler handler, Optional<Instant> readTo) {
    this.client = client;
    this.stream = stream;
    this.handler = handler;
    this.readTo = readTo;
  }

  /** Begins with all the shards that the stream has. */
  static StreamReader from(
      Position start, KinesisClient client, String stream, RecordHandler handler) {
    var reader = new StreamReader(client, stream, handler, Optional.empty());
    reader.listShards(Map.of(), start);
    return reader;
  }

  /**
   * Goes on where an earlier reader stopped.
   *
   * @throws RecordsLostException when the stream has dropped records since
   */
  static StreamReader after(
      StreamPosition last,
      KinesisClient client,
      String stream,
      RecordHandler handler,
      Instant now) {
    var reader = new StreamReader(client, stream, handler, last.readTo());
    reader.checkThatNothingIsLost(now);
    reader.listShards(last.shards(), Position.TRIM_HORIZON);
    return reader;
  }

  private void checkThatNothingIsLost(Instant now) {
    if (readTo.isEmpty()) {
      return;
    }
    int hours =
        client
            .describeStreamSummary(request -> request.streamName(stream))
            .streamDescriptionSummary()
            .retentionPeriodHours();
    if (readTo.get().isBefore(now.minus(Duration.ofHours(hours)))) {
      throw new RecordsLostException(
          "stream "
              + stream
              + " keeps records for "
              + hours
              + " hours and was last read up to "
              + readTo.get()
              + ": what came in between is lost, and the open set may be wrong");
    }
  }

  private void listShards(Map<String, Position> known, Position unknown) {
    var answer = client.listShards(request -> request.streamName(stream));
    add(answer.shards(), known, unknown);
    while (answer.nextToken() != null) {
      var next = answer.nextToken();
      answer = client.listShards(request -> request.nextToken(next));
      add(answer.shards(), known, unknown);
    }
  }

  private void add(List<Shard> listed, Map<String, Position> known, Position unknown) {
    for (var shard : listed) {
      boolean isClosed = shard.sequenceNumberRange().endingSequenceNumber() != null;
      var begin = unknown.isLatest() && isClosed ? Position.END : unknown;
      var parents =
          Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
              .filter(Objects::nonNull)
              .toList();
      var position = known.getOrDefault(shard.shardId(), begin);
      shards.put(shard.shardId(), new Cursor(shard.shardId(), parents, position));
    }
  }

  /**
   * Asks every shard whose turn it is.
   *
   * @return how many records came
   * @throws SdkException when Kinesis refuses for good, or for too long
   */
  int poll(Instant now) {
    int count = 0;
    for (var shard : List.copyOf(shards.values())) {
      if (isReadable(shard) && !shard.due.isAfter(now)) {
        count += poll(shard, now);
      }
    }
    return count;
  }

  /** Parents that the stream does not list any more are over for longer than it keeps records. */
  private boolean isReadable(Cursor shard) {
    return !shard.position.isEnd()
        && shard.parents.stream()
            .map(shards::get)
            .allMatch(parent -> parent == null || parent.position.isEnd());
  }

  private int poll(Cursor shard, Instant now) {
    try {
      if (shard.iterator == null) {
        shard.iterator =
            client.getShardIterator(shard.position.iteratorOf(stream, shard.id)).shardIterator();
      }
      var answer = client.getRecords(request -> request.shardIterator(shard.iterator));
      take(answer, shard, now);
      return answer.records().size();
    } catch (ExpiredIteratorException e) {
      shard.iterator = null;
    } catch (SdkException e) {
      shard.failures++;
      shard.behind = true;
      if (!mayPass(e) || shard.failures == ATTEMPTS) {
        throw e;
      }
      shard.due = now.plus(backOffAfter(shard.failures));
    }
    return 0;
  }

  private void take(GetRecordsResponse answer, Cursor shard, Instant now) {
    for (var record : answer.records()) {
      handler.take(
          record.data().asByteArray(),
          record.approximateArrivalTimestamp(),
          stream + " " + shard.id + " " + record.sequenceNumber());
      shard.position = Position.after(record.sequenceNumber());
    }
    shard.failures = 0;
    shard.readTo = Optional.of(now.minusMillis(answer.millisBehindLatest()));
    shard.behind = answer.millisBehindLatest() > 0;
    shard.due = now.plus(shard.behind ? WHILE_BEHIND : WHEN_UP_TO_DATE);
    shard.iterator = answer.nextShardIterator();
    if (shard.iterator == null) {
      shard.position = Position.END;
      for (var child : answer.childShards()) {
        shards.putIfAbsent(
            child.shardId(),
            new Cursor(child.shardId(), child.parentShards(), Position.TRIM_HORIZON));
      }
    }
  }

  private static boolean mayPass(SdkException e) {
    return e instanceof ProvisionedThroughputExceededException
        || e instanceof LimitExceededException
        || e instanceof KmsThrottlingException
        || e instanceof SdkClientException
        || (e instanceof SdkServiceException refused
            && (refused.isThrottlingException() || refused.statusCode() >= 500));
  }

  private static Duration backOffAfter(int failures) {
    var pause = WHEN_UP_TO_DATE.multipliedBy(1L << (failures - 1));
    return pause.compareTo(LONGEST_BACK_OFF) < 0 ? pause : LONGEST_BACK_OFF;
  }

  private Stream<Cursor> readable() {
    return shards.values().stream().filter(this::isReadable);
  }

  /** When a shard's turn comes next. */
  Instant nextPoll() {
    return readable().map(shard -> shard.due).min(Comparator.naturalOrder()).orElse(Instant.MAX);
  }

  /** Whether every shard has been asked, and had nothing more. */
  boolean isUpToDate() {
    return readable().allMatch(shard -> shard.readTo.isPresent() && !shard.behind);
  }

  /** How far it is read now. */
  StreamPosition position() {
    var asked = readable().map(shard -> shard.readTo).toList();
    if (!asked.isEmpty() && asked.stream().allMatch(Optional::isPresent)) {
      readTo = asked.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
    return new StreamPosition(
        readTo,
        shards.values().stream()
            .collect(
                Collectors.toMap(
                    shard -> shard.id, shard -> shard.position, (a, b) -> a, TreeMap::new)));
  }

  /** One shard, and how far it is read. */
  private static final class Cursor {
    final String id;
    final List<String> parents;
    Position position;
    String iterator;
    Instant due = Instant.MIN;
    Optional<Instant> readTo = Optional.empty();
    boolean behind;
    int failures;

    Cursor(String id, List<String> parents, Position position) {
      this.id = id;
      this.parents = List.copyOf(parents);
      this.position = position;
    }
  }
}
