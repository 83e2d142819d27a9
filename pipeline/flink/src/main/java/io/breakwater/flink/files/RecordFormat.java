// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.files;

import io.breakwater.core.input.JsonDocuments;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;

/** Reads the records of one file after the other; a file is never split. */
final class RecordFormat implements BulkFormat<Record, FileSourceSplit> {
  private static final long serialVersionUID = 1L;

  /** Enough for the largest record that any source delivers, and for noise to be seen as such. */
  private static final int MAX_RECORD_BYTES = 16 << 20;

  private static final int BATCH = 64;

  @Override
  public BulkFormat.Reader<Record> createReader(Configuration config, FileSourceSplit split)
      throws IOException {
    return new Reader(split);
  }

  @Override
  public BulkFormat.Reader<Record> restoreReader(Configuration config, FileSourceSplit split)
      throws IOException {
    var reader = new Reader(split);
    long done =
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L);
    reader.skip(done);
    return reader;
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<Record> getProducedType() {
    return WireTypes.RECORD;
  }

  private static final class Reader implements BulkFormat.Reader<Record> {
    private final JsonDocuments documents;
    private final String origin;
    private long index;

    Reader(FileSourceSplit split) throws IOException {
      origin = split.path().getPath();
      documents =
          JsonDocuments.of(split.path().getFileSystem().open(split.path()), MAX_RECORD_BYTES);
    }

    void skip(long records) throws IOException {
      while (index < records && documents.next().isPresent()) {
        index++;
      }
    }

    @Override
    public RecordIterator<Record> readBatch() throws IOException {
      var batch = new Record[BATCH];
      long first = index;
      int count = 0;
      for (var next = documents.next(); next.isPresent(); next = documents.next()) {
        batch[count++] = new Record(next.get(), origin, Long.toString(index++));
        if (count == BATCH) {
          break;
        }
      }
      if (count == 0) {
        return null;
      }
      var iterator = new ArrayResultIterator<Record>();
      iterator.set(batch, count, CheckpointedPosition.NO_OFFSET, first);
      return iterator;
    }

    @Override
    public void close() throws IOException {
      documents.close();
    }
  }
}
