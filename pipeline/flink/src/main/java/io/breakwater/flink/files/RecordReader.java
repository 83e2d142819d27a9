// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.files;

import io.breakwater.flink.types.Record;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The records of one file, from the first to the last. */
public interface RecordReader extends Closeable {
  /**
   * The next record; empty at the end of the file.
   *
   * @throws IOException also where the file breaks off, or is packed in a way that cannot be read
   */
  Optional<Record> next() throws IOException;

  /** How many bytes of the file, as it is stored, were read so far. */
  long position();
}
