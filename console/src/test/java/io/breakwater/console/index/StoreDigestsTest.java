// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.index.sql.SqlIndex;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores are told apart by any of their rows, and by nothing else. */
final class StoreDigestsTest {
  @TempDir private Path directory;
  private int stores;

  /**
   * @param batch how many records come in at once
   */
  private StoreDigests of(int batch, Records.Exposure... exposures) throws SQLException {
    var file = directory.resolve("index-" + stores++ + ".db");
    var records =
        IntStream.range(0, exposures.length)
            .mapToObj(
                i ->
                    StreamRecord.of(
                        new Place(RecordStream.EXPOSURES, "shard", Sequence.of(i + 1L)),
                        exposures[i].text()))
            .toList();
    try (var index = SqlIndex.inFile(file)) {
      IndexCase.cut(records, batch).forEach(index::apply);
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      return StoreDigests.of(connection);
    }
  }

  private static List<String> differing(StoreDigests one, StoreDigests other) {
    return one.tables().stream().filter(table -> !one.of(table).equals(other.of(table))).toList();
  }

  @Test
  void how_records_came_in_does_not_count() throws SQLException {
    var one = of(1, exposure(1), exposure(2), exposure(3));
    var other = of(3, exposure(1), exposure(2), exposure(3));

    assertThat(one.of("exposure").rows()).isEqualTo(3);
    assertThat(differing(one, other)).isEmpty();
  }

  @Test
  void a_single_value_does() throws SQLException {
    var one = of(3, exposure(1), exposure(2).tags("env=prod"), exposure(3));
    var other = of(3, exposure(1), exposure(2).tags("env=test"), exposure(3));

    assertThat(differing(one, other)).contains("exposure_tag", "revision").doesNotContain("trend");
    assertThat(one.of("exposure_tag").rows()).isEqualTo(other.of("exposure_tag").rows());
  }

  @Test
  void a_row_that_is_missing_does() throws SQLException {
    var one = of(3, exposure(1), exposure(2));
    var other = of(3, exposure(1));

    assertThat(differing(one, other)).contains("exposure", "revision", "trend", "resource");
  }
}
