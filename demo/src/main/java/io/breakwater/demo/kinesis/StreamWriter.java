// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * Puts records into a Kinesis stream, as many at once as a call of PutRecords takes.
 *
 * <p>Kinesis may take some records of a call and refuse others (a hot shard, most often): only
 * those are sent again, with growing, jittered pauses and a bounded number of times. A record that
 * had to be sent again comes after later ones: whoever needs order looks at the times of the
 * records. Not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html">
 *     PutRecords</a>
 */
public final class StreamWriter {
  static final int MAX_RECORDS = 500;
  static final int MAX_CALL_BYTES = 5 << 20;

  /** Of one record with its partition key, unless the stream was made to take more. */
  static final int MAX_RECORD_BYTES = 1 << 20;

  static final int MAX_KEY_CHARACTERS = 256;
  static final int ATTEMPTS = 10;

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final KinesisClient client;
  private final String stream;
  private final Receipts receipts;
  private final Pause pause;
  private List<PutRecordsRequestEntry> waiting = new ArrayList<>();
  private int waitingBytes;

  public StreamWriter(KinesisClient client, String stream, Receipts receipts) {
    this(client, stream, receipts, Thread::sleep);
  }

  StreamWriter(KinesisClient client, String stream, Receipts receipts, Pause pause) {
    this.client = Objects.requireNonNull(client);
    this.stream = Objects.requireNonNull(stream);
    this.receipts = Objects.requireNonNull(receipts);
    this.pause = Objects.requireNonNull(pause);
  }

  /**
   * Takes a record, and sends what it has once a call is full.
   *
   * @param partitionKey 1 to 256 characters; a longer one is cut
   * @throws software.amazon.awssdk.core.exception.SdkException when the stream cannot be written at
   *     all: it does not exist, access is denied, nobody answers
   */
  public void add(String partitionKey, byte[] data) throws InterruptedException {
    var key = partitionKey.substring(0, Math.min(MAX_KEY_CHARACTERS, partitionKey.length()));
    int size = data.length + key.getBytes(StandardCharsets.UTF_8).length;
    if (size > MAX_RECORD_BYTES) {
      receipts.refused(data, size + " bytes with its key, a stream takes " + MAX_RECORD_BYTES);
      return;
    }
    if (waiting.size() == MAX_RECORDS || waitingBytes + size > MAX_CALL_BYTES) {
      flush();
    }
    waiting.add(
        PutRecordsRequestEntry.builder()
            .partitionKey(key)
            .data(SdkBytes.fromByteArrayUnsafe(data))
            .build());
    waitingBytes += size;
  }

  /** Sends what is waiting, and returns when each record is accepted or refused. */
  public void flush() throws InterruptedException {
    var left = waiting;
    waiting = new ArrayList<>();
    waitingBytes = 0;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      left = put(left, attempt == ATTEMPTS);
      if (!left.isEmpty()) {
        pause.millis(pauseAfter(attempt));
      }
    }
  }

  /** Returns what is to be sent again. */
  private List<PutRecordsRequestEntry> put(List<PutRecordsRequestEntry> entries, boolean last) {
    var results = client.putRecords(call -> call.streamName(stream).records(entries)).records();
    var again = new ArrayList<PutRecordsRequestEntry>();
    IntStream.range(0, entries.size())
        .forEach(
            i -> {
              var entry = entries.get(i);
              var result = results.get(i);
              if (result.errorCode() == null) {
                receipts.accepted(
                    entry.data().asByteArrayUnsafe(), result.shardId(), result.sequenceNumber());
              } else if (last) {
                receipts.refused(
                    entry.data().asByteArrayUnsafe(),
                    result.errorCode() + " after " + ATTEMPTS + " attempts");
              } else {
                again.add(entry);
              }
            });
    return again;
  }

  private static long pauseAfter(int attempt) {
    long ceiling = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << (attempt - 1));
    return ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
  }

  /** Waits; a test does not. */
  @FunctionalInterface
  interface Pause {
    void millis(long millis) throws InterruptedException;
  }
}
