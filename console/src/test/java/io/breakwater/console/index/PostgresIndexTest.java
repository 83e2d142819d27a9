// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.sql.SqlIndex;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Against a real server; skipped where there is none, but not in CI. */
final class PostgresIndexTest implements TestStore {
  private static final boolean CI = "true".equals(System.getenv("CI"));

  private static PostgresServer server;
  private static String url;

  @BeforeAll
  static void start() throws IOException, SQLException {
    try {
      server = PostgresServer.start();
      url = server.newDatabase();
    } catch (PostgresServer.UnavailableException e) {
      if (CI) {
        throw new IllegalStateException(e);
      }
      abort("The index was not tried with PostgreSQL: " + e.getMessage());
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  /** One database for all tests, emptied: to make one takes longer than a test. */
  @Override
  public Index empty() throws SQLException {
    var index = again();
    try (var connection = inside();
        var statement = connection.createStatement()) {
      statement.execute(
          "DO $$ DECLARE name TEXT; BEGIN FOR name IN SELECT tablename FROM pg_tables"
              + " WHERE schemaname = 'public' AND tablename <> 'migration' LOOP"
              + " EXECUTE 'DELETE FROM ' || quote_ident(name); END LOOP; END $$");
    }
    return index;
  }

  @AfterEach
  void forget_later_forms() throws SQLException {
    try (var connection = inside();
        var statement = connection.createStatement()) {
      statement.execute("DELETE FROM migration WHERE version = 999");
    }
  }

  @Override
  public Index again() {
    return SqlIndex.inPostgres(url, server.settings());
  }

  @Override
  public Connection inside() throws SQLException {
    return DriverManager.getConnection(url, server.settings());
  }

  @Nested
  class Revisions extends RevisionsContract {
    @Override
    TestStore store() {
      return PostgresIndexTest.this;
    }
  }

  @Nested
  class Questions extends QuestionsContract {
    @Override
    TestStore store() {
      return PostgresIndexTest.this;
    }
  }

  @Nested
  class Counts extends CountsContract {
    @Override
    TestStore store() {
      return PostgresIndexTest.this;
    }
  }

  @Nested
  class Changes extends ChangesContract {
    @Override
    TestStore store() {
      return PostgresIndexTest.this;
    }
  }

  @Nested
  class Answers extends AnswersContract {
    @Override
    TestStore store() {
      return PostgresIndexTest.this;
    }
  }

  @Nested
  class Resources extends ResourcesContract {
    @Override
    TestStore store() {
      return PostgresIndexTest.this;
    }
  }

  @Nested
  class Rebuilt extends RebuildContract {
    @Override
    TestStore store() {
      return PostgresIndexTest.this;
    }
  }

  @Nested
  class Kept extends KeptContract {
    @Override
    TestStore store() {
      return PostgresIndexTest.this;
    }
  }

  @Test
  void two_processes_may_write_one_after_the_other() throws SQLException {
    try (var one = empty();
        var other = again()) {
      one.apply(List.of(record(1, Records.exposure(1).title("Potential harm: new"))));
      other.apply(List.of(record(2, Records.exposure(2).title("Potential harm: newer"))));
      one.apply(
          List.of(
              record(2, Records.exposure(2)),
              record(3, Records.exposure(3).title("Potential harm: newer"))));

      assertThat(other.reader().count(Selection.OPEN)).isEqualTo(3);
    }
  }

  private static StreamRecord record(long sequence, Records.Exposure exposure) {
    return StreamRecord.of(
        new Place(RecordStream.EXPOSURES, "shard", Sequence.of(sequence)), exposure.text());
  }
}
