// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.index.query.Page;
import io.breakwater.console.index.query.Page.Cursor;
import io.breakwater.console.index.query.Selection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exposures one by one: in pages, and each with its past. */
final class ExposureQueries {
  private static final String ORDER = " ORDER BY e.severity_id DESC, e.changed DESC, e.uid DESC";

  private final Where where;

  ExposureQueries(Where where) {
    this.where = where;
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
    var found =
        ExposureRows.of(
                connection,
                "(SELECT * FROM exposure e WHERE " + condition.sql() + ORDER + " LIMIT ?)",
                ORDER,
                parameters)
            .stream()
            .map(ExposureRows.Found::exposure)
            .toList();
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
    var found = ExposureRows.of(connection, "exposure", " WHERE e.uid = ?", List.of(uid));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExposureDetail(
            found.get(0).exposure(),
            History.body(connection, uid, found.get(0).said()).orElseThrow(),
            History.revisions(connection, uid),
            Tickets.of(connection, uid),
            History.reports(connection, uid)));
  }
}
