// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.console.index.query.SearchWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/**
 * One file. Readers go on while the writer writes; after a crash of the machine the last batches
 * may be gone, and their positions with them.
 */
final class SqliteDialect implements Dialect {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  SqliteDialect(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public Connection connectWriter() throws SQLException {
    createForItsOwnerOnly();
    return connect(
        "PRAGMA auto_vacuum = INCREMENTAL",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = NORMAL",
        "PRAGMA wal_autocheckpoint = 4000",
        "PRAGMA cache_size = -65536",
        Migrations.TABLE);
  }

  @Override
  public Connection connectReader() throws SQLException {
    return connect("PRAGMA query_only = 1", "PRAGMA cache_size = -32768");
  }

  private Connection connect(String... pragmas) throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 30000");
      statement.execute("PRAGMA mmap_size = 1073741824");
      statement.execute("PRAGMA temp_store = MEMORY");
      for (var pragma : pragmas) {
        statement.execute(pragma);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.setAutoCommit(false);
    return connection;
  }

  /** It holds findings. */
  private void createForItsOwnerOnly() {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      // Whoever made it has decided who may read it.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + file, e);
    }
  }

  /**
   * A transaction gets the lock with its first statement, if that is one that writes. The driver
   * could begin transactions with the lock, but begins the next one at once where one has ended.
   */
  @Override
  public void lock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("UPDATE migration SET version = version WHERE version < 0");
    }
  }

  @Override
  public String isOneOf(String expression) {
    return expression + " IN (SELECT value FROM json_each(?))";
  }

  @Override
  public void bindTexts(PreparedStatement statement, int index, Collection<String> texts)
      throws SQLException {
    statement.setString(index, JSON.valueToTree(texts).toString());
  }

  @Override
  public String search() {
    return "SELECT rowid AS id FROM exposure_search WHERE exposure_search MATCH ?";
  }

  @Override
  public String searchFor(SearchWord word) {
    return '"' + word.text() + '"' + (word.isBeginning() ? " *" : "");
  }

  @Override
  public String addWords() {
    return "INSERT INTO exposure_search (rowid, words) VALUES (?, ?)";
  }

  @Override
  public String replaceWords() {
    return "UPDATE exposure_search SET words = ? WHERE rowid = ?";
  }

  @Override
  public void bindWords(PreparedStatement statement, int index, Set<String> words)
      throws SQLException {
    statement.setString(index, String.join(" ", words));
  }

  @Override
  public String removeWords() {
    return "DELETE FROM exposure_search WHERE rowid = ?";
  }

  @Override
  public String joined(String column) {
    return "group_concat(" + column + ")";
  }

  /** From samples: takes milliseconds, however large the store is. */
  @Override
  public void refreshStatistics(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA analysis_limit = 2000");
      statement.execute("ANALYZE");
    }
  }

  @Override
  public void shrink(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA incremental_vacuum(2000)");
    } finally {
      connection.setAutoCommit(false);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
