// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.splunk.FakeSplunk;
import io.breakwater.fakes.splunk.HecEvent;
import io.breakwater.fakes.splunk.HecToken;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.MessageTargetContract;
import io.breakwater.response.targets.Outcome.End;
import io.breakwater.response.targets.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SplunkTargetTest extends MessageTargetContract {
  private static final Message MESSAGE = Samples.message(MessageKind.OPENED, Samples.notice());

  private FakeSplunk splunk = splunk(HecToken.of(Samples.SECRET, "main").allowing("security"));

  @Override
  protected FakeService service() {
    return splunk;
  }

  @Override
  protected int arrived() {
    return splunk.events().size();
  }

  @Override
  protected SplunkTarget target(Secret token) {
    return new SplunkTarget(SplunkSettings.of(server.uri()).build(), http, token);
  }

  @Test
  void a_message_is_one_event() {
    var outcome = target().send(MESSAGE).join();

    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
    var event = only();
    assertThat(event.time()).isEqualTo(Instant.parse("2026-11-27T09:30:00.250Z"));
    assertThat(event.host()).isEqualTo("breakwater");
    assertThat(event.source()).isEqualTo("breakwater");
    assertThat(event.sourcetype()).isEqualTo("breakwater:exposure");
    assertThat(event.index()).isEqualTo("main");
    assertThat(event.event().path("key").asText()).isEqualTo("message-1");
    assertThat(event.event().path("kind").asText()).isEqualTo("opened");
    assertThat(event.fields().get("severity").asText()).isEqualTo("High");
    assertThat(event.fields().get("account").asText()).isEqualTo("111122223333");
    assertThat(event.fields().get("resource_type").asText()).isEqualTo("AWS::EC2::Instance");
    assertThat(event.fields().get("owner").asText()).isEqualTo("team-web");
    assertThat(event.fields().get("uid").asText()).isEqualTo(Samples.UID);
  }

  @Test
  void where_it_goes_is_as_the_settings_say() {
    var settings =
        SplunkSettings.of(server.uri())
            .host("job-1")
            .source("stream-1")
            .sourcetype("acme:exposure")
            .index("security")
            .build();

    new SplunkTarget(settings, http, secret(Samples.SECRET)).send(MESSAGE).join();

    assertThat(only().host()).isEqualTo("job-1");
    assertThat(only().source()).isEqualTo("stream-1");
    assertThat(only().sourcetype()).isEqualTo("acme:exposure");
    assertThat(only().index()).isEqualTo("security");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_finding_goes_along_if_it_shall(boolean with) {
    var notice =
        Samples.notice().toBuilder().setRecord(ByteString.copyFromUtf8("{\"a\":1}")).build();
    var settings = SplunkSettings.of(server.uri()).withFinding(with).build();

    var target = new SplunkTarget(settings, http, secret(Samples.SECRET));
    target.send(Samples.message(MessageKind.OPENED, notice)).join();

    assertThat(target.handsOnRecords()).isEqualTo(with);
    assertThat(only().event().path("finding").path("a").asInt()).isEqualTo(with ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "1795773600000, 2026-11-27T10:00:00Z",
    "1800000000000, 2027-01-15T08:00:00Z",
    "0, 2026-11-27T09:30:01.500Z"
  })
  void time_is_in_seconds_without_an_exponent(long millis, Instant time) {
    var notice = Samples.notice().toBuilder().setChangedAt(millis).build();

    target().send(Samples.message(MessageKind.OPENED, notice)).join();

    assertThat(only().time()).isEqualTo(time);
  }

  @Test
  void a_digest_has_the_time_at_which_it_comes() {
    target().send(Samples.message(MessageKind.DIGEST, Notice.getDefaultInstance())).join();

    assertThat(only().time()).isEqualTo(world.instant());
  }

  @Test
  void hostile_text_is_text() {
    var outcome = target().send(Samples.message(MessageKind.OPENED, Samples.hostile())).join();

    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
    assertThat(only().event().path("title").asText()).hasSize(500).doesNotContain(Samples.unseen());
    assertThat(only().fields().get("owner").asText()).hasSize(256).doesNotContain(Samples.unseen());
  }

  @Test
  void what_comes_twice_is_there_twice_and_says_so() {
    assertThat(target().knowsRepeats()).isFalse();

    target().send(MESSAGE).join();
    target().send(MESSAGE).join();

    assertThat(splunk.events())
        .extracting(event -> event.event().path("key").asText())
        .containsExactly("message-1", "message-1");
  }

  @Test
  void a_wrong_token_is_told_in_the_words_of_the_collector() {
    var outcome = target(secret("token-4711")).send(MESSAGE).join();

    assertThat(outcome.reason()).contains("Invalid token (4)").doesNotContain("token-4711");
  }

  @Test
  void a_token_that_is_turned_off_is_so_for_everybody() {
    splunk = splunk(HecToken.of(Samples.SECRET, "main").disabled());
    serve(splunk);

    assertThat(target().send(MESSAGE).join().end()).isEqualTo(End.NOT_DONE);
  }

  @Test
  void a_token_that_no_header_can_hold_is_not_told() {
    var outcome = target(secret(Samples.SECRET + "\nX-Injected: 1")).send(MESSAGE).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(Samples.told(outcome)).doesNotContain(Samples.SECRET);
  }

  @Test
  void a_token_that_the_collector_repeats_is_not_told() {
    serve(
        (call, now) ->
            Answer.of(
                400,
                "application/json",
                "{\"text\":\"You sent "
                    + call.header("authorization").orElse("")
                    + "\",\"code\":6}"));

    var outcome = target().send(MESSAGE).join();

    assertThat(Samples.told(outcome)).contains("You sent").doesNotContain(Samples.SECRET);
  }

  @Test
  void an_index_that_the_token_may_not_write_to_is_the_matter_of_everybody() {
    var settings = SplunkSettings.of(server.uri()).index("other").build();

    var outcome = new SplunkTarget(settings, http, secret(Samples.SECRET)).send(MESSAGE).join();

    assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    assertThat(outcome.reason()).contains("Incorrect index (7)");
  }

  @Test
  void so_is_a_token_that_wants_a_channel() {
    splunk = splunk(HecToken.of(Samples.SECRET, "main").acknowledging());
    serve(splunk);

    assertThat(target().send(MESSAGE).join().end()).isEqualTo(End.NOT_DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 5, REFUSED", "400, 6, REFUSED", "400, 12, REFUSED", "400, 13, REFUSED",
    "400, 15, REFUSED", "400, 10, NOT_DONE", "401, 2, NOT_DONE", "403, 1, NOT_DONE",
    "404, 404, NOT_DONE", "500, 8, UNCLEAR", "503, 9, NOT_DONE", "503, 18, NOT_DONE",
    "503, 99, UNCLEAR", "413, 27, NOT_DONE", "200, 0, DONE", "200, 6, UNCLEAR",
  })
  void what_a_code_means(int status, int code, End end) {
    serve(
        (call, now) ->
            Answer.of(status, "application/json", "{\"text\":\"Text\",\"code\":" + code + "}"));

    assertThat(target().send(MESSAGE).join().end()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Log in</html>", "", "{}"})
  void an_answer_of_something_in_between_is_no_answer(String body) {
    serve((call, now) -> Answer.of(200, "text/html", body));

    assertThat(target().send(MESSAGE).join().end()).isEqualTo(End.UNCLEAR);
  }

  @Test
  void settings_name_all_their_faults_at_once() {
    var faulty =
        SplunkSettings.of(URI.create("https://splunk.example.com/services"))
            .source(" ")
            .index("A B");

    assertThatThrownBy(faulty::build)
        .hasMessageContaining("https://splunk.example.com:8088")
        .hasMessageContaining("not blank")
        .hasMessageContaining("A B");
  }

  private static FakeSplunk splunk(HecToken token) {
    return new FakeSplunk(Duration.ZERO, token);
  }

  private HecEvent only() {
    assertThat(splunk.events()).hasSize(1);
    return splunk.events().get(0);
  }
}
