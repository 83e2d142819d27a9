// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.columns.Columns;
import io.breakwater.console.index.columns.Scan;
import io.breakwater.console.index.columns.Searched;
import io.breakwater.console.index.query.Filter.Condition;
import io.breakwater.console.index.query.SearchWord;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.record.SearchWords;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What of selections only the store can look up, as numbers of exposures. */
final class Lookup {
  private final Dialect dialect;
  private final Clock clock;
  private final Searches searches;

  Lookup(Dialect dialect, Clock clock, Searches searches) {
    this.dialect = dialect;
    this.clock = clock;
    this.searches = searches;
  }

  /** For one question, in which nothing is looked up twice. */
  Selections on(Connection connection, Columns columns) {
    return new Selections(connection, columns);
  }

  final class Selections {
    private final Connection connection;
    private final Columns columns;
    private final Map<Condition, BitSet> conditions = new HashMap<>();

    private Selections(Connection connection, Columns columns) {
      this.connection = connection;
      this.columns = columns;
    }

    Scan scan(Selection selection) throws SQLException {
      Map<Condition, BitSet> elsewhere = new HashMap<>();
      for (var condition : Scan.elsewhere(selection)) {
        if (!conditions.containsKey(condition)) {
          conditions.put(condition, numbers(connection, query(condition)));
        }
        elsewhere.put(condition, conditions.get(condition));
      }
      return Scan.of(columns, selection, elsewhere, found(selection.search()), clock.instant());
    }

    private Optional<BitSet> found(String entered) throws SQLException {
      if (entered.isBlank()) {
        return Optional.empty();
      }
      return Optional.of(searches.found(entered, () -> Searched.by(columns, own(entered))));
    }

    /** The numbers of exposures whose resources have all words. */
    BitSet byResources(String entered) throws SQLException {
      return Searched.byResources(columns, own(entered));
    }

    private Map<SearchWord, BitSet> own(String entered) throws SQLException {
      Map<SearchWord, BitSet> own = new HashMap<>();
      for (var word : SearchWords.asked(entered)) {
        own.put(word, numbers(connection, Fragment.of(dialect.search(), dialect.searchFor(word))));
      }
      return own;
    }
  }

  private static Fragment query(Condition condition) {
    return switch (condition.field()) {
      case UID -> query("SELECT id FROM exposure WHERE ", "uid", condition);
      case RESOURCE_UID ->
          query("SELECT exposure_id AS id FROM exposure_resource WHERE ", "uid", condition);
      case RESOURCE_NAME ->
          query("SELECT exposure_id AS id FROM exposure_resource WHERE ", "name", condition);
      case TAG -> query("SELECT exposure_id AS id FROM exposure_tag WHERE ", "tag", condition);
      default -> throw new IllegalArgumentException(condition.field() + " stands in a column");
    };
  }

  private static Fragment query(String select, String column, Condition condition) {
    var where =
        switch (condition.operator().comparison()) {
          case WHOLE -> Fragment.of(column + " = ?", condition.value());
          case PART -> Like.contains(column, condition.value());
          case BEGINNING -> Like.startsWith(column, condition.value());
          case FROM, BEFORE -> throw new IllegalArgumentException(column + " is no time");
        };
    return new Fragment(select + where.sql(), where.parameters());
  }

  /** As one text: to ask for a million rows one by one takes many times as long. */
  private BitSet numbers(Connection connection, Fragment query) throws SQLException {
    var joined =
        Rows.all(
                connection,
                row -> Optional.ofNullable(row.getString(1)),
                new Fragment(
                    "SELECT " + dialect.joined("id") + " FROM (" + query.sql() + ") found",
                    query.parameters()))
            .get(0);
    return joined.map(Lookup::numbers).orElseGet(BitSet::new);
  }

  private static BitSet numbers(String joined) {
    var numbers = new BitSet();
    int number = 0;
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      if (c == ',') {
        numbers.set(number);
        number = 0;
      } else {
        number = 10 * number + (c - '0');
      }
    }
    numbers.set(number);
    return numbers;
  }
}
