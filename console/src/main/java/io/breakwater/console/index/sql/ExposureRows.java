// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import io.breakwater.console.index.query.Exposure;
import io.breakwater.console.index.record.Trait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exposures as pages show them; what several rows have in common is read once for all of them. */
final class ExposureRows {
  private static final String SELECT =
      "SELECT e.uid, e.open, e.replay, e.episode, e.severity_id, e.status_id, h.title, h.type,"
          + " h.rule, e.account, e.region, e.resource_type, e.resource_uid, e.resource_name,"
          + " e.signals, e.owner, e.trait_set, e.opened, e.changed, e.closed_after, e.said FROM ";
  private static final String TRAITS =
      "SELECT set_id, uid, category, name, contributing FROM exposure_trait WHERE ";

  private ExposureRows() {}

  /** An exposure, with the place of the record that says what it is now. */
  record Found(Exposure exposure, String said) {}

  /**
   * @param from a table or query that has the columns of exposures
   * @param rest of the statement, where {@code e} is an exposure and {@code h} its heading
   */
  static List<Found> of(Connection connection, String from, String rest, List<Object> parameters)
      throws SQLException {
    var query =
        new Fragment(SELECT + from + " e JOIN heading h ON h.id = e.heading_id" + rest, parameters);
    var bare = Rows.all(connection, ExposureRows::bare, query);
    var traits = traits(connection, bare.stream().map(Bare::traitSet).distinct().toList());
    var tickets =
        Tickets.newest(connection, bare.stream().map(row -> row.exposure().uid()).toList());
    return bare.stream()
        .map(
            row ->
                new Found(
                    row.exposure()
                        .with(
                            traits.getOrDefault(row.traitSet(), List.of()),
                            Optional.ofNullable(tickets.get(row.exposure().uid()))),
                    row.said()))
        .toList();
  }

  private record Bare(Exposure exposure, long traitSet, String said) {}

  private static Map<Long, List<Trait>> traits(Connection connection, List<Long> sets)
      throws SQLException {
    var is = Fragment.isOneOf("set_id", sets);
    var traits = new HashMap<Long, List<Trait>>();
    Rows.all(
        connection,
        row ->
            traits
                .computeIfAbsent(row.getLong("set_id"), any -> new ArrayList<>())
                .add(
                    new Trait(
                        row.getString("uid"),
                        row.getString("category"),
                        row.getString("name"),
                        row.getInt("contributing") == 1)),
        new Fragment(TRAITS + is.sql() + " ORDER BY set_id, place", is.parameters()));
    return traits;
  }

  private static Bare bare(ResultSet row) throws SQLException {
    long closedAfter = row.getLong("closed_after");
    Optional<Duration> openFor =
        row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(closedAfter));
    var exposure =
        new Exposure(
            row.getString("uid"),
            row.getInt("open") == 1,
            row.getInt("replay") == 1,
            row.getInt("episode"),
            Severity.of(row.getInt("severity_id")),
            Status.of(row.getInt("status_id")),
            row.getString("title"),
            row.getString("type"),
            row.getString("rule"),
            row.getString("account"),
            row.getString("region"),
            row.getString("resource_type"),
            row.getString("resource_uid"),
            row.getString("resource_name"),
            row.getInt("signals"),
            row.getString("owner"),
            List.of(),
            Optional.empty(),
            Instant.ofEpochMilli(row.getLong("opened")),
            Instant.ofEpochMilli(row.getLong("changed")),
            openFor);
    return new Bare(exposure, row.getLong("trait_set"), row.getString("said"));
  }
}
