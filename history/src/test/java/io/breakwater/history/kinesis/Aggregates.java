// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Writes what the Kinesis Producer Library would.
 *
 * @see <a
 *     href="https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md">
 *     the format</a>
 */
final class Aggregates {
  private Aggregates() {}

  static byte[] of(byte[]... records) {
    var message = new ByteArrayOutputStream();
    field(message, 1, "partition-key".getBytes(UTF_8));
    field(message, 2, "1234567890".getBytes(UTF_8));
    for (var data : records) {
      var record = new ByteArrayOutputStream();
      number(record, 1, 0);
      number(record, 2, 0);
      field(record, 3, data);
      field(record, 4, new byte[] {0x0a, 1, 't'});
      field(message, 3, record.toByteArray());
    }
    return sealed(message.toByteArray());
  }

  /** The four bytes before and the digest after it. */
  static byte[] sealed(byte[] message) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(new byte[] {(byte) 0xf3, (byte) 0x89, (byte) 0x9a, (byte) 0xc2});
    all.writeBytes(message);
    try {
      all.writeBytes(MessageDigest.getInstance("MD5").digest(message));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
    return all.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, int number, byte[] value) {
    varint(out, (number << 3) | 2);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void number(ByteArrayOutputStream out, int number, int value) {
    varint(out, number << 3);
    varint(out, value);
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
