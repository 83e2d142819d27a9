// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** The lines that the tasks of a run wrote, found again where they stand. */
final class Lines {
  private Lines() {}

  /** Reads every line of every file of a directory, which need not be there. */
  static void each(Path directory, Reader reader) throws IOException {
    for (var file : files(directory)) {
      long offset = 0;
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (var text = lines.readLine(); text != null; text = lines.readLine()) {
          int length = text.getBytes(StandardCharsets.UTF_8).length + 1;
          reader.read(text, new Place(file, offset, length));
          offset += length;
        }
      }
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var list = Files.list(directory)) {
      return list.sorted().toList();
    }
  }

  /** Writes the lines that stand there, in this order. */
  static void write(Iterable<Place> places, Path target) throws IOException {
    var sources = new HashMap<Path, RandomAccessFile>();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
      for (var place : places) {
        var source = sources.get(place.file);
        if (source == null) {
          source = new RandomAccessFile(place.file.toFile(), "r");
          sources.put(place.file, source);
        }
        var bytes = new byte[place.length];
        source.seek(place.offset);
        source.readFully(bytes);
        out.write(bytes);
      }
    } finally {
      for (var source : sources.values()) {
        source.close();
      }
    }
  }

  /** Where a line stands, its end included. */
  record Place(Path file, long offset, int length) {}

  /** Takes a line in. */
  @FunctionalInterface
  interface Reader {
    void read(String text, Place place) throws IOException;
  }
}
