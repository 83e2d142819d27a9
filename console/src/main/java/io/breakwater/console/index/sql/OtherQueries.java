// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import io.breakwater.console.index.query.Certificate;
import io.breakwater.console.index.query.DeadLetter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Certificates, and what could not be read. */
final class OtherQueries {
  private static final String CERTIFICATES =
      "SELECT uid, open, replay, severity_id, status_id, title, common_name, expires, state,"
          + " origin, in_use, account, region, resource_uid, changed FROM certificate"
          + " WHERE open = 1 ORDER BY CASE WHEN expires IS NULL THEN 1 ELSE 0 END, expires, uid"
          + " LIMIT ?";
  private static final String LETTERS =
      "SELECT stream, id, reason, detail, origin, size, raw FROM dead_letter WHERE chunk = 0"
          + " ORDER BY number DESC LIMIT ?";
  private static final String BROKEN =
      "SELECT stream, shard, sequence, reason, detail, raw FROM broken"
          + " ORDER BY number DESC LIMIT ?";

  List<Certificate> certificates(Connection connection, int limit) throws SQLException {
    return Rows.all(connection, OtherQueries::certificate, CERTIFICATES, limit);
  }

  private static Certificate certificate(ResultSet row) throws SQLException {
    long millis = row.getLong("expires");
    Optional<Instant> expires =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    return new Certificate(
        row.getString("uid"),
        row.getInt("open") == 1,
        row.getInt("replay") == 1,
        Severity.of(row.getInt("severity_id")),
        Status.of(row.getInt("status_id")),
        row.getString("title"),
        row.getString("common_name"),
        expires,
        row.getString("state"),
        row.getString("origin"),
        row.getInt("in_use") == 1,
        row.getString("account"),
        row.getString("region"),
        row.getString("resource_uid"),
        Instant.ofEpochMilli(row.getLong("changed")));
  }

  List<DeadLetter> letters(Connection connection, int limit) throws SQLException {
    return Rows.all(
        connection,
        row ->
            new DeadLetter(
                row.getString("stream"),
                row.getString("id"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("origin"),
                row.getLong("size"),
                row.getBytes("raw")),
        LETTERS,
        limit);
  }

  List<DeadLetter> broken(Connection connection, int limit) throws SQLException {
    return Rows.all(
        connection,
        row -> {
          var raw = row.getBytes("raw");
          return new DeadLetter(
              row.getString("stream"),
              row.getString("shard") + "#" + Sequence.ofKey(row.getString("sequence")),
              row.getString("reason"),
              row.getString("detail"),
              row.getString("shard"),
              raw.length,
              raw);
        },
        BROKEN,
        limit);
  }
}
