// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What several providers write alike: the envelope, times. */
final class Written {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter INSPECTOR =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss.SSS 'UTC' uuuu", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Written() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * The event that carries the detail.
   *
   * @param resource the one that the envelope names; empty for a provider that names none there
   * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html">Events
   *     </a>
   */
  static byte[] event(
      String source, String detailType, Occasion occasion, String resource, ObjectNode detail) {
    var event = object().put("version", "0");
    event
        .put(
            "id",
            Occasion.uuid(
                Sha256.identity(
                    occasion.finding(), detailType, millis(occasion.arrived()), detail.toString())))
        .put("detail-type", detailType)
        .put("source", source)
        .put("account", occasion.subject().account())
        .put("time", occasion.arrived().toString())
        .put("region", occasion.subject().region());
    var resources = event.putArray("resources");
    if (!resource.isEmpty()) {
      resources.add(resource);
    }
    event.set("detail", detail);
    return bytes(event);
  }

  /** Adds what the other one says, also deep within. */
  static void merge(ObjectNode into, JsonNode other) {
    try {
      JSON.readerForUpdating(into).readValue(other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(ObjectNode document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String millis(Instant time) {
    return MILLIS.format(time);
  }

  /** Such as {@code Wed Sep 04 16:59:44.356 UTC 2024}. */
  static String inspectorTime(Instant time) {
    return INSPECTOR.format(time);
  }

  /** Writes the text unless it is empty. */
  static void putIfSaid(ObjectNode object, String name, String text) {
    if (!text.isEmpty()) {
      object.put(name, text);
    }
  }
}
