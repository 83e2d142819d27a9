// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.format;

import com.github.luben.zstd.ZstdOutputStream;
import io.breakwater.flink.files.CountedStream;
import io.breakwater.flink.files.RecordReader;
import io.breakwater.flink.types.Record;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Records of a stream in a file, each with its exact bytes and where it was read: what is no JSON
 * stays one record, and is no part of its neighbours.
 *
 * <p>A line that names the format, then of each record its origin and its offset as {@link
 * DataOutputStream#writeUTF} writes them, the number of its bytes (four, big-endian) and its bytes;
 * all of it packed with Zstandard.
 */
public final class RecordFile {
  static final byte[] MAGIC = "breakwater records 1\n".getBytes(StandardCharsets.US_ASCII);

  private static final int BUFFER = 1 << 16;

  private RecordFile() {}

  /** Writes a file that is there as a whole or not at all. */
  public static void write(Path file, List<Record> records) throws IOException {
    var aside = file.resolveSibling(file.getFileName() + ".part");
    try (var out =
        new DataOutputStream(
            new BufferedOutputStream(new ZstdOutputStream(Files.newOutputStream(aside)), BUFFER))) {
      out.write(MAGIC);
      for (var record : records) {
        out.writeUTF(record.origin());
        out.writeUTF(record.offset());
        out.writeInt(record.bytes().length);
        out.write(record.bytes());
      }
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * @param in unpacked, from its beginning
   * @param stored what {@code in} takes its bytes from in the end
   */
  static RecordReader read(InputStream in, CountedStream stored) throws IOException {
    in.skipNBytes(MAGIC.length);
    return new Reader(new DataInputStream(in), stored);
  }

  private static final class Reader implements RecordReader {
    private final DataInputStream in;
    private final CountedStream stored;

    Reader(DataInputStream in, CountedStream stored) {
      this.in = in;
      this.stored = stored;
    }

    @Override
    public Optional<Record> next() throws IOException {
      in.mark(1);
      if (in.read() < 0) {
        return Optional.empty();
      }
      in.reset();
      var origin = in.readUTF();
      var offset = in.readUTF();
      int length = in.readInt();
      var bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException("the file ends within a record");
      }
      return Optional.of(new Record(bytes, origin, offset));
    }

    @Override
    public long position() {
      return stored.count();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
