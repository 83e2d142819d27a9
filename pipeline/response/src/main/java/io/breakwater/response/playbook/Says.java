// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.breakwater.response.targets.PlainText;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a remote function says of an exposure: a comment, an owner, or both; empty for none. */
final class Says {
  static final String TYPE = "breakwater/says";
  static final int COMMENT_CHARACTERS = 4_000;
  static final int OWNER_CHARACTERS = 128;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String comment;
  private final String owner;
  private final boolean ownerTooLong;

  private Says(String comment, String owner) {
    this.comment = PlainText.block(comment, COMMENT_CHARACTERS);
    var name = PlainText.line(owner, OWNER_CHARACTERS + 1);
    this.ownerTooLong = name.length() > OWNER_CHARACTERS;
    this.owner = ownerTooLong ? "" : name;
  }

  /** From JSON in UTF-8; what else is in it is passed over. */
  static Says read(ByteString bytes) throws MalformedAnswerException {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(bytes.asReadOnlyByteBuffer());
      var json = JSON.readTree(text.toString());
      if (!json.isObject()) {
        throw new MalformedAnswerException("what it says is no JSON object");
      }
      return new Says(text(json, "comment"), text(json, "owner"));
    } catch (CharacterCodingException e) {
      throw new MalformedAnswerException("what it says is not UTF-8");
    } catch (JsonProcessingException e) {
      throw new MalformedAnswerException("what it says is not JSON");
    }
  }

  private static String text(JsonNode json, String field) throws MalformedAnswerException {
    var value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw new MalformedAnswerException("the " + field + " that it says is no text");
    }
    return value.textValue();
  }

  /** Cut where it is too long. */
  String comment() {
    return comment;
  }

  /** None where it is too long: what is cut off would name somebody else. */
  String owner() {
    return owner;
  }

  boolean isOwnerTooLong() {
    return ownerTooLong;
  }

  boolean isEmpty() {
    return comment.isEmpty() && owner.isEmpty();
  }
}
