// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.console.index.Index;
import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.sql.SqlIndex;
import io.breakwater.demo.kinesis.KinesisLocal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

/** A stream is followed into an index, with a server like Kinesis. */
final class KinesisSourceTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final BigInteger KEYS = BigInteger.TWO.pow(128);

  @TempDir private static Path shared;
  private static KinesisLocal kinesis;

  @TempDir private Path directory;
  private Index index;
  private String stream;

  @BeforeAll
  static void start() throws Exception {
    kinesis = KinesisLocal.start(shared.resolve("kinesis"));
  }

  @AfterAll
  static void stop() {
    kinesis.close();
  }

  @BeforeEach
  void open() throws Exception {
    index = SqlIndex.inFile(directory.resolve("index.db"));
    stream = "exposures-" + NUMBERS.incrementAndGet();
    kinesis.createStream(stream, 2);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void what_is_in_the_stream_comes_in_once_however_often_it_is_begun_anew() {
    put(1, 6);
    var source = source();
    source.takeAll();
    put(7, 8);
    source.takeAll();

    source().takeAll();
    put(9, 10);
    source().takeAll();

    assertThat(index.reader().count(Selection.OPEN)).isEqualTo(10);
    assertThat(read()).isEqualTo(10);
  }

  @Test
  void shards_that_others_were_split_into_are_read_as_well() throws Exception {
    put(1, 6);
    source().takeAll();
    split();
    put(7, 12);
    var source = source();
    source.takeAll();
    put(13, 14);
    source.takeAll();

    assertThat(index.reader().count(Selection.OPEN)).isEqualTo(14);
    assertThat(read()).isEqualTo(14);
    assertThat(index.reached(RecordStream.EXPOSURES)).hasSizeGreaterThan(2);
  }

  @Test
  void what_is_no_record_is_counted_and_the_rest_goes_on() {
    put("x", "no JSON at all");
    put(1, 2);

    source().takeAll();

    assertThat(index.reader().count(Selection.OPEN)).isEqualTo(2);
    assertThat(index.reader().broken(10)).hasSize(1);
  }

  @Test
  void what_a_job_answers_is_followed_as_well() throws Exception {
    put("action-1", Records.actionAnswer(1, 1, "applied", "", Records.START).toString());
    source(RecordStream.ACTION_ANSWERS).takeAll();
    stream += "-of-rules";
    kinesis.createStream(stream, 1);
    put("update-1", Records.ruleAnswer(1, "accepted", Records.START).toString());
    source(RecordStream.RULE_ANSWERS).takeAll();

    assertThat(index.reader().outcomes().get(RecordStream.ACTION_ANSWERS).of(Outcome.ANSWERED))
        .isEqualTo(1);
    assertThat(index.reader().ruleAnswers(10)).hasSize(1);
  }

  @Test
  void a_stream_that_is_not_there_is_named() {
    stream = "no-such-stream";

    assertThatThrownBy(() -> source().takeAll()).hasMessageContaining("no-such-stream");
  }

  @Test
  void what_the_index_did_not_take_comes_again() {
    put(1, 4);
    index.close();
    var source = source();
    assertThatThrownBy(source::takeAll).isInstanceOf(RuntimeException.class);

    index = SqlIndex.inFile(directory.resolve("index.db"));
    source().takeAll();

    assertThat(index.reader().count(Selection.OPEN)).isEqualTo(4);
  }

  private KinesisSource source() {
    return source(RecordStream.EXPOSURES);
  }

  private KinesisSource source(RecordStream records) {
    return new KinesisSource(index, records, kinesis.client(), stream);
  }

  private long read() {
    var outcomes = index.reader().outcomes().get(RecordStream.EXPOSURES);
    assertThat(outcomes.of(Outcome.DUPLICATE)).isZero();
    return outcomes.read();
  }

  private void put(int first, int last) {
    for (int number = first; number <= last; number++) {
      put("key-" + number, exposure(number).text());
    }
  }

  private void put(String key, String record) {
    kinesis
        .client()
        .putRecord(
            put -> put.streamName(stream).partitionKey(key).data(SdkBytes.fromUtf8String(record)));
  }

  /** The first shard into two. */
  private void split() throws Exception {
    var first =
        kinesis.client().listShards(list -> list.streamName(stream)).shards().get(0).shardId();
    kinesis
        .client()
        .splitShard(
            split ->
                split
                    .streamName(stream)
                    .shardToSplit(first)
                    .newStartingHashKey(KEYS.shiftRight(2).toString()));
    kinesis.awaitActive(stream);
  }
}
