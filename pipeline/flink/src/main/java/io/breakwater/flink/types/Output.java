// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/** One record of an output stream: JSON without line breaks, and the key that orders it. */
public final class Output {
  static final Codec<Output> CODEC = Codecs.versioned(Output::write, Output::read);

  private final String key;
  private final byte[] json;

  /**
   * @param key records with the same key stay in order: the uid of the exposure
   */
  public Output(String key, byte[] json) {
    this.key = Objects.requireNonNull(key);
    this.json = Objects.requireNonNull(json);
  }

  public String key() {
    return key;
  }

  /** Not copied: nobody writes into it. */
  public byte[] json() {
    return json;
  }

  private void write(DataOutput out) throws IOException {
    out.writeUTF(key);
    out.writeInt(json.length);
    out.write(json);
  }

  private static Output read(DataInput in) throws IOException {
    var key = in.readUTF();
    var json = new byte[in.readInt()];
    in.readFully(json);
    return new Output(key, json);
  }
}
