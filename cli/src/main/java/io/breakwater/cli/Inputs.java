// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files that paths on the command line stand for. */
public final class Inputs {
  /** In a directory these are what stands beside the data, by their names. */
  private static final Set<String> NOT_DATA =
      Set.of("md", "txt", "html", "xml", "csv", "pdf", "png", "yaml", "yml", "sh", "py", "jar");

  private Inputs() {}

  /**
   * Files as they are, directories with all that is in them, sorted by name. What is hidden in a
   * directory is none of it; files whose name says that they hold no findings are passed over, and
   * said.
   *
   * @throws Failure when a path does not exist or nothing is left to read
   */
  public static List<Path> files(List<Path> paths, PrintWriter err) throws IOException {
    var files = new ArrayList<Path>();
    for (var path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(within(path, err));
      } else if (Files.isReadable(path)) {
        files.add(path);
      } else if (Files.exists(path)) {
        throw new Failure("cannot read " + path + ": permission denied");
      } else {
        throw new Failure("cannot read " + path + ": no such file or directory");
      }
    }
    if (files.isEmpty()) {
      throw new Failure("there is nothing to read in " + paths);
    }
    return files;
  }

  private static List<Path> within(Path directory, PrintWriter err) throws IOException {
    try (var walk = Files.walk(directory)) {
      var all =
          walk.filter(Files::isRegularFile)
              .filter(file -> isVisible(directory.relativize(file)))
              .sorted()
              .toList();
      all.stream()
          .filter(file -> !isData(file))
          .forEach(
              file -> err.println("breakwater: passed over " + file + ": not JSON by its name"));
      return all.stream().filter(Inputs::isData).toList();
    }
  }

  /** Also not below a hidden directory, such as that of a version control system. */
  private static boolean isVisible(Path file) {
    for (var name : file) {
      if (name.toString().startsWith(".") || name.toString().startsWith("_")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isData(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !NOT_DATA.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
