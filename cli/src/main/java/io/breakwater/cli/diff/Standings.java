// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.Failure;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The exposures and certificate alerts that are open at the end of a run, or of a stream. */
final class Standings {
  private static final String OPEN = "open-exposures.ndjson";
  private static final String OPEN_CERTIFICATES = "open-certificates.ndjson";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Standings() {}

  /**
   * Of each the last revision counts, unless it is a close.
   *
   * @param path what {@code run} wrote, or a file of revisions in the order of their stream
   * @throws Failure when there is nothing of the kind
   */
  static SortedMap<String, Standing> in(Path path) throws IOException {
    var file = Files.isDirectory(path) ? path.resolve(OPEN) : path;
    if (!Files.isReadable(file)) {
      throw new Failure(
          "cannot read " + file + ": expected what 'run' writes, or a file of revisions");
    }
    var open = new TreeMap<String, Standing>();
    read(file, open);
    var certificates = path.resolve(OPEN_CERTIFICATES);
    if (Files.isReadable(certificates)) {
      read(certificates, open);
    }
    return open;
  }

  private static void read(Path file, SortedMap<String, Standing> open) {
    try (var revisions = new EventFormat().open(file)) {
      for (var next = revisions.next(); next.isPresent(); next = revisions.next()) {
        take(JSON.readTree(next.get().bytes()), open);
      }
    } catch (IOException e) {
      throw new Failure("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void take(JsonNode revision, SortedMap<String, Standing> open) {
    var uid = revision.at("/finding_info/uid").asText();
    if (uid.isEmpty()) {
      // A choke point, in a stream that has those as well.
      return;
    }
    if (revision.path("activity_name").asText().equals("Close")) {
      open.remove(uid);
    } else {
      open.put(uid, Standing.of(revision));
    }
  }
}
