// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A directory of scenarios: one of the files, or the one on the class path. */
final class ScenarioDirectory {
  private static final String SCHEMA = "schema/scenarios.schema.json";
  private static final String CLASS_PATH_ROOT = "/breakwater/scenarios/";

  private ScenarioDirectory() {}

  /**
   * Reads the one that ships with Breakwater.
   *
   * @param read given a directory that is there until it returns
   */
  static <T> T builtIn(Function<Path, T> read) {
    try {
      var schema = ScenarioDirectory.class.getResource(CLASS_PATH_ROOT + SCHEMA).toURI();
      return schema.getScheme().equals("jar")
          ? inJar(schema, read)
          : read.apply(beside(Path.of(schema)));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path has no address", e);
    }
  }

  /** A file system of our own: one by the jar's address could be open already. */
  private static <T> T inJar(URI schema, Function<Path, T> read) {
    var address = schema.getRawSchemeSpecificPart();
    var jar = Path.of(URI.create(address.substring(0, address.indexOf("!/"))));
    try (var files = FileSystems.newFileSystem(jar)) {
      return read.apply(beside(files.getPath(CLASS_PATH_ROOT + SCHEMA)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path beside(Path schema) {
    return schema.getParent().getParent();
  }

  /** Its files {@code *.json}, by name. */
  static Set<Path> files(Path directory) {
    try (var files = Files.newDirectoryStream(directory, "*.json")) {
      var byName = new TreeSet<Path>();
      files.forEach(byName::add);
      return byName;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
