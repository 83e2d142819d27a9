// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.Failure;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of revisions. */
final class Revisions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Revisions() {}

  /**
   * Each of them, in the order of the file.
   *
   * @throws Failure when it cannot be read
   */
  static void each(Path file, Consumer<JsonNode> reader) {
    if (!Files.isReadable(file)) {
      throw new Failure(
          "cannot read " + file + ": expected what 'run' writes, or a file of revisions");
    }
    try (var revisions = new EventFormat().open(file)) {
      for (var next = revisions.next(); next.isPresent(); next = revisions.next()) {
        reader.accept(JSON.readTree(next.get().bytes()));
      }
    } catch (IOException e) {
      throw new Failure("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  static boolean isClose(JsonNode revision) {
    return revision.path("activity_name").asText().equals("Close");
  }
}
