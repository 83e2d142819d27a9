// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.demo.kinesis.Receipts;
import io.breakwater.demo.kinesis.StreamWriter;
import io.breakwater.flink.types.Record;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Puts events into a stream, each a second later than the one before, and tells the pure core. */
final class PutEvents {
  private final KinesisClient client;
  private final String stream;
  private final PureCorrelation expected = new PureCorrelation();
  private Instant now = Instant.now().minusSeconds(3600);

  PutEvents(KinesisClient client, String stream) {
    this.client = client;
    this.stream = stream;
  }

  /** Puts the events and behind them a record that is none; returns where all of them stand. */
  Set<String> put(List<InspectorEvent> events) throws InterruptedException {
    var positions = new Positions();
    var writer = new StreamWriter(client, stream, positions);
    for (var event : events) {
      now = now.plusSeconds(1);
      var json = event.json(now);
      expected.read(json);
      writer.add(event.resourceArn(), json);
    }
    writer.add("noise", "no event".getBytes(StandardCharsets.UTF_8));
    writer.flush();
    return positions.accepted;
  }

  /** Puts records as they are; returns where they stand. */
  Set<String> putRecords(List<Record> records) throws InterruptedException {
    var positions = new Positions();
    var writer = new StreamWriter(client, stream, positions);
    for (int i = 0; i < records.size(); i++) {
      var json = records.get(i).bytes();
      expected.read(json);
      writer.add("record-" + i, json);
    }
    writer.flush();
    return positions.accepted;
  }

  /** What the events add up to. */
  PureCorrelation expected() {
    return expected;
  }

  private static final class Positions implements Receipts {
    private final Set<String> accepted = new LinkedHashSet<>();

    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {
      accepted.add(shardId + "#" + sequenceNumber);
    }

    @Override
    public void refused(byte[] data, String reason) {
      throw new AssertionError(reason);
    }
  }
}
