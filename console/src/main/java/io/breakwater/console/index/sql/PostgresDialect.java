// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.query.SearchWord;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;

/**
 * A database of a PostgreSQL server. Commits are not waited for: after a crash of the server the
 * last batches may be gone, and their positions with them.
 */
final class PostgresDialect implements Dialect {
  /** For the advisory lock of the one writer: nothing but a number that others will not take. */
  private static final long WRITER = 0x62_72_65_61_6bL;

  private final String url;
  private final Properties settings;

  /**
   * @param url of JDBC
   * @param settings user and password, among others that the driver knows
   */
  PostgresDialect(String url, Properties settings) {
    this.url = url;
    this.settings = new Properties();
    this.settings.putAll(settings);
    this.settings.setProperty("reWriteBatchedInserts", "true");
    this.settings.setProperty("ApplicationName", "breakwater-console");
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Connection connectWriter() throws SQLException {
    var connection = DriverManager.getConnection(url, settings);
    try (var statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit TO off");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public Connection connectReader() throws SQLException {
    var connection = DriverManager.getConnection(url, settings);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public void lock(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
      statement.setLong(1, WRITER);
      statement.execute();
    }
  }

  @Override
  public String isOneOf(String expression) {
    return expression + " = ANY (?)";
  }

  @Override
  public void bindTexts(PreparedStatement statement, int index, Collection<String> texts)
      throws SQLException {
    statement.setArray(
        index, statement.getConnection().createArrayOf("text", texts.toArray(String[]::new)));
  }

  @Override
  public String search() {
    return "SELECT exposure_id AS id FROM exposure_search WHERE words @@ CAST(? AS TSQUERY)";
  }

  @Override
  public String searchFor(SearchWord word) {
    return "'"
        + word.text().replace("\\", "").replace("'", "")
        + "'"
        + (word.isBeginning() ? ":*" : "");
  }

  @Override
  public String addWords() {
    return "INSERT INTO exposure_search (exposure_id, words) VALUES (?, array_to_tsvector(?))";
  }

  @Override
  public String replaceWords() {
    return "UPDATE exposure_search SET words = array_to_tsvector(?) WHERE exposure_id = ?";
  }

  @Override
  public void bindWords(PreparedStatement statement, int index, Set<String> words)
      throws SQLException {
    bindTexts(statement, index, words);
  }

  @Override
  public String removeWords() {
    return "DELETE FROM exposure_search WHERE exposure_id = ?";
  }

  @Override
  public String joined(String column) {
    return "string_agg(CAST(" + column + " AS TEXT), ',')";
  }

  @Override
  public void refreshStatistics(Connection connection) {
    // The server does so by itself.
  }

  @Override
  public void shrink(Connection connection) {
    // The server vacuums by itself.
  }

  /** Without the address, which may have a password in it. */
  @Override
  public String toString() {
    return "the PostgreSQL database";
  }
}
