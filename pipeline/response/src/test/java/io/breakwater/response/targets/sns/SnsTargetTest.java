// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.core.hash.Sha256;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.aws.AccessKeys;
import io.breakwater.fakes.aws.FakeSns;
import io.breakwater.fakes.aws.SnsMessage;
import io.breakwater.fakes.aws.Topic;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.simulation.World;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.Outcome.End;
import io.breakwater.response.targets.Samples;
import io.breakwater.response.targets.Sdk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

final class SnsTargetTest {
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:exposures";
  private static final String FIFO = TOPIC + ".fifo";
  private static final int MOST_BYTES = 256 * 1024;
  private static final Message MESSAGE = Samples.message(MessageKind.OPENED, Samples.notice());

  private final World world = new World(Instant.parse("2026-11-27T10:00:00Z"));
  private final FakeSns sns =
      new FakeSns(
          AccessKeys.of(Sdk.KEY, Sdk.ACCOUNT).and("key-2", "444455556666"),
          Topic.of(TOPIC),
          Topic.of(FIFO));
  private FakeServer server = FakeServer.start(sns, Troubles.none(), world);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_message_is_a_short_text_for_people() {
    var outcome = target(TOPIC).send(MESSAGE).join();

    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
    assertThat(only().subject())
        .contains("New: High: Potential credential stealing: an instance can be reached (web-1)");
    assertThat(only().message())
        .isEqualTo(
            """
            High: Potential credential stealing: an instance can be reached (web-1)

            It is open again: have a look.

            Resource: arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc \
            (AWS::EC2::Instance, account 111122223333, eu-central-1)
            Owner: team-web

            What to do:
            - Close the port. https://docs.example.com/close

            Exposure 0f1e2d3c4b5a69788796a5b4c3d2e1f0""");
  }

  @Test
  void subscriptions_filter_by_attributes() {
    target(TOPIC).send(MESSAGE).join();

    assertThat(only().attributes())
        .hasSize(6)
        .containsEntry("kind", new SnsMessage.Attribute("String", "opened"))
        .containsEntry("severity", new SnsMessage.Attribute("String", "High"))
        .containsEntry("account", new SnsMessage.Attribute("String", "111122223333"))
        .containsEntry("region", new SnsMessage.Attribute("String", "eu-central-1"))
        .containsEntry("resource_type", new SnsMessage.Attribute("String", "AWS::EC2::Instance"))
        .containsEntry("owner", new SnsMessage.Attribute("String", "team-web"));
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageKind.class,
      names = {"UNRECOGNIZED"},
      mode = EnumSource.Mode.EXCLUDE)
  void each_kind_is_accepted_also_where_it_is_about_several(MessageKind kind) {
    var message = new Message(kind, "key-1", Notice.getDefaultInstance(), "");

    var outcome = target(FIFO).send(message).join();

    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
    assertThat(only().attributes()).containsOnlyKeys("kind", "severity");
    assertThat(only().group()).contains(kind.name());
  }

  @Test
  void hostile_text_is_text_and_short_enough() {
    var message =
        new Message(
            MessageKind.OPENED,
            "key-1",
            Samples.hostile(),
            Samples.HOSTILE + "\ud83d\ude00".repeat(150_000));

    var outcome = target(TOPIC).send(message).join();

    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
    assertThat(only().subject().orElseThrow())
        .hasSize(99)
        .matches("[ -~]+")
        .doesNotContain("\r")
        .endsWith("...");
    var body = only().message();
    assertThat(body)
        .doesNotContain(Samples.unseen())
        .doesNotContain("javascript:")
        .contains("[The rest is left out, as a message holds no more.]\n\nResource: arn:aws:ec2")
        .endsWith("Exposure " + Samples.UID);
    assertThat(body.getBytes(StandardCharsets.UTF_8).length)
        .isBetween(MOST_BYTES - 1_000, MOST_BYTES);
    assertThat(only().attributes().get("owner").value())
        .hasSize(256)
        .doesNotContain(Samples.unseen());
  }

  @Test
  void a_subject_is_ascii() {
    var notice = Samples.notice().toBuilder().setTitle("Größe \u4e2d … über").build();

    target(TOPIC).send(Samples.message(MessageKind.CLOSED, notice)).join();

    assertThat(only().subject()).contains("Over: High: Gro?e ? ... uber (web-1)");
  }

  @Test
  void a_fifo_topic_has_a_row_for_each_exposure_and_counts_repeats_once() {
    assertThat(target(FIFO).knowsRepeats()).isTrue();

    target(FIFO).send(MESSAGE).join();
    var again = target(FIFO).send(MESSAGE).join();

    assertThat(again.isDone()).isTrue();
    assertThat(only().group()).contains(Samples.UID);
    assertThat(only().deduplicationId())
        .contains(Sha256.of("message-1".getBytes(StandardCharsets.UTF_8)));
    assertThat(sns.duplicates()).isEqualTo(1);
  }

  @Test
  void an_exposure_whose_name_is_no_group_has_a_row_all_the_same() {
    var notice = Samples.notice().toBuilder().setUid("a b \u202e").build();

    target(FIFO).send(Samples.message(MessageKind.OPENED, notice)).join();

    assertThat(only().group()).contains(Sha256.of("a b \u202e".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void another_topic_takes_what_comes_twice_for_two() {
    assertThat(target(TOPIC).knowsRepeats()).isFalse();

    target(TOPIC).send(MESSAGE).join();
    target(TOPIC).send(MESSAGE).join();

    assertThat(sns.messages()).hasSize(2);
    assertThat(sns.messages().get(0).group()).isEmpty();
  }

  @Test
  void a_topic_that_is_not_there_is_the_matter_of_everybody() {
    var outcome = target(TOPIC + "-2").send(MESSAGE).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.isOfTarget()).isTrue();
    assertThat(outcome.reason()).contains("404").contains("NotFound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key-2", "key-3"})
  void so_is_a_caller_who_may_not_publish_and_nothing_secret_is_told(String key) {
    var client = Sdk.client(SnsAsyncClient.builder(), server, key, Duration.ofSeconds(20));

    var outcome = new SnsTarget(SnsTopic.of(TOPIC), client).send(MESSAGE).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(Samples.told(outcome)).contains("403").doesNotContain(Sdk.SECRET_KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidParameter, REFUSED",
    "400, ParameterValueInvalid, REFUSED",
    "400, Throttling, NOT_DONE",
    "400, KMSThrottling, NOT_DONE",
    "400, KMSDisabled, NOT_DONE",
    "400, ExpiredToken, NOT_DONE",
    "403, AuthorizationError, NOT_DONE",
    "404, NotFound, NOT_DONE",
    "408, RequestTimeout, UNCLEAR",
    "413, Whatever, REFUSED",
    "429, Throttled, NOT_DONE",
    "500, InternalError, UNCLEAR",
    "503, ServiceUnavailable, UNCLEAR",
  })
  void what_a_code_means(int status, String code, End end) {
    serve((call, now) -> error(status, code, "Text."));

    assertThat(target(TOPIC).send(MESSAGE).join().end()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Log in</html>", "", "<PublishResponse/>"})
  void an_answer_of_something_in_between_is_no_answer(String body) {
    serve((call, now) -> Answer.of(200, "text/xml", body));

    assertThat(target(TOPIC).send(MESSAGE).join().end()).isEqualTo(End.UNCLEAR);
  }

  @Test
  void a_limit_says_for_how_long() {
    restart(sns, Troubles.scripted(Trouble.THROTTLED).withRetryAfter(Duration.ofSeconds(9)));

    var outcome = target(TOPIC).send(MESSAGE).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(9));
    assertThat(sns.messages()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"ERROR_BEFORE", "ERROR_AFTER", "STALL_BEFORE", "STALL_AFTER", "LOST_ANSWER"})
  void nobody_knows_what_became_of_what_was_not_answered_and_it_is_sent_once(Trouble trouble) {
    restart(sns, Troubles.scripted(trouble));
    var client = Sdk.client(SnsAsyncClient.builder(), server, Sdk.KEY, Duration.ofSeconds(2));

    assertThat(new SnsTarget(SnsTopic.of(TOPIC), client).send(MESSAGE).join().end())
        .isEqualTo(End.UNCLEAR);
    assertThat(sns.messages()).hasSize(trouble.hasEffect() ? 1 : 0);
  }

  @Test
  void what_cannot_be_reached_has_not_been_done() {
    var target = target(TOPIC);
    server.close();

    assertThat(target.send(MESSAGE).join().end()).isEqualTo(End.NOT_DONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "exposures", "arn:aws:sqs:eu-central-1:111122223333:exposures"})
  void a_topic_that_is_none_is_named(String topic) {
    assertThatThrownBy(() -> target(topic))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(topic);
  }

  private SnsTarget target(String topic) {
    return new SnsTarget(SnsTopic.of(topic), Sdk.client(SnsAsyncClient.builder(), server));
  }

  private SnsMessage only() {
    assertThat(sns.messages()).hasSize(1);
    return sns.messages().get(0);
  }

  private static Answer error(int status, String code, String message) {
    return Answer.of(
        status,
        "text/xml",
        "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender"
            + "</Type><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error><RequestId>1</RequestId></ErrorResponse>");
  }

  private void serve(FakeService other) {
    restart(other, Troubles.none());
  }

  private void restart(FakeService service, Troubles troubles) {
    server.close();
    server = FakeServer.start(service, troubles, world);
  }
}
