// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.CatalogueException;
import io.breakwater.core.catalogue.CatalogueText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The document of an update of the catalogue: {@code {"files": {NAME: TEXT, …}}}, or {@code
 * {"builtIn": true}} for the one that the job was started with.
 */
public final class CatalogueUpdate {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CatalogueUpdate() {}

  /** The document that brings a catalogue. */
  public static String documentOf(CatalogueText catalogue) {
    var document = JSON.createObjectNode();
    var files = document.putObject("files");
    catalogue.files().forEach(files::put);
    return document.toString();
  }

  /** The document that goes back to the catalogue that the job was started with. */
  public static String documentOfBuiltIn() {
    return JSON.createObjectNode().put("builtIn", true).toString();
  }

  /**
   * Reads a document and checks the catalogue that it brings.
   *
   * @return empty for the one that the job was started with
   * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
   * @throws IllegalArgumentException when it is no such document
   */
  static Optional<CatalogueText> read(String document) {
    return files(document).map(CatalogueText::of);
  }

  /**
   * The catalogue that an update has brought which was accepted before.
   *
   * @return empty for the one that the job was started with
   * @throws IllegalStateException when this release, other than the one that accepted it, finds
   *     faults in it
   */
  static Optional<Catalogue> accepted(RulesInForce rules) {
    try {
      return files(rules.document()).map(CatalogueText::ofSound).map(CatalogueText::catalogue);
    } catch (CatalogueException e) {
      throw new IllegalStateException(
          "catalogue "
              + rules.version()
              + ", accepted as update "
              + rules.number()
              + ", is none for this release; send the release before another one first, or go back"
              + " to the built-in one: "
              + e.getMessage(),
          e);
    }
  }

  private static Optional<Map<String, String>> files(String document) {
    var root = root(document);
    if (root.path("builtIn").asBoolean()) {
      return Optional.empty();
    }
    if (!root.path("files").isObject()) {
      throw new IllegalArgumentException(
          "neither 'files', the text of each file of a catalogue by its name, nor 'builtIn'");
    }
    var files = new TreeMap<String, String>();
    for (var file : root.path("files").properties()) {
      var text = file.getValue();
      files.put(file.getKey(), text.isTextual() ? text.asText() : text.toPrettyString());
    }
    return Optional.of(files);
  }

  private static JsonNode root(String document) {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }
}
