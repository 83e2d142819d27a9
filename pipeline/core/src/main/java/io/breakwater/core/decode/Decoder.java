// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.MalformedRecord.Reason;
import io.breakwater.core.json.Shape;
import io.breakwater.core.time.Times;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Bytes of one record in, what they mean out. Never throws on data: what cannot be read is a part
 * with decision {@link Decision#DEAD_LETTER} and the reason.
 *
 * <p>One pass over the bytes, without a tree: the envelope is read as it comes, and its detail by
 * the reader that the detail-type names. Only where the envelope goes on after the detail, or where
 * there is none, are the bytes read again. Thread-safe.
 */
public final class Decoder {
  /** Deeper than any finding seen by a factor of ten, shallow enough to keep noise cheap. */
  private static final int MAX_DEPTH = 256;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final int maxBytes;
  private final String replayName;
  private final JsonFactory json;

  private Decoder(int maxBytes, String replayName) {
    this.maxBytes = maxBytes;
    this.replayName = replayName;
    this.json =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION) // RFC 8259: JSON is UTF-8
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
  }

  /**
   * A decoder with a limit on the size of a record.
   *
   * @param maxBytes larger records are dead letters; EventBridge delivers up to 1,048,576
   */
  public static Decoder withLimit(int maxBytes) {
    if (maxBytes <= 0) {
      throw new IllegalArgumentException("maxBytes must be positive, was " + maxBytes);
    }
    return new Decoder(maxBytes, "");
  }

  /**
   * A decoder of the same kind for records that are replayed, whether they say so or not.
   *
   * @param name of the replay, for those that do not name one
   */
  public Decoder ofReplay(String name) {
    return new Decoder(maxBytes, name);
  }

  public Decoded decode(byte[] record) {
    var decoded = new Decoded.Builder();
    try {
      read(record, decoded);
    } catch (MalformedRecord e) {
      decoded.add(Part.dead(e));
    } catch (IOException e) {
      decoded.add(Part.dead(explain(e)));
    } catch (RuntimeException e) {
      decoded.add(Part.dead(new MalformedRecord(Reason.DECODER_FAULT, e.toString())));
    }
    return decoded.build();
  }

  private void read(byte[] record, Decoded.Builder into) throws IOException {
    if (record.length > maxBytes) {
      throw new MalformedRecord(
          Reason.TOO_LARGE, record.length + " bytes, at most " + maxBytes + " are read");
    }
    var pass = new Pass(record, into);
    try (var parser = open(record)) {
      var first = parser.nextToken();
      if (first == null) {
        throw new MalformedRecord(Reason.EMPTY, "the record holds nothing but white space");
      }
      if (first != JsonToken.START_OBJECT) {
        throw new MalformedRecord(
            Reason.NOT_AN_OBJECT, "expected a JSON object, found " + name(first));
      }
      pass.topLevel(parser);
      if (parser.nextToken() != null) {
        throw new MalformedRecord(Reason.TRAILING_DATA, "something follows the JSON object");
      }
    }
    pass.finish();
  }

  /** RFC 8259 lets a reader pass over a byte order mark. */
  private JsonParser open(byte[] record) throws IOException {
    int mark = BYTE_ORDER_MARK.length;
    int start =
        record.length >= mark && Arrays.equals(record, 0, mark, BYTE_ORDER_MARK, 0, mark)
            ? mark
            : 0;
    return json.createParser(record, start, record.length - start);
  }

  private static String name(JsonToken token) {
    return token.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static MalformedRecord explain(IOException e) {
    var message =
        String.valueOf(
            e instanceof JacksonException
                ? ((JacksonException) e).getOriginalMessage()
                : e.getMessage());
    if (e instanceof JsonEOFException || message.contains("end-of-input")) {
      return new MalformedRecord(Reason.TRUNCATED_JSON, message);
    }
    if (e instanceof StreamConstraintsException) {
      return new MalformedRecord(
          message.contains("nesting depth") ? Reason.TOO_DEEP : Reason.TOO_LARGE, message);
    }
    if (e instanceof CharConversionException || message.contains("UTF-8")) {
      return new MalformedRecord(Reason.INVALID_UTF8, message);
    }
    return new MalformedRecord(Reason.NOT_JSON, message);
  }

  /** One record being read: what was seen of the envelope so far, and what is still to do. */
  private final class Pass {
    private final byte[] record;
    private final Decoded.Builder into;
    private final Envelope envelope = new Envelope(replayName);
    private final Set<String> keys = new HashSet<>();
    private Decoded.Builder detail;
    private boolean detailSeen;
    private boolean envelopeAfterDetail;
    private MalformedRecord fault;

    Pass(byte[] record, Decoded.Builder into) {
      this.record = record;
      this.into = into;
    }

    void topLevel(JsonParser parser) throws IOException {
      for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        var token = parser.nextToken();
        boolean again = !keys.add(key);
        if (again && isEnvelopeKey(key)) {
          throw new MalformedRecord(Reason.DUPLICATE_KEY, "the key at /" + key + " comes twice");
        }
        if (key.equals("detail")) {
          detail(parser);
        } else if (isEnvelopeKey(key)) {
          envelopeAfterDetail |= detailSeen;
          envelopeMember(parser, key, token);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void detail(JsonParser parser) throws IOException {
      detailSeen = true;
      if (isEnvelopeComplete() && parser.currentToken() == JsonToken.START_OBJECT) {
        detail = readDetail(parser);
      } else {
        parser.skipChildren();
      }
    }

    private boolean isEnvelopeComplete() {
      return !envelope.detailType.isEmpty()
          && !envelope.account.isEmpty()
          && !envelope.region.isEmpty()
          && !envelope.timeText.isEmpty();
    }

    private Decoded.Builder readDetail(JsonParser parser) throws IOException {
      envelope.time = Times.parse(envelope.timeText).orElse(null);
      return read(Routes.ofEvent(envelope), parser, envelope);
    }

    void finish() throws IOException {
      if (isEvent()) {
        event();
      } else {
        bare();
      }
    }

    private boolean isEvent() {
      return keys.contains("detail-type") || (detailSeen && keys.contains("source"));
    }

    private void event() throws IOException {
      if (fault != null) {
        throw fault;
      }
      if (envelope.detailType.isEmpty()) {
        throw new MalformedRecord(Reason.MISSING_FIELD, "the event has no detail-type");
      }
      if (detail == null || envelopeAfterDetail) {
        detail = readDetailAgain();
      }
      into.addAll(detail).envelope(envelope);
    }

    private Decoded.Builder readDetailAgain() throws IOException {
      try (var parser = open(record)) {
        if (!seekDetail(parser)) {
          throw new MalformedRecord(Reason.MISSING_FIELD, "the event has no detail");
        }
        Shape.expect(parser, JsonToken.START_OBJECT, "an object");
        return readDetail(parser);
      }
    }

    /** Whether there is one; a null is none. */
    private boolean seekDetail(JsonParser parser) throws IOException {
      parser.nextToken();
      for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        var token = parser.nextToken();
        if (key.equals("detail")) {
          return token != JsonToken.VALUE_NULL;
        }
        parser.skipChildren();
      }
      return false;
    }

    private void bare() throws IOException {
      try (var parser = open(record)) {
        parser.nextToken();
        into.addAll(read(Routes.ofBare(keys), parser, new Envelope(replayName)));
      }
    }

    /** Parts of a record that turns out to be broken count for nothing; its format stays known. */
    private Decoded.Builder read(Route route, JsonParser parser, Envelope around)
        throws IOException {
      into.format(route.format());
      var parts = new Decoded.Builder();
      route.read(parser, around, parts);
      return parts;
    }

    private boolean isEnvelopeKey(String key) {
      switch (key) {
        case "detail-type":
        case "source":
        case "account":
        case "region":
        case "time":
        case "resources":
        case "replay-name":
        case "detail":
          return true;
        default:
          return false;
      }
    }

    /** A wrong type is a fault only of an event: bare findings use the same names otherwise. */
    private void envelopeMember(JsonParser parser, String key, JsonToken token) throws IOException {
      boolean list = key.equals("resources");
      if (token == JsonToken.VALUE_NULL) {
        return;
      }
      if (list ? token != JsonToken.START_ARRAY : !token.isScalarValue()) {
        fault = Shape.wrongType(parser, list ? "an array" : "a string");
        parser.skipChildren();
      } else if (list) {
        resources(parser);
      } else {
        envelopeText(key, Shape.scalar(parser));
      }
    }

    private void envelopeText(String key, String text) {
      switch (key) {
        case "detail-type":
          envelope.detailType = text;
          break;
        case "source":
          envelope.source = text;
          break;
        case "account":
          envelope.account = text;
          break;
        case "region":
          envelope.region = text;
          break;
        case "time":
          envelope.timeText = text;
          break;
        case "replay-name":
          envelope.replayName = text;
          break;
        default:
          break;
      }
    }

    private void resources(JsonParser parser) throws IOException {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          envelope.resources.add(Shape.scalar(parser));
        } else {
          parser.skipChildren();
        }
      }
    }
  }
}
