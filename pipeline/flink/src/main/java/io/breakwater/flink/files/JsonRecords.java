// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.files;

import io.breakwater.core.input.JsonDocuments;
import io.breakwater.flink.types.Record;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The records of JSON: NDJSON, concatenated, or arrays of it, plain or gzip. */
public final class JsonRecords implements RecordReader {
  /** Enough for the largest record that any source delivers, and for noise to be seen as such. */
  private static final int MAX_RECORD_BYTES = 16 << 20;

  private final JsonDocuments documents;
  private final String origin;
  private final CountedStream stored;
  private long index;

  private JsonRecords(JsonDocuments documents, String origin, CountedStream stored) {
    this.documents = documents;
    this.origin = origin;
    this.stored = stored;
  }

  /**
   * @param in closed with the reader
   * @param origin what it is called where its records are spoken of
   * @param stored what {@code in} takes its bytes from in the end
   */
  public static JsonRecords of(InputStream in, String origin, CountedStream stored)
      throws IOException {
    return new JsonRecords(JsonDocuments.of(in, MAX_RECORD_BYTES), origin, stored);
  }

  @Override
  public Optional<Record> next() throws IOException {
    return documents.next().map(document -> new Record(document, origin, Long.toString(index++)));
  }

  @Override
  public long position() {
    return stored.count();
  }

  @Override
  public void close() throws IOException {
    documents.close();
  }
}
