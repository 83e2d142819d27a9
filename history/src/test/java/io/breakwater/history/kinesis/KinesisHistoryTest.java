// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.core.time.TimeRange;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.flink.types.Record;
import io.breakwater.history.HistoryException;
import io.breakwater.history.Pause;
import io.breakwater.history.Transfer;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** Against a real API of Kinesis, on this machine. */
final class KinesisHistoryTest {
  private static final Pause NONE = duration -> {};
  private static final AtomicInteger STREAMS = new AtomicInteger();

  @TempDir private static Path serverDirectory;
  private static KinesisLocal server;

  @TempDir private Path directory;
  private String stream;

  @BeforeAll
  static void startServer() throws Exception {
    server = KinesisLocal.start(serverDirectory);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void makeStream() throws Exception {
    stream = "findings-" + STREAMS.incrementAndGet();
    server.createStream(stream, 1);
  }

  @Test
  void all_that_a_stream_keeps_becomes_files_byte_for_byte() throws Exception {
    var records =
        List.of(
            "{\"id\":\"1\"}".getBytes(UTF_8),
            "{\"id\":\"2\"}\n".getBytes(UTF_8),
            "{\"id\":".getBytes(UTF_8),
            new byte[] {0, (byte) 0xff, '\n', '{'});
    records.forEach(this::put);

    var files = history(10_000).bring(TimeRange.ALWAYS, directory, unlimited());

    assertThat(files)
        .containsExactly(directory.resolve("shardId-000000000000").resolve("000000.records"));
    assertThat(read(files)).extracting(Record::bytes).containsExactlyElementsOf(records);
  }

  @Test
  void a_record_says_its_stream_its_shard_and_its_sequence_number() throws Exception {
    var sequenceNumber = put("{}".getBytes(UTF_8));

    var records = read(history(10_000).bring(TimeRange.ALWAYS, directory, unlimited()));

    assertThat(records)
        .extracting(Record::position)
        .containsExactly("kinesis:" + stream + "/shardId-000000000000#" + sequenceNumber);
  }

  @Test
  void a_stream_can_be_named_by_its_arn() throws Exception {
    put("{}".getBytes(UTF_8));
    var arn =
        server
            .client()
            .describeStreamSummary(request -> request.streamName(stream))
            .streamDescriptionSummary()
            .streamARN();
    var history = history(new KinesisStream(server.client(), arn, 10));

    var records = read(history.bring(TimeRange.ALWAYS, directory, unlimited()));

    assertThat(history.name()).isEqualTo("kinesis:" + stream);
    assertThat(records).hasSize(1);
  }

  @Test
  void only_what_arrived_within_the_range_is_brought() throws Exception {
    put("before");
    var from = nextMillisecond();
    put("within");
    put("within too");
    var to = nextMillisecond();
    put("after");

    var files =
        history(1).bring(TimeRange.of(Optional.of(from), Optional.of(to)), directory, unlimited());

    assertThat(texts(files)).containsExactly("within", "within too");
  }

  @Test
  void what_arrives_late_is_brought_as_well() throws Exception {
    put("within");
    var to = nextMillisecond();
    put("late");
    var history =
        new KinesisHistory(
            new KinesisStream(server.client(), stream, 1),
            Duration.ofHours(1),
            Clock.systemUTC(),
            NONE);

    var files =
        history.bring(TimeRange.of(Optional.empty(), Optional.of(to)), directory, unlimited());

    assertThat(texts(files)).containsExactly("within", "late");
  }

  @Test
  void of_a_range_that_has_not_begun_there_is_nothing() throws Exception {
    put("now");
    var tomorrow = Instant.now().plus(Duration.ofDays(1));

    var files =
        history(10)
            .bring(TimeRange.of(Optional.of(tomorrow), Optional.empty()), directory, unlimited());

    assertThat(files).isEmpty();
  }

  @Test
  void records_packed_by_the_producer_library_are_unpacked() throws Exception {
    var number =
        put(Aggregates.of("{\"id\":\"1\"}".getBytes(UTF_8), "{\"id\":\"2\"}".getBytes(UTF_8)));
    var broken = Aggregates.of("{\"id\":\"3\"}".getBytes(UTF_8));
    broken[broken.length - 1]++;
    put(broken);

    var records = read(history(10).bring(TimeRange.ALWAYS, directory, unlimited()));

    assertThat(records)
        .extracting(Record::bytes)
        .containsExactly(
            "{\"id\":\"1\"}".getBytes(UTF_8), "{\"id\":\"2\"}".getBytes(UTF_8), broken);
    assertThat(records).extracting(Record::offset).startsWith(number + "#0", number + "#1");
  }

  @Test
  void of_a_stream_that_was_split_parents_are_read_before_their_children() throws Exception {
    for (int i = 0; i < 5; i++) {
      put("before " + i);
    }
    var parent = onlyOpenShard();
    split(parent);
    for (int i = 0; i < 5; i++) {
      put("after " + i);
    }
    Queue<String> order = new ConcurrentLinkedQueue<>();
    var transfer =
        Transfer.unlimited((what, bytes, done) -> order.add(what.replaceFirst(".*/", "")));

    var files = history(2).bring(TimeRange.ALWAYS, directory, transfer);

    assertThat(texts(files))
        .startsWith("before 0", "before 1", "before 2", "before 3", "before 4")
        .contains("after 0", "after 1", "after 2", "after 3", "after 4")
        .hasSize(10);
    var shards = new ArrayList<>(order);
    int lastOfParent = shards.lastIndexOf(parent.shardId());
    assertThat(shards.subList(0, lastOfParent)).containsOnly(parent.shardId());
    assertThat(shards.subList(lastOfParent + 1, shards.size()))
        .doesNotContain(parent.shardId())
        .contains("shardId-000000000001", "shardId-000000000002");
  }

  @Test
  void it_goes_on_where_it_was_interrupted() throws Exception {
    for (int i = 0; i < 10; i++) {
      put("before " + i);
    }
    split(onlyOpenShard());
    for (int i = 0; i < 10; i++) {
      put("after " + i);
    }

    // As often as it takes: whenever something was read, it is interrupted once.
    int interruptions = 0;
    List<Path> files = null;
    while (files == null) {
      try {
        files = history(3).bring(TimeRange.ALWAYS, directory, interrupting());
      } catch (InterruptedException e) {
        interruptions++;
      }
    }

    assertThat(interruptions).isGreaterThan(1);
    assertThat(texts(files))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 10)
                .boxed()
                .flatMap(i -> List.of("before " + i, "after " + i).stream())
                .toList());
  }

  @Test
  void a_shard_that_is_complete_is_not_read_again() throws Exception {
    put("first");
    history(10).bring(TimeRange.ALWAYS, directory, unlimited());
    put("since");

    var files = history(10).bring(TimeRange.ALWAYS, directory, unlimited());

    assertThat(texts(files)).containsExactly("first");
  }

  @Test
  void an_open_end_is_where_the_stream_ends() throws Exception {
    var from = nextMillisecond();
    for (int i = 0; i < 7; i++) {
      put("record " + i);
    }

    var files =
        history(2).bring(TimeRange.of(Optional.of(from), Optional.empty()), directory, unlimited());

    assertThat(texts(files)).hasSize(7);
    assertThat(files.get(0).resolveSibling("complete")).exists();
  }

  @Test
  void it_tells_how_far_into_the_range_it_is() throws Exception {
    for (int i = 0; i < 3; i++) {
      put("record " + i);
      nextMillisecond();
    }
    var to = nextMillisecond();
    List<Double> steps = new ArrayList<>();
    var transfer = Transfer.unlimited((what, bytes, done) -> steps.add(done.orElseThrow()));

    history(1).bring(TimeRange.of(Optional.empty(), Optional.of(to)), directory, transfer);

    assertThat(steps).isSorted().startsWith(0.0).endsWith(1.0);
    assertThat(steps.get(1)).isStrictlyBetween(0.0, 1.0);
  }

  @Test
  void a_stream_that_is_not_there_is_said() {
    var history = history(new KinesisStream(server.client(), "not-there", 10));

    assertThatThrownBy(() -> history.bring(TimeRange.ALWAYS, directory, unlimited()))
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("cannot list the shards of stream not-there: ")
        .hasMessageEndingWith("is its name right, and the region?");
  }

  private KinesisHistory history(int most) {
    return history(new KinesisStream(server.client(), stream, most));
  }

  private static KinesisHistory history(KinesisStream stream) {
    return new KinesisHistory(stream, Duration.ZERO, Clock.systemUTC(), NONE);
  }

  private static Transfer unlimited() {
    return Transfer.unlimited(Transfer.Listener.NONE);
  }

  private static Transfer interrupting() {
    var caller = Thread.currentThread();
    var once = new AtomicBoolean();
    return Transfer.unlimited(
        (what, bytes, done) -> {
          if (bytes > 0 && once.compareAndSet(false, true)) {
            caller.interrupt();
          }
        });
  }

  private void put(String text) {
    put(text.getBytes(UTF_8));
  }

  private String put(byte[] data) {
    return server
        .client()
        .putRecord(
            request ->
                request
                    .streamName(stream)
                    .partitionKey(Integer.toString(data.length + data[data.length - 1]))
                    .data(SdkBytes.fromByteArray(data)))
        .sequenceNumber();
  }

  private Shard onlyOpenShard() {
    return server.client().listShards(request -> request.streamName(stream)).shards().get(0);
  }

  private void split(Shard shard) throws IOException, InterruptedException {
    var range = shard.hashKeyRange();
    var middle =
        new BigInteger(range.startingHashKey())
            .add(new BigInteger(range.endingHashKey()))
            .shiftRight(1);
    server
        .client()
        .splitShard(
            request ->
                request
                    .streamName(stream)
                    .shardToSplit(shard.shardId())
                    .newStartingHashKey(middle.toString()));
    server.awaitActive(stream);
  }

  /** Later than all that has arrived, and no later than all that will. */
  private static Instant nextMillisecond() {
    long now = System.currentTimeMillis();
    while (System.currentTimeMillis() == now) {
      Thread.onSpinWait();
    }
    return Instant.ofEpochMilli(now + 1);
  }

  private static List<String> texts(List<Path> files) throws IOException {
    return read(files).stream().map(record -> new String(record.bytes(), UTF_8)).toList();
  }

  private static List<Record> read(List<Path> files) throws IOException {
    var records = new ArrayList<Record>();
    for (var file : files) {
      assertThat(Files.isRegularFile(file)).isTrue();
      try (var reader = new EventFormat().open(file)) {
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
          records.add(next.get());
        }
      }
    }
    return records;
  }
}
