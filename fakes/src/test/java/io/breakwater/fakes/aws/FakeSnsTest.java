// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.InternalErrorException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

final class FakeSnsTest {
  private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:exposures";
  private static final String FIFO = TOPIC + ".fifo";
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");

  private final AccessKeys keys = AccessKeys.of(Sdk.KEY, Sdk.ACCOUNT).and("key-2", "444455556666");
  private final FakeSns sns =
      new FakeSns(keys, Topic.of(TOPIC), Topic.of(FIFO), new Topic(TOPIC + "-content.fifo", true));
  private final MovingClock clock = new MovingClock();
  private final FakeServer server = FakeServer.start(sns, Troubles.none(), clock);
  private final SnsClient client = Sdk.client(SnsClient.builder(), server, Sdk.KEY);

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void a_message_arrives_with_its_subject_and_attributes() {
    var response =
        publish(
            request ->
                request
                    .subject("Exposure: high")
                    .message("<\"grüße\" & more>")
                    .messageAttributes(
                        Map.of(
                            "severity",
                            attribute("String", "High"),
                            "account",
                            attribute("Number", "12"),
                            "raw",
                            MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(SdkBytes.fromUtf8String("x"))
                                .build())));

    assertThat(sns.messages()).hasSize(1);
    var message = sns.messages().get(0);
    assertThat(message.messageId()).isEqualTo(response.messageId());
    assertThat(message.message()).isEqualTo("<\"grüße\" & more>");
    assertThat(message.subject()).hasValue("Exposure: high");
    assertThat(message.attributes())
        .containsEntry("severity", new SnsMessage.Attribute("String", "High"))
        .containsEntry("raw", new SnsMessage.Attribute("Binary", "eA=="))
        .hasSize(3);
    assertThat(response.sequenceNumber()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {" leading", "two\nlines", "grüße", "TOO LONG"})
  void a_subject_is_one_line_of_less_than_100_ascii_characters(String subject) {
    var given = subject.equals("TOO LONG") ? "x".repeat(100) : subject;

    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> publish(request -> request.message("m").subject(given)));
    assertThat(sns.messages()).isEmpty();
  }

  @Test
  void a_message_and_its_attributes_have_at_most_256_kib() {
    publish(request -> request.message("x".repeat(262_144)));

    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> publish(request -> request.message("ü".repeat(131_073))));
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(
            () ->
                publish(
                    request ->
                        request
                            .message("x".repeat(262_140))
                            .messageAttributes(Map.of("a", attribute("String", "b")))));
    assertThat(sns.messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"AWS.name, String, x", "a..b, String, x", "name, Text, x", "name, Number, x"})
  void an_attribute_that_is_not_valid_is_refused(String name, String type, String value) {
    assertThatExceptionOfType(SnsException.class)
        .isThrownBy(
            () ->
                publish(
                    request ->
                        request
                            .message("m")
                            .messageAttributes(Map.of(name, attribute(type, value)))))
        .satisfies(e -> assertThat(e.statusCode()).isEqualTo(400));
  }

  @Test
  void a_structured_message_needs_a_default() {
    publish(request -> request.messageStructure("json").message("{\"default\":\"d\"}"));

    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(
            () -> publish(request -> request.messageStructure("json").message("{\"sms\":\"s\"}")));
  }

  @Test
  void a_topic_that_is_not_there_is_not_found() {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> publish(request -> request.message("m").topicArn(TOPIC + "-other")));
  }

  @Test
  void another_account_may_not_publish() {
    try (var other = Sdk.client(SnsClient.builder(), server, "key-2")) {
      assertThatExceptionOfType(AuthorizationErrorException.class)
          .isThrownBy(() -> other.publish(request -> request.topicArn(TOPIC).message("m")));
    }
  }

  @Test
  void strangers_are_turned_away() {
    var unsigned = sns.answer(Call.of("POST", "/", Map.of(), "Action=Publish"), START);

    assertThat(unsigned.status()).isEqualTo(403);
    try (var other = Sdk.client(SnsClient.builder(), server, "key-3")) {
      assertThatExceptionOfType(SnsException.class)
          .isThrownBy(() -> other.publish(request -> request.topicArn(TOPIC).message("m")))
          .satisfies(
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));
    }
  }

  @Test
  void a_fifo_topic_delivers_once_within_five_minutes() {
    var first = publishFifo("one", "d-1");
    clock.now = START.plus(Duration.ofMinutes(5)).minusMillis(1);
    var repeated = publishFifo("one", "d-1");
    clock.now = START.plus(Duration.ofMinutes(5));
    var later = publishFifo("one", "d-1");

    assertThat(repeated.messageId()).isEqualTo(first.messageId());
    assertThat(later.messageId()).isNotEqualTo(first.messageId());
    assertThat(later.sequenceNumber()).isGreaterThan(first.sequenceNumber());
    assertThat(sns.messages()).hasSize(2);
    assertThat(sns.duplicates()).isEqualTo(1);
  }

  @Test
  void a_fifo_topic_needs_a_group_and_what_to_tell_duplicates_by() {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(
            () ->
                publish(
                    request -> request.topicArn(FIFO).message("m").messageDeduplicationId("d-1")));
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(
            () -> publish(request -> request.topicArn(FIFO).message("m").messageGroupId("g")));
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> publish(request -> request.message("m").messageDeduplicationId("d-1")));
  }

  @Test
  void a_topic_may_tell_duplicates_by_their_content() {
    for (var message : new String[] {"one", "one", "two"}) {
      publish(
          request ->
              request.topicArn(TOPIC + "-content.fifo").message(message).messageGroupId("g"));
    }

    assertThat(sns.messages()).extracting(SnsMessage::message).containsExactly("one", "two");
  }

  @Test
  void each_entry_of_a_batch_succeeds_or_fails_by_itself() {
    var response =
        client.publishBatch(
            request ->
                request
                    .topicArn(TOPIC)
                    .publishBatchRequestEntries(
                        entry("a").message("one").subject("s").build(),
                        entry("b").message("two").subject("two\nlines").build(),
                        entry("c")
                            .message("three")
                            .messageAttributes(Map.of("severity", attribute("String", "Low")))
                            .build()));

    assertThat(response.successful()).extracting(entry -> entry.id()).containsExactly("a", "c");
    assertThat(response.failed()).hasSize(1);
    assertThat(response.failed().get(0).code()).isEqualTo("InvalidParameter");
    assertThat(response.failed().get(0).senderFault()).isTrue();
    assertThat(sns.messages()).extracting(SnsMessage::message).containsExactly("one", "three");
    assertThat(sns.messages().get(1).attributes()).containsKey("severity");
  }

  @Test
  void a_batch_has_at_most_ten_entries_with_ids_of_their_own() {
    assertThatExceptionOfType(TooManyEntriesInBatchRequestException.class)
        .isThrownBy(
            () ->
                client.publishBatch(
                    request ->
                        request
                            .topicArn(TOPIC)
                            .publishBatchRequestEntries(
                                IntStream.range(0, 11)
                                    .mapToObj(i -> entry("e" + i).message("m").build())
                                    .toList())));
    assertThatExceptionOfType(BatchEntryIdsNotDistinctException.class)
        .isThrownBy(
            () ->
                client.publishBatch(
                    request ->
                        request
                            .topicArn(TOPIC)
                            .publishBatchRequestEntries(
                                entry("a").message("m").build(), entry("a").message("m").build())));
  }

  @Test
  void what_is_not_known_here_is_an_invalid_action() {
    assertThatExceptionOfType(SnsException.class)
        .isThrownBy(client::listTopics)
        .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction"));
  }

  @Test
  void trouble_comes_in_the_words_of_the_service() {
    var scripted = Troubles.scripted(Trouble.THROTTLED, Trouble.ERROR_BEFORE);
    try (var other = FakeServer.start(sns, scripted, Clock.systemUTC());
        var caller = Sdk.client(SnsClient.builder(), other, Sdk.KEY)) {
      assertThatExceptionOfType(SnsException.class)
          .isThrownBy(() -> caller.publish(request -> request.topicArn(TOPIC).message("m")))
          .satisfies(e -> assertThat(e.isThrottlingException()).isTrue());
      assertThatThrownBy(() -> caller.publish(request -> request.topicArn(TOPIC).message("m")))
          .isInstanceOf(InternalErrorException.class);
    }
  }

  private PublishResponse publish(Consumer<PublishRequest.Builder> change) {
    var request = PublishRequest.builder().topicArn(TOPIC);
    change.accept(request);
    return client.publish(request.build());
  }

  private PublishResponse publishFifo(String message, String deduplicationId) {
    return publish(
        request ->
            request
                .topicArn(FIFO)
                .message(message)
                .messageGroupId("g")
                .messageDeduplicationId(deduplicationId));
  }

  private static PublishBatchRequestEntry.Builder entry(String id) {
    return PublishBatchRequestEntry.builder().id(id);
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  /** Stands still until it is moved. */
  private static final class MovingClock extends Clock {
    private volatile Instant now = START;

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
