// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The members of a JSON object, written one after the other. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** A whole document. */
  static byte[] document(Consumer<Json> members) {
    var bytes = new ByteArrayOutputStream(4096);
    try (var generator = FACTORY.createGenerator(bytes)) {
      generator.writeStartObject();
      members.accept(new Json(generator));
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  Json put(String name, String value) {
    return write(() -> out.writeStringField(name, value));
  }

  Json put(String name, long value) {
    return write(() -> out.writeNumberField(name, value));
  }

  Json put(String name, double value) {
    return write(() -> out.writeNumberField(name, value));
  }

  Json put(String name, boolean value) {
    return write(() -> out.writeBooleanField(name, value));
  }

  Json putNull(String name) {
    return write(() -> out.writeNullField(name));
  }

  Json object(String name, Consumer<Json> members) {
    write(() -> out.writeObjectFieldStart(name));
    members.accept(this);
    return write(out::writeEndObject);
  }

  /** An object of texts. */
  Json object(String name, Map<String, String> members) {
    return object(name, object -> members.forEach(object::put));
  }

  Json texts(String name, List<String> texts) {
    write(() -> out.writeArrayFieldStart(name));
    texts.forEach(text -> write(() -> out.writeString(text)));
    return write(out::writeEndArray);
  }

  /** An array of objects. */
  <T> Json each(String name, Iterable<T> items, BiConsumer<Json, T> members) {
    write(() -> out.writeArrayFieldStart(name));
    for (var item : items) {
      write(out::writeStartObject);
      members.accept(this, item);
      write(out::writeEndObject);
    }
    return write(out::writeEndArray);
  }

  /** An array of one object. */
  Json only(String name, Consumer<Json> members) {
    return each(name, List.of(members), (object, item) -> item.accept(object));
  }

  /** Tags as a list of objects, with the names that the service gives key and value. */
  Json tags(String name, Map<String, String> tags, String key, String value) {
    return each(
        name,
        tags.entrySet(),
        (object, tag) -> object.put(key, tag.getKey()).put(value, tag.getValue()));
  }

  private Json write(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing {
    void write() throws IOException;
  }
}
