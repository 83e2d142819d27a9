// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.sns;

import io.breakwater.core.hash.Sha256;
import io.breakwater.response.aws.AwsAnswers;
import io.breakwater.response.aws.AwsClients;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.notice.Change;
import io.breakwater.response.targets.Done;
import io.breakwater.response.targets.Merging;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.MessageTarget;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/**
 * A topic of Amazon SNS: a short text for people for each message, with attributes that
 * subscriptions filter by.
 *
 * <p>A FIFO topic delivers the messages of an exposure in their order, and those that come twice
 * within five minutes once. Of any other topic every subscriber takes what comes twice for two.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html">Deduplication</a>
 */
public final class SnsTarget implements MessageTarget {
  private static final Pattern GROUP = Pattern.compile("[!-~]{1,128}");
  private static final int ATTRIBUTE_CHARACTERS = 256;
  private static final String TYPE = "String";

  private final SnsTopic topic;
  private final SnsAsyncClient client;

  /**
   * @param client of the topic's Region, that sends each request once
   */
  public SnsTarget(SnsTopic topic, SnsAsyncClient client) {
    this.topic = Objects.requireNonNull(topic);
    this.client = Objects.requireNonNull(client);
  }

  @Override
  public boolean knowsRepeats() {
    return topic.isFifo();
  }

  @Override
  public Merging merging() {
    return Merging.WHAT_WAS_HELD;
  }

  @Override
  public boolean handsOnRecords() {
    return false;
  }

  @Override
  public CompletableFuture<Outcome<Done>> send(Message message) {
    var request = request(message);
    return AwsClients.aside(() -> client.publish(request)).handle(SnsTarget::judged);
  }

  private static Outcome<Done> judged(PublishResponse answer, Throwable failure) {
    if (failure != null) {
      return AwsAnswers.failed("Publish", failure);
    }
    return answer.messageId() == null || answer.messageId().isEmpty()
        ? Outcome.unclear("Publish was answered by something else than SNS")
        : Outcome.done(Done.DONE);
  }

  private PublishRequest request(Message message) {
    var notice = message.notice();
    var attributes = attributes(message);
    var request =
        PublishRequest.builder()
            .topicArn(topic.toString())
            .subject(SnsText.subject(message))
            .message(SnsText.body(message, bytesOf(attributes)))
            .messageAttributes(attributes);
    if (knowsRepeats()) {
      request
          .messageGroupId(groupOf(message.kind(), notice))
          .messageDeduplicationId(Sha256.of(message.key().getBytes(StandardCharsets.UTF_8)));
    }
    return request.build();
  }

  /** What is about several things has a row of its own. */
  private static String groupOf(MessageKind kind, Notice notice) {
    var group = notice.getUid().isEmpty() ? kind.name() : notice.getUid();
    return GROUP.matcher(group).matches()
        ? group
        : Sha256.of(group.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, MessageAttributeValue> attributes(Message message) {
    var notice = message.notice();
    var subject = notice.getSubject();
    var attributes = new LinkedHashMap<String, MessageAttributeValue>();
    put(attributes, "kind", message.kind().name().toLowerCase(Locale.ROOT));
    put(attributes, "severity", Change.label(notice.getSeverity()));
    put(attributes, "account", subject.getAccount());
    put(attributes, "region", subject.getRegion());
    put(attributes, "resource_type", subject.getType());
    put(attributes, "owner", subject.getOwner());
    return attributes;
  }

  /** An attribute without a value is refused. */
  private static void put(
      Map<String, MessageAttributeValue> attributes, String name, String value) {
    var line = PlainText.line(value, ATTRIBUTE_CHARACTERS);
    if (!line.isEmpty()) {
      attributes.put(
          name, MessageAttributeValue.builder().dataType(TYPE).stringValue(line).build());
    }
  }

  private static int bytesOf(Map<String, MessageAttributeValue> attributes) {
    int bytes = 0;
    for (var attribute : attributes.entrySet()) {
      bytes +=
          attribute.getKey().length()
              + TYPE.length()
              + SnsText.bytes(attribute.getValue().stringValue());
    }
    return bytes;
  }
}
