// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.columns.Columns;
import io.breakwater.console.index.columns.Sum;
import io.breakwater.console.index.query.Count;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Group;
import io.breakwater.console.index.query.Risk;
import io.breakwater.console.index.query.Selection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exposures counted by what they have in common. */
final class CountedQueries {
  private final Lookup lookup;

  CountedQueries(Lookup lookup) {
    this.lookup = lookup;
  }

  Map<Field, List<Count>> facets(
      Connection connection, Columns columns, Selection selection, List<Field> fields, int limit)
      throws SQLException {
    var selections = lookup.on(connection, columns);
    var facets = new LinkedHashMap<Field, List<Count>>();
    for (var field : fields) {
      var others = selection.with(selection.filter().without(field));
      var sums = selections.scan(others).facet(field, limit);
      var names = names(connection, field, sums);
      facets.put(
          field,
          sums.stream().map(sum -> new Count(names.get(sum.value()), sum.exposures())).toList());
    }
    return facets;
  }

  List<Group> groups(
      Connection connection,
      Columns columns,
      Selection selection,
      Field by,
      Optional<Field> then,
      int limit)
      throws SQLException {
    var scan = lookup.on(connection, columns).scan(selection);
    var sums = scan.groups(by, limit);
    Map<Long, List<Sum>> within =
        then.isPresent() ? scan.within(sums, by, then.get(), limit) : Map.of();
    var names = names(connection, by, sums);
    var namesWithin =
        then.isPresent()
            ? names(connection, then.get(), within.values().stream().flatMap(List::stream).toList())
            : Map.<Long, String>of();
    var groups = new ArrayList<Group>();
    for (var sum : sums) {
      var inner =
          within.getOrDefault(sum.value(), List.of()).stream()
              .map(one -> group(one, namesWithin, List.of()))
              .toList();
      groups.add(group(sum, names, inner));
    }
    return groups;
  }

  private static Group group(Sum sum, Map<Long, String> names, List<Group> within) {
    return new Group(
        names.get(sum.value()),
        sum.exposures(),
        sum.critical(),
        Severity.of(sum.worst()),
        Instant.ofEpochMilli(sum.latest()),
        within);
  }

  List<Risk> risks(Connection connection, Columns columns, Risk.Order order, int limit)
      throws SQLException {
    var by = order == Risk.Order.MOST_CRITICAL ? Sum.MOST_CRITICAL : Sum.MOST_SEVERE;
    return lookup.on(connection, columns).scan(Selection.OPEN).sums(Field.TITLE, by, limit).stream()
        .map(
            sum ->
                new Risk(
                    sum.name().orElseThrow(),
                    sum.exposures(),
                    sum.critical(),
                    Severity.of(sum.worst()),
                    Instant.ofEpochMilli(sum.latest())))
        .toList();
  }

  /** Of values what people call them: those that the columns do not know tells an exposure. */
  private static Map<Long, String> names(Connection connection, Field field, Collection<Sum> sums)
      throws SQLException {
    var names = new HashMap<Long, String>();
    var unnamed = new ArrayList<Sum>();
    for (var sum : sums) {
      if (sum.name().isPresent()) {
        names.put(sum.value(), sum.name().get());
      } else {
        unnamed.add(sum);
      }
    }
    for (int from = 0; from < unnamed.size(); from += Fragment.MOST_VALUES) {
      var some = unnamed.subList(from, Math.min(unnamed.size(), from + Fragment.MOST_VALUES));
      var is = Fragment.isOneOf("id", some.stream().map(Sum::example).distinct().toList());
      var values =
          switch (field) {
            case TAG -> "SELECT exposure_id AS id, tag AS value FROM exposure_tag";
            case UID -> "SELECT id, uid AS value FROM exposure";
            case RESOURCE_UID -> "SELECT id, resource_uid AS value FROM exposure";
            case RESOURCE_NAME -> "SELECT id, resource_name AS value FROM exposure";
            default -> throw new IllegalArgumentException(field + " has names in the columns");
          };
      Rows.each(
          connection,
          row -> {
            var value = row.getString("value");
            names.put(field == Field.UID ? row.getLong("id") : Columns.hash(value), value);
          },
          new Fragment(
              "SELECT id, value FROM (" + values + ") v WHERE " + is.sql(), is.parameters()));
    }
    return names;
  }
}
