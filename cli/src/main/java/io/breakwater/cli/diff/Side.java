// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One of the two that are compared.
 *
 * @param name as it was given
 * @param path what it was read from
 * @param rules empty for revisions from a stream, of which nobody knows the catalogue
 * @param catalogueVersion empty likewise
 * @param asOf empty likewise
 */
record Side(
    String name,
    Path path,
    Standings standings,
    Optional<Rules> rules,
    Optional<String> catalogueVersion,
    Optional<String> asOf) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param path what {@code run} wrote, or a file of revisions in the order of their stream
   * @throws Failure when there is nothing of the kind
   */
  static Side in(String name, Path path) throws IOException {
    var summary = read(path.resolve("summary.json"));
    return new Side(
        name,
        path,
        Standings.in(path),
        read(path.resolve("catalogue.json")).map(Side::rules),
        summary.map(found -> found.path("catalogueVersion").asText()),
        summary.map(found -> found.path("asOf").asText()));
  }

  SortedMap<String, Standing> open() {
    return standings.open();
  }

  /** The same side, without what is of other subjects. */
  Side only(Set<Subject> some) {
    return new Side(name, path, standings.only(some), rules, catalogueVersion, asOf);
  }

  private static Rules rules(JsonNode files) {
    var texts = new TreeMap<String, String>();
    files.properties().forEach(file -> texts.put(file.getKey(), file.getValue().toString()));
    return Rules.of(texts);
  }

  private static Optional<JsonNode> read(Path file) throws IOException {
    return Files.isReadable(file) ? Optional.of(JSON.readTree(file.toFile())) : Optional.empty();
  }

  /** Such as {@code before/ (catalogue 2026.11.5, as of 2026-11-01T00:00:00Z)}. */
  @Override
  public String toString() {
    return name
        + catalogueVersion
            .map(version -> " (catalogue " + version + ", as of " + asOf.orElse("?") + ")")
            .orElse("");
  }
}
