// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Something that only some know. It is held as a digest, and compared in constant time. */
final class Secret {
  static final int SHORTEST = 24;

  private final byte[] digest;

  private Secret(byte[] digest) {
    this.digest = digest;
  }

  static Secret of(String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Secret(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean is(Secret other) {
    return MessageDigest.isEqual(digest, other.digest);
  }
}
