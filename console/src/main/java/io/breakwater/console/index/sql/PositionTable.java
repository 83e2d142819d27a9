// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Applied;
import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.Place;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How far each shard is read, and what became of its records. */
final class PositionTable {
  private static final String FIND = "SELECT sequence FROM position WHERE stream = ? AND shard = ?";
  private static final String OF_STREAM = "SELECT shard, sequence FROM position WHERE stream = ?";
  private static final String PUT =
      "INSERT INTO position (stream, shard, sequence) VALUES (?, ?, ?)"
          + " ON CONFLICT (stream, shard) DO UPDATE SET sequence = excluded.sequence";
  private static final String COUNT =
      "INSERT INTO outcome (stream, outcome, records) VALUES (?, ?, ?)"
          + " ON CONFLICT (stream, outcome)"
          + " DO UPDATE SET records = outcome.records + excluded.records";

  private final Statements statements;
  private final Map<Shard, Optional<Sequence>> reached = new HashMap<>();
  private final Map<Shard, Sequence> reaches = new HashMap<>();
  private final Set<Place> seen = new HashSet<>();
  private final Map<RecordStream, Applied> outcomes = new EnumMap<>(RecordStream.class);

  PositionTable(Statements statements) {
    this.statements = statements;
  }

  private record Shard(RecordStream stream, String name) {}

  static Map<String, Sequence> reached(Connection connection, RecordStream stream)
      throws SQLException {
    var reached = new TreeMap<String, Sequence>();
    try (var statement = connection.prepareStatement(OF_STREAM)) {
      Parameters.bind(statement, stream.id());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          reached.put(rows.getString("shard"), Sequence.ofKey(rows.getString("sequence")));
        }
      }
    }
    return reached;
  }

  /** Whether the record was not there yet; from now on it is. */
  boolean isNew(Place place) throws SQLException {
    var shard = new Shard(place.stream(), place.shard());
    var mark = reached.get(shard);
    if (mark == null) {
      mark = find(shard);
      reached.put(shard, mark);
    }
    if (mark.isPresent() && place.sequence().compareTo(mark.get()) <= 0) {
      return false;
    }
    reaches.merge(shard, place.sequence(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
    return seen.add(place);
  }

  private Optional<Sequence> find(Shard shard) throws SQLException {
    var statement = statements.of(FIND);
    Parameters.bind(statement, shard.stream().id(), shard.name());
    try (var rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(Sequence.ofKey(rows.getString("sequence")))
          : Optional.empty();
    }
  }

  /** What was repeated is not counted: how often that happens says nothing of the streams. */
  void count(RecordStream stream, Outcome outcome) {
    outcomes.computeIfAbsent(stream, any -> new Applied()).count(outcome);
  }

  void write() throws SQLException {
    for (var shard : reaches.entrySet()) {
      statements.add(
          PUT, shard.getKey().stream().id(), shard.getKey().name(), shard.getValue().key());
    }
    statements.send(PUT);
    for (var stream : outcomes.entrySet()) {
      for (var outcome : Outcome.values()) {
        if (stream.getValue().of(outcome) > 0) {
          statements.add(
              COUNT, stream.getKey().id(), outcome.name(), stream.getValue().of(outcome));
        }
      }
    }
    statements.send(COUNT);
  }
}
