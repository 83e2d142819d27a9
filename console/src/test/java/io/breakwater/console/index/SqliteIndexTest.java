// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.sql.SqlIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteIndexTest implements TestStore {
  @TempDir private Path directory;
  private int stores;

  private Path file() {
    return directory.resolve("index-" + stores + ".db");
  }

  @Override
  public Index empty() {
    stores++;
    return SqlIndex.inFile(file());
  }

  @Override
  public Index again() {
    return SqlIndex.inFile(file());
  }

  @Override
  public Connection inside() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file());
  }

  @Nested
  class Revisions extends RevisionsContract {
    @Override
    TestStore store() {
      return SqliteIndexTest.this;
    }
  }

  @Nested
  class Questions extends QuestionsContract {
    @Override
    TestStore store() {
      return SqliteIndexTest.this;
    }
  }

  @Nested
  class Counts extends CountsContract {
    @Override
    TestStore store() {
      return SqliteIndexTest.this;
    }
  }

  @Nested
  class Changes extends ChangesContract {
    @Override
    TestStore store() {
      return SqliteIndexTest.this;
    }
  }

  @Nested
  class Answers extends AnswersContract {
    @Override
    TestStore store() {
      return SqliteIndexTest.this;
    }
  }

  @Nested
  class Resources extends ResourcesContract {
    @Override
    TestStore store() {
      return SqliteIndexTest.this;
    }
  }

  @Nested
  class Rebuilt extends RebuildContract {
    @Override
    TestStore store() {
      return SqliteIndexTest.this;
    }
  }

  @Nested
  class Kept extends KeptContract {
    @Override
    TestStore store() {
      return SqliteIndexTest.this;
    }
  }

  @Test
  void what_an_earlier_release_made_is_made_again_from_the_streams() throws Exception {
    stores++;
    execute(
        "CREATE TABLE migration (version INTEGER PRIMARY KEY)", "INSERT INTO migration VALUES (1)");
    execute(script("001.sql"));
    execute("INSERT INTO position VALUES ('exposures', 'shard', '0011')");

    try (var index = again()) {
      assertThat(index.reached(RecordStream.EXPOSURES)).isEmpty();
      assertThat(index.reader().count(Selection.OPEN)).isZero();
    }
  }

  private static String[] script(String name) throws IOException {
    try (var in = SqlIndex.class.getResourceAsStream("sqlite/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\\n");
    }
  }

  private void execute(String... all) throws SQLException {
    try (var connection = inside();
        var statement = connection.createStatement()) {
      for (var sql : all) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  @Test
  void only_its_owner_can_read_it() throws Exception {
    empty().close();

    assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
  }

  @Test
  void readers_go_on_beside_the_writer() throws SQLException {
    empty().close();

    try (var connection = inside();
        var rows = connection.createStatement().executeQuery("PRAGMA journal_mode")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("wal");
    }
  }
}
