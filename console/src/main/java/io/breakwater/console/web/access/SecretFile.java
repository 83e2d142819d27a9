// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Secrets in files, and how they are compared. */
final class SecretFile {
  static final int SHORTEST = 24;

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private SecretFile() {}

  /**
   * The lines of a file that hold something, comments aside.
   *
   * @throws AccessException when it cannot be read, or others than its owner could
   */
  static List<String> lines(Path file) {
    try {
      var permissions = Files.getPosixFilePermissions(file);
      if (!OWNER.containsAll(permissions)) {
        throw new AccessException(
            "others than its owner may use "
                + file
                + " ("
                + PosixFilePermissions.toString(permissions)
                + "): chmod 600 it");
      }
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new AccessException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Two secrets are the same when their digests are, which are compared in constant time. */
  static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
