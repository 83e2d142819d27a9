// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.replay;

import io.breakwater.core.hash.Sha256;
import io.breakwater.core.time.TimeRange;
import io.breakwater.history.RemoteHistory;
import io.breakwater.history.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/**
 * What was brought of a place and a span, in a directory of its own. Brought as a whole, it is used
 * again: of a span that is over, nothing more comes. Where it is not over, it is brought anew.
 */
final class Brought {
  private static final String ALL = "brought";

  private final RemoteHistory place;
  private final TimeRange range;
  private final Path directory;
  private final Clock clock;

  /**
   * @param below in which directory
   */
  Brought(RemoteHistory place, TimeRange range, Path below, Clock clock) {
    this.place = place;
    this.range = range;
    this.directory = below.resolve(name(place, range));
    this.clock = clock;
  }

  /** For people to recognise, and different for each. */
  private static String name(RemoteHistory place, TimeRange range) {
    var words = place.name().replaceAll("[^A-Za-z0-9.-]+", "-");
    return words + "-" + Sha256.identity(place.name(), range.toString()).substring(0, 12);
  }

  /** Whether nothing needs to be brought any more. */
  boolean isThere() {
    return Files.exists(directory.resolve(ALL));
  }

  /** Where the files are, below the directory that says whether they are all. */
  Path files() {
    return directory.resolve("files");
  }

  /** What was brought is gone. */
  void forget() throws IOException {
    if (Files.exists(directory)) {
      delete();
    }
  }

  /** All files, in an order that is always the same; brings what is missing. */
  List<Path> files(Transfer transfer) throws IOException, InterruptedException {
    if (isThere()) {
      if (isOver()) {
        return listed();
      }
      delete();
    }
    var files = place.bring(range, files(), transfer);
    Files.write(
        Files.createDirectories(directory).resolve(ALL),
        files.stream().map(file -> directory.relativize(file).toString()).toList());
    return files;
  }

  private boolean isOver() {
    return range.to().filter(to -> !to.isAfter(clock.instant())).isPresent();
  }

  private List<Path> listed() throws IOException {
    return Files.readAllLines(directory.resolve(ALL)).stream().map(directory::resolve).toList();
  }

  private void delete() throws IOException {
    try (var walk = Files.walk(directory)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
