// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Applied;
import io.breakwater.console.index.Index;
import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Retention;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.StreamRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** The index in a database. Writing is for one thread at a time, and others wait for it. */
public final class SqlIndex implements Index {
  private static final int READERS = 4;
  private static final long STATISTICS_EVERY = 20_000;

  private final Dialect dialect;
  private final Pool pool;
  private final ColumnStore columns;
  private final Interned interned = new Interned();
  private final Clock clock = Clock.systemUTC();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Connection writer;
  private long sinceStatistics = STATISTICS_EVERY;

  private SqlIndex(Dialect dialect) {
    this.dialect = dialect;
    this.pool = new Pool(dialect, READERS);
    this.columns = new ColumnStore(pool);
  }

  /**
   * In a file of SQLite, which is made where there is none.
   *
   * @throws IndexException when the file cannot be opened, or is of a later release
   */
  public static Index inFile(Path file) {
    return new SqlIndex(new SqliteDialect(file)).open();
  }

  /**
   * In a database of PostgreSQL, 12 or later, encoded in UTF-8. Several processes may have it open:
   * one writes at a time.
   *
   * @param url of JDBC
   * @param settings user and password, among others that the driver knows
   * @throws IndexException when the database cannot be reached, or is of a later release
   */
  public static Index inPostgres(String url, Properties settings) {
    return new SqlIndex(new PostgresDialect(url, settings)).open();
  }

  private SqlIndex open() {
    try {
      writer = dialect.connectWriter();
      new Migrations(dialect).apply(writer);
      return this;
    } catch (SQLException e) {
      close();
      throw new IndexException(dialect + " cannot be opened: " + e.getMessage(), e);
    } catch (IndexException e) {
      close();
      throw e;
    }
  }

  /** What is written in one transaction. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private synchronized <T> T write(Work<T> work) {
    try {
      if (writer == null) {
        writer = dialect.connectWriter();
      }
      dialect.lock(writer);
      var result = work.on(writer);
      writer.commit();
      return result;
    } catch (SQLException e) {
      giveUp();
      throw new IndexException(dialect + " cannot be written: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      giveUp();
      throw e;
    }
  }

  /** Nothing of the transaction stays, and the next one begins with a connection of its own. */
  private void giveUp() {
    interned.forget();
    var failed = writer;
    writer = null;
    if (failed != null) {
      try (failed) {
        failed.rollback();
      } catch (SQLException e) {
        // It is the end of a connection that has failed already, and that is what is told.
      }
    }
  }

  @Override
  public Applied apply(List<StreamRecord> batch) {
    var parsed = batch.stream().map(Parsed::of).toList();
    var taken =
        write(
            connection -> {
              try (var open = new Batch(connection, dialect, interned)) {
                var applied = open.apply(parsed);
                return new Taken(applied, open.changesSomething());
              }
            });
    refreshStatistics(taken.applied().read());
    if (taken.changesSomething()) {
      listeners.forEach(Runnable::run);
    }
    return taken.applied();
  }

  private record Taken(Applied applied, boolean changesSomething) {}

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private synchronized void refreshStatistics(long records) {
    sinceStatistics += records;
    if (sinceStatistics >= STATISTICS_EVERY) {
      sinceStatistics = 0;
      write(
          connection -> {
            dialect.refreshStatistics(connection);
            return null;
          });
      pool.renew();
    }
  }

  @Override
  public Map<String, Sequence> reached(RecordStream stream) {
    return pool.read(connection -> PositionTable.reached(connection, stream));
  }

  @Override
  public int retain(Retention retention, Instant now) {
    int forgotten =
        write(
            connection -> {
              try (var forgetting = new Forgetting(connection, dialect)) {
                return forgetting.forget(retention, now);
              }
            });
    if (forgotten > 0) {
      shrink();
    }
    return forgotten;
  }

  private synchronized void shrink() {
    try {
      dialect.shrink(writer);
    } catch (SQLException e) {
      giveUp();
      throw new IndexException(dialect + " cannot be shrunk: " + e.getMessage(), e);
    }
  }

  @Override
  public Reader reader() {
    return new SqlReader(pool, columns, dialect, clock);
  }

  @Override
  public synchronized void close() {
    pool.close();
    if (writer != null) {
      try {
        writer.rollback();
        writer.close();
      } catch (SQLException e) {
        throw new IndexException(dialect + " cannot be closed: " + e.getMessage(), e);
      } finally {
        writer = null;
      }
    }
  }
}
