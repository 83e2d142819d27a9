// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static io.breakwater.console.index.Records.START;
import static io.breakwater.console.index.Records.exposure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.Records.Exposure;
import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.index.query.Selection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of an index, which is empty when it begins. */
abstract class IndexCase {
  static final String SHARD = "shardId-000000000000";
  static final Instant NOW = START.plus(Duration.ofDays(1));

  Index index;
  long next;

  /** Where the index of these tests is kept. */
  abstract TestStore store();

  Index empty() throws Exception {
    return store().empty();
  }

  Index again() {
    return store().again();
  }

  @BeforeEach
  void given_an_empty_index() throws Exception {
    index = empty();
    next = 1;
  }

  @AfterEach
  void close() {
    index.close();
  }

  StreamRecord record(RecordStream stream, String shard, long sequence, String json) {
    return StreamRecord.of(new Place(stream, shard, Sequence.of(sequence)), json);
  }

  StreamRecord at(long sequence, Exposure exposure) {
    return record(RecordStream.EXPOSURES, SHARD, sequence, exposure.text());
  }

  /** Each in its order behind the last. */
  Applied take(Exposure... exposures) {
    return index.apply(Arrays.stream(exposures).map(one -> at(next++, one)).toList());
  }

  Applied take(RecordStream stream, ObjectNode... records) {
    return index.apply(
        Arrays.stream(records).map(one -> record(stream, SHARD, next++, one.toString())).toList());
  }

  ExposureDetail detail(int number) {
    return index.reader().exposure(Exposure.uid(number)).orElseThrow();
  }

  List<String> uids(Selection selection) {
    return index.reader().page(selection, Optional.empty(), 100).exposures().stream()
        .map(io.breakwater.console.index.query.Exposure::uid)
        .toList();
  }

  static List<String> uidsOf(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Exposure::uid).toList();
  }

  List<String> dump() {
    try (var connection = store().inside()) {
      return StoreRows.of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) throws SQLException {
    try (var connection = store().inside();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static <T> List<List<T>> cut(List<T> all, int size) {
    var batches = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += size) {
      batches.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return batches;
  }

  /** Revisions of some exposures: open, change, close, repeat, replay, and broken ones between. */
  List<StreamRecord> life(int records, int exposures, Random random) {
    var stream = new ArrayList<StreamRecord>();
    for (int i = 1; i <= records; i++) {
      var when = START.plusSeconds(600L * (i + random.nextInt(5)));
      var one =
          exposure(random.nextInt(exposures))
              .at(when)
              .episode(1 + i / 30)
              .says("say " + random.nextInt(4))
              .title("Potential harm: of sort " + random.nextInt(3))
              .severity(Severity.of(2 + random.nextInt(4)));
      switch (random.nextInt(8)) {
        case 0, 1 -> stream.add(at(i, one.close()));
        case 2 -> stream.add(at(i, one.update().replay()));
        case 3 -> stream.add(record(RecordStream.EXPOSURES, SHARD, i, "{\"broken\":" + i));
        default -> stream.add(at(i, one.update()));
      }
    }
    return stream;
  }
}
