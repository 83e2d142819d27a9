// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.parquet;

import io.breakwater.flink.files.RecordReader;
import io.breakwater.flink.types.Record;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/**
 * The rows of a Parquet file as the JSON that their columns stand for: so what Security Lake keeps
 * is read like what arrives as a stream.
 */
public final class ParquetRecords implements RecordReader {
  private final ParquetReader<Group> rows;
  private final String origin;
  private long index;

  private ParquetRecords(ParquetReader<Group> rows, String origin) {
    this.rows = rows;
    this.origin = origin;
  }

  /** Holds one page of each column in memory. */
  public static ParquetRecords in(Path file) throws IOException {
    return new ParquetRecords(new Rows(new LocalInputFile(file)).build(), file.toString());
  }

  @Override
  public Optional<Record> next() throws IOException {
    Group row;
    try {
      row = rows.read();
    } catch (RuntimeException e) {
      // The library throws these on bytes that are not what the footer says.
      throw new IOException("row " + index + ": " + e.getMessage(), e);
    }
    return row == null
        ? Optional.empty()
        : Optional.of(new Record(RowJson.of(row), origin, Long.toString(index++)));
  }

  /** Nothing until the end: columns are not stored in the order of rows. */
  @Override
  public long position() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private static final class Rows extends ParquetReader.Builder<Group> {
    Rows(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
