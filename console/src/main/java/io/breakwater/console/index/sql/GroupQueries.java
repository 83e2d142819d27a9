// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.query.Count;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Group;
import io.breakwater.console.index.query.Risk;
import io.breakwater.console.index.query.Selection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exposures counted by what they have in common. */
final class GroupQueries {
  /** Counted once, and before it is joined: left alone, a planner may count for each joined row. */
  private static final String RAW = "WITH raw AS MATERIALIZED (SELECT ";

  private static final String SUMS =
      " COUNT(*) AS n, SUM(CASE WHEN e.severity_id = 5 THEN 1 ELSE 0 END) AS critical,"
          + " MAX(e.severity_id) AS worst, MAX(e.changed) AS latest FROM exposure e WHERE ";
  private static final String SUMS_OF_SUMS =
      " SUM(n) AS n, SUM(critical) AS critical, MAX(worst) AS worst, MAX(latest) AS latest";
  private static final String RISKS =
      "SELECT h.title, SUM(n) AS n, SUM(critical) AS critical, MAX(worst) AS worst,"
          + " MAX(latest) AS latest FROM (SELECT e.heading_id,"
          + SUMS
          + "e.open = 1 GROUP BY e.heading_id) raw JOIN heading h ON h.id = raw.heading_id"
          + " GROUP BY h.title ORDER BY ";

  private final Dialect dialect;
  private final Where where;

  GroupQueries(Dialect dialect, Where where) {
    this.dialect = dialect;
    this.where = where;
  }

  List<Count> facet(Connection connection, Selection selection, Field field, int limit)
      throws SQLException {
    var dimension = Dimension.of(field);
    var condition = where.of(selection.with(selection.filter().without(field)));
    var parameters = new ArrayList<>(condition.parameters());
    parameters.add(limit);
    var sql =
        RAW
            + dimension.column()
            + " AS r, COUNT(*) AS n FROM exposure e WHERE "
            + condition.sql()
            + " GROUP BY "
            + grouping(dimension, selection)
            + ") SELECT k, SUM(n) AS n FROM (SELECT "
            + dimension.value("raw.r", 1)
            + " AS k, raw.n AS n FROM raw"
            + dimension.join("raw.r", 1)
            + ") named GROUP BY k ORDER BY n DESC, k LIMIT ?";
    return Rows.all(
        connection,
        row -> new Count(dimension.word(row.getString("k")), row.getLong("n")),
        new Fragment(sql, parameters));
  }

  List<Group> groups(
      Connection connection, Selection selection, Field by, Optional<Field> then, int limit)
      throws SQLException {
    var outer = Dimension.of(by);
    var firsts = firstLevel(connection, selection, outer, limit);
    if (then.isEmpty() || firsts.isEmpty()) {
      return firsts.values().stream().toList();
    }
    var within =
        secondLevel(connection, selection, outer, Dimension.of(then.get()), firsts.keySet(), limit);
    return firsts.entrySet().stream()
        .map(first -> with(first.getValue(), within.getOrDefault(first.getKey(), List.of())))
        .toList();
  }

  private static Group with(Group group, List<Group> within) {
    return new Group(
        group.value(), group.exposures(), group.critical(), group.worst(), group.latest(), within);
  }

  /** Each index to group by has the severity as well, and nothing else that is filtered by. */
  private String grouping(Dimension by, Selection selection) {
    boolean indexed =
        selection.search().isEmpty()
            && EnumSet.of(by.field(), Field.SEVERITY).containsAll(selection.filter().fields());
    return indexed ? by.column() : dialect.inNoOrder(by.column());
  }

  /** By the value as the store has it. */
  private Map<String, Group> firstLevel(
      Connection connection, Selection selection, Dimension by, int limit) throws SQLException {
    var condition = where.of(selection);
    var parameters = new ArrayList<>(condition.parameters());
    parameters.add(limit);
    var sql =
        RAW
            + by.column()
            + " AS r,"
            + SUMS
            + condition.sql()
            + " GROUP BY "
            + grouping(by, selection)
            + ") SELECT "
            + by.value("raw.r", 1)
            + " AS k,"
            + SUMS_OF_SUMS
            + " FROM raw"
            + by.join("raw.r", 1)
            + " GROUP BY 1 ORDER BY 4 DESC, 2 DESC, 1 LIMIT ?";
    var groups = new LinkedHashMap<String, Group>();
    for (var row : Rows.all(connection, GroupQueries::level, new Fragment(sql, parameters))) {
      groups.put(row.value(), row.group(by));
    }
    return groups;
  }

  private Map<String, List<Group>> secondLevel(
      Connection connection,
      Selection selection,
      Dimension by,
      Dimension then,
      Iterable<String> firsts,
      int limit)
      throws SQLException {
    var condition = where.of(selection);
    var sql =
        RAW
            + by.column()
            + " AS r1, "
            + then.column()
            + " AS r2,"
            + SUMS
            + condition.sql()
            + " GROUP BY 1, 2) SELECT k1, k, n, critical, worst, latest"
            + " FROM (SELECT k1, k, n, critical, worst, latest,"
            + " ROW_NUMBER() OVER (PARTITION BY k1 ORDER BY worst DESC, n DESC, k) AS place"
            + " FROM (SELECT "
            + by.value("raw.r1", 1)
            + " AS k1, "
            + then.value("raw.r2", 2)
            + " AS k,"
            + SUMS_OF_SUMS
            + " FROM raw"
            + by.join("raw.r1", 1)
            + then.join("raw.r2", 2)
            + " GROUP BY 1, 2) named WHERE "
            + dialect.isOneOf("k1")
            + ") ranked WHERE place <= ? ORDER BY k1, place";
    var groups = new LinkedHashMap<String, List<Group>>();
    try (var statement = connection.prepareStatement(sql)) {
      Parameters.bind(statement, condition.parameters());
      int next = condition.parameters().size() + 1;
      var values = new ArrayList<String>();
      firsts.forEach(values::add);
      dialect.bindTexts(statement, next, values);
      statement.setInt(next + 1, limit);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          groups
              .computeIfAbsent(rows.getString("k1"), any -> new ArrayList<>())
              .add(level(rows).group(then));
        }
      }
    }
    return groups;
  }

  private record Level(String value, long n, long critical, int worst, long latest) {
    Group group(Dimension by) {
      return new Group(
          by.word(value), n, critical, Severity.of(worst), Instant.ofEpochMilli(latest), List.of());
    }
  }

  private static Level level(ResultSet row) throws SQLException {
    return new Level(
        row.getString("k"),
        row.getLong("n"),
        row.getLong("critical"),
        row.getInt("worst"),
        row.getLong("latest"));
  }

  List<Risk> risks(Connection connection, Risk.Order order, int limit) throws SQLException {
    var by =
        order == Risk.Order.MOST_CRITICAL
            ? "critical DESC, worst DESC, latest DESC, h.title"
            : "worst DESC, latest DESC, h.title";
    return Rows.all(
        connection,
        row ->
            new Risk(
                row.getString("title"),
                row.getLong("n"),
                row.getLong("critical"),
                Severity.of(row.getInt("worst")),
                Instant.ofEpochMilli(row.getLong("latest"))),
        RISKS + by + " LIMIT ?",
        limit);
  }
}
