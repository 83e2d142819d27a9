// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.deadletter;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.breakwater.core.json.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * One record of the stream of dead letters: a letter, or a chunk of one that is too large.
 *
 * <p>The form is {@code schemas/records/dead-letter.schema.json}. Written as ASCII, so that no text
 * of a broken record can break the record about it.
 */
public final class DeadLetterRecord {
  /** What Kinesis takes in one record, less the 256 characters that a partition key may have. */
  public static final int MAX_BYTES = (1 << 20) - 4 * 256;

  static final int SCHEMA_VERSION = 1;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final Shape<DeadLetterRecord> SHAPE =
      Shape.of(DeadLetterRecord::new)
          .number("schemaVersion", (it, value) -> it.schemaVersion = (int) value)
          .text("id", (it, value) -> it.id = value)
          .text("reason", (it, value) -> it.reason = value)
          .text("detail", (it, value) -> it.detail = value)
          .text("version", (it, value) -> it.version = value)
          .text("origin", (it, value) -> it.origin = value)
          .text("offset", (it, value) -> it.offset = value)
          .number("size", (it, value) -> it.size = (int) value)
          .text("sha256", (it, value) -> it.sha256 = value)
          .number("chunk", (it, value) -> it.chunk = (int) value)
          .number("chunks", (it, value) -> it.chunks = (int) value)
          .text("raw", (it, value) -> it.base64 = value);

  private int schemaVersion;
  private String id = "";
  private String reason = "";
  private String detail = "";
  private String version = "";
  private String origin = "";
  private String offset = "";
  private int size = -1;
  private String sha256 = "";
  private int chunk = -1;
  private int chunks;
  private String base64 = "";
  private byte[] bytes = {};

  private DeadLetterRecord() {}

  /**
   * The record in these bytes.
   *
   * @throws BrokenDeadLetter when it is none, or one of another version
   */
  public static DeadLetterRecord read(byte[] json) throws BrokenDeadLetter {
    try (var parser = JSON.createParser(json)) {
      parser.nextToken();
      return SHAPE.read(parser).checked();
    } catch (BrokenDeadLetter e) {
      throw e;
    } catch (IOException e) {
      throw new BrokenDeadLetter("not a dead letter: " + e.getMessage());
    }
  }

  private DeadLetterRecord checked() throws BrokenDeadLetter {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new BrokenDeadLetter(
          "schemaVersion " + schemaVersion + ", this release reads " + SCHEMA_VERSION);
    }
    if (id.isEmpty() || chunk < 0 || chunk >= chunks || size < 0) {
      throw new BrokenDeadLetter(
          "letter '" + id + "': chunk " + chunk + " of " + chunks + ", size " + size);
    }
    try {
      bytes = Base64.getDecoder().decode(base64);
      base64 = "";
    } catch (IllegalArgumentException e) {
      throw new BrokenDeadLetter("letter '" + id + "': raw is no Base64");
    }
    return this;
  }

  /** The raw bytes that fit into one record of this letter: Base64 makes four of three. */
  static int room(DeadLetter letter) {
    int around = write(letter, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0).length;
    return (MAX_BYTES - around) / 4 * 3;
  }

  static byte[] write(DeadLetter letter, int chunk, int chunks, int from, int length) {
    var out = new ByteArrayOutputStream(length / 3 * 4 + 1024);
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeStringField("id", letter.id());
      json.writeStringField("reason", letter.reason());
      json.writeStringField("detail", letter.detail());
      json.writeStringField("version", letter.version());
      json.writeStringField("origin", letter.origin());
      json.writeStringField("offset", letter.offset());
      json.writeNumberField("size", letter.raw().length);
      json.writeStringField("sha256", letter.sha256());
      json.writeNumberField("chunk", chunk);
      json.writeNumberField("chunks", chunks);
      json.writeFieldName("raw");
      json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, letter.raw(), from, length);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The id of the letter that this is a chunk of. */
  public String id() {
    return id;
  }

  /** Counted from 0. */
  public int chunk() {
    return chunk;
  }

  public int chunks() {
    return chunks;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The letter, given all of its bytes. */
  DeadLetter letter(byte[] raw) throws BrokenDeadLetter {
    var letter = new DeadLetter(reason, detail, version, origin, offset, raw);
    if (raw.length != size || !letter.sha256().equals(sha256)) {
      throw new BrokenDeadLetter(
          "letter '" + id + "': " + raw.length + " bytes that are not the " + size + " it is of");
    }
    return letter;
  }
}
