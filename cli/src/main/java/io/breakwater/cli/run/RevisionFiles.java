// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.signal.Severity;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The revisions that the tasks of a run wrote, brought into one order that does not depend on how
 * many tasks there were: by time, then by exposure.
 *
 * <p>Holds where each revision stands, not the revisions themselves.
 */
final class RevisionFiles {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Comparator<Entry> ORDER =
      Comparator.<Entry>comparingLong(entry -> entry.time)
          .thenComparing(entry -> entry.uid)
          .thenComparingInt(entry -> entry.activity);
  private static final int CLOSE = 3;

  private final List<Entry> entries;

  private RevisionFiles(List<Entry> entries) {
    this.entries = entries;
  }

  static RevisionFiles in(Path directory) throws IOException {
    var entries = new ArrayList<Entry>();
    for (var file : files(directory)) {
      index(file, entries);
    }
    entries.sort(ORDER);
    return new RevisionFiles(entries);
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var list = Files.list(directory)) {
      return list.sorted().toList();
    }
  }

  private static void index(Path file, List<Entry> entries) throws IOException {
    long offset = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        int length = line.getBytes(StandardCharsets.UTF_8).length + 1;
        entries.add(entry(line, file, offset, length));
        offset += length;
      }
    }
  }

  /** Only the top level is looked at, and of finding_info the uid. */
  private static Entry entry(String line, Path file, long offset, int length) throws IOException {
    var entry = new Entry(file, offset, length);
    try (var parser = JSON.createParser(line)) {
      parser.nextToken();
      for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        var token = parser.nextToken();
        switch (key) {
          case "activity_id" -> entry.activity = parser.getIntValue();
          case "time" -> entry.time = parser.getLongValue();
          case "severity" -> entry.severity = Severity.ofLabel(parser.getText());
          case "finding_info" -> {
            while (!"uid".equals(parser.nextFieldName())) {
              parser.nextToken();
              parser.skipChildren();
            }
            parser.nextToken();
            entry.uid = parser.getText();
            return entry;
          }
          default -> {
            if (token != JsonToken.VALUE_STRING) {
              parser.skipChildren();
            }
          }
        }
      }
    }
    throw new IOException("a revision without finding_info in " + file);
  }

  /** Every revision. */
  void writeAll(Path target) throws IOException {
    write(entries, target);
  }

  /**
   * The last revision of each exposure that is open, by uid.
   *
   * @return how many there are of each severity, the worst first
   */
  Map<Severity, Long> writeOpen(Path target) throws IOException {
    var last = new HashMap<String, Entry>();
    entries.forEach(entry -> last.put(entry.uid, entry));
    var open =
        last.values().stream()
            .filter(entry -> entry.activity != CLOSE)
            .sorted(Comparator.comparing(entry -> entry.uid))
            .toList();
    write(open, target);
    var bySeverity = new TreeMap<Severity, Long>(Comparator.reverseOrder());
    open.forEach(entry -> bySeverity.merge(entry.severity, 1L, Long::sum));
    return bySeverity;
  }

  /** How many revisions created, updated and closed an exposure. */
  Map<String, Long> byActivity() {
    var counts = new TreeMap<String, Long>();
    var names = List.of("", "created", "updated", "closed");
    entries.forEach(entry -> counts.merge(names.get(entry.activity), 1L, Long::sum));
    return counts;
  }

  private static void write(List<Entry> entries, Path target) throws IOException {
    var sources = new HashMap<Path, RandomAccessFile>();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
      for (var entry : entries) {
        var source = sources.get(entry.file);
        if (source == null) {
          source = new RandomAccessFile(entry.file.toFile(), "r");
          sources.put(entry.file, source);
        }
        var bytes = new byte[entry.length];
        source.seek(entry.offset);
        source.readFully(bytes);
        out.write(bytes);
      }
    } finally {
      for (var source : sources.values()) {
        source.close();
      }
    }
  }

  /** All lines of all files of a directory, one file after the other. */
  static void concatenate(Path directory, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target)) {
      for (var file : files(directory)) {
        Files.copy(file, out);
      }
    }
  }

  private static final class Entry {
    private final Path file;
    private final long offset;
    private final int length;
    private int activity;
    private long time;
    private String uid = "";
    private Severity severity = Severity.UNKNOWN;

    Entry(Path file, long offset, int length) {
      this.file = file;
      this.offset = offset;
      this.length = length;
    }
  }
}
