// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Where an object goes below a directory: its key, but for what a file system takes for something
 * else. Keys are any text: names that lead out of the directory, or that are empty, are written
 * with a percent sign, and so are percent signs themselves, so that no two keys share a file.
 */
final class FileName {
  /** What no key becomes, for a file that is not complete. */
  static final String ASIDE = "%part";

  private final String folder;
  private final Set<String> folders = new HashSet<>();

  /**
   * @param folder what the keys begin with, and the names do not
   * @param objects all of them: where the key of one is the folder of another, its name is not
   */
  FileName(String folder, List<S3Object> objects) {
    this.folder = folder;
    for (var object : objects) {
      var key = object.key();
      for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
        folders.add(key.substring(0, slash));
      }
    }
  }

  /** Relative, with slashes. */
  String of(String key) {
    var name =
        Stream.of(key.substring(folder.length()).split("/", -1))
            .map(FileName::safe)
            .collect(Collectors.joining("/"));
    return folders.contains(key) ? name + "%" : name;
  }

  private static String safe(String name) {
    return switch (name) {
      case "" -> "%";
      case "." -> "%2E";
      case ".." -> "%2E%2E";
      default -> name.replace("%", "%25");
    };
  }
}
