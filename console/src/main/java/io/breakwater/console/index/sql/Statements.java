// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements of one transaction by their SQL, each prepared once. What changes rows is
 * collected, and sent in the order in which the statements were first asked for.
 */
final class Statements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  PreparedStatement of(String sql) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  /** One more row for a statement that changes rows. */
  void add(String sql, Object... parameters) throws SQLException {
    var statement = of(sql);
    Parameters.bind(statement, parameters);
    statement.addBatch();
  }

  /** Sends what was added for this statement. */
  void send(String sql) throws SQLException {
    var statement = statements.get(sql);
    if (statement != null) {
      statement.executeBatch();
    }
  }

  @Override
  public void close() throws SQLException {
    for (var statement : statements.values()) {
      statement.close();
    }
  }
}
