// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Place;
import io.breakwater.console.index.record.Letter;
import java.sql.SQLException;

/** What could not be read: by the jobs, and by the index itself. */
final class LetterTables {
  private static final String ADD =
      "INSERT INTO dead_letter (number, stream, id, chunk, chunks, reason, detail, version, origin,"
          + " place, size, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (stream, id, chunk) DO NOTHING";
  private static final String ADD_BROKEN =
      "INSERT INTO broken (number, stream, shard, sequence, reason, detail, raw)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (stream, shard, sequence) DO NOTHING";

  private final Statements statements;
  private long lastLetter = -1;
  private long lastBroken = -1;

  LetterTables(Statements statements) {
    this.statements = statements;
  }

  void add(Place place, Letter letter) throws SQLException {
    lastLetter = lastLetter < 0 ? last("dead_letter") : lastLetter;
    statements.add(
        ADD,
        ++lastLetter,
        place.stream().id(),
        letter.id(),
        letter.chunk(),
        letter.chunks(),
        letter.reason(),
        letter.detail(),
        letter.version(),
        letter.origin(),
        letter.offset(),
        letter.size(),
        letter.raw());
  }

  void add(Parsed.Broken broken) throws SQLException {
    lastBroken = lastBroken < 0 ? last("broken") : lastBroken;
    statements.add(
        ADD_BROKEN,
        ++lastBroken,
        broken.place().stream().id(),
        broken.place().shard(),
        broken.place().sequence().key(),
        broken.reason(),
        broken.detail(),
        broken.record().bytes());
  }

  private long last(String table) throws SQLException {
    try (var rows =
        statements.of("SELECT COALESCE(MAX(number), 0) AS number FROM " + table).executeQuery()) {
      rows.next();
      return rows.getLong("number");
    }
  }

  void write() throws SQLException {
    statements.send(ADD);
    statements.send(ADD_BROKEN);
  }
}
