// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.load;

import io.breakwater.console.index.Index;
import io.breakwater.console.index.sql.SqlIndex;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * Where an index is kept.
 *
 * @param where a file of SQLite, or the JDBC URL of a database of PostgreSQL
 */
record LoadedStore(String where) {
  private static final String POSTGRES = "jdbc:postgresql:";

  static LoadedStore at(String where) {
    return new LoadedStore(where);
  }

  private boolean isFile() {
    return !where.startsWith(POSTGRES);
  }

  Index open() {
    return isFile()
        ? SqlIndex.inFile(Path.of(where))
        : SqlIndex.inPostgres(where, new Properties());
  }

  /** To look into it, past the index. */
  Connection inside() throws SQLException {
    return DriverManager.getConnection(isFile() ? "jdbc:sqlite:" + where : where);
  }

  /** Empty for a database. */
  OptionalLong megabytes() {
    return isFile()
        ? OptionalLong.of(Path.of(where).toFile().length() >> 20)
        : OptionalLong.empty();
  }

  @Override
  public String toString() {
    return where;
  }
}
