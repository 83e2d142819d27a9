// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.signal.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A record that a decoder understands, to be changed in one place and decoded. */
final class Fixture {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Decoder DECODER = Decoder.withLimit(1 << 20);

  private final String name;
  private final ObjectNode root;

  private Fixture(String name, ObjectNode root) {
    this.name = name;
    this.root = root;
  }

  /**
   * @param name such as {@code guardduty/instance}
   */
  static Fixture of(String name) {
    try {
      return new Fixture(
          name, (ObjectNode) JSON.readTree(folder().resolve(name + ".json").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One or more for each format: a file that is added is found. */
  static List<Fixture> all() {
    try (var files = Files.walk(folder())) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> folder().relativize(file).toString().replace(".json", ""))
          .sorted()
          .map(Fixture::of)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(Fixture.class.getResource("/fixtures/valid").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sets the value at the pointer, whatever was or was not there. */
  Fixture with(String pointer, Object value) {
    var at = JsonPointer.compile(pointer);
    var parent = root.at(at.head());
    var node = JSON.<JsonNode>valueToTree(value);
    if (parent.isArray()) {
      ((ArrayNode) parent).set(at.last().getMatchingIndex(), node);
    } else {
      ((ObjectNode) parent).set(at.last().getMatchingProperty(), node);
    }
    return this;
  }

  Fixture without(String pointer) {
    var at = JsonPointer.compile(pointer);
    ((ObjectNode) root.at(at.head())).remove(at.last().getMatchingProperty());
    return this;
  }

  /** The finding without its envelope. */
  Fixture bare() {
    return new Fixture(name, (ObjectNode) root.get("detail"));
  }

  ObjectNode json() {
    return root;
  }

  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Decoded decoded() {
    return DECODER.decode(bytes());
  }

  Part part() {
    return decoded().best();
  }

  /** The first one. */
  Signal signal() {
    return part().signals().get(0);
  }

  @Override
  public String toString() {
    return name;
  }
}
