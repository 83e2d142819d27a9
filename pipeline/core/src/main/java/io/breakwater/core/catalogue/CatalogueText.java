// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.document.FileReader;
import io.breakwater.core.hash.Sha256;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * The files of a sound catalogue as they were at one moment.
 *
 * <p>It travels with a job to all of its tasks, so that none of them can see a directory that has
 * changed meanwhile: a catalogue applies everywhere or nowhere.
 */
public final class CatalogueText implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What this process compiled last: its tasks share it. */
  private static final AtomicReference<Compiled> LAST = new AtomicReference<>();

  /** By name, as {@code catalogue.json} gives it. A tree map, as that is serialisable. */
  private final TreeMap<String, String> files;

  private CatalogueText(Map<String, String> files) {
    this.files = new TreeMap<>(files);
  }

  /**
   * Reads and checks the catalogue in a directory.
   *
   * @throws CatalogueException naming every fault
   */
  public static CatalogueText in(Path directory) {
    return read(name -> Files.newInputStream(directory.resolve(name)));
  }

  /** The catalogue that ships with Breakwater. */
  public static CatalogueText builtIn() {
    return read(CatalogueReader::resource);
  }

  /**
   * Reads and checks a catalogue whose files are at hand.
   *
   * @param files the text of each, by the name that the catalogue gives it; others are left out
   * @throws CatalogueException naming every fault
   */
  public static CatalogueText of(Map<String, String> files) {
    return read(
        name -> {
          var text = files.get(name);
          if (text == null) {
            throw new NoSuchFileException(name);
          }
          return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        });
  }

  /**
   * Reads and checks a catalogue whose files are elsewhere.
   *
   * @param files opens each, by the name that the catalogue gives it
   * @throws CatalogueException naming every fault
   */
  public static CatalogueText from(FileOpener files) {
    return read(files::open);
  }

  /** The same of files that were found sound before: they are not read until they are used. */
  public static CatalogueText ofSound(Map<String, String> files) {
    return new CatalogueText(files);
  }

  private static CatalogueText read(FileReader from) {
    var files = new TreeMap<String, String>();
    var catalogue =
        CatalogueReader.read(
            name -> {
              try (var stream = from.open(name)) {
                var bytes = stream.readAllBytes();
                files.put(name, new String(bytes, StandardCharsets.UTF_8));
                return new ByteArrayInputStream(bytes);
              }
            });
    var text = new CatalogueText(files);
    LAST.set(new Compiled(text.digest(), catalogue));
    return text;
  }

  /** The catalogue that the text makes, compiled once in a process as long as no other is asked. */
  public Catalogue catalogue() {
    var digest = digest();
    var last = LAST.get();
    return last != null && last.digest.equals(digest) ? last.catalogue : compiled(digest);
  }

  /** Tasks that are told of a catalogue at the same time compile it once. */
  private Catalogue compiled(String digest) {
    synchronized (LAST) {
      var last = LAST.get();
      if (last == null || !last.digest.equals(digest)) {
        last = new Compiled(digest, CatalogueReader.read(this::open));
        LAST.set(last);
      }
      return last.catalogue;
    }
  }

  /** The text of each file, by the name that the catalogue gives it. */
  public SortedMap<String, String> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  private ByteArrayInputStream open(String name) throws IOException {
    var text = files.get(name);
    if (text == null) {
      throw new FileNotFoundException(name);
    }
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Equal for catalogues whose files are. */
  public String digest() {
    var parts = files.entrySet().stream().flatMap(f -> Stream.of(f.getKey(), f.getValue()));
    return Sha256.identity(parts.toArray(String[]::new));
  }

  /** Opens the files of a catalogue. */
  @FunctionalInterface
  public interface FileOpener {
    /**
     * @throws NoSuchFileException when there is none
     */
    InputStream open(String name) throws IOException;
  }

  private static final class Compiled {
    private final String digest;
    private final Catalogue catalogue;

    Compiled(String digest, Catalogue catalogue) {
      this.digest = digest;
      this.catalogue = catalogue;
    }
  }
}
