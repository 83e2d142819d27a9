// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.IndexException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a store to the form that this release knows, step by step. A step that has been released
 * is never changed; the next one goes into a file of its own.
 */
final class Migrations {
  /** The number of the last step. */
  static final int VERSION = 6;

  /** Where the steps are noted that a store has gone through. */
  static final String TABLE = "CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY)";

  private final Dialect dialect;

  Migrations(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * @throws IndexException when the store is of a later release
   */
  void apply(Connection connection) throws SQLException {
    dialect.lock(connection);
    int version = version(connection);
    if (version > VERSION) {
      throw new IndexException(
          dialect
              + " has version "
              + version
              + " and this release knows versions up to "
              + VERSION
              + ": use the release that wrote it or a later one, or begin with an empty store");
    }
    for (int next = version + 1; next <= VERSION; next++) {
      run(connection, next);
    }
    connection.commit();
  }

  private static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(TABLE);
      try (var rows =
          statement.executeQuery("SELECT COALESCE(MAX(version), 0) AS version FROM migration")) {
        rows.next();
        return rows.getInt("version");
      }
    }
  }

  private void run(Connection connection, int version) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements(script(version))) {
        statement.execute(sql);
      }
    }
    try (var statement = connection.prepareStatement("INSERT INTO migration VALUES (?)")) {
      statement.setInt(1, version);
      statement.execute();
    }
  }

  private String script(int version) {
    var name = dialect.name() + "/" + String.format("%03d", version) + ".sql";
    try (var in = Migrations.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** A statement ends with a semicolon at the end of a line, and comments are lines. */
  private static List<String> statements(String script) {
    var statements = new ArrayList<String>();
    var statement = new StringBuilder();
    script
        .lines()
        .filter(line -> !line.startsWith("--"))
        .forEach(
            line -> {
              statement.append(line).append('\n');
              if (line.endsWith(";")) {
                statements.add(statement.substring(0, statement.length() - 2));
                statement.setLength(0);
              }
            });
    return statements;
  }
}
