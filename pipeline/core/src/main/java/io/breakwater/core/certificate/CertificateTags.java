// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.resource.Tags;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.TreeMap;

/**
 * Tags as the text of a {@linkplain CertificateField#TAGS field}: a JSON array of how many were
 * left out, and then each name and value.
 */
final class CertificateTags {
  private static final JsonFactory JSON = new JsonFactory();

  private CertificateTags() {}

  static String write(Tags tags) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartArray();
      json.writeNumber(tags.leftOut());
      for (var tag : tags.values().entrySet()) {
        json.writeString(tag.getKey());
        json.writeString(tag.getValue());
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to take text", e);
    }
    return text.toString();
  }

  /**
   * @param text as written, or empty for none
   */
  static Tags read(String text) {
    if (text.isEmpty()) {
      return Tags.NONE;
    }
    try (var json = JSON.createParser(text)) {
      json.nextToken();
      int leftOut = json.nextIntValue(0);
      var values = new TreeMap<String, String>();
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        values.put(json.getText(), json.nextTextValue());
      }
      return Tags.of(values, leftOut);
    } catch (IOException e) {
      throw new UncheckedIOException("tags are kept as they were written", e);
    }
  }
}
