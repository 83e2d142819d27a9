// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.cli.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is open at the end of a run, or of a stream.
 *
 * @param open by uid
 * @param told what is spoken of: of other things it is not known whether any are open
 */
record Standings(SortedMap<String, Standing> open, Set<Subject> told) {
  private static final String EXPOSURES = "open-exposures.ndjson";
  private static final String CERTIFICATES = "open-certificates.ndjson";

  /**
   * Of each exposure and alert the last revision counts, unless it is a close.
   *
   * @param path what {@code run} wrote, or a file of revisions in the order of their stream
   * @throws Failure when there is nothing of the kind
   */
  static Standings in(Path path) {
    var standings = new Standings(new TreeMap<>(), EnumSet.noneOf(Subject.class));
    if (Files.isDirectory(path)) {
      standings.read(exposures(path));
      standings.told.add(Subject.EXPOSURES);
      if (Files.exists(path.resolve(CERTIFICATES))) {
        standings.read(path.resolve(CERTIFICATES));
        standings.told.add(Subject.CERTIFICATES);
      }
    } else {
      standings.read(path);
      if (standings.told.isEmpty()) {
        // Of a stream that is silent nothing is open.
        standings.told.add(Subject.EXPOSURES);
      }
    }
    return standings;
  }

  /** The file that exposures are read from. */
  static Path exposures(Path path) {
    return Files.isDirectory(path) ? path.resolve(EXPOSURES) : path;
  }

  private void read(Path file) {
    Revisions.each(file, this::take);
  }

  private void take(JsonNode revision) {
    var standing = Standing.of(revision);
    if (standing.uid().isEmpty()) {
      // A choke point, in a stream that has those as well.
      return;
    }
    told.add(standing.subject());
    if (Revisions.isClose(revision)) {
      open.remove(standing.uid());
    } else {
      open.put(standing.uid(), standing);
    }
  }

  /** Without what is of other subjects. */
  Standings only(Set<Subject> some) {
    var kept = new TreeMap<>(open);
    kept.values().removeIf(standing -> !some.contains(standing.subject()));
    return new Standings(kept, some);
  }
}
