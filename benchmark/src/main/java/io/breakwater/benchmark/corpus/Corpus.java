// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.corpus;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The records of a benchmark, in a file that is mapped into memory: all JVMs of a run read the same
 * pages, and none of them reads from a disk. Thread-safe.
 */
public final class Corpus {
  /** A mapping ends at 2 GiB; a record never reaches over the end of a part. */
  private static final int PART_BYTES = 1 << 30;

  private static final int PART_SHIFT = 32;
  private static final int HEADER_BYTES = 8;

  private final List<MappedByteBuffer> parts;
  private final long[] positions;
  private final long bytes;

  private Corpus(List<MappedByteBuffer> parts, long[] positions, long bytes) {
    this.parts = parts;
    this.positions = positions;
    this.bytes = bytes;
  }

  /**
   * Writes the events of a mix into a directory.
   *
   * @param written told how many events there are so far, now and then
   */
  public static void write(Mix mix, Path directory, IntConsumer written) throws IOException {
    var events = new Events(mix);
    write(Stream.generate(events::next).limit(mix.events()).iterator(), directory, written);
  }

  /** Writes events, in their order, into a directory. */
  public static void write(Iterator<Event> events, Path directory, IntConsumer written)
      throws IOException {
    int done = 0;
    for (int part = 0; events.hasNext(); part++) {
      var file = Files.newOutputStream(part(directory, part));
      try (var out = new DataOutputStream(new BufferedOutputStream(file, 1 << 20))) {
        while (events.hasNext() && out.size() < PART_BYTES - (1 << 20)) {
          var event = events.next();
          out.writeInt(event.json().length);
          out.writeInt(event.resource());
          out.write(event.json());
          if (++done % 1000 == 0) {
            written.accept(done);
          }
        }
      }
    }
  }

  /** Maps what was written into a directory. */
  public static Corpus in(Path directory) throws IOException {
    var parts = new ArrayList<MappedByteBuffer>();
    var positions = new long[1 << 16];
    int records = 0;
    long bytes = 0;
    for (int part = 0; Files.exists(part(directory, part)); part++) {
      var buffer = map(part(directory, part));
      parts.add(buffer);
      for (int at = 0; at < buffer.limit(); at += HEADER_BYTES + buffer.getInt(at)) {
        if (records == positions.length) {
          positions = Arrays.copyOf(positions, records * 2);
        }
        positions[records++] = (long) part << PART_SHIFT | at;
        bytes += buffer.getInt(at);
      }
    }
    return new Corpus(List.copyOf(parts), Arrays.copyOf(positions, records), bytes);
  }

  private static Path part(Path directory, int number) {
    return directory.resolve("corpus-" + number);
  }

  private static MappedByteBuffer map(Path file) {
    try (var channel = FileChannel.open(file)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int size() {
    return positions.length;
  }

  /** Of all records together. */
  public long bytes() {
    return bytes;
  }

  /** A fresh copy, as a client of a stream hands out: one allocation, one copy. */
  public byte[] record(int index) {
    var part = parts.get((int) (positions[index] >>> PART_SHIFT));
    int at = (int) positions[index];
    var record = new byte[part.getInt(at)];
    part.get(at + HEADER_BYTES, record);
    return record;
  }

  /** The number of the resource that a record is about. */
  public int resource(int index) {
    return parts
        .get((int) (positions[index] >>> PART_SHIFT))
        .getInt((int) positions[index] + Integer.BYTES);
  }

  public int resources() {
    return (int) IntStream.range(0, size()).map(this::resource).distinct().count();
  }

  /**
   * The records of one of several partitions, in order. All of a resource are in the same one, as
   * if it were the partition key of a stream.
   */
  public int[] partition(int number, int of) {
    return IntStream.range(0, size()).filter(index -> resource(index) % of == number).toArray();
  }
}
