// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.wire.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Where a key keeps one thing: which of its tables, and under which key of that table. */
public final class Slot {
  /** Without a version: the bytes find the entry, and a second form of them would find none. */
  static final Codec<Slot> CODEC =
      new Codec<>() {
        @Override
        public void write(Slot slot, DataOutput out) throws IOException {
          out.writeByte(slot.table);
          out.writeLong(slot.key);
        }

        @Override
        public Slot read(DataInput in) throws IOException {
          return new Slot(in.readByte(), in.readLong());
        }
      };

  private final byte table;
  private final long key;

  public Slot(byte table, long key) {
    this.table = table;
    this.key = key;
  }

  public byte table() {
    return table;
  }

  public long key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slot && key == ((Slot) other).key && table == ((Slot) other).table;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(key) + table;
  }

  @Override
  public String toString() {
    return table + "/" + Long.toHexString(key);
  }
}
