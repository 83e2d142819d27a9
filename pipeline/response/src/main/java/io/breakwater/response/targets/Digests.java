// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names of a fixed form for what may have any. */
public final class Digests {
  private Digests() {}

  /** SHA-256 in hex. */
  public static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return hex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** In small letters. */
  public static String hex(byte[] bytes) {
    var hex = new StringBuilder(2 * bytes.length);
    for (byte one : bytes) {
      hex.append(Character.forDigit((one >> 4) & 0xf, 16))
          .append(Character.forDigit(one & 0xf, 16));
    }
    return hex.toString();
  }
}
