// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.Severity;
import io.breakwater.console.index.query.ExposureDetail.Past;
import io.breakwater.console.index.query.ExposureDetail.Told;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is kept of the past of an exposure or an alert. */
final class History {
  private static final String BODY = "SELECT body FROM revision WHERE uid = ? AND sequence = ?";
  private static final String PAST =
      "SELECT sequence, revision_uid, activity, time, severity_id, replay, outcome FROM revision"
          + " WHERE uid = ? ORDER BY sequence DESC";
  private static final String REPORTS =
      "SELECT what, only_said, target, route, detail, who, at FROM report WHERE uid = ?"
          + " ORDER BY sequence DESC, shard LIMIT 200";

  private static final String RECORDS =
      "SELECT r.body FROM exposure e JOIN revision r ON r.uid = e.uid AND r.sequence = e.said"
          + " WHERE ";

  private History() {}

  /** The record of a revision as it came. */
  static Optional<String> body(Connection connection, String uid, String sequence)
      throws SQLException {
    return Rows.first(connection, row -> Body.text(row.getBytes("body")), BODY, uid, sequence);
  }

  /** The records that say what some exposures are now. */
  static List<String> records(Connection connection, List<String> uids) throws SQLException {
    var is = Fragment.isOneOf("e.uid", uids);
    return Rows.all(
        connection,
        row -> Body.text(row.getBytes("body")),
        new Fragment(RECORDS + is.sql(), is.parameters()));
  }

  /** The latest first. */
  static List<Past> revisions(Connection connection, String uid) throws SQLException {
    return Rows.all(connection, History::past, PAST, uid);
  }

  /** What the response job did, the latest first. */
  static List<Told> reports(Connection connection, String uid) throws SQLException {
    return Rows.all(connection, History::told, REPORTS, uid);
  }

  private static Past past(ResultSet row) throws SQLException {
    return new Past(
        Sequence.ofKey(row.getString("sequence")),
        row.getString("revision_uid"),
        row.getString("activity"),
        Instant.ofEpochMilli(row.getLong("time")),
        Severity.of(row.getInt("severity_id")),
        row.getInt("replay") == 1,
        Outcome.valueOf(row.getString("outcome")));
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getString("what"),
        row.getInt("only_said") == 1,
        row.getString("target"),
        row.getString("route"),
        row.getString("detail"),
        row.getString("who"),
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
