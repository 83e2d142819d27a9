// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.breakwater.console.index.record.BrokenRecordException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The fields of a record by their paths. What must be there is told apart from what may be: readers
 * tolerate what they do not know, and what they do not need.
 */
final class Fields {
  /** The end of the year 9999: no store has to sort later times. */
  private static final long LATEST = 253_402_300_799_999L;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonNode record;

  private Fields(JsonNode record) {
    this.record = record;
  }

  static Fields in(byte[] bytes) throws BrokenRecordException {
    JsonNode json;
    try {
      json = JSON.readTree(text(bytes));
    } catch (JsonProcessingException e) {
      throw new BrokenRecordException(Reason.NOT_JSON, e.getOriginalMessage());
    }
    if (json.isMissingNode()) {
      throw new BrokenRecordException(Reason.NOT_JSON, "nothing is there");
    }
    if (!json.isObject()) {
      throw new BrokenRecordException(Reason.NOT_AN_OBJECT, "a record is a JSON object");
    }
    return new Fields(json);
  }

  static Fields of(JsonNode object) {
    return new Fields(object);
  }

  private static String text(byte[] bytes) throws BrokenRecordException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BrokenRecordException(Reason.INVALID_UTF8, "a record is UTF-8");
    }
  }

  boolean has(String path) {
    return !record.at(path).isMissingNode();
  }

  /** What identifies something: it has to be there, and is never cut off. */
  String identity(String path) throws BrokenRecordException {
    var value = required(path);
    if (!value.isTextual() || value.textValue().isEmpty() || !Text.isIdentity(value.textValue())) {
      throw notA(path, "a text of 1 to " + Text.IDENTITY + " characters");
    }
    return value.textValue();
  }

  String requiredText(String path) throws BrokenRecordException {
    var value = required(path);
    if (!value.isTextual()) {
      throw notA(path, "a text");
    }
    return Text.storable(value.textValue());
  }

  /** Empty where there is none. */
  String text(String path) {
    return Text.storable(record.at(path).asText(""));
  }

  int number(String path, int from, int to) throws BrokenRecordException {
    var value = required(path);
    if (!value.isInt() || value.intValue() < from || value.intValue() > to) {
      throw notA(path, "a number from " + from + " to " + to);
    }
    return value.intValue();
  }

  int number(String path, int otherwise) {
    return record.at(path).asInt(otherwise);
  }

  Optional<Integer> optionalNumber(String path) {
    var value = record.at(path);
    return value.isInt() ? Optional.of(value.intValue()) : Optional.empty();
  }

  boolean flag(String path) throws BrokenRecordException {
    var value = required(path);
    if (!value.isBoolean()) {
      throw notA(path, "true or false");
    }
    return value.booleanValue();
  }

  boolean flagOr(String path, boolean otherwise) {
    return record.at(path).asBoolean(otherwise);
  }

  Optional<Boolean> optionalFlag(String path) {
    var value = record.at(path);
    return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
  }

  /** In milliseconds since 1970. */
  long time(String path) throws BrokenRecordException {
    required(path);
    return optionalTime(path)
        .orElseThrow(() -> notA(path, "milliseconds since 1970, before the year 10000"));
  }

  OptionalLong optionalTime(String path) {
    var value = record.at(path);
    return value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= 0
            && value.longValue() <= LATEST
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  /** A time as text, in milliseconds since 1970. */
  Optional<Long> instant(String path) {
    try {
      long millis = Instant.parse(record.at(path).asText("")).toEpochMilli();
      return millis < 0 || millis > LATEST ? Optional.empty() : Optional.of(millis);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  byte[] base64(String path) throws BrokenRecordException {
    var value = required(path);
    try {
      return value.binaryValue() == null ? noBase64(path) : value.binaryValue();
    } catch (java.io.IOException e) {
      throw notA(path, "Base64");
    }
  }

  private static byte[] noBase64(String path) throws BrokenRecordException {
    throw notA(path, "Base64");
  }

  /** Empty where there is none. */
  Iterable<JsonNode> each(String path) {
    return record.at(path);
  }

  private JsonNode required(String path) throws BrokenRecordException {
    var value = record.at(path);
    if (value.isMissingNode() || value.isNull()) {
      throw new BrokenRecordException(Reason.MISSING_FIELD, name(path) + " is not there");
    }
    return value;
  }

  static BrokenRecordException notA(String path, String expected) {
    return new BrokenRecordException(Reason.WRONG_TYPE, name(path) + " is not " + expected);
  }

  private static String name(String path) {
    return path.substring(1).replace('/', '.');
  }
}
