// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.types.Record;
import java.util.ArrayList;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class LocalLettersTest {
  @Test
  void what_is_sent_again_comes_to_the_job_byte_for_byte_each_at_a_place_of_its_own()
      throws Exception {
    var env = StreamExecutionEnvironment.createLocalEnvironment(1);
    try (var letters = new LocalLetters()) {
      letters.send("{\"a\":1}".getBytes(UTF_8));
      letters.send("{\"a\":1}".getBytes(UTF_8));

      var taken = new ArrayList<Record>();
      var records = letters.records(env).executeAndCollect();
      try {
        taken.add(records.next());
        taken.add(records.next());
      } finally {
        records.close();
      }

      assertThat(taken)
          .allSatisfy(
              record -> assertThat(new String(record.bytes(), UTF_8)).isEqualTo("{\"a\":1}"));
      assertThat(taken.stream().map(Record::offset)).doesNotHaveDuplicates();
    }
  }
}
