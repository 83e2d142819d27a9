// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.signal.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A fixture on the class path, varied in single fields and decoded. */
final class Payload {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Decoder DECODER = Decoder.withLimit(1 << 20);

  private final ObjectNode root;

  private Payload(ObjectNode root) {
    this.root = root;
  }

  static Payload of(String fixture) {
    var stream = Payload.class.getResourceAsStream("/fixtures/valid/" + fixture + ".json");
    try (var open = Objects.requireNonNull(stream, fixture)) {
      return new Payload((ObjectNode) MAPPER.readTree(open));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a text, number, boolean, null, map or list where the JSON pointer says. */
  Payload with(String pointer, Object value) {
    parent(pointer).set(last(pointer), MAPPER.valueToTree(value));
    return this;
  }

  Payload without(String pointer) {
    parent(pointer).remove(last(pointer));
    return this;
  }

  /** What stands at the pointer, alone. */
  Payload at(String pointer) {
    return new Payload((ObjectNode) root.at(pointer));
  }

  /** Moves a member to the end of the object at the pointer. */
  Payload last(String pointer, String member) {
    var object = (ObjectNode) root.at(pointer);
    object.set(member, object.remove(member));
    return this;
  }

  Decoded decode() {
    try {
      return DECODER.decode(MAPPER.writeValueAsBytes(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one part of the record. */
  Part part() {
    var parts = decode().parts();
    if (parts.size() != 1) {
      throw new AssertionError("expected one part, found " + parts);
    }
    return parts.get(0);
  }

  /** The one signal of the record. */
  Signal signal() {
    var part = part();
    if (part.signals().size() != 1) {
      throw new AssertionError("expected one signal, found " + part + ": " + part.detail());
    }
    return part.signals().get(0);
  }

  private ObjectNode parent(String pointer) {
    var head = JsonPointer.compile(pointer).head();
    return (ObjectNode) root.at(head);
  }

  private static String last(String pointer) {
    return JsonPointer.compile(pointer).last().getMatchingProperty();
  }
}
