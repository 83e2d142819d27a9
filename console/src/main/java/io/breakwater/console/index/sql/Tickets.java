// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.query.Ticket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tickets of exposures and alerts; the newest is the one that was told of last. */
final class Tickets {
  /** Of {@code ticket t}; what happened last where the system tells no status. */
  static final String STATUS = "CASE WHEN t.status = '' THEN t.what ELSE t.status END";

  private static final String COLUMNS =
      "SELECT t.uid, t.target, t.route, t.ticket, t.url, t.status, t.what, t.at FROM ticket t"
          + " WHERE ";
  private static final String NEWEST_LAST = " ORDER BY t.at, t.target DESC";

  private Tickets() {}

  static List<Ticket> of(Connection connection, String uid) throws SQLException {
    return Rows.all(connection, Tickets::ticket, COLUMNS + "t.uid = ? ORDER BY t.target", uid);
  }

  /** By uid. */
  static Map<String, Ticket> newest(Connection connection, List<String> uids) throws SQLException {
    var is = Fragment.isOneOf("t.uid", uids);
    var query = new Fragment(COLUMNS + is.sql() + NEWEST_LAST, is.parameters());
    var newest = new HashMap<String, Ticket>();
    Rows.all(connection, row -> newest.put(row.getString("uid"), ticket(row)), query);
    return newest;
  }

  /** By uid. */
  static Map<String, String> statuses(
      Collection<String> uids, Statements statements, Dialect dialect) throws SQLException {
    var newest = new HashMap<String, String>();
    if (uids.isEmpty()) {
      return newest;
    }
    var find =
        statements.of(
            "SELECT t.uid, "
                + STATUS
                + " AS status FROM ticket t WHERE "
                + dialect.isOneOf("t.uid")
                + NEWEST_LAST);
    dialect.bindTexts(find, 1, uids);
    try (var rows = find.executeQuery()) {
      while (rows.next()) {
        newest.put(rows.getString("uid"), rows.getString("status"));
      }
    }
    return newest;
  }

  private static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        row.getString("target"),
        row.getString("route"),
        row.getString("ticket"),
        row.getString("url"),
        row.getString("status"),
        row.getString("what"),
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
