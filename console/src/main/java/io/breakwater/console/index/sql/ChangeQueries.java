// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Kind;
import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.Severity;
import io.breakwater.console.index.query.Change;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What has changed since one looked. */
final class ChangeQueries {
  private static final String COLUMNS =
      " AS kind, uid, open, severity_id, title, account, changed, change_number, change_what FROM ";
  private static final String SINCE = " WHERE change_number > ? ORDER BY change_number LIMIT ?";
  private static final String CHANGES =
      "SELECT * FROM (SELECT * FROM (SELECT '%s'%sexposure e JOIN heading h ON h.id = e.heading_id%s)"
              .formatted(Kind.EXPOSURE.id(), COLUMNS, SINCE)
          + " exposures UNION ALL SELECT * FROM (SELECT '%s'%scertificate%s) certificates) changes"
              .formatted(Kind.CERTIFICATE.id(), COLUMNS, SINCE)
          + " ORDER BY change_number LIMIT ?";

  private ChangeQueries() {}

  static List<Change> after(Connection connection, long after, int limit) throws SQLException {
    return Rows.all(connection, ChangeQueries::change, CHANGES, after, limit, after, limit, limit);
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getLong("change_number"),
        Kind.of(row.getString("kind")),
        row.getString("uid"),
        row.getInt("open") == 1,
        Severity.of(row.getInt("severity_id")),
        row.getString("title"),
        row.getString("account"),
        Instant.ofEpochMilli(row.getLong("changed")),
        what(Outcome.valueOf(row.getString("change_what"))));
  }

  private static Change.What what(Outcome outcome) {
    return switch (outcome) {
      case OPENED -> Change.What.CREATED;
      case CHANGED -> Change.What.UPDATED;
      case CLOSED -> Change.What.CLOSED;
      default -> throw new IllegalStateException(outcome + " changes nothing");
    };
  }
}
