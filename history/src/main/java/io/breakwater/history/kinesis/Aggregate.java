// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the Kinesis Producer Library packs into one record: four bytes that tell it, a message of
 * Protocol Buffers, and the MD5 of that message.
 *
 * <p>All records of it are given, also those that the library's reader leaves out because their
 * hash key belongs to another shard: they were sent again there, and a repeated event changes
 * nothing.
 *
 * @see <a
 *     href="https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md">
 *     the format</a>
 */
final class Aggregate {
  private static final byte[] MAGIC = {(byte) 0xf3, (byte) 0x89, (byte) 0x9a, (byte) 0xc2};
  private static final int DIGEST = 16;

  private static final int RECORDS = 3;
  private static final int DATA = 3;

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;

  private Aggregate() {}

  /** The data of the records in it; empty where it is a record like any other, or broken. */
  static Optional<List<byte[]>> open(byte[] record) {
    int end = record.length - DIGEST;
    if (end < MAGIC.length || !Arrays.equals(record, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return Optional.empty();
    }
    var digest = md5();
    digest.update(record, MAGIC.length, end - MAGIC.length);
    if (!Arrays.equals(digest.digest(), Arrays.copyOfRange(record, end, record.length))) {
      return Optional.empty();
    }
    try {
      var records = new ArrayList<byte[]>();
      for (var part : fields(ByteBuffer.wrap(record, MAGIC.length, end - MAGIC.length), RECORDS)) {
        for (var data : fields(part, DATA)) {
          var bytes = new byte[data.remaining()];
          data.get(bytes);
          records.add(bytes);
        }
      }
      return Optional.of(records);
    } catch (RuntimeException e) {
      // Buffers throw these where a message is not what its lengths say.
      return Optional.empty();
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** The values of a field that repeats; others are passed over. */
  private static List<ByteBuffer> fields(ByteBuffer message, int number) {
    message.order(ByteOrder.LITTLE_ENDIAN);
    var values = new ArrayList<ByteBuffer>();
    while (message.hasRemaining()) {
      long tag = varint(message);
      switch ((int) (tag & 7)) {
        case VARINT -> varint(message);
        case FIXED_64 -> message.getLong();
        case FIXED_32 -> message.getInt();
        case LENGTH_DELIMITED -> {
          int length = Math.toIntExact(varint(message));
          var value = message.slice(message.position(), length);
          message.position(message.position() + length);
          if (tag >>> 3 == number) {
            values.add(value);
          }
        }
        default -> throw new IllegalArgumentException("wire type of tag " + tag);
      }
    }
    return values;
  }

  private static long varint(ByteBuffer message) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = message.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than ten bytes");
  }
}
