// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import io.breakwater.console.index.query.Certificate;
import io.breakwater.console.index.query.CertificateDetail;
import io.breakwater.console.index.query.CertificatePage;
import io.breakwater.console.index.query.CertificatePage.Cursor;
import io.breakwater.console.index.query.CertificateSelection;
import io.breakwater.console.index.query.Selection.State;
import io.breakwater.console.index.query.Ticket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Alerts about certificates. */
final class CertificateQueries {
  private static final String COLUMNS =
      "SELECT uid, open, replay, severity_id, status_id, title, common_name, expires, state,"
          + " origin, in_use, exported, validity_days, renewal_days, silent_since, account, region,"
          + " resource_uid, opened, changed, said FROM certificate"
          + " WHERE ";
  private static final String EXPIRES = "COALESCE(expires, " + Long.MAX_VALUE + ")";

  private CertificateQueries() {}

  static CertificatePage page(
      Connection connection, CertificateSelection selection, Optional<Cursor> after, int limit)
      throws SQLException {
    var parts = new ArrayList<Fragment>();
    parts.add(where(selection));
    after.ifPresent(
        last ->
            parts.add(Fragment.of("(" + EXPIRES + ", uid) > (?, ?)", last.expires(), last.uid())));
    var where = Fragment.all(parts);
    var parameters = new ArrayList<>(where.parameters());
    parameters.add(limit + 1);
    var found =
        read(
            connection,
            new Fragment(
                COLUMNS + where.sql() + " ORDER BY " + EXPIRES + ", uid LIMIT ?", parameters));
    var certificates = found.stream().limit(limit).map(Found::certificate).toList();
    return new CertificatePage(
        certificates,
        found.size() > limit ? Optional.of(cursor(certificates.get(limit - 1))) : Optional.empty());
  }

  private static Cursor cursor(Certificate last) {
    return new Cursor(last.expires().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE), last.uid());
  }

  private static Fragment where(CertificateSelection selection) {
    var parts = new ArrayList<Fragment>();
    if (selection.state() != State.EITHER) {
      parts.add(Fragment.of("open = " + (selection.state() == State.OPEN ? 1 : 0)));
    }
    selection.stage().ifPresent(stage -> parts.add(Fragment.of("state = ?", stage)));
    selection.account().ifPresent(account -> parts.add(Fragment.of("account = ?", account)));
    selection
        .expiresBefore()
        .ifPresent(end -> parts.add(Fragment.of("expires < ?", end.toEpochMilli())));
    if (!selection.search().isBlank()) {
      parts.add(
          Fragment.any(
              List.of("common_name", "title", "resource_uid").stream()
                  .map(column -> Like.contains(column, selection.search().strip()))
                  .toList()));
    }
    return Fragment.all(parts);
  }

  static Optional<CertificateDetail> detail(Connection connection, String uid) throws SQLException {
    var found = read(connection, Fragment.of(COLUMNS + "uid = ?", uid));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CertificateDetail(
            found.get(0).certificate(),
            History.body(connection, uid, found.get(0).said()).orElseThrow(),
            History.revisions(connection, uid),
            Tickets.of(connection, uid),
            History.reports(connection, uid)));
  }

  /** An alert, with the place of the record that says what it is now. */
  private record Found(Certificate certificate, String said) {}

  private static List<Found> read(Connection connection, Fragment query) throws SQLException {
    var uids = Rows.all(connection, row -> row.getString("uid"), query);
    var tickets = Tickets.newest(connection, uids);
    return Rows.all(
        connection,
        row ->
            new Found(
                certificate(row, Optional.ofNullable(tickets.get(row.getString("uid")))),
                row.getString("said")),
        query);
  }

  private static Certificate certificate(ResultSet row, Optional<Ticket> ticket)
      throws SQLException {
    return new Certificate(
        row.getString("uid"),
        row.getInt("open") == 1,
        row.getInt("replay") == 1,
        Severity.of(row.getInt("severity_id")),
        Status.of(row.getInt("status_id")),
        row.getString("title"),
        row.getString("common_name"),
        number(row, "expires").map(Instant::ofEpochMilli),
        row.getString("state"),
        row.getString("origin"),
        row.getInt("in_use") == 1,
        number(row, "exported").map(exported -> exported == 1),
        number(row, "validity_days").map(Math::toIntExact),
        number(row, "renewal_days").map(Math::toIntExact),
        number(row, "silent_since").map(Instant::ofEpochMilli),
        row.getString("account"),
        row.getString("region"),
        row.getString("resource_uid"),
        Instant.ofEpochMilli(row.getLong("opened")),
        Instant.ofEpochMilli(row.getLong("changed")),
        ticket);
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
