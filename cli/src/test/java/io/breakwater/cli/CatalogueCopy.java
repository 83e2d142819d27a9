// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the catalogue that ships, to be changed before a command reads it. */
record CatalogueCopy(Path directory) {
  private static final Path SCHEMAS = Path.of("..", "schemas");

  /**
   * @param directory made here, without scenarios
   */
  static CatalogueCopy in(Path directory) throws IOException {
    copy(SCHEMAS.resolve("catalogue"), directory);
    return new CatalogueCopy(directory);
  }

  CatalogueCopy withScenarios() throws IOException {
    copy(SCHEMAS.resolve("scenarios"), directory.resolve("scenarios"));
    return this;
  }

  CatalogueCopy replace(String file, String text, String by) throws IOException {
    var path = directory.resolve(file);
    var before = Files.readString(path);
    if (!before.contains(text)) {
      throw new IllegalArgumentException("there is no " + text + " in " + file);
    }
    Files.writeString(path, before.replace(text, by));
    return this;
  }

  /**
   * @param path a directory that holds files only
   */
  CatalogueCopy without(String path) throws IOException {
    try (var files = Files.list(directory.resolve(path))) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory.resolve(path));
    return this;
  }

  /** The first line of a file that contains a text, such as {@code severity.json:12}. */
  String lineOf(String file, String text) throws IOException {
    var lines = Files.readAllLines(directory.resolve(file));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return file + ":" + (i + 1);
      }
    }
    throw new IllegalArgumentException("there is no " + text + " in " + file);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
