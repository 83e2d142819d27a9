// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.signal.Known;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;

/** Single fields, and which of them stay away when nothing is known. */
final class Fields {
  private Fields() {}

  /** What others wrote is cut at this length: one finding must not fill a whole exposure. */
  private static final int MAX_TEXT = 512;

  static void text(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, clipped(value));
    }
  }

  static String clipped(String value) {
    if (value.length() <= MAX_TEXT) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(MAX_TEXT - 2)) ? MAX_TEXT - 2 : MAX_TEXT - 1;
    return value.substring(0, end) + "…";
  }

  static void texts(JsonGenerator json, String name, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (var value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** Nobody said is not the same as no. */
  static void known(JsonGenerator json, String name, Known value) throws IOException {
    if (value != Known.UNKNOWN) {
      json.writeBooleanField(name, value == Known.YES);
    }
  }

  /** OCSF's {@code timestamp_t}: milliseconds since 1970. */
  static void time(JsonGenerator json, String name, Instant value) throws IOException {
    json.writeNumberField(name, value.toEpochMilli());
  }
}
