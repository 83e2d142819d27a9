// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** The lines that the tasks of a run wrote, found again where they stand. */
final class Lines {
  private Lines() {}

  /** Reads every line of every file of a directory, which need not be there. */
  static void each(Path directory, Reader reader) throws IOException {
    for (var file : files(directory)) {
      try (var in = Files.newInputStream(file)) {
        each(file, in, reader);
      }
    }
  }

  /** There may be gigabytes of them: none becomes text that is only looked at. */
  private static void each(Path file, InputStream in, Reader reader) throws IOException {
    var buffer = new byte[1 << 20];
    long offset = 0;
    int filled = 0;
    for (int read = in.read(buffer);
        read >= 0;
        read = in.read(buffer, filled, buffer.length - filled)) {
      int begin = 0;
      int limit = filled + read;
      for (int i = filled; i < limit; i++) {
        if (buffer[i] == '\n') {
          reader.read(buffer, begin, i - begin, new Place(file, offset, i + 1 - begin));
          offset += i + 1 - begin;
          begin = i + 1;
        }
      }
      filled = limit - begin;
      System.arraycopy(buffer, begin, buffer, 0, filled);
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
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

  /** Takes a line in, which is there until the next one comes. */
  @FunctionalInterface
  interface Reader {
    void read(byte[] bytes, int begin, int length, Place place) throws IOException;
  }
}
