// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.types.Output;
import java.util.stream.Stream;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.core.SdkBytes;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import org.apache.flink.kinesis.shaded.software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderedWriterTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 256, 257, 1_000})
  void every_record_has_a_key_that_the_service_takes(int characters) {
    var entry = OrderedSink.entry(new Output("k".repeat(characters), new byte[1]));

    assertThat(entry.partitionKey()).hasSizeBetween(1, 256);
  }

  @ParameterizedTest
  @CsvSource({
    "a1 b1 a2, a1, a1 a2",
    "a1 b1 a2, a2, a2",
    "a1 b1 a2 b2, b1, b1 b2",
    "a1 b1 a2 b2 c1, a1 b1, a1 b1 a2 b2",
    "a1 a2 a3, a2, a2 a3",
    "a1 b1, a1 b1, a1 b1"
  })
  void what_was_refused_is_sent_again_with_all_that_followed_of_its_key(
      String call, String refused, String again) {
    var entries = Stream.of(call.split(" ")).map(OrderedWriterTest::entry).collect(toList());
    var results =
        Stream.of(call.split(" "))
            .map(name -> Stream.of(refused.split(" ")).anyMatch(name::equals))
            .map(OrderedWriterTest::result)
            .collect(toList());

    var sent = OrderedWriter.fromTheFirstRefused(entries, results);

    assertThat(sent.stream().map(entry -> entry.data().asUtf8String()).collect(joining(" ")))
        .isEqualTo(again);
  }

  private static PutRecordsRequestEntry entry(String name) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(name.substring(0, 1))
        .data(SdkBytes.fromUtf8String(name))
        .build();
  }

  private static PutRecordsResultEntry result(boolean refused) {
    return refused
        ? PutRecordsResultEntry.builder()
            .errorCode("ProvisionedThroughputExceededException")
            .build()
        : PutRecordsResultEntry.builder().sequenceNumber("1").shardId("shardId-0").build();
  }
}
