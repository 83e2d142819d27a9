// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/** How often something happened, as a checkpoint keeps it. */
public final class Count {
  static final Codec<Count> CODEC = Codecs.versioned(Count::write, Count::read);

  private final String name;
  private final long value;

  /**
   * @param name see {@link io.breakwater.flink.account.Tally}
   */
  public Count(String name, long value) {
    this.name = Objects.requireNonNull(name);
    this.value = value;
  }

  public String name() {
    return name;
  }

  public long value() {
    return value;
  }

  private void write(DataOutput out) throws IOException {
    out.writeUTF(name);
    out.writeLong(value);
  }

  private static Count read(DataInput in) throws IOException {
    return new Count(in.readUTF(), in.readLong());
  }
}
