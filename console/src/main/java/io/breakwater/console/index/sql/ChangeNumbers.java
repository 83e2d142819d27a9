// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Outcome;
import java.sql.Connection;
import java.sql.SQLException;

/** The numbers that changes get, one after the other, across all that there are revisions of. */
final class ChangeNumbers {
  private static final String NAME = "change";
  private static final String FIND = "SELECT value FROM counter WHERE name = '" + NAME + "'";
  private static final String PUT =
      "INSERT INTO counter (name, value) VALUES (?, ?)"
          + " ON CONFLICT (name) DO UPDATE SET value = excluded.value";

  private final Statements statements;
  private long before = -1;
  private long last = -1;

  ChangeNumbers(Statements statements) {
    this.statements = statements;
  }

  static long last(Connection connection) throws SQLException {
    return Rows.first(connection, row -> row.getLong("value"), FIND).orElse(0L);
  }

  long next() throws SQLException {
    before();
    return ++last;
  }

  /** The last number that was given before this batch. */
  long before() throws SQLException {
    if (before < 0) {
      try (var rows = statements.of(FIND).executeQuery()) {
        before = rows.next() ? rows.getLong("value") : 0;
      }
      last = before;
    }
    return before;
  }

  /** Whether the batch has given any. */
  boolean any() {
    return last > before;
  }

  void write() throws SQLException {
    if (any()) {
      statements.add(PUT, NAME, last);
      statements.send(PUT);
    }
  }

  /**
   * Sets the number and what has happened, in that order of the parameters, where the row has no
   * number of this batch already: the number, the number before the batch.
   */
  static String touch() {
    return "change_number = ?, change_what = CASE WHEN change_number > ? THEN change_what ELSE '"
        + Outcome.CHANGED
        + "' END";
  }
}
