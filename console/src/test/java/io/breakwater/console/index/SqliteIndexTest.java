// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.index.sql.SqlIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteIndexTest extends IndexContract {
  @TempDir private Path directory;
  private int stores;

  private Path file() {
    return directory.resolve("index-" + stores + ".db");
  }

  @Override
  Index empty() {
    stores++;
    return SqlIndex.inFile(file());
  }

  @Override
  Index again() {
    return SqlIndex.inFile(file());
  }

  @Override
  Connection inside() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file());
  }

  @Test
  void only_its_owner_can_read_it() throws Exception {
    assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
  }

  @Test
  void readers_go_on_beside_the_writer() throws SQLException {
    try (var connection = inside();
        var rows = connection.createStatement().executeQuery("PRAGMA journal_mode")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("wal");
    }
  }
}
