// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of the page, read once: what is none of them cannot be asked for. */
final class PageFiles {
  private static final String FOLDER = "/web";
  private static final String INDEX = "index.html";

  private final Map<String, Asset> files;

  PageFiles(Map<String, Asset> files) {
    this.files = Map.copyOf(files);
  }

  /** Those that were built into this module. */
  static PageFiles ofThisBuild() {
    var folder = PageFiles.class.getResource(FOLDER);
    try {
      return folder == null ? new PageFiles(Map.of()) : read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PageFiles read(URL folder) throws IOException, URISyntaxException {
    if (folder.getProtocol().equals("file")) {
      return read(Path.of(folder.toURI()));
    }
    var jar = URI.create(folder.toString().substring(0, folder.toString().indexOf('!')));
    try (var files = FileSystems.newFileSystem(jar, Map.of())) {
      return read(files.getPath(FOLDER));
    }
  }

  static PageFiles read(Path folder) throws IOException {
    var files = new HashMap<String, Asset>();
    try (var all = Files.walk(folder)) {
      for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        var name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, Asset.of(name, Files.readAllBytes(file)));
      }
    }
    return new PageFiles(files);
  }

  Optional<Asset> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** What is shown for every address of the page. */
  Optional<Asset> index() {
    return file(INDEX);
  }
}
