// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.console.index.Index;
import io.breakwater.console.index.Place;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.StreamRecord;
import io.breakwater.console.web.feeds.Source;
import io.breakwater.history.Pause;
import io.breakwater.history.kinesis.StreamTail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;

/** A Kinesis stream that a job writes, from where the index is in it. */
final class KinesisSource implements Source {
  private static final int BATCH = 500;

  private final Index index;
  private final RecordStream records;
  private final KinesisClient client;
  private final String stream;

  /** None before the first call, and after one that failed: the index knows where to go on. */
  private Optional<StreamTail> tail = Optional.empty();

  /**
   * @param records what the stream has
   * @param client is not closed with it
   */
  KinesisSource(Index index, RecordStream records, KinesisClient client, String stream) {
    this.index = index;
    this.records = records;
    this.client = client;
    this.stream = stream;
  }

  @Override
  public String name() {
    return "kinesis:" + stream;
  }

  @Override
  public Set<RecordStream> streams() {
    return Set.of(records);
  }

  @Override
  public void takeAll() {
    var reading = tail.orElseGet(this::fromWhereTheIndexIs);
    tail = Optional.empty();
    try {
      boolean atTip = false;
      while (!atTip) {
        atTip = reading.read(this::take);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    tail = Optional.of(reading);
  }

  private StreamTail fromWhereTheIndexIs() {
    var reached = index.reached(records);
    return new StreamTail(
        client,
        stream,
        shard -> Optional.ofNullable(reached.get(shard)).map(Sequence::number),
        Pause.BY_SLEEPING);
  }

  private void take(String shard, List<Record> some) {
    for (int from = 0; from < some.size(); from += BATCH) {
      index.apply(
          some.subList(from, Math.min(some.size(), from + BATCH)).stream()
              .map(record -> of(shard, record))
              .toList());
    }
  }

  private StreamRecord of(String shard, Record record) {
    var place = new Place(records, shard, new Sequence(record.sequenceNumber()));
    return new StreamRecord(place, record.data().asByteArray());
  }
}
