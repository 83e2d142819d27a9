// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Values as bytes, small and without a schema beside them: for the network and for state. */
final class Wire {
  private static final int MAX_ONE_BYTE = 0x7f;

  private Wire() {}

  /** UTF-8 of any length; {@link DataOutput#writeUTF} stops at 64 KB. */
  static void writeText(String text, DataOutput out) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    writeCount(bytes.length, out);
    out.write(bytes);
  }

  static String readText(DataInput in) throws IOException {
    int length = readCount(in);
    if (length == 0) {
      return "";
    }
    var bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Seven bits a byte, the lowest first. */
  static void writeCount(int value, DataOutput out) throws IOException {
    int rest = value;
    while ((rest & ~MAX_ONE_BYTE) != 0) {
      out.writeByte((rest & MAX_ONE_BYTE) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  static int readCount(DataInput in) throws IOException {
    int value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      int next = in.readUnsignedByte();
      value |= (next & MAX_ONE_BYTE) << shift;
      if (next <= MAX_ONE_BYTE) {
        return value;
      }
    }
    throw new IOException("a count of more than 32 bits: the bytes are not ours");
  }

  static void writeTime(Instant time, DataOutput out) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  static Instant readTime(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  static void writeTexts(List<String> texts, DataOutput out) throws IOException {
    writeCount(texts.size(), out);
    for (var text : texts) {
      writeText(text, out);
    }
  }

  static List<String> readTexts(DataInput in) throws IOException {
    int count = readCount(in);
    var texts = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      texts.add(readText(in));
    }
    return texts;
  }

  /** An enumeration by ordinal: constants may be added at the end, never moved. */
  @SuppressWarnings("EnumOrdinal") // One byte instead of a name: these are read by the million.
  static void writeEnum(Enum<?> value, DataOutput out) throws IOException {
    out.writeByte(value.ordinal());
  }

  static <E extends Enum<E>> E readEnum(E[] values, DataInput in) throws IOException {
    int ordinal = in.readUnsignedByte();
    if (ordinal >= values.length) {
      throw new IOException(
          "constant "
              + ordinal
              + " of "
              + values.getClass().getComponentType().getSimpleName()
              + " is not known to this release");
    }
    return values[ordinal];
  }
}
