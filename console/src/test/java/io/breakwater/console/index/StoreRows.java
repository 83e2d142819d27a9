// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static java.util.Map.entry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All rows of a store as lines. Numbers that the store gave are replaced by what they stand for, as
 * they depend on the order in which streams were read among each other.
 */
public final class StoreRows {
  private static final String EXPOSURE = "(SELECT uid FROM exposure e WHERE e.id = t.%s)";
  private static final String HEADING =
      "(SELECT title || '|' || type || '|' || rule FROM heading h WHERE h.id = t.heading_id)";
  private static final String TRAITS = "(SELECT digest FROM trait_set s WHERE s.id = t.%s)";
  private static final String SOURCES =
      "(SELECT digest FROM source_set s WHERE s.id = t.source_set)";
  private static final String KINDS = "(SELECT digest FROM kind_set s WHERE s.id = t.%s)";
  private static final String SOURCES_OF =
      "(SELECT digest FROM source_set s WHERE s.id = t.set_id)";

  private static final int ROWS_AT_ONCE = 1_000;

  /** How many changes there were depends on how the streams were cut into batches. */
  private static final String UNNUMBERED = "0 AS change_number, '' AS change_what";

  private static final List<String> PLAIN =
      List.of(
          "position",
          "outcome",
          "revision",
          "ticket",
          "report",
          "trend",
          "duration",
          "heard",
          "action_answer",
          "rule_answer",
          "resource");

  /** The rest: each table with its numbers in words. */
  private static final Map<String, String> QUERIES =
      Map.ofEntries(
          entry(
              "exposure",
              "SELECT t.*, 0 AS id, "
                  + UNNUMBERED
                  + ", "
                  + SOURCES
                  + " AS source_set, "
                  + KINDS.formatted("kind_set")
                  + " AS kind_set, "
                  + HEADING
                  + " AS heading_id, "
                  + TRAITS.formatted("trait_set")
                  + " AS trait_set FROM exposure t"),
          entry("certificate", "SELECT t.*, 0 AS id, " + UNNUMBERED + " FROM certificate t"),
          entry("heading", "SELECT title, type, rule FROM heading t"),
          entry(
              "exposure_trait",
              "SELECT t.*, " + TRAITS.formatted("set_id") + " AS set_id FROM exposure_trait t"),
          entry(
              "exposure_source", "SELECT t.*, " + SOURCES_OF + " AS set_id FROM exposure_source t"),
          entry(
              "exposure_kind",
              "SELECT t.*, " + KINDS.formatted("set_id") + " AS set_id FROM exposure_kind t"),
          entry(
              "exposure_tag",
              "SELECT t.*, "
                  + EXPOSURE.formatted("exposure_id")
                  + " AS exposure_id FROM exposure_tag t"),
          entry(
              "exposure_resource",
              "SELECT t.*, "
                  + EXPOSURE.formatted("exposure_id")
                  + " AS exposure_id"
                  + " FROM exposure_resource t"),
          entry(
              "exposure_vulnerability",
              "SELECT t.*, "
                  + EXPOSURE.formatted("exposure_id")
                  + " AS exposure_id"
                  + " FROM exposure_vulnerability t"),
          entry("dead_letter", "SELECT t.*, 0 AS number FROM dead_letter t"),
          entry("broken", "SELECT t.*, 0 AS number FROM broken t"));

  private StoreRows() {}

  /** In an order that does not depend on how they came in. */
  public static List<String> of(Connection connection) throws SQLException {
    var lines = new ArrayList<String>();
    for (var table : tables()) {
      forEach(connection, table, row -> lines.add(table + " " + row));
    }
    return lines.stream().sorted().toList();
  }

  static List<String> tables() {
    return Stream.concat(PLAIN.stream(), QUERIES.keySet().stream()).sorted().toList();
  }

  /** Row by row, in no order: also where they do not fit into memory. */
  static void forEach(Connection connection, String table, Consumer<String> each)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (var rows =
          statement.executeQuery(QUERIES.getOrDefault(table, "SELECT * FROM " + table))) {
        while (rows.next()) {
          each.accept(line(rows));
        }
      }
    }
  }

  /** Of two columns with one name the later one. */
  private static String line(ResultSet row) throws SQLException {
    var values = new TreeMap<String, String>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      var value = row.getObject(i);
      values.put(
          row.getMetaData().getColumnLabel(i),
          value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
    }
    return values.toString();
  }
}
