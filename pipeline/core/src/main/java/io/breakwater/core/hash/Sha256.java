// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, where an identity must not be forgeable. */
public final class Sha256 {
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private static final int IDENTITY_BYTES = 16;

  private Sha256() {}

  /** The first 128 bits as 32 hexadecimal digits; the parts are kept apart from one another. */
  public static String identity(String... parts) {
    return hex(digest(parts), IDENTITY_BYTES);
  }

  /** All 256 bits over these bytes, as 64 hexadecimal digits. */
  public static String of(byte[] bytes) {
    var digest = sha256().digest(bytes);
    return hex(digest, digest.length);
  }

  private static String hex(byte[] digest, int length) {
    var hex = new char[length * 2];
    for (int i = 0; i < length; i++) {
      hex[2 * i] = HEX[(digest[i] >> 4) & 0xf];
      hex[2 * i + 1] = HEX[digest[i] & 0xf];
    }
    return new String(hex);
  }

  /** The first 64 bits. */
  public static long key(String... parts) {
    return ByteBuffer.wrap(digest(parts)).getLong();
  }

  private static byte[] digest(String... parts) {
    var digest = sha256();
    for (var part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
