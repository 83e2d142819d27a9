// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.aws.AccessKeys;
import io.breakwater.fakes.aws.FakeSns;
import io.breakwater.fakes.aws.SnsMessage;
import io.breakwater.fakes.aws.Topic;
import io.breakwater.fakes.splunk.FakeSplunk;
import io.breakwater.fakes.splunk.HecToken;
import io.breakwater.fakes.webhook.WebhookReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The mailboxes that there are. */
final class Messages extends Mailbox {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOOK_SECRET = "BREAKWATER_FAKE_WEBHOOK_SECRET";
  private static final String SPLUNK_TOKEN = "BREAKWATER_FAKE_SPLUNK_TOKEN";

  private final String name;
  private final Map<String, Object> target;
  private final Map<String, String> environment;
  private final Supplier<List<Letter>> letters;

  private Messages(
      String name,
      FakeService service,
      RespondPlan plan,
      Map<String, Object> target,
      Map<String, String> environment,
      Supplier<List<Letter>> letters) {
    super(service, plan);
    this.name = name;
    this.target = target;
    this.environment = environment;
    this.letters = letters;
  }

  static Messages webhook(RespondPlan plan) {
    var secret = "secret-1";
    var receiver = new WebhookReceiver(secret);
    return new Messages(
        "webhook",
        receiver,
        plan,
        Map.of("secret", Map.of("environment", HOOK_SECRET), "rate", Desk.rate(plan)),
        Map.of(HOOK_SECRET, secret),
        () ->
            receiver.deliveries().stream()
                .map(delivery -> letter(read(delivery.call().body())))
                .toList());
  }

  static Messages splunk(RespondPlan plan) {
    var token = "12345678-1234-1234-1234-123456789abc";
    var splunk = new FakeSplunk(Duration.ZERO, HecToken.of(token, "security"));
    return new Messages(
        "splunk",
        splunk,
        plan,
        Map.of("token", Map.of("environment", SPLUNK_TOKEN), "rate", Desk.rate(plan)),
        Map.of(SPLUNK_TOKEN, token),
        () -> splunk.events().stream().map(event -> letter(event.event())).toList());
  }

  /** A FIFO topic: what comes again within five minutes is not delivered again. */
  static Messages sns(RespondPlan plan, String account) {
    var topic = "arn:aws:sns:eu-central-1:" + account + ":exposures.fifo";
    var sns = new FakeSns(AccessKeys.of(Aws.KEY, account), Topic.of(topic));
    return new Messages(
        "sns",
        sns,
        plan,
        Map.of("topic", topic, "rate", Desk.rate(plan)),
        Aws.ENVIRONMENT,
        () -> sns.messages().stream().map(Messages::letter).toList());
  }

  private static Letter letter(SnsMessage message) {
    return new Letter(
        message.deduplicationId().orElseThrow(),
        message.attributes().get("kind").value(),
        message.group().orElseThrow(),
        message.message());
  }

  private static Letter letter(JsonNode message) {
    return new Letter(
        message.path("key").asText(),
        message.path("kind").asText(),
        message.path("uid").asText(),
        message.path("text").asText());
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("a message is JSON", e);
    }
  }

  @Override
  String name() {
    return name;
  }

  @Override
  JsonNode target() {
    return JSON.createObjectNode()
        .put("type", name)
        .put("timeout", RespondPlan.TIMEOUT.toString())
        .put(name.equals("sns") ? "endpoint" : "url", uri().toString())
        .setAll(JSON.<ObjectNode>valueToTree(target));
  }

  @Override
  Map<String, String> environment() {
    return environment;
  }

  @Override
  List<Letter> letters() {
    return letters.get();
  }
}
