// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A file with secrets in it. */
final class SecretFile {
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
}
