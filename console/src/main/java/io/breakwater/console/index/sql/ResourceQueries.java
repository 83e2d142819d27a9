// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.columns.Columns;
import io.breakwater.console.index.query.Resource;
import io.breakwater.console.index.query.ResourceDetail;
import io.breakwater.console.index.query.ResourceDetail.Involvement;
import io.breakwater.console.index.query.ResourcePage;
import io.breakwater.console.index.query.ResourcePage.Cursor;
import io.breakwater.console.index.query.ResourceSelection;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.record.SearchWords;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources with the exposures that involve them. */
final class ResourceQueries {
  private static final int EXPOSURES = 200;

  /** Of more exposures one looks at their resources in the order of the page, until it is full. */
  private static final int FEW = 5_000;

  private static final Selection ANY = Selection.OPEN.in(Selection.State.EITHER);

  private static final String COLUMNS =
      "SELECT uid, name, type, account, region, critical, high, medium, low, other FROM resource"
          + " WHERE ";
  private static final String COUNTS = "critical, high, medium, low, other, uid";
  private static final String ORDER =
      " ORDER BY critical DESC, high DESC, medium DESC, low DESC, other DESC, uid DESC LIMIT ?";
  private static final String ROLES =
      "SELECT e.uid, r.role FROM exposure_resource r JOIN exposure e ON e.id = r.exposure_id"
          + " WHERE r.uid = ? ORDER BY e.open DESC, e.severity_id DESC, e.changed DESC, e.uid,"
          + " r.place LIMIT ?";

  private final Lookup lookup;

  ResourceQueries(Lookup lookup) {
    this.lookup = lookup;
  }

  ResourcePage page(
      Connection connection,
      Columns columns,
      ResourceSelection selection,
      Optional<Cursor> after,
      int limit)
      throws SQLException {
    var parts = new ArrayList<Fragment>();
    parts.add(Fragment.of("(critical, high, medium, low, other) > (0, 0, 0, 0, 0)"));
    selection.type().ifPresent(type -> parts.add(Fragment.of("type = ?", type)));
    selection.account().ifPresent(account -> parts.add(Fragment.of("account = ?", account)));
    parts.add(search(connection, columns, selection.search()));
    after.ifPresent(
        last ->
            parts.add(
                Fragment.of(
                    "(" + COUNTS + ") < (?, ?, ?, ?, ?, ?)",
                    last.critical(),
                    last.high(),
                    last.medium(),
                    last.low(),
                    last.other(),
                    last.uid())));
    var where = Fragment.all(parts);
    var parameters = new ArrayList<>(where.parameters());
    parameters.add(limit + 1);
    var found =
        Rows.all(
            connection,
            ResourceQueries::resource,
            new Fragment(COLUMNS + where.sql() + ORDER, parameters));
    if (found.size() <= limit) {
      return new ResourcePage(found, Optional.empty());
    }
    return new ResourcePage(found.subList(0, limit), Optional.of(cursor(found.get(limit - 1))));
  }

  /** The words of an exposure are those of its resources, among others. */
  private Fragment search(Connection connection, Columns columns, String entered)
      throws SQLException {
    var parts = new ArrayList<Fragment>();
    for (var word : SearchWords.asked(entered)) {
      parts.add(
          Fragment.any(
              List.of(Like.contains("uid", word.text()), Like.contains("name", word.text()))));
    }
    if (parts.isEmpty()) {
      return Fragment.TRUE;
    }
    var found = lookup.on(connection, columns).scan(ANY.searching(entered)).numbers();
    if (found.cardinality() <= FEW) {
      var is = Fragment.isOneOf("exposure_id", found.stream().boxed().toList());
      parts.add(
          new Fragment(
              "uid IN (SELECT uid FROM exposure_resource WHERE " + is.sql() + ")",
              is.parameters()));
    }
    return Fragment.all(parts);
  }

  private static Cursor cursor(Resource last) {
    return new Cursor(
        last.open().getOrDefault(Severity.CRITICAL, 0L),
        last.open().getOrDefault(Severity.HIGH, 0L),
        last.open().getOrDefault(Severity.MEDIUM, 0L),
        last.open().getOrDefault(Severity.LOW, 0L),
        last.open().getOrDefault(Severity.OTHER, 0L),
        last.uid());
  }

  static Optional<ResourceDetail> detail(Connection connection, String uid) throws SQLException {
    var found = Rows.first(connection, ResourceQueries::resource, COLUMNS + "uid = ?", uid);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var roles =
        Rows.all(
            connection,
            row -> new Role(row.getString("uid"), row.getString("role")),
            ROLES,
            uid,
            EXPOSURES);
    var is = Fragment.isOneOf("e.uid", roles.stream().map(Role::exposure).toList());
    var exposures = new HashMap<String, ExposureRows.Found>();
    ExposureRows.of(connection, "exposure", " WHERE " + is.sql(), is.parameters())
        .forEach(exposure -> exposures.put(exposure.exposure().uid(), exposure));
    return Optional.of(
        new ResourceDetail(
            found.get(),
            roles.stream()
                .map(
                    role -> new Involvement(exposures.get(role.exposure()).exposure(), role.name()))
                .toList()));
  }

  private record Role(String exposure, String name) {}

  private static Resource resource(ResultSet row) throws SQLException {
    return new Resource(
        row.getString("uid"),
        row.getString("name"),
        row.getString("type"),
        row.getString("account"),
        row.getString("region"),
        Map.of(
            Severity.CRITICAL, row.getLong("critical"),
            Severity.HIGH, row.getLong("high"),
            Severity.MEDIUM, row.getLong("medium"),
            Severity.LOW, row.getLong("low"),
            Severity.OTHER, row.getLong("other")));
  }
}
