// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.feed;

import io.breakwater.console.index.Applied;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.Place;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.StreamRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a directory of output into an index: what {@code run}, {@code replay}, {@code local} and
 * {@code respond} write with {@code --output}. It goes on behind the line that the index has
 * reached, so that it can be stopped at any time, and called again when the files have grown.
 *
 * <p>A file is a shard, named by what it begins with, and where a line begins is its place. A line
 * without its end is left for the next time: it may not be complete. An index is made from one file
 * for each stream.
 */
public final class FileFeed {
  private static final int BATCH = 500;
  private static final int BATCH_BYTES = 8 << 20;
  private static final int FINGERPRINT = 8;
  private static final String REPORTS = "reports.ndjson";

  private final Index index;

  public FileFeed(Index index) {
    this.index = index;
  }

  /**
   * @return what became of the lines that were not in the index
   * @throws ReplacedFileException when a file is not the one that the index was made from
   * @throws UncheckedIOException when a file cannot be read
   */
  public Applied read(Path directory) {
    var applied = new Applied();
    for (var source : sources(directory)) {
      try {
        applied = applied.plus(read(source));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + source.file(), e);
      }
    }
    return applied;
  }

  /**
   * Whether {@link #read} could go on with the files that are in a directory now.
   *
   * @throws ReplacedFileException when a file is not the one that the index was made from
   * @throws UncheckedIOException when a file cannot be read
   */
  public void check(Path directory) {
    for (var source : sources(directory)) {
      try {
        check(source, shard(source.file()), index.reached(source.stream()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + source.file(), e);
      }
    }
  }

  /** What the files that are in a directory now have records of. */
  public static Set<RecordStream> streams(Path directory) {
    return sources(directory).stream().map(Source::stream).collect(Collectors.toSet());
  }

  private record Source(RecordStream stream, Path file) {}

  /** Dead letters are those of the job whose other output stands beside them. */
  private static List<Source> sources(Path directory) {
    var letters =
        Files.exists(directory.resolve(REPORTS))
            ? RecordStream.RESPONSE_DEAD_LETTERS
            : RecordStream.DEAD_LETTERS;
    var all =
        List.of(
            new Source(RecordStream.EXPOSURES, directory.resolve("exposures.ndjson")),
            new Source(RecordStream.CERTIFICATES, directory.resolve("certificates.ndjson")),
            new Source(RecordStream.REPORTS, directory.resolve(REPORTS)),
            new Source(letters, directory.resolve("dead-letters.ndjson")),
            new Source(RecordStream.ACTION_ANSWERS, directory.resolve("action-answers.ndjson")));
    return all.stream().filter(source -> Files.exists(source.file())).toList();
  }

  private Applied read(Source source) throws IOException {
    var reached = index.reached(source.stream());
    var shard = shard(source.file());
    check(source, shard, reached);
    if (shard.isEmpty()) {
      return new Applied();
    }
    try (var lines = Lines.of(source.file(), from(shard, reached))) {
      if (!reached.isEmpty()) {
        lines.next();
      }
      return take(source.stream(), shard, lines);
    }
  }

  private static void check(Source source, String shard, Map<String, Sequence> reached)
      throws IOException {
    boolean known = reached.isEmpty() || reached.containsKey(shard);
    if (!known || !isBeginningOfLine(source.file(), from(shard, reached))) {
      throw new ReplacedFileException(source.file());
    }
  }

  private static long from(String shard, Map<String, Sequence> reached) {
    return reached.isEmpty() ? 0 : Long.parseLong(reached.get(shard).number());
  }

  private Applied take(RecordStream stream, String shard, Lines lines) throws IOException {
    var applied = new Applied();
    var batch = new ArrayList<StreamRecord>(BATCH);
    int bytes = 0;
    for (var next = lines.next(); next.isPresent(); next = lines.next()) {
      var line = next.get();
      batch.add(
          new StreamRecord(new Place(stream, shard, Sequence.of(line.offset())), line.bytes()));
      bytes += line.bytes().length;
      if (batch.size() == BATCH || bytes >= BATCH_BYTES) {
        applied = applied.plus(index.apply(batch));
        batch.clear();
        bytes = 0;
      }
    }
    return batch.isEmpty() ? applied : applied.plus(index.apply(batch));
  }

  /** The name of the file and the digest of its first line; empty where there is no line yet. */
  private static String shard(Path file) throws IOException {
    try (var lines = Lines.of(file, 0)) {
      return lines.next().map(line -> file.getFileName() + "@" + digest(line.bytes())).orElse("");
    }
  }

  private static String digest(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isBeginningOfLine(Path file, long offset) throws IOException {
    if (offset == 0) {
      return true;
    }
    if (offset >= Files.size(file)) {
      return false;
    }
    try (var channel = FileChannel.open(file)) {
      var before = ByteBuffer.allocate(1);
      channel.read(before, offset - 1);
      return before.get(0) == '\n';
    }
  }
}
