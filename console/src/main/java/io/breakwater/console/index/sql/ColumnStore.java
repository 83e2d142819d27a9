// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.columns.Columns;
import io.breakwater.console.index.columns.Row;
import io.breakwater.console.index.record.Heading;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The columns of the exposures of a store. They are loaded with the first question, and brought up
 * to the last change with each one: a question sees them and the store as of the same change.
 */
final class ColumnStore {
  private static final String ROWS =
      "SELECT id, open, severity_id, status_id, heading_id, trait_set, source_set, kind_set, account, region,"
          + " resource_type, resource_uid, resource_name, owner, ticket, opened, changed"
          + " FROM exposure WHERE change_number > ?";
  private static final String TAGS =
      "SELECT exposure_id, tag FROM exposure_tag WHERE exposure_id IN"
          + " (SELECT id FROM exposure WHERE change_number > ?) ORDER BY exposure_id";
  private static final String ALL_TAGS =
      "SELECT exposure_id, tag FROM exposure_tag ORDER BY exposure_id";
  private static final String VULNERABILITIES =
      "SELECT exposure_id, cve FROM exposure_vulnerability WHERE exposure_id IN"
          + " (SELECT id FROM exposure WHERE change_number > ?) ORDER BY exposure_id";
  private static final String ALL_VULNERABILITIES =
      "SELECT exposure_id, cve FROM exposure_vulnerability ORDER BY exposure_id";
  private static final String FORGOTTEN = "SELECT exposure_id FROM forgotten WHERE number > ?";
  private static final String HEADINGS = "SELECT id, title, type, rule FROM heading WHERE id > ?";
  private static final String TRAITS =
      "SELECT set_id, uid, category FROM exposure_trait WHERE set_id > ?";
  private static final String SOURCES = "SELECT set_id, name FROM exposure_source WHERE set_id > ?";
  private static final String KINDS = "SELECT set_id, word FROM exposure_kind WHERE set_id > ?";

  private final Pool pool;
  private final Searches searches = new Searches();
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private Columns columns = new Columns();
  private long change;
  private final List<Shared> shared =
      List.of(
          new Shared(
              HEADINGS,
              row ->
                  columns.putHeading(
                      row.getInt(1),
                      new Heading(
                          row.getString("title"), row.getString("type"), row.getString("rule")))),
          new Shared(
              TRAITS,
              row ->
                  columns.putTrait(row.getInt(1), row.getString("uid"), row.getString("category"))),
          new Shared(SOURCES, row -> columns.putSource(row.getInt(1), row.getString("name"))),
          new Shared(KINDS, row -> columns.putKind(row.getInt(1), row.getString("word"))));

  ColumnStore(Pool pool) {
    this.pool = pool;
  }

  Searches searches() {
    return searches;
  }

  /** What is asked of the columns and the store together. */
  interface Question<T> {
    T on(Connection connection, Columns columns) throws SQLException;
  }

  <T> T ask(Question<T> question) {
    for (var answer = tryToAsk(question); ; answer = tryToAsk(question)) {
      if (answer.isPresent()) {
        return answer.get();
      }
      bringUp();
    }
  }

  /** Empty where the columns are behind what the store has come to. */
  private <T> Optional<T> tryToAsk(Question<T> question) {
    lock.readLock().lock();
    try {
      return pool.read(
          connection ->
              ChangeNumbers.last(connection) == change
                  ? Optional.of(question.on(connection, columns))
                  : Optional.empty());
    } finally {
      lock.readLock().unlock();
    }
  }

  private void bringUp() {
    lock.writeLock().lock();
    try {
      pool.read(
          connection -> {
            bringUp(connection);
            return null;
          });
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void bringUp(Connection connection) throws SQLException {
    searches.forget();
    long last = ChangeNumbers.last(connection);
    if (last < change || Forgetting.floor(connection) > change) {
      columns = new Columns();
      change = 0;
      shared.forEach(Shared::forget);
    }
    if (change > 0) {
      Rows.each(connection, row -> columns.remove(row.getInt(1)), FORGOTTEN, change);
    }
    for (var one : shared) {
      one.load(connection);
    }
    Rows.each(connection, row -> columns.put(row(row)), ROWS, change);
    load(connection, ALL_TAGS, TAGS, columns::putTags);
    load(connection, ALL_VULNERABILITIES, VULNERABILITIES, columns::putVulnerabilities);
    change = last;
  }

  /** What many exposures have in common: by rising numbers, so that each is read once. */
  private static final class Shared {
    private final String query;
    private final Rows.Use use;
    private int last;

    /**
     * @param query for what has a number above its parameter, the number first
     */
    private Shared(String query, Rows.Use use) {
      this.query = query;
      this.use = use;
    }

    void load(Connection connection) throws SQLException {
      Rows.each(
          connection,
          row -> {
            last = Math.max(last, row.getInt(1));
            use.with(row);
          },
          query,
          last);
    }

    void forget() {
      last = 0;
    }
  }

  private void load(Connection connection, String all, String changed, Use use)
      throws SQLException {
    var texts = new Texts(use);
    Rows.Use add = row -> texts.add(row.getInt(1), row.getString(2));
    if (change == 0) {
      Rows.each(connection, add, all);
    } else {
      Rows.each(connection, add, changed, change);
    }
    texts.put();
  }

  /** What is done with all texts of an exposure. */
  private interface Use {
    void with(int exposure, List<String> texts);
  }

  /** They come one by one, those of an exposure together. */
  private static final class Texts {
    private final Use use;
    private final List<String> ofOne = new ArrayList<>();
    private int number;

    private Texts(Use use) {
      this.use = use;
    }

    void add(int exposure, String text) {
      if (exposure != number) {
        put();
        number = exposure;
      }
      ofOne.add(text);
    }

    void put() {
      if (!ofOne.isEmpty()) {
        use.with(number, ofOne);
        ofOne.clear();
      }
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        Math.toIntExact(row.getLong(1)),
        row.getInt(2) == 1,
        row.getInt(3),
        row.getInt(4),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getString(15),
        row.getLong(16),
        row.getLong(17));
  }
}
