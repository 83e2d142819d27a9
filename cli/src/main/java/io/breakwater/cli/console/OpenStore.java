// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.cli.Failure;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.sql.SqlIndex;
import io.breakwater.console.web.StoreSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The store of an index, which is open. */
final class OpenStore implements StoreSize, AutoCloseable {
  private static final String POSTGRES = "jdbc:postgresql:";

  /** What SQLite keeps beside a file, or itself. */
  private static final String[] PARTS = {"", "-wal", "-shm"};

  private final Index index;
  private final Optional<Path> file;
  private final Optional<Path> temporary;

  private OpenStore(Index index, Optional<Path> file, Optional<Path> temporary) {
    this.index = index;
    this.file = file;
    this.temporary = temporary;
  }

  /**
   * @param where a file, or the JDBC URL of a database of PostgreSQL
   * @throws Failure when it cannot be opened
   */
  static OpenStore at(String where) {
    try {
      if (where.startsWith(POSTGRES)) {
        return new OpenStore(
            SqlIndex.inPostgres(where, new Properties()), Optional.empty(), Optional.empty());
      }
      if (where.startsWith("jdbc:")) {
        throw new Failure("a store is a file, or begins with " + POSTGRES + ", was " + where);
      }
      var file = Path.of(where);
      return new OpenStore(SqlIndex.inFile(file), Optional.of(file), Optional.empty());
    } catch (IndexException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  /** One that is gone at the end: all that it holds comes from the streams. */
  static OpenStore temporary() {
    try {
      var directory = Files.createTempDirectory("breakwater-console-");
      var file = directory.resolve("index.db");
      return new OpenStore(SqlIndex.inFile(file), Optional.of(file), Optional.of(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Index index() {
    return index;
  }

  @Override
  public String kind() {
    return file.isPresent() ? "sqlite" : "postgresql";
  }

  @Override
  public Long bytes() {
    if (file.isEmpty()) {
      return null;
    }
    long bytes = 0;
    for (var part : PARTS) {
      bytes += Path.of(file.get() + part).toFile().length();
    }
    return bytes;
  }

  @Override
  public void close() {
    index.close();
    temporary.ifPresent(this::delete);
  }

  private void delete(Path directory) {
    try {
      for (var part : PARTS) {
        Files.deleteIfExists(Path.of(file.orElseThrow() + part));
      }
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
