// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Retention;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Deletes what is too old, a small batch at a time, so that the writer is never kept for long. */
final class Forgetting implements AutoCloseable {
  private static final int BATCH = 500;
  private static final long HOURS_OF_DAY = 24;

  private static final String EXPOSURES =
      "SELECT id, uid FROM exposure WHERE open = 0 AND changed < ? ORDER BY changed, uid LIMIT ?";
  private static final String CERTIFICATES =
      "SELECT id, uid FROM certificate WHERE open = 0 AND changed < ?"
          + " ORDER BY changed, uid LIMIT ?";
  private static final List<String> OF_ANY =
      List.of(
          "DELETE FROM revision WHERE uid = ?",
          "DELETE FROM ticket WHERE uid = ?",
          "DELETE FROM report WHERE uid = ?");
  private static final String ANSWERS_ABOUT = "DELETE FROM action_answer WHERE exposure = ?";
  private static final List<String> OF_EXPOSURE =
      List.of(
          "DELETE FROM exposure_resource WHERE exposure_id = ?",
          "DELETE FROM exposure_vulnerability WHERE exposure_id = ?",
          "DELETE FROM exposure_tag WHERE exposure_id = ?",
          "DELETE FROM exposure WHERE id = ?");
  private static final String OF_CERTIFICATE = "DELETE FROM certificate WHERE id = ?";

  private static final int FORGOTTEN_KEPT = 50_000;
  private static final String ADD_FORGOTTEN =
      "INSERT INTO forgotten (number, exposure_id) VALUES (?, ?)";
  private static final String OLD_FORGOTTEN =
      "SELECT number FROM forgotten ORDER BY number DESC LIMIT 1 OFFSET ?";
  private static final String TRIM_FORGOTTEN = "DELETE FROM forgotten WHERE number <= ?";
  private static final String FLOOR = "SELECT value FROM counter WHERE name = 'forgotten'";
  private static final String PUT_FLOOR =
      "INSERT INTO counter (name, value) VALUES ('forgotten', ?)"
          + " ON CONFLICT (name) DO UPDATE SET value = excluded.value";

  private static final String LETTERS =
      "DELETE FROM dead_letter WHERE number IN ("
          + "SELECT number FROM dead_letter WHERE number <= ("
          + "SELECT number FROM dead_letter WHERE stream = ?"
          + " ORDER BY number DESC LIMIT 1 OFFSET ?) AND stream = ? ORDER BY number LIMIT ?)";
  private static final String BROKEN =
      "DELETE FROM broken WHERE number IN ("
          + "SELECT number FROM broken WHERE number <= ("
          + "SELECT number FROM broken WHERE stream = ?"
          + " ORDER BY number DESC LIMIT 1 OFFSET ?) AND stream = ? ORDER BY number LIMIT ?)";

  private static final List<String> ANSWERS = List.of("action_answer", "rule_answer");
  private static final String OLD_ANSWERS =
      "DELETE FROM %1$s WHERE uid IN ("
          + "SELECT uid FROM %1$s WHERE at < ? ORDER BY at, uid LIMIT ?)";
  private static final String TOO_MANY_ANSWERS =
      "DELETE FROM %1$s WHERE uid IN ("
          + "SELECT uid FROM %1$s ORDER BY at DESC, uid DESC LIMIT ? OFFSET ?)";

  /** Hours become days, which stand at their first hour, and days become one sum at hour 0. */
  private static final String ROLL_UP =
      "INSERT INTO trend (kind, hour, severity_id, opened, closed, net)"
          + " SELECT kind, step, severity_id, SUM(opened), SUM(closed), SUM(net) FROM ("
          + "SELECT kind, CASE WHEN hour < ? THEN 0 ELSE hour - hour % 24 END AS step,"
          + " severity_id, opened, closed, net FROM trend"
          + " WHERE (hour >= ? AND hour < ? AND hour % 24 <> 0) OR (hour > 0 AND hour < ?)) old"
          + " WHERE 1 = 1 GROUP BY kind, step, severity_id"
          + " ON CONFLICT (kind, hour, severity_id) DO UPDATE SET"
          + " opened = trend.opened + excluded.opened,"
          + " closed = trend.closed + excluded.closed,"
          + " net = trend.net + excluded.net";

  private static final String ROLLED_UP =
      "DELETE FROM trend"
          + " WHERE (hour >= ? AND hour < ? AND hour % 24 <> 0) OR (hour > 0 AND hour < ?)";
  private static final String DURATIONS = "DELETE FROM duration WHERE day < ?";

  private final Statements statements;
  private final Dialect dialect;
  private final ResourceTable resources;
  private final ChangeNumbers changes;

  Forgetting(Connection connection, Dialect dialect) {
    this.statements = new Statements(connection);
    this.dialect = dialect;
    this.resources = new ResourceTable(statements);
    this.changes = new ChangeNumbers(statements);
  }

  int forget(Retention retention, Instant now) throws SQLException {
    long closedBefore = now.minus(retention.closed()).toEpochMilli();
    int forgotten = exposures(closedBefore) + certificates(closedBefore);
    for (var stream : RecordStream.values()) {
      forgotten += letters(LETTERS, stream, retention.records());
      forgotten += letters(BROKEN, stream, retention.records());
    }
    for (var table : ANSWERS) {
      forgotten += answers(table, retention, now);
    }
    return forgotten + rollUp(retention, now);
  }

  private int exposures(long before) throws SQLException {
    var old = find(EXPOSURES, before);
    long number = old.isEmpty() ? 0 : changes.next();
    for (var exposure : old) {
      statements.add(ADD_FORGOTTEN, number, exposure.id());
      resources.leave(exposure.id());
      for (var sql : OF_ANY) {
        statements.add(sql, exposure.uid());
      }
      statements.add(ANSWERS_ABOUT, exposure.uid());
      for (var sql : OF_EXPOSURE) {
        statements.add(sql, exposure.id());
      }
      statements.add(dialect.removeWords(), exposure.id());
    }
    send(OF_ANY);
    statements.send(ANSWERS_ABOUT);
    send(OF_EXPOSURE);
    statements.send(dialect.removeWords());
    resources.send();
    statements.send(ADD_FORGOTTEN);
    trimForgotten();
    changes.write();
    return old.size();
  }

  /** The last number of those of which it is not known any more which exposures went. */
  static long floor(Connection connection) throws SQLException {
    return Rows.first(connection, row -> row.getLong("value"), FLOOR).orElse(0L);
  }

  private void trimForgotten() throws SQLException {
    var find = statements.of(OLD_FORGOTTEN);
    Parameters.bind(find, FORGOTTEN_KEPT);
    try (var rows = find.executeQuery()) {
      if (!rows.next()) {
        return;
      }
      long number = rows.getLong("number");
      statements.add(PUT_FLOOR, number);
      statements.send(PUT_FLOOR);
      statements.add(TRIM_FORGOTTEN, number);
      statements.send(TRIM_FORGOTTEN);
    }
  }

  private int certificates(long before) throws SQLException {
    var old = find(CERTIFICATES, before);
    for (var certificate : old) {
      for (var sql : OF_ANY) {
        statements.add(sql, certificate.uid());
      }
      statements.add(OF_CERTIFICATE, certificate.id());
    }
    send(OF_ANY);
    statements.send(OF_CERTIFICATE);
    return old.size();
  }

  private void send(List<String> all) throws SQLException {
    for (var sql : all) {
      statements.send(sql);
    }
  }

  private record Old(long id, String uid) {}

  private List<Old> find(String sql, long before) throws SQLException {
    var statement = statements.of(sql);
    Parameters.bind(statement, before, BATCH);
    var found = new ArrayList<Old>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(new Old(rows.getLong("id"), rows.getString("uid")));
      }
    }
    return found;
  }

  private int letters(String sql, RecordStream stream, int kept) throws SQLException {
    var statement = statements.of(sql);
    Parameters.bind(statement, stream.id(), kept, stream.id(), BATCH);
    return statement.executeUpdate();
  }

  private int answers(String table, Retention retention, Instant now) throws SQLException {
    var old = statements.of(OLD_ANSWERS.formatted(table));
    Parameters.bind(old, now.minus(retention.answers()).toEpochMilli(), BATCH);
    int gone = old.executeUpdate();
    var tooMany = statements.of(TOO_MANY_ANSWERS.formatted(table));
    Parameters.bind(tooMany, BATCH, retention.records());
    return gone + tooMany.executeUpdate();
  }

  private int rollUp(Retention retention, Instant now) throws SQLException {
    long hourly = dayOf(now.minus(retention.hourly())) * HOURS_OF_DAY;
    long daily = Math.max(1, dayOf(now.minus(retention.daily())) * HOURS_OF_DAY);
    var rollUp = statements.of(ROLL_UP);
    Parameters.bind(rollUp, daily, daily, hourly, daily);
    rollUp.executeUpdate();
    var rolledUp = statements.of(ROLLED_UP);
    Parameters.bind(rolledUp, daily, hourly, daily);
    int gone = rolledUp.executeUpdate();
    var durations = statements.of(DURATIONS);
    Parameters.bind(durations, dayOf(now.minus(retention.daily())));
    return gone + durations.executeUpdate();
  }

  private static long dayOf(Instant instant) {
    return Math.floorDiv(instant.toEpochMilli(), 86_400_000L);
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }
}
