// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.core.hash.Sha256;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.webhook.Delivery;
import io.breakwater.fakes.webhook.WebhookReceiver;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.MessageRecord;
import io.breakwater.response.targets.MessageTargetContract;
import io.breakwater.response.targets.Outcome.End;
import io.breakwater.response.targets.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookTargetTest extends MessageTargetContract {
  private static final String PATH = "/hooks/T0123/path-nobody-knows";
  private static final Message MESSAGE = Samples.message(MessageKind.REOPENED, Samples.notice());

  private final WebhookReceiver receiver = new WebhookReceiver(Samples.SECRET);

  @Override
  protected FakeService service() {
    return receiver;
  }

  @Override
  protected int arrived() {
    return receiver.deliveries().size();
  }

  @Override
  protected WebhookTarget target(Secret secret) {
    return new WebhookTarget(
        WebhookSettings.of(server.uri().resolve(PATH)).build(), http, secret, world);
  }

  @Test
  void a_message_arrives_signed() {
    var outcome = target().send(MESSAGE).join();

    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
    var delivery = only();
    assertThat(delivery.call().path()).isEqualTo(PATH);
    assertThat(delivery.call().header("content-type")).contains("application/json");
    assertThat(delivery.call().text()).isEqualTo(MessageRecord.withFinding(MESSAGE).toString());
    assertThat(delivery.idempotencyKey()).contains("message-1");
    assertThat(delivery.call().header("x-breakwater-signature"))
        .contains(
            WebhookReceiver.signature(Samples.SECRET, world.instant(), delivery.call().body()));
  }

  @Test
  void what_is_sent_again_counts_once() {
    assertThat(target().knowsRepeats()).isTrue();

    target().send(MESSAGE).join();
    world.pass(Duration.ofHours(1));
    target().send(MESSAGE).join();

    assertThat(receiver.deliveries()).hasSize(2);
    assertThat(receiver.distinct()).hasSize(1);
  }

  @Test
  void further_headers_are_sent() {
    var settings =
        WebhookSettings.of(server.uri().resolve(PATH)).header("X-Tenant", "team web").build();

    new WebhookTarget(settings, http, secret(Samples.SECRET), world).send(MESSAGE).join();

    assertThat(only().call().header("x-tenant")).contains("team web");
  }

  @Test
  void a_key_that_no_header_can_hold_is_hashed() {
    var key = "line\r\nX-Injected: 1 \u202e";
    var message = new Message(MessageKind.OPENED, key, Samples.notice(), "Text.");

    target().send(message).join();

    assertThat(only().idempotencyKey()).contains(Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
    assertThat(only().call().header("x-injected")).isEmpty();
    assertThat(only().call().json().orElseThrow().path("key").asText()).isEqualTo(key);
  }

  @Test
  void hostile_text_arrives_as_text() {
    var outcome = target().send(Samples.message(MessageKind.OPENED, Samples.hostile())).join();

    assertThat(outcome.isDone()).isTrue();
    assertThat(only().call().json().orElseThrow().path("title").asText())
        .contains("<script>")
        .doesNotContain(Samples.unseen());
  }

  @Test
  void a_receiver_refuses_another_secret() {
    target(secret("another-secret")).send(MESSAGE).join();

    assertThat(receiver.refused()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "200, DONE",
    "202, DONE",
    "204, DONE",
    "301, REFUSED",
    "400, REFUSED",
    "401, NOT_DONE",
    "403, NOT_DONE",
    "404, NOT_DONE",
    "408, UNCLEAR",
    "409, UNCLEAR",
    "410, NOT_DONE",
    "413, REFUSED",
    "422, REFUSED",
    "429, NOT_DONE",
    "500, UNCLEAR",
    "503, UNCLEAR",
  })
  void what_an_answer_means(int status, End end) {
    serve((call, now) -> Answer.empty(status));

    assertThat(target().send(MESSAGE).join().end()).isEqualTo(end);
  }

  @Test
  void the_path_of_what_cannot_be_reached_is_not_told() {
    server.close();

    var outcome = target().send(MESSAGE).join();

    assertThat(Samples.told(outcome)).doesNotContain("path-nobody-knows");
  }

  @Test
  void neither_path_nor_headers_are_told_where_the_receiver_repeats_them() {
    serve(
        (call, now) ->
            Answer.text(
                400,
                "No: " + call.path() + "?code=query-4711 " + call.header("x-token").orElse("")));
    var settings =
        WebhookSettings.of(server.uri().resolve(PATH + "?code=query-4711"))
            .header("X-Token", "Bearer tok-4711")
            .build();

    var outcome =
        new WebhookTarget(settings, http, secret(Samples.SECRET), world).send(MESSAGE).join();

    assertThat(Samples.told(outcome))
        .contains("No: ")
        .doesNotContain("path-nobody-knows", "query-4711", "tok-4711", Samples.SECRET);
  }

  @Test
  void what_a_receiver_without_a_path_says_is_told_as_it_is() {
    serve((call, now) -> Answer.text(400, "No such\u202e tenant"));
    var settings = WebhookSettings.of(server.uri()).build();

    var outcome =
        new WebhookTarget(settings, http, secret(Samples.SECRET), world).send(MESSAGE).join();

    assertThat(outcome.reason()).endsWith("400: No such tenant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://example.com/x", "/x", "https://user:pw4711@example.com/", "https://a/#x"})
  void an_address_that_is_none_is_refused_and_not_told(String address) {
    var faulty =
        WebhookSettings.of(URI.create(address))
            .header("Idempotency-Key", "1")
            .header("a b", "1")
            .header("X-Token", "tok-4711\r\nX-Injected: 1");

    assertThatThrownBy(faulty::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://hooks.example.com/path")
        .hasMessageContaining("Idempotency-Key")
        .hasMessageContaining("a b")
        .hasMessageContaining("X-Token")
        .hasMessageNotContaining("pw4711")
        .hasMessageNotContaining("tok-4711");
  }

  private Delivery only() {
    assertThat(receiver.deliveries()).hasSize(1);
    return receiver.deliveries().get(0);
  }
}
