// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A change of one file of the catalogue that ships.
 *
 * @param name of the change
 * @param rule that it changes, in the words of {@code diff}; of a trait of several types, how they
 *     begin
 */
record CatalogueChange(String name, String file, String rule, Consumer<ObjectNode> edit) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A change of one member of a trait. */
  static CatalogueChange ofTrait(String file, String trait, String member, String json) {
    return ofTrait(file, trait, member, definition -> definition.set(member, parse(json)));
  }

  static CatalogueChange ofTrait(
      String file, String trait, String what, Consumer<ObjectNode> edit) {
    return new CatalogueChange(
        trait + ": " + what,
        "traits/" + file + ".json",
        "trait " + trait + " of ",
        root -> edit.accept(named(root.withArray("traits"), trait)));
  }

  static CatalogueChange ofExposureRule(
      String file, String rule, String what, Consumer<ObjectNode> edit) {
    return new CatalogueChange(
        rule + ": " + what,
        "exposures/" + file + ".json",
        "exposure rule " + rule,
        root -> edit.accept(named(root.withArray("rules"), rule)));
  }

  /** A change of one value of the severity model, by its pointer. */
  static CatalogueChange ofSeverity(String pointer, String json) {
    return new CatalogueChange(
        "severity " + pointer + ": " + json,
        "severity.json",
        "severity model " + JsonPointer.compile(pointer).getMatchingProperty(),
        root -> put(root, pointer, json));
  }

  static CatalogueChange ofWindow(String product, String window) {
    return new CatalogueChange(
        "window of " + product + ": " + window,
        "catalogue.json",
        "window " + product,
        root -> root.withObject("/windows").put(product, window));
  }

  static void put(ObjectNode root, String pointer, String json) {
    int last = pointer.lastIndexOf('/');
    var parent = (ObjectNode) root.at(pointer.substring(0, last));
    parent.set(pointer.substring(last + 1), parse(json));
  }

  static ObjectNode named(ArrayNode things, String id) {
    for (var thing : things) {
      if (thing.path("id").asText().equals(id)) {
        return (ObjectNode) thing;
      }
    }
    throw new IllegalArgumentException("there is no " + id);
  }

  static void remove(ArrayNode things, String id) {
    for (int i = 0; i < things.size(); i++) {
      if (things.get(i).path("id").asText().equals(id)) {
        things.remove(i);
        return;
      }
    }
    throw new IllegalArgumentException("there is no " + id);
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** Makes the catalogue with this change. */
  Path in(Path directory) throws IOException {
    var copy = CatalogueCopy.in(directory).directory();
    var changed = (ObjectNode) JSON.readTree(copy.resolve(file).toFile());
    edit.accept(changed);
    Files.writeString(copy.resolve(file), changed.toPrettyString());
    return copy;
  }

  @Override
  public String toString() {
    return name;
  }
}
