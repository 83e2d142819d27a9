// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import io.breakwater.core.select.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a bounded run reads.
 *
 * @param selection which of the events in the files are used
 * @param replay whether what comes out is marked as of a replay
 */
public record Events(List<Path> files, Selection selection, boolean replay) {
  public Events {
    files = List.copyOf(files);
  }

  /** All of the events in files. */
  public static Events in(List<Path> files) {
    return new Events(files, Selection.ALL, false);
  }

  /** How large the files are, as they are stored. */
  long bytes() {
    return files.stream().mapToLong(Events::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
