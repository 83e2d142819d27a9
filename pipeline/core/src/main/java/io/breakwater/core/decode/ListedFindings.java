// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.Shape;
import java.io.IOException;

/**
 * The findings that a detail or an API's answer carries in a list, under {@code findings} or {@code
 * Findings}. Each is read by itself: a broken one is one dead part, and the next ones go on.
 */
final class ListedFindings implements FindingReader {
  private static final Shape<Reading> SHAPE =
      Shape.<Reading>part().inEitherCase().member("findings", (parser, to) -> to.each(parser));

  private final FindingReader reader;

  /**
   * @param reader takes one finding of the list
   */
  ListedFindings(FindingReader reader) {
    this.reader = reader;
  }

  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    SHAPE.readInto(parser, new Reading(reader, envelope, into));
  }

  private static final class Reading {
    private final FindingReader reader;
    private final Envelope envelope;
    private final Decoded.Builder into;

    Reading(FindingReader reader, Envelope envelope, Decoded.Builder into) {
      this.reader = reader;
      this.envelope = envelope;
      this.into = into;
    }

    /** Nulls are passed over, as in every list. */
    void each(JsonParser parser) throws IOException {
      Shape.expect(parser, JsonToken.START_ARRAY, "an array");
      var list = parser.getParsingContext();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
          one(parser, list);
        }
      }
    }

    private void one(JsonParser parser, JsonStreamContext list) throws IOException {
      try {
        Shape.expect(parser, JsonToken.START_OBJECT, "an object");
        reader.read(parser, envelope, into);
      } catch (MalformedRecord e) {
        into.add(Part.dead(e));
        while (parser.getParsingContext() != list) {
          parser.nextToken();
        }
      }
    }
  }
}
