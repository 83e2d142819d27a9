// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.breakwater.response.message.Notice;
import io.breakwater.response.notice.Change;
import java.util.Locale;
import java.util.Optional;

/**
 * A message as JSON for machines; the form is {@code schemas/records/webhook-message.schema.json}.
 */
public final class MessageRecord {
  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int TITLE_CHARACTERS = 500;
  private static final int TEXT_CHARACTERS = 20_000;
  private static final int NAME_CHARACTERS = 2_048;

  /** What receivers are used to take at most, as records of Kinesis have. */
  private static final int MOST_RECORD_CHARACTERS = 900_000;

  private MessageRecord() {}

  /** Without the finding. */
  public static ObjectNode of(Message message) {
    var notice = message.notice();
    var kind = message.kind().name().toLowerCase(Locale.ROOT);
    var record = JsonNodeFactory.instance.objectNode();
    record.put("schema_version", VERSION).put("kind", kind).put("key", message.key());
    if (!notice.getUid().isEmpty()) {
      record
          .put("about", notice.getKind().name().toLowerCase(Locale.ROOT))
          .put("uid", notice.getUid());
    }
    record.put("thread", notice.getUid().isEmpty() ? kind : notice.getUid());
    if (notice.getChangedAt() > 0) {
      record.put("time", notice.getChangedAt());
    }
    record.put("severity", Change.label(notice.getSeverity()));
    put(record, "title", PlainText.line(notice.getTitle(), TITLE_CHARACTERS));
    put(record, "text", PlainText.block(message.text(), TEXT_CHARACTERS));
    place(record, notice);
    return record;
  }

  private static void place(ObjectNode record, Notice notice) {
    var subject = notice.getSubject();
    if (subject.getAccount().matches("\\d{12}")) {
      record.put("account", subject.getAccount());
    }
    put(record, "region", PlainText.line(subject.getRegion(), NAME_CHARACTERS));
    var arn = PlainText.line(subject.getArn(), NAME_CHARACTERS);
    if (!arn.isEmpty()) {
      var resource = record.putObject("resource").put("arn", arn);
      put(resource, "name", PlainText.line(subject.getName(), NAME_CHARACTERS));
      put(resource, "type", PlainText.line(subject.getType(), NAME_CHARACTERS));
      put(resource, "owner", PlainText.line(subject.getOwner(), NAME_CHARACTERS));
    }
  }

  /** With the finding, where there is one that is not too long, character by character. */
  public static ObjectNode withFinding(Message message) {
    var record = of(message);
    finding(message.notice())
        .ifPresent(finding -> record.putRawValue("finding", new RawValue(finding)));
    return record;
  }

  private static Optional<String> finding(Notice notice) {
    var text = notice.getRecord().toStringUtf8().strip();
    if (text.isEmpty() || text.length() > MOST_RECORD_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return JSON.readTree(text).isObject() ? Optional.of(text) : Optional.empty();
    } catch (JsonProcessingException e) {
      // What is no JSON would make the whole message none.
      return Optional.empty();
    }
  }

  private static void put(ObjectNode object, String name, String value) {
    if (!value.isEmpty()) {
      object.put(name, value);
    }
  }
}
