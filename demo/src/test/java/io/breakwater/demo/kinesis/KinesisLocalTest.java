// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

final class KinesisLocalTest {
  /** Clocks of a machine may differ by as much, and by no more. */
  private static final Duration LATE = Duration.ofSeconds(10);

  private static final SdkBytes MEGABYTE = SdkBytes.fromByteArray(new byte[1_000_000]);

  @TempDir private Path directory;

  private static List<Named<KinesisProgram>> programs() {
    return List.of(
        Named.of("kinesis-local", new KinesisMock()), Named.of("kinesalite", new Kinesalite()));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void what_is_written_to_a_stream_can_be_read_back(KinesisProgram program) throws Exception {
    try (var server = KinesisLocal.start(program, directory)) {
      server.createStream("findings", 1);
      var writer = new StreamWriter(server.client(), "findings", new NoneRefused());
      var reader = new StreamReader(server.client(), "findings");

      writer.add("key", "first".getBytes(StandardCharsets.UTF_8));
      writer.add("key", "second".getBytes(StandardCharsets.UTF_8));
      writer.flush();

      assertThat(server.streams()).containsExactly("findings");
      assertThat(reader.poll())
          .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .containsExactly("first", "second");
    }
  }

  /** What says when a record came, and where a reader begins, are times. */
  @ParameterizedTest
  @MethodSource("programs")
  void records_can_be_read_from_a_time(KinesisProgram program) throws Exception {
    try (var server = KinesisLocal.start(program, directory)) {
      server.createStream("findings", 1);
      var before = Instant.now().minus(LATE);
      var client = server.client();
      client.putRecord(
          request -> request.streamName("findings").partitionKey("key").data(MEGABYTE));

      var record = from(before, client).get(0);
      assertThat(record.data()).isEqualTo(MEGABYTE);
      assertThat(record.approximateArrivalTimestamp()).isBetween(before, Instant.now().plus(LATE));
    }
  }

  private static List<Record> from(Instant time, KinesisClient client) {
    var iterator =
        client.getShardIterator(
            request ->
                request
                    .streamName("findings")
                    .shardId("shardId-000000000000")
                    .shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                    .timestamp(time));
    return client.getRecords(request -> request.shardIterator(iterator.shardIterator())).records();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void nothing_runs_any_more_once_it_is_closed(KinesisProgram program) throws Exception {
    var before = new HashSet<>(ProcessHandle.current().descendants().toList());
    var server = KinesisLocal.start(program, directory);
    var started = new ArrayList<>(ProcessHandle.current().descendants().toList());
    started.removeAll(before);

    server.close();

    assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void it_listens_on_one_address_only(KinesisProgram program) throws Exception {
    try (var server = KinesisLocal.start(program, directory)) {
      int port = server.endpoint().getPort();

      // Whoever listened on all addresses would hold this one as well.
      try (var other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2"))) {
        assertThat(other.isBound()).isTrue();
      }
    }
  }

  private static final class NoneRefused implements Receipts {
    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {}

    @Override
    public void refused(byte[] data, String reason) {
      throw new AssertionError(reason);
    }
  }
}
