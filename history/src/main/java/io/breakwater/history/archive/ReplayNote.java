// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.time.TimeRange;
import io.breakwater.history.HistoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Which replay a directory is of, in {@code _replay.json} there, so that it is gone on with and not
 * started a second time.
 *
 * @param name of the replay, and of its rule
 * @param archive the ARN of the archive
 * @param stream the ARN of the replay stream
 * @param readFrom none of its events arrived there before
 */
record ReplayNote(String name, String archive, String stream, TimeRange range, Instant readFrom) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Hidden by its name where the directory is an input. */
  private static final String FILE = "_replay.json";

  void write(Path directory) throws IOException {
    var json = JSON.createObjectNode();
    json.put("name", name);
    json.put("archive", archive);
    json.put("stream", stream);
    range.from().ifPresent(from -> json.put("from", from.toString()));
    range.to().ifPresent(to -> json.put("to", to.toString()));
    json.put("readFrom", readFrom.toString());
    var aside = directory.resolve(FILE + ".part");
    Files.writeString(aside, json.toPrettyString() + "\n");
    Files.move(aside, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Empty where the directory is of none yet. */
  static Optional<ReplayNote> read(Path directory) throws IOException {
    var file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var json = JSON.readTree(Files.readAllBytes(file));
      return Optional.of(
          new ReplayNote(
              json.required("name").asText(),
              json.required("archive").asText(),
              json.required("stream").asText(),
              TimeRange.of(time(json.path("from")), time(json.path("to"))),
              Instant.parse(json.required("readFrom").asText())));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new HistoryException(
          file + " does not say which replay it is of: " + e.getMessage(), e);
    }
  }

  private static Optional<Instant> time(JsonNode json) {
    return json.isMissingNode() ? Optional.empty() : Optional.of(Instant.parse(json.asText()));
  }

  /**
   * @param otherArchive its name, or its ARN
   * @throws HistoryException when it is a replay of something else
   */
  void requireOf(String otherArchive, String otherStream, TimeRange otherRange, Path directory)
      throws HistoryException {
    boolean isOf =
        (archive.equals(otherArchive) || archive.endsWith("/" + otherArchive))
            && stream.equals(otherStream)
            && range.equals(otherRange);
    if (!isOf) {
      throw new HistoryException(
          directory
              + " is of a replay of "
              + archive
              + " "
              + range
              + " into "
              + stream
              + ": use another directory for another one");
    }
  }
}
