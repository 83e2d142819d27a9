// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.send;

import io.breakwater.cli.Failure;
import io.breakwater.cli.Progress;
import io.breakwater.demo.kinesis.Receipts;
import io.breakwater.demo.kinesis.StreamWriter;
import io.breakwater.flink.files.RecordReader;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** Sends the records of files to a stream, one after the other, and says which it did not take. */
public final class Delivery {
  /** Larger than any stream takes: what is longer is refused as a whole, not cut to fit. */

  /** After so many the rest is only counted. */
  private static final int REFUSALS_TOLD = 20;

  private final Streams streams;
  private final String stream;
  private final PartitionKey partitionKey;
  private final Integer rate;
  private final Progress progress;
  private final PrintWriter err;

  /**
   * @param rate null for as fast as the stream takes them
   */
  public Delivery(
      Streams streams,
      String stream,
      PartitionKey partitionKey,
      Integer rate,
      Progress progress,
      PrintWriter err) {
    this.streams = streams;
    this.stream = stream;
    this.partitionKey = partitionKey;
    this.rate = rate;
    this.progress = progress;
    this.err = err;
  }

  /**
   * Returns when each record is accepted or refused.
   *
   * @throws Failure when the stream cannot be written at all
   */
  public Sent of(List<Path> files) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    var count = new Count();
    var writer = new StreamWriter(streams.client(), stream, count);
    var pace = rate == null ? null : new Pace(rate, System::nanoTime);
    progress.start();
    try {
      for (var file : files) {
        try (var records = new EventFormat().open(file)) {
          send(records, writer, count, pace);
        }
      }
      writer.flush();
    } catch (SdkException e) {
      throw new Failure(
          "cannot write to stream "
              + stream
              + " ("
              + count.accepted
              + " records were sent): "
              + e.getMessage(),
          e);
    } finally {
      progress.end();
    }
    count.tellTheRest();
    return new Sent(stream, count.read, count.accepted, (System.nanoTime() - begin) / 1e9);
  }

  private void send(RecordReader records, StreamWriter writer, Count count, Pace pace)
      throws IOException, InterruptedException {
    for (var next = records.next(); next.isPresent(); next = records.next()) {
      var record = next.get().bytes();
      count.reading(record, next.get().position());
      writer.add(partitionKey.of(record), record);
      progress.show("sending", count.accepted);
      if (pace != null) {
        var wait = pace.afterRecord();
        if (!wait.isZero()) {
          writer.flush();
          Thread.sleep(wait.toMillis());
        }
      }
    }
  }

  private final class Count implements Receipts {
    private final IdentityHashMap<byte[], String> positions = new IdentityHashMap<>();
    private long read;
    private long accepted;
    private long refused;

    void reading(byte[] record, String position) {
      read++;
      positions.put(record, position);
    }

    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {
      positions.remove(data);
      accepted++;
    }

    @Override
    public void refused(byte[] data, String reason) {
      var position = positions.remove(data);
      if (++refused <= REFUSALS_TOLD) {
        progress.end();
        err.println("breakwater: not sent: " + position + ": " + reason);
      }
    }

    void tellTheRest() {
      if (refused > REFUSALS_TOLD) {
        err.println("breakwater: not sent: " + (refused - REFUSALS_TOLD) + " more");
      }
    }
  }
}
