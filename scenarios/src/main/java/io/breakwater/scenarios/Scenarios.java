// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where scenarios are read from. */
public final class Scenarios {
  private static final String SCHEMA = "schema/scenarios.schema.json";
  private static final String CLASS_PATH_ROOT = "/breakwater/scenarios/";

  private Scenarios() {}

  /**
   * Those that ship with Breakwater, for the catalogue that ships with it.
   *
   * @throws ScenarioException naming every fault
   */
  public static List<Scenario> builtIn() {
    try {
      var schema = Scenarios.class.getResource(CLASS_PATH_ROOT + SCHEMA).toURI();
      return schema.getScheme().equals("jar") ? inJar(schema) : in(beside(Path.of(schema)));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path has no address", e);
    }
  }

  /** A file system of our own: one by the jar's address could be open already. */
  private static List<Scenario> inJar(URI schema) {
    var address = schema.getRawSchemeSpecificPart();
    var jar = Path.of(URI.create(address.substring(0, address.indexOf("!/"))));
    try (var files = FileSystems.newFileSystem(jar)) {
      return in(beside(files.getPath(CLASS_PATH_ROOT + SCHEMA)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path beside(Path schema) {
    return schema.getParent().getParent();
  }

  /**
   * Those in the files {@code *.json} of a directory, by file name, then in the order of the file.
   *
   * @throws ScenarioException naming every fault
   */
  public static List<Scenario> in(Path directory) {
    var reader = new ScenarioReader();
    try (var files = Files.newDirectoryStream(directory, "*.json")) {
      files.forEach(reader::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.read();
  }
}
