// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import io.breakwater.console.index.query.Exposure;
import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.index.query.Page;
import io.breakwater.console.index.query.Page.Cursor;
import io.breakwater.console.index.query.Selection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exposures one by one: in pages, and each with its past. */
final class ExposureQueries {
  private static final String ROW =
      "SELECT e.uid, e.open, e.replay, e.episode, e.severity_id, e.status_id, h.title, h.type,"
          + " h.rule, e.account, e.region, e.resource_type, e.resource_uid, e.resource_name,"
          + " e.opened, e.changed, e.closed_after, e.said FROM ";
  private static final String ORDER = " ORDER BY e.severity_id DESC, e.changed DESC, e.uid DESC";
  private static final String BODY = "SELECT body FROM revision WHERE uid = ? AND sequence = ?";
  private static final String PAST =
      "SELECT sequence, revision_uid, activity, time, severity_id, replay, outcome FROM revision"
          + " WHERE uid = ? ORDER BY sequence DESC";
  private static final String TICKETS =
      "SELECT target, route, ticket, url, status, what, at FROM ticket WHERE uid = ?"
          + " ORDER BY target";
  private static final String REPORTS =
      "SELECT what, only_said, target, route, detail, who, at FROM report WHERE uid = ?"
          + " ORDER BY sequence DESC, shard LIMIT 200";

  private final Where where;

  ExposureQueries(Dialect dialect) {
    this.where = new Where(dialect);
  }

  /** The rows of a page are found by the index before anything is joined with them. */
  Page page(Connection connection, Selection selection, Optional<Cursor> after, int limit)
      throws SQLException {
    var condition = where.of(selection);
    if (after.isPresent()) {
      var last = after.get();
      condition =
          Fragment.all(
              List.of(
                  condition,
                  Fragment.of(
                      "(e.severity_id, e.changed, e.uid) < (?, ?, ?)",
                      last.severity(),
                      last.changed(),
                      last.uid())));
    }
    var parameters = new ArrayList<>(condition.parameters());
    parameters.add(limit + 1);
    var query =
        new Fragment(
            ROW
                + "(SELECT * FROM exposure e WHERE "
                + condition.sql()
                + ORDER
                + " LIMIT ?) e JOIN heading h ON h.id = e.heading_id"
                + ORDER,
            parameters);
    var found = Rows.all(connection, ExposureQueries::row, query);
    if (found.size() <= limit) {
      return new Page(found, Optional.empty());
    }
    var page = found.subList(0, limit);
    var last = page.get(limit - 1);
    return new Page(
        page,
        Optional.of(new Cursor(last.severity().id(), last.changed().toEpochMilli(), last.uid())));
  }

  long count(Connection connection, Selection selection) throws SQLException {
    var condition = where.of(selection);
    return Rows.all(
            connection,
            row -> row.getLong("n"),
            new Fragment(
                "SELECT COUNT(*) AS n FROM exposure e WHERE " + condition.sql(),
                condition.parameters()))
        .get(0);
  }

  Optional<ExposureDetail> detail(Connection connection, String uid) throws SQLException {
    var found =
        Rows.first(
            connection,
            row -> new Found(row(row), row.getString("said")),
            ROW + "exposure e JOIN heading h ON h.id = e.heading_id WHERE e.uid = ?",
            uid);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExposureDetail(
            found.get().exposure(),
            body(connection, uid, found.get().said()).orElseThrow(),
            Rows.all(connection, ExposureQueries::past, PAST, uid),
            Rows.all(connection, ExposureQueries::ticket, TICKETS, uid),
            Rows.all(connection, ExposureQueries::told, REPORTS, uid)));
  }

  private record Found(Exposure exposure, String said) {}

  Optional<String> body(Connection connection, String uid, String sequence) throws SQLException {
    return Rows.first(connection, row -> Body.text(row.getBytes("body")), BODY, uid, sequence);
  }

  private static Exposure row(ResultSet row) throws SQLException {
    long closedAfter = row.getLong("closed_after");
    Optional<Duration> openFor =
        row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(closedAfter));
    return new Exposure(
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
        Instant.ofEpochMilli(row.getLong("opened")),
        Instant.ofEpochMilli(row.getLong("changed")),
        openFor);
  }

  private static ExposureDetail.Past past(ResultSet row) throws SQLException {
    return new ExposureDetail.Past(
        Sequence.ofKey(row.getString("sequence")),
        row.getString("revision_uid"),
        row.getString("activity"),
        Instant.ofEpochMilli(row.getLong("time")),
        Severity.of(row.getInt("severity_id")),
        row.getInt("replay") == 1,
        Outcome.valueOf(row.getString("outcome")));
  }

  private static ExposureDetail.Ticket ticket(ResultSet row) throws SQLException {
    return new ExposureDetail.Ticket(
        row.getString("target"),
        row.getString("route"),
        row.getString("ticket"),
        row.getString("url"),
        row.getString("status"),
        row.getString("what"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  private static ExposureDetail.Told told(ResultSet row) throws SQLException {
    return new ExposureDetail.Told(
        row.getString("what"),
        row.getInt("only_said") == 1,
        row.getString("target"),
        row.getString("route"),
        row.getString("detail"),
        row.getString("who"),
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
