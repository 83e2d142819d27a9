// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Amazon SNS in its Query protocol: form in, XML out. What it holds its callers to:
 *
 * <ul>
 *   <li>A signature in the form of Signature Version 4, of a known access key, for {@code sns}.
 *   <li><a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>: a topic
 *       that exists and is the caller's; a message that is not empty and, with its attributes, at
 *       most 256 KiB; a subject of less than 100 printable ASCII characters in one line; names,
 *       types and values of <a
 *       href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">attributes</a>.
 *   <li>FIFO topics: a group, and a deduplication id unless the topic makes one of the content;
 *       what comes with the same one within five minutes is accepted but not delivered (<a
 *       href="https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html">deduplication</a>).
 *   <li><a
 *       href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">PublishBatch</a>: 1
 *       to 10 entries with ids of their own, 256 KiB together; each entry succeeds or fails by
 *       itself.
 * </ul>
 *
 * <p>Every other action is {@code InvalidAction}.
 */
public final class FakeSns implements FakeService {
  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_ENTRIES = 10;
  private static final Duration DEDUPLICATION = Duration.ofMinutes(5);
  private static final Pattern SUBJECT = Pattern.compile("[!-~][ -~]{0,98}");
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,128}");
  private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?!(?i:AWS\\.|Amazon\\.))(?!\\.)(?!.*\\.\\.)[A-Za-z0-9_.-]{1,256}(?<!\\.)");
  private static final Set<String> TYPES = Set.of("String", "String.Array", "Number", "Binary");
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Published(Instant at, SnsMessage message) {}

  private final AccessKeys keys;
  private final Map<String, Topic> topics = new HashMap<>();
  private final RequestIds ids = new RequestIds();
  private final List<SnsMessage> messages = new ArrayList<>();
  private final Map<List<String>, Published> recent = new HashMap<>();
  private long lastSequence = 10_000_000_000_000_000L;
  private long duplicates;

  /**
   * @param keys of those who may call; each account may publish to its own topics
   */
  public FakeSns(AccessKeys keys, Topic... topics) {
    this.keys = keys;
    for (var topic : topics) {
      this.topics.put(topic.arn(), topic);
    }
  }

  @Override
  public synchronized Answer answer(Call call, Instant now) {
    var requestId = ids.next();
    try {
      if (!call.path().equals("/")) {
        return SnsError.answer(
            404, "InvalidAction", "There is nothing at " + call.path(), requestId);
      }
      if (!call.method().equals("POST")) {
        return SnsError.answer(405, "InvalidAction", call.method() + " is not allowed.", requestId);
      }
      var caller =
          Caller.of(
              call, keys, "sns", (code, message) -> SnsError.answer(403, code, message, requestId));
      var form = call.form();
      return switch (form.getOrDefault("Action", "")) {
        case "Publish" -> publish(form, caller, requestId, now);
        case "PublishBatch" -> publishBatch(form, caller, requestId, now);
        case "" -> throw new SnsError(400, "MissingAction", "The request names no action.");
        default -> throw new SnsError(400, "InvalidAction", "This action is not known here.");
      };
    } catch (SnsError error) {
      return error.answer(requestId);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  @Override
  public synchronized Answer throttled(Call call, Duration retryAfter, Instant now) {
    return SnsError.answer(429, "Throttled", "Rate exceeded.", ids.next())
        .with("Retry-After", Long.toString(retryAfter.toSeconds()));
  }

  @Override
  public synchronized Answer broken(Call call) {
    return SnsError.answer(500, "InternalError", "Something went wrong on our side.", ids.next());
  }

  /** What is delivered to subscribers, in the order in which it was accepted. */
  public synchronized List<SnsMessage> messages() {
    return List.copyOf(messages);
  }

  /** How many messages were accepted and not delivered, as they repeated another. */
  public synchronized long duplicates() {
    return duplicates;
  }

  private Answer publish(Map<String, String> form, Caller caller, String requestId, Instant now) {
    if (form.containsKey("PhoneNumber") || form.containsKey("TargetArn")) {
      throw SnsError.invalidParameter("TopicArn", "only topics are published to here");
    }
    var topic = topic(form.getOrDefault("TopicArn", ""), caller);
    var message = accept(topic, form, "", now);
    return response("Publish", published(message), requestId);
  }

  private Answer publishBatch(
      Map<String, String> form, Caller caller, String requestId, Instant now) {
    var topic = topic(form.getOrDefault("TopicArn", ""), caller);
    var entries = entries(form);
    var successful = new StringBuilder();
    var failed = new StringBuilder();
    for (var prefix : entries) {
      var id = element("Id", form.get(prefix + "Id"));
      try {
        var message = accept(topic, form, prefix, now);
        successful.append("<member>").append(id).append(published(message)).append("</member>");
      } catch (SnsError error) {
        failed
            .append("<member>")
            .append(id)
            .append(element("Code", error.code()))
            .append(element("Message", error.getMessage()))
            .append("<SenderFault>true</SenderFault></member>");
      }
    }
    return response(
        "PublishBatch",
        "<Successful>" + successful + "</Successful><Failed>" + failed + "</Failed>",
        requestId);
  }

  /** The prefixes of the entries, in their order. */
  private static List<String> entries(Map<String, String> form) {
    var entries = new ArrayList<String>();
    var ids = new HashSet<String>();
    int bytes = 0;
    for (int i = 1; form.containsKey("PublishBatchRequestEntries.member." + i + ".Id"); i++) {
      var prefix = "PublishBatchRequestEntries.member." + i + ".";
      var id = form.get(prefix + "Id");
      if (!ENTRY_ID.matcher(id).matches()) {
        throw new SnsError(400, "InvalidBatchEntryId", "An entry has no valid id: " + id);
      }
      if (!ids.add(id)) {
        throw new SnsError(400, "BatchEntryIdsNotDistinct", "Two entries have the id " + id);
      }
      entries.add(prefix);
      bytes += size(form, prefix);
    }
    if (entries.isEmpty()) {
      throw new SnsError(400, "EmptyBatchRequest", "The batch has no entries.");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw new SnsError(400, "TooManyEntriesInBatchRequest", "A batch has at most 10 entries.");
    }
    if (bytes > MOST_BYTES) {
      throw new SnsError(400, "BatchRequestTooLong", "A batch has at most 262144 bytes.");
    }
    return entries;
  }

  private Topic topic(String arn, Caller caller) {
    if (!arn.startsWith("arn:")) {
      throw SnsError.invalidParameter("TopicArn", "it is no ARN");
    }
    var topic = topics.get(arn);
    if (topic == null) {
      throw new SnsError(404, "NotFound", "There is no such topic.");
    }
    if (!topic.account().equals(caller.account())) {
      throw new SnsError(
          403, "AuthorizationError", "Account " + caller.account() + " may not publish to it.");
    }
    return topic;
  }

  private SnsMessage accept(Topic topic, Map<String, String> form, String prefix, Instant now) {
    var message = form.getOrDefault(prefix + "Message", "");
    if (message.isEmpty()) {
      throw SnsError.invalidParameter("Message", "it is empty");
    }
    if (size(form, prefix) > MOST_BYTES) {
      throw SnsError.invalidParameter("Message", "it is longer than 262144 bytes");
    }
    var subject = Optional.ofNullable(form.get(prefix + "Subject"));
    if (subject.isPresent() && !SUBJECT.matcher(subject.get()).matches()) {
      throw SnsError.invalidParameter(
          "Subject", "it is not one line of less than 100 ASCII characters");
    }
    if (form.getOrDefault(prefix + "MessageStructure", "").equals("json")) {
      checkStructure(message);
    }
    var attributes = attributes(form, prefix);
    var group = token(form, prefix, "MessageGroupId");
    var deduplication = token(form, prefix, "MessageDeduplicationId");
    if (topic.isFifo()) {
      if (group.isEmpty()) {
        throw SnsError.invalidParameter("MessageGroupId", "a FIFO topic needs it");
      }
      if (deduplication.isEmpty() && !topic.contentBasedDeduplication()) {
        throw SnsError.invalidParameter(
            "MessageDeduplicationId", "the topic makes none of the content, so it needs one");
      }
    } else if (deduplication.isPresent()) {
      throw SnsError.invalidParameter("MessageDeduplicationId", "the topic is not FIFO");
    }
    var id = topic.isFifo() ? deduplication.or(() -> Optional.of(sha256(message))) : deduplication;
    return keep(topic, subject, message, attributes, group, id, now);
  }

  private SnsMessage keep(
      Topic topic,
      Optional<String> subject,
      String message,
      Map<String, SnsMessage.Attribute> attributes,
      Optional<String> group,
      Optional<String> deduplication,
      Instant now) {
    recent.values().removeIf(former -> !now.isBefore(former.at().plus(DEDUPLICATION)));
    var key = List.of(topic.arn(), deduplication.orElse(""));
    var former = recent.get(key);
    if (deduplication.isPresent() && former != null) {
      duplicates++;
      return former.message();
    }
    var sequence = Optional.<String>empty();
    if (topic.isFifo()) {
      lastSequence += 1_000;
      sequence = Optional.of(String.format(Locale.ROOT, "%020d", lastSequence));
    }
    var kept =
        new SnsMessage(
            now,
            topic.arn(),
            ids.next(),
            subject,
            message,
            attributes,
            group,
            deduplication,
            sequence);
    messages.add(kept);
    if (deduplication.isPresent()) {
      recent.put(key, new Published(now, kept));
    }
    return kept;
  }

  private static void checkStructure(String message) {
    try {
      if (JSON.readTree(message).path("default").isTextual()) {
        return;
      }
    } catch (JsonProcessingException e) {
      // Refused below, as is what has no default.
    }
    throw SnsError.invalidParameter(
        "MessageStructure", "the message is no JSON object with a default");
  }

  private static Map<String, SnsMessage.Attribute> attributes(
      Map<String, String> form, String prefix) {
    var attributes = new LinkedHashMap<String, SnsMessage.Attribute>();
    for (int i = 1; form.containsKey(prefix + attribute(i) + "Name"); i++) {
      var name = form.get(prefix + attribute(i) + "Name");
      var type = form.getOrDefault(prefix + attribute(i) + "Value.DataType", "");
      var field = type.equals("Binary") ? "Value.BinaryValue" : "Value.StringValue";
      var value = form.getOrDefault(prefix + attribute(i) + field, "");
      if (!ATTRIBUTE.matcher(name).matches()) {
        throw invalidValue("The name of a message attribute is not valid: " + name);
      }
      if (!TYPES.contains(type)) {
        throw invalidValue("The message attribute " + name + " has no valid type: " + type);
      }
      if (value.isEmpty()) {
        throw invalidValue("The message attribute " + name + " has no value of its type");
      }
      if (type.equals("Number") && !value.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
        throw invalidValue("The message attribute " + name + " is not a number");
      }
      if (attributes.put(name, new SnsMessage.Attribute(type, value)) != null) {
        throw invalidValue("The message attribute " + name + " is given twice");
      }
    }
    return Map.copyOf(attributes);
  }

  private static SnsError invalidValue(String message) {
    return new SnsError(400, "ParameterValueInvalid", message);
  }

  private static String attribute(int number) {
    return "MessageAttributes.entry." + number + ".";
  }

  private static Optional<String> token(Map<String, String> form, String prefix, String name) {
    var token = Optional.ofNullable(form.get(prefix + name));
    if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
      throw SnsError.invalidParameter(name, "it is not 1 to 128 ASCII characters without spaces");
    }
    return token;
  }

  /** What counts towards the limit: the message, and names, types and values of its attributes. */
  private static int size(Map<String, String> form, String prefix) {
    int size = bytes(form.getOrDefault(prefix + "Message", ""));
    for (int i = 1; form.containsKey(prefix + attribute(i) + "Name"); i++) {
      for (var part : List.of("Name", "Value.DataType", "Value.StringValue", "Value.BinaryValue")) {
        size += bytes(form.getOrDefault(prefix + attribute(i) + part, ""));
      }
    }
    return size;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String published(SnsMessage message) {
    return element("MessageId", message.messageId())
        + message.sequence().map(sequence -> element("SequenceNumber", sequence)).orElse("");
  }

  private static Answer response(String action, String result, String requestId) {
    var xml =
        "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult>"
                .formatted(action, NAMESPACE, result)
            + "<ResponseMetadata>"
            + element("RequestId", requestId)
            + "</ResponseMetadata></"
            + action
            + "Response>";
    return Answer.of(200, "text/xml", xml).with("x-amzn-RequestId", requestId);
  }

  static String element(String name, String text) {
    var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<" + name + ">" + escaped + "</" + name + ">";
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java has SHA-256", e);
    }
  }
}
