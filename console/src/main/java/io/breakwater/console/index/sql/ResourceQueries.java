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
import io.breakwater.console.index.query.SearchWord;
import io.breakwater.console.index.record.SearchWords;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Resources with the exposures that involve them. */
final class ResourceQueries {
  private static final int EXPOSURES = 200;

  /** Of more exposures one looks at their resources in the order of the page, until it is full. */
  private static final int FEW = 5_000;

  /** How many resources are looked at one by one, before the exposures of all are asked. */
  private static final int LOOKED_AT = 20_000;

  private static final List<String> SEARCHED = List.of("uid", "name", "type", "account", "region");

  private static final String COLUMNS =
      "SELECT uid, name, type, account, region, critical, high, medium, low, other FROM %s WHERE ";
  private static final String COUNTS = "critical, high, medium, low, other, uid";
  private static final String ORDER =
      " ORDER BY critical DESC, high DESC, medium DESC, low DESC, other DESC, uid DESC";
  private static final Fragment ALL = Fragment.of("resource");
  private static final String FIRST =
      "(SELECT * FROM resource WHERE %s" + ORDER + " LIMIT " + LOOKED_AT + ") first";
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
    var behind = behind(selection, after);
    var words = SearchWords.asked(selection.search());
    if (words.isEmpty()) {
      return page(find(connection, ALL, behind, words, limit), limit);
    }
    var have = Fragment.all(words.stream().map(ResourceQueries::mayHave).toList());
    var first = Fragment.of(FIRST.formatted(behind.sql()), behind.parameters().toArray());
    var some = find(connection, first, have, words, limit);
    if (some.size() > limit) {
      return page(some, limit);
    }
    var found = of(lookup.on(connection, columns).byResources(selection.search()));
    return page(
        find(connection, ALL, Fragment.all(List.of(behind, have, found)), words, limit), limit);
  }

  /** Those that exposures involve, behind the last page. */
  private static Fragment behind(ResourceSelection selection, Optional<Cursor> after) {
    var parts = new ArrayList<Fragment>();
    parts.add(Fragment.of("(critical, high, medium, low, other) > (0, 0, 0, 0, 0)"));
    selection.type().ifPresent(type -> parts.add(Fragment.of("type = ?", type)));
    selection.account().ifPresent(account -> parts.add(Fragment.of("account = ?", account)));
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
    return Fragment.all(parts);
  }

  /** What the database can tell of it: a part of a text may be no word. */
  private static Fragment mayHave(SearchWord word) {
    return Fragment.any(
        SEARCHED.stream().map(column -> Like.contains(column, word.text())).toList());
  }

  private static Fragment of(BitSet exposures) {
    if (exposures.cardinality() > FEW) {
      return Fragment.TRUE;
    }
    var is = Fragment.isOneOf("exposure_id", exposures.stream().boxed().toList());
    return new Fragment(
        "uid IN (SELECT uid FROM exposure_resource WHERE " + is.sql() + ")", is.parameters());
  }

  private static List<Resource> find(
      Connection connection, Fragment table, Fragment where, List<SearchWord> words, int limit)
      throws SQLException {
    var parameters = new ArrayList<>(table.parameters());
    parameters.addAll(where.parameters());
    var query = new Fragment(COLUMNS.formatted(table.sql()) + where.sql() + ORDER, parameters);
    return Rows.first(
        connection, ResourceQueries::resource, found -> has(found, words), limit + 1, query);
  }

  private static boolean has(Resource resource, List<SearchWord> words) {
    if (words.isEmpty()) {
      return true;
    }
    var own = new HashSet<String>();
    Stream.of(
            resource.uid(), resource.name(), resource.type(), resource.account(), resource.region())
        .map(SearchWords::of)
        .forEach(own::addAll);
    return words.stream().allMatch(word -> own.stream().anyMatch(word::fits));
  }

  private static ResourcePage page(List<Resource> found, int limit) {
    return found.size() <= limit
        ? new ResourcePage(found, Optional.empty())
        : new ResourcePage(found.subList(0, limit), Optional.of(cursor(found.get(limit - 1))));
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
    var found =
        Rows.first(
            connection, ResourceQueries::resource, COLUMNS.formatted("resource") + "uid = ?", uid);
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
