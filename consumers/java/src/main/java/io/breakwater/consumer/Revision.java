// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What the rules of reading need of a record. Everything else in it is tolerated, known or not.
 *
 * @param uid of the exposure, or of the alert about a certificate: {@code finding_info.uid}
 * @param revisionUid what is said, in which episode: {@code metadata.uid}
 * @param episode counts how often it has been open
 * @param replay whether it comes from replayed events
 * @param severity for people, empty where the record has none
 * @param title for people, empty where the record has none
 * @param json the whole record as it came, in one line
 */
record Revision(
    String uid,
    String revisionUid,
    Activity activity,
    int episode,
    boolean replay,
    String severity,
    String title,
    String json) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static Revision parse(byte[] data) throws MalformedRecordException {
    return parse(textOf(data));
  }

  static Revision parse(String text) throws MalformedRecordException {
    var record = objectIn(text);
    return new Revision(
        textAt(record, "/finding_info/uid"),
        textAt(record, "/metadata/uid"),
        activityIn(record),
        numberAt(record, "/unmapped/episode/number"),
        booleanAt(record, "/unmapped/replay"),
        record.path("severity").asText(""),
        record.at("/finding_info/title").asText(""),
        inOneLine(text));
  }

  private static String textOf(byte[] data) throws MalformedRecordException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedRecordException("not UTF-8");
    }
  }

  private static JsonNode objectIn(String text) throws MalformedRecordException {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MalformedRecordException("not JSON");
    }
    if (json.isMissingNode()) {
      throw new MalformedRecordException("not JSON");
    }
    if (!json.isObject()) {
      throw new MalformedRecordException("not a JSON object");
    }
    return json;
  }

  private static String textAt(JsonNode record, String path) throws MalformedRecordException {
    var value = record.at(path);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new MalformedRecordException(nameOf(path) + " is no text");
    }
    return value.textValue();
  }

  private static Activity activityIn(JsonNode record) throws MalformedRecordException {
    var id = record.path("activity_id");
    return Activity.of(id.isInt() ? id.intValue() : 0)
        .orElseThrow(() -> new MalformedRecordException("activity_id is not 1, 2 or 3"));
  }

  private static int numberAt(JsonNode record, String path) throws MalformedRecordException {
    var value = record.at(path);
    if (!value.isInt() || value.intValue() < 1) {
      throw new MalformedRecordException(nameOf(path) + " is no number from 1 on");
    }
    return value.intValue();
  }

  private static boolean booleanAt(JsonNode record, String path) throws MalformedRecordException {
    var value = record.at(path);
    if (!value.isBoolean()) {
      throw new MalformedRecordException(nameOf(path) + " is neither true nor false");
    }
    return value.booleanValue();
  }

  private static String nameOf(String path) {
    return path.substring(1).replace('/', '.');
  }

  /** Outside of strings a line break is as good as a space, and inside of one there is none. */
  private static String inOneLine(String json) {
    return json.strip().replaceAll("[\\r\\n]+", " ");
  }
}
