// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import io.breakwater.flink.types.Record;
import io.breakwater.history.format.EventFormat;
import io.breakwater.history.format.RecordFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of one shard in files of a directory, in their order: {@code 000000.records} and so
 * on, and a file {@code complete} once there are no more. The last record of the last file tells
 * where to go on.
 */
final class ShardFiles {
  private static final String ENDING = ".records";
  private static final String COMPLETE = "complete";
  private static final int MOST_RECORDS = 10_000;
  private static final long MOST_BYTES = 8L << 20;

  private final Path directory;
  private final String origin;
  private final List<Record> waiting = new ArrayList<>();
  private long waitingBytes;
  private int next;
  private Optional<String> last = Optional.empty();

  /**
   * Goes on after what is there.
   *
   * @param directory made when it is not there
   * @param origin of the records
   */
  ShardFiles(Path directory, String origin) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.origin = origin;
    var files = in(directory);
    this.next = files.size();
    if (!files.isEmpty()) {
      last = Optional.of(lastOf(files.get(files.size() - 1)));
    }
  }

  private static String lastOf(Path file) throws IOException {
    try (var reader = new EventFormat().open(file)) {
      var offset = "";
      for (var record = reader.next(); record.isPresent(); record = reader.next()) {
        offset = record.get().offset();
      }
      int part = offset.indexOf('#');
      return part < 0 ? offset : offset.substring(0, part);
    }
  }

  /** The sequence number of the last record that was in a file when this was made. */
  Optional<String> last() {
    return last;
  }

  boolean isComplete() {
    return Files.exists(directory.resolve(COMPLETE));
  }

  /**
   * One record of Kinesis, whole: never parts of it in one file and parts in another.
   *
   * @param parts the records of an {@link Aggregate}; empty for a record that is none
   */
  void add(String sequenceNumber, byte[] bytes, Optional<List<byte[]>> parts) throws IOException {
    if (parts.isEmpty()) {
      waiting.add(new Record(bytes, origin, sequenceNumber));
    } else {
      for (int i = 0; i < parts.get().size(); i++) {
        waiting.add(new Record(parts.get().get(i), origin, sequenceNumber + "#" + i));
      }
    }
    waitingBytes += bytes.length;
    if (waiting.size() >= MOST_RECORDS || waitingBytes >= MOST_BYTES) {
      flush();
    }
  }

  /** Writes what was added. */
  void flush() throws IOException {
    if (!waiting.isEmpty()) {
      RecordFile.write(directory.resolve("%06d%s".formatted(next, ENDING)), waiting);
      next++;
      waiting.clear();
      waitingBytes = 0;
    }
  }

  /** Writes what was added, and that it was all. */
  void complete() throws IOException {
    flush();
    Files.writeString(directory.resolve(COMPLETE), "");
  }

  /** The files of all shards that have their directories in one, in the order of their names. */
  static List<Path> below(Path directory) throws IOException {
    var files = new ArrayList<Path>();
    try (var shards = Files.list(directory)) {
      for (var shard : shards.filter(Files::isDirectory).sorted().toList()) {
        files.addAll(in(shard));
      }
    }
    return files;
  }

  private static List<Path> in(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }
}
