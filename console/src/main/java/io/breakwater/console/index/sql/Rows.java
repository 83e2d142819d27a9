// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a statement finds. */
final class Rows {
  private static final int FETCHED = 10_000;

  private Rows() {}

  /** What a row says. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  static <T> List<T> all(
      Connection connection, Reading<T> reading, String sql, Object... parameters)
      throws SQLException {
    return all(connection, reading, Fragment.of(sql, parameters));
  }

  static <T> List<T> all(Connection connection, Reading<T> reading, Fragment query)
      throws SQLException {
    try (var statement = connection.prepareStatement(query.sql())) {
      Parameters.bind(statement, query.parameters());
      try (var rows = statement.executeQuery()) {
        var all = new ArrayList<T>();
        while (rows.next()) {
          all.add(reading.of(rows));
        }
        return all;
      }
    }
  }

  /** What is done with a row. */
  interface Use {
    void with(ResultSet row) throws SQLException;
  }

  /** However many there are: they are not kept. */
  static void each(Connection connection, Use use, String sql, Object... parameters)
      throws SQLException {
    each(connection, use, Fragment.of(sql, parameters));
  }

  static void each(Connection connection, Use use, Fragment query) throws SQLException {
    try (var statement = connection.prepareStatement(query.sql())) {
      statement.setFetchSize(FETCHED);
      Parameters.bind(statement, query.parameters());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          use.with(rows);
        }
      }
    }
  }

  /** The first rows that are wanted, as many as that; the others behind them are not read. */
  static <T> List<T> first(
      Connection connection, Reading<T> reading, Predicate<T> wanted, int most, Fragment query)
      throws SQLException {
    try (var statement = connection.prepareStatement(query.sql())) {
      statement.setFetchSize(most);
      Parameters.bind(statement, query.parameters());
      try (var rows = statement.executeQuery()) {
        var first = new ArrayList<T>();
        while (first.size() < most && rows.next()) {
          var row = reading.of(rows);
          if (wanted.test(row)) {
            first.add(row);
          }
        }
        return first;
      }
    }
  }

  static <T> Optional<T> first(
      Connection connection, Reading<T> reading, String sql, Object... parameters)
      throws SQLException {
    return all(connection, reading, sql, parameters).stream().findFirst();
  }
}
