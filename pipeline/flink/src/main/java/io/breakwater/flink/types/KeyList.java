// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;

/** The keys of a table that has few. */
public final class KeyList {
  public static final KeyList EMPTY = new KeyList(new long[0]);

  static final Codec<KeyList> CODEC = Codecs.versioned(KeyList::write, KeyList::read);

  private final long[] keys;

  private KeyList(long[] keys) {
    this.keys = keys;
  }

  public KeyList and(long key) {
    var more = Arrays.copyOf(keys, keys.length + 1);
    more[keys.length] = key;
    return new KeyList(more);
  }

  public KeyList without(long key) {
    return new KeyList(LongStream.of(keys).filter(one -> one != key).toArray());
  }

  public boolean isEmpty() {
    return keys.length == 0;
  }

  public LongStream keys() {
    return LongStream.of(keys);
  }

  private void write(DataOutput out) throws IOException {
    out.writeInt(keys.length);
    for (long key : keys) {
      out.writeLong(key);
    }
  }

  private static KeyList read(DataInput in) throws IOException {
    var keys = new long[in.readInt()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.readLong();
    }
    return new KeyList(keys);
  }
}
