// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.query.DeadLetter;
import io.breakwater.console.index.query.LetterCount;
import io.breakwater.console.index.query.LetterSelection;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What could not be read. */
final class LetterQueries {
  private static final String COLUMNS =
      "SELECT number, stream, id, reason, detail, origin, size, raw FROM dead_letter WHERE ";
  private static final String COUNTS =
      "SELECT stream, reason, COUNT(*) AS n FROM %s GROUP BY stream, reason"
          + " ORDER BY n DESC, stream, reason";
  private static final String BROKEN =
      "SELECT number, stream, shard, sequence, reason, detail, raw FROM broken"
          + " ORDER BY number DESC LIMIT ?";

  private LetterQueries() {}

  static List<LetterCount> counts(Connection connection) throws SQLException {
    return counts(connection, "dead_letter WHERE chunk = 0");
  }

  static List<LetterCount> brokenCounts(Connection connection) throws SQLException {
    return counts(connection, "broken");
  }

  private static List<LetterCount> counts(Connection connection, String from) throws SQLException {
    return Rows.all(
        connection,
        row -> new LetterCount(row.getString("stream"), row.getString("reason"), row.getLong("n")),
        COUNTS.formatted(from));
  }

  static List<DeadLetter> letters(Connection connection, LetterSelection selection, int limit)
      throws SQLException {
    var parts = new ArrayList<Fragment>();
    parts.add(Fragment.of("chunk = 0"));
    selection.stream().ifPresent(stream -> parts.add(Fragment.of("stream = ?", stream.id())));
    selection.reason().ifPresent(reason -> parts.add(Fragment.of("reason = ?", reason)));
    selection.before().ifPresent(number -> parts.add(Fragment.of("number < ?", number)));
    var where = Fragment.all(parts);
    var parameters = new ArrayList<>(where.parameters());
    parameters.add(limit);
    return Rows.all(
        connection,
        row -> letter(row, row.getBytes("raw")),
        new Fragment(COLUMNS + where.sql() + " ORDER BY number DESC LIMIT ?", parameters));
  }

  /** With the bytes of all parts that are there, in their order. */
  static Optional<DeadLetter> letter(Connection connection, RecordStream stream, String id)
      throws SQLException {
    var raw = new ByteArrayOutputStream();
    var parts =
        Rows.all(
            connection,
            row -> {
              raw.writeBytes(row.getBytes("raw"));
              return letter(row, raw.toByteArray());
            },
            COLUMNS + "stream = ? AND id = ? ORDER BY chunk",
            stream.id(),
            id);
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1));
  }

  private static DeadLetter letter(ResultSet row, byte[] raw) throws SQLException {
    return new DeadLetter(
        row.getLong("number"),
        row.getString("stream"),
        row.getString("id"),
        row.getString("reason"),
        row.getString("detail"),
        row.getString("origin"),
        row.getLong("size"),
        raw);
  }

  static List<DeadLetter> broken(Connection connection, int limit) throws SQLException {
    return Rows.all(
        connection,
        row -> {
          var raw = row.getBytes("raw");
          return new DeadLetter(
              row.getLong("number"),
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
