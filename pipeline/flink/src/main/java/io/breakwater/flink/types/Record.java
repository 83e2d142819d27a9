// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/** The bytes of one record of the input, and where they were read. */
public final class Record {
  static final Codec<Record> CODEC = Codecs.versioned(Record::write, Record::read);

  private final byte[] bytes;
  private final String origin;
  private final String offset;

  /**
   * @param origin a file or a shard
   * @param offset where in it: the index of a record, or a sequence number
   */
  public Record(byte[] bytes, String origin, String offset) {
    this.bytes = Objects.requireNonNull(bytes);
    this.origin = Objects.requireNonNull(origin);
    this.offset = Objects.requireNonNull(offset);
  }

  /** Not copied: nobody writes into it. */
  public byte[] bytes() {
    return bytes;
  }

  public String origin() {
    return origin;
  }

  public String offset() {
    return offset;
  }

  /** Such as {@code findings/2026-11.ndjson#17}. */
  public String position() {
    return origin + "#" + offset;
  }

  private void write(DataOutput out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
    out.writeUTF(origin);
    out.writeUTF(offset);
  }

  private static Record read(DataInput in) throws IOException {
    var bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new Record(bytes, in.readUTF(), in.readUTF());
  }
}
