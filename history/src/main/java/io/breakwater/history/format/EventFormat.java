// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.format;

import com.github.luben.zstd.ZstdInputStream;
import io.breakwater.flink.files.CountedStream;
import io.breakwater.flink.files.JsonRecords;
import io.breakwater.flink.files.RecordFormat;
import io.breakwater.flink.files.RecordReader;
import io.breakwater.history.parquet.ParquetRecords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Files of events, recognised by what is in them and not by their names: JSON (NDJSON,
 * concatenated, arrays), {@link RecordFile}s, either of them plain, gzip or Zstandard, of one or
 * several members; and Parquet.
 */
public final class EventFormat implements RecordFormat {
  private static final long serialVersionUID = 1L;

  /** RFC 8878, section 3.1.1. */
  private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 1 << 16;

  @Override
  public RecordReader open(Path file) throws IOException {
    if (isParquet(file)) {
      return ParquetRecords.in(file);
    }
    var in = Files.newInputStream(file);
    try {
      return open(in, file.toString());
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The same of what has no file; Parquet is read from files only.
   *
   * @param in closed with the reader
   * @param origin what it is called where its records are spoken of
   */
  public static RecordReader open(InputStream in, String origin) throws IOException {
    var stored = new CountedStream(in);
    var content = new BufferedInputStream(stored, BUFFER);
    if (startsWith(content, ZSTD)) {
      content = new BufferedInputStream(new ZstdInputStream(content), BUFFER);
    }
    return startsWith(content, RecordFile.MAGIC)
        ? RecordFile.read(content, stored)
        : JsonRecords.of(content, origin, stored);
  }

  private static boolean isParquet(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
    }
  }

  private static boolean startsWith(InputStream in, byte[] prefix) throws IOException {
    in.mark(prefix.length);
    var head = in.readNBytes(prefix.length);
    in.reset();
    return Arrays.equals(head, prefix);
  }
}
