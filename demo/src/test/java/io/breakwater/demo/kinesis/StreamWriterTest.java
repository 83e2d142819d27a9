// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

final class StreamWriterTest {
  private final TestingKinesis kinesis = new TestingKinesis();
  private final TestingReceipts receipts = new TestingReceipts();
  private final List<Long> pauses = new ArrayList<>();
  private final StreamWriter writer = new StreamWriter(kinesis, "findings", receipts, pauses::add);

  @Test
  void a_call_carries_at_most_500_records() throws Exception {
    for (int i = 0; i < 1_001; i++) {
      writer.add("key", bytes("record " + i));
    }
    writer.flush();

    assertThat(kinesis.calls).extracting(List::size).containsExactly(500, 500, 1);
    assertThat(receipts.accepted).hasSize(1_001);
  }

  @Test
  void a_call_carries_at_most_5_mebibytes_with_its_keys() throws Exception {
    for (int i = 0; i < 6; i++) {
      writer.add("key", new byte[StreamWriter.MAX_RECORD_BYTES - 3]);
    }
    writer.flush();

    assertThat(kinesis.calls).extracting(List::size).containsExactly(5, 1);
  }

  @Test
  void a_record_that_no_stream_takes_is_refused_without_a_call() throws Exception {
    writer.add("key", new byte[StreamWriter.MAX_RECORD_BYTES - 2]);
    writer.flush();

    assertThat(kinesis.calls).isEmpty();
    assertThat(receipts.refused)
        .containsExactly("1048577 bytes with its key, a stream takes 1048576");
  }

  @Test
  void only_the_records_that_kinesis_refused_are_sent_again() throws Exception {
    kinesis.refuses = data -> data.equals("b") && kinesis.calls.size() < 3;

    writer.add("key", bytes("a"));
    writer.add("key", bytes("b"));
    writer.add("key", bytes("c"));
    writer.flush();

    assertThat(kinesis.calls).containsExactly(List.of("a", "b", "c"), List.of("b"), List.of("b"));
    assertThat(receipts.accepted).containsExactly("a", "c", "b");
    assertThat(receipts.refused).isEmpty();
  }

  @Test
  void a_record_that_kinesis_goes_on_refusing_is_given_up_and_said() throws Exception {
    kinesis.refuses = data -> data.equals("b");

    writer.add("key", bytes("a"));
    writer.add("key", bytes("b"));
    writer.flush();

    assertThat(kinesis.calls).hasSize(StreamWriter.ATTEMPTS);
    assertThat(receipts.accepted).containsExactly("a");
    assertThat(receipts.refused)
        .containsExactly("ProvisionedThroughputExceededException after 10 attempts");
  }

  @Test
  void pauses_grow_and_are_bounded() throws Exception {
    kinesis.refuses = data -> true;

    writer.add("key", bytes("a"));
    writer.flush();

    assertThat(pauses).hasSize(StreamWriter.ATTEMPTS - 1);
    assertThat(pauses.get(0)).isBetween(50L, 100L);
    assertThat(pauses.get(3)).isBetween(400L, 800L);
    assertThat(pauses.get(8)).isBetween(2_500L, 5_000L);
  }

  @Test
  void a_partition_key_is_cut_to_what_kinesis_takes() throws Exception {
    writer.add("k".repeat(300), bytes("a"));
    writer.flush();

    assertThat(kinesis.keys).containsExactly("k".repeat(256));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final class TestingReceipts implements Receipts {
    private final List<String> accepted = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {
      accepted.add(new String(data, StandardCharsets.UTF_8));
    }

    @Override
    public void refused(byte[] data, String reason) {
      refused.add(reason);
    }
  }

  private static final class TestingKinesis implements KinesisClient {
    private final List<List<String>> calls = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private Predicate<String> refuses = data -> false;

    @Override
    public PutRecordsResponse putRecords(PutRecordsRequest request) {
      request.records().forEach(record -> keys.add(record.partitionKey()));
      calls.add(request.records().stream().map(record -> record.data().asUtf8String()).toList());
      return PutRecordsResponse.builder()
          .records(request.records().stream().map(this::result).toList())
          .build();
    }

    private PutRecordsResultEntry result(PutRecordsRequestEntry record) {
      return refuses.test(record.data().asUtf8String())
          ? PutRecordsResultEntry.builder()
              .errorCode("ProvisionedThroughputExceededException")
              .build()
          : PutRecordsResultEntry.builder().shardId("shard").sequenceNumber("1").build();
    }

    @Override
    public String serviceName() {
      return "kinesis";
    }

    @Override
    public void close() {}
  }
}
