// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.replay;

import io.breakwater.core.hash.Sha256;
import io.breakwater.core.time.TimeRange;
import io.breakwater.history.RemoteHistory;
import io.breakwater.history.Transfer;
import io.breakwater.history.s3.S3History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was brought of a place and a span, in a directory of its own. Where all of it was brought
 * after the last event of the span could have arrived, it is used again; else the place is asked
 * again.
 */
final class Brought {
  /** When it was begun; hidden by its name where the directory is an input. */
  private static final String BEGUN = "_begun";

  /** The files, once they are all. */
  private static final String ALL = "_brought";

  private final RemoteHistory place;
  private final TimeRange range;
  private final Duration lateness;
  private final Path directory;
  private final Clock clock;

  /**
   * @param where people have that place: the same name is another place in another region
   * @param lateness how long after the span something of it may still arrive
   * @param below in which directory
   */
  Brought(
      RemoteHistory place,
      String where,
      TimeRange range,
      Duration lateness,
      Path below,
      Clock clock) {
    this.place = place;
    this.range = range;
    this.lateness = lateness;
    this.directory = below.resolve(name(place, where, range, lateness));
    this.clock = clock;
  }

  /** For people to recognise, and different for each. */
  private static String name(
      RemoteHistory place, String where, TimeRange range, Duration lateness) {
    var words = place.name().replaceAll("[^A-Za-z0-9.-]+", "-");
    return words
        + "-"
        + Sha256.identity(place.name(), where, range.toString(), lateness.toString())
            .substring(0, 12);
  }

  /** Whether nothing needs to be brought any more. */
  boolean isThere() throws IOException {
    return Files.exists(directory.resolve(ALL)) && begun().filter(this::isAllThereAt).isPresent();
  }

  /** Where the files are, below the directory that says whether they are all. */
  Path files() {
    return directory.resolve("files");
  }

  /** What was brought is gone. */
  void forget() throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (var walk = Files.walk(directory)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /**
   * All files, in an order that is always the same; brings what is missing.
   *
   * <p>What an interrupted call left is gone on with, unless it was begun too early and it is late
   * enough by now: what has been read to its end may have gone on since.
   */
  List<Path> files(Transfer transfer) throws IOException, InterruptedException {
    if (isThere()) {
      return listed();
    }
    var now = clock.instant();
    boolean tooEarly = begun().filter(time -> !isAllThereAt(time)).isPresent();
    if (tooEarly && (Files.exists(directory.resolve(ALL)) || isAllThereAt(now))) {
      forget();
    }
    if (begun().isEmpty()) {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(BEGUN), now.toString());
    }
    var files = place.bring(range, files(), transfer);
    if (isWhole()) {
      Files.write(
          directory.resolve(ALL),
          files.stream().map(file -> directory.relativize(file).toString()).toList());
    }
    return files;
  }

  /** Whether nothing of the span arrives from then on. */
  private boolean isAllThereAt(Instant time) {
    return range.widenedAtEnd(lateness).to().filter(end -> !end.isAfter(time)).isPresent();
  }

  /** Not where objects have to be restored first: they may be by the next time. */
  private boolean isWhole() {
    return !(place instanceof S3History s3) || s3.archived().isEmpty();
  }

  private Optional<Instant> begun() throws IOException {
    var file = directory.resolve(BEGUN);
    return Files.exists(file)
        ? Optional.of(Instant.parse(Files.readString(file)))
        : Optional.empty();
  }

  private List<Path> listed() throws IOException {
    return Files.readAllLines(directory.resolve(ALL)).stream().map(directory::resolve).toList();
  }
}
