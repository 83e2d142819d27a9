// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.history.HistoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.KmsThrottlingException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;

/** Against a server that, now and then, refuses to give records. */
final class ShardReaderTest {
  private static final String SHARD = "shardId-000000000000";

  @TempDir private static Path serverDirectory;
  private static KinesisLocal server;

  private final Deque<RuntimeException> refusals = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private KinesisClient client;

  @BeforeAll
  static void startServer() throws Exception {
    server = KinesisLocal.start(serverDirectory);
    server.createStream("findings", 1);
    for (var text : List.of("a", "b", "c".repeat(900_000))) {
      server
          .client()
          .putRecord(
              put ->
                  put.streamName("findings").partitionKey("1").data(SdkBytes.fromUtf8String(text)));
    }
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void makeClient() {
    client =
        KinesisClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.of(KinesisLocal.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .overrideConfiguration(override -> override.addExecutionInterceptor(new Refusing()))
            .build();
  }

  @Test
  void a_shard_that_is_asked_too_often_is_asked_more_and_more_slowly() throws Exception {
    var reader = reader(1);
    refusals.add(ProvisionedThroughputExceededException.builder().build());
    refusals.add(KmsThrottlingException.builder().build());
    refusals.add(ProvisionedThroughputExceededException.builder().build());

    var first = reader.next();

    assertThat(text(first)).isEqualTo("a");
    assertThat(pauses)
        .containsExactly(
            Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void an_iterator_that_has_expired_is_replaced_by_one_at_the_same_place() throws Exception {
    var reader = reader(1);

    var first = reader.next();
    refusals.add(ExpiredIteratorException.builder().build());
    var second = reader.next();

    assertThat(text(first)).isEqualTo("a");
    assertThat(text(second)).isEqualTo("b");
  }

  @Test
  void half_of_what_a_shard_gives_is_left_to_others() throws Exception {
    var reader = reader(10);

    reader.next();
    reader.next();

    assertThat(pauses).containsExactly(Duration.ZERO, Duration.ofMillis(900));
  }

  @Test
  void few_records_are_asked_for_twice_and_a_half_a_second() throws Exception {
    var reader = reader(1);

    reader.next();
    reader.next();

    assertThat(pauses).containsExactly(Duration.ZERO, Duration.ofMillis(400));
  }

  @Test
  void a_right_that_is_missing_is_named() {
    refusals.add(
        KinesisException.builder()
            .message("not authorized")
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDeniedException").build())
            .build());

    assertThatThrownBy(() -> reader(1).next())
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("cannot read stream findings: not authorized")
        .hasMessageContaining("allow kinesis:ListShards, kinesis:GetShardIterator");
  }

  private ShardReader reader(int most) {
    return new ShardReader(
        new KinesisStream(client, "findings", most),
        SHARD,
        Position.since(Optional.empty()),
        pauses::add);
  }

  private static String text(GetRecordsResponse answer) {
    return new String(answer.records().get(0).data().asByteArray(), UTF_8);
  }

  private final class Refusing implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof GetRecordsRequest && !refusals.isEmpty()) {
        throw refusals.remove();
      }
    }
  }
}
