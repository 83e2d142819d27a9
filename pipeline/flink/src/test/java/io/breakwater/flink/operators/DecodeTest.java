// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Harnesses.Task;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.TrackedSignal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DecodeTest {
  private static final Record BROKEN =
      new Record("{\"detail-type\": \"Inspector2 Fin".getBytes(UTF_8), "memory", "7");

  private OneInputStreamOperatorTestHarness<Record, TrackedSignal> decode;

  @BeforeEach
  void open() throws Exception {
    decode = Harnesses.decode(Settings.live().build(), Task.single());
  }

  @AfterEach
  void close() throws Exception {
    decode.close();
  }

  @Test
  void a_finding_goes_on_as_a_signal() throws Exception {
    read(exploitable("CVE-2026-1").record());

    assertThat(decode.extractOutputValues())
        .extracting(TrackedSignal::signal)
        .containsExactly(exploitable("CVE-2026-1").signal());
  }

  @Test
  void a_finding_of_two_resources_goes_on_as_two_signals_of_one_record() throws Exception {
    read(exploitable("CVE-2026-1").on("i-0000000000000001", "i-0000000000000002").record());

    assertThat(decode.extractOutputValues())
        .hasSize(2)
        .allSatisfy(
            signal -> {
              assertThat(signal.track().isWhole()).isFalse();
              assertThat(signal.track().signals()).isEqualTo(2);
            })
        .extracting(signal -> signal.track().record())
        .containsOnly(decode.extractOutputValues().get(0).track().record());
  }

  @Test
  void a_broken_record_is_a_dead_letter_with_its_bytes() throws Exception {
    read(BROKEN);

    assertThat(decode.getSideOutput(Decode.DEAD_LETTERS))
        .extracting(StreamRecord::getValue)
        .singleElement()
        .extracting(Output::json)
        .satisfies(
            json ->
                assertThat(new String(json, UTF_8))
                    .contains("truncated-json")
                    .contains(Base64.getEncoder().encodeToString(BROKEN.bytes())));
    assertThat(Harnesses.counts(decode))
        .containsEntry("records.read", 1L)
        .containsEntry("records.dead:truncated-json", 1L)
        .containsEntry("findings.dead:truncated-json", 1L);
  }

  @Test
  void a_record_larger_than_the_limit_is_a_dead_letter() throws Exception {
    decode.close();
    decode = Harnesses.decode(Settings.live().maxRecordBytes(1024).build(), Task.single());

    read(new Record(new byte[1025], "memory", "0"));

    assertThat(Harnesses.counts(decode)).containsEntry("records.dead:too-large", 1L);
  }

  @Test
  void a_bounded_run_leaves_out_what_lies_beyond_its_as_of_time() throws Exception {
    decode.close();
    decode = Harnesses.decode(Settings.asOf(START).build(), Task.single());

    read(exploitable("CVE-2026-1").record());
    read(exploitable("CVE-2026-2").updated(START.plusMillis(1)).record());

    assertThat(decode.extractOutputValues()).hasSize(1);
    assertThat(Harnesses.counts(decode)).containsEntry("records.ignored:after-as-of", 1L);
  }

  @Test
  void no_two_records_share_a_number_not_even_after_a_restart_with_more_tasks() throws Exception {
    read(exploitable("CVE-2026-1").record());
    read(exploitable("CVE-2026-2").record());
    var numbers = new ArrayList<Long>(numbers());
    var snapshot = decode.snapshot(1, 1);

    for (int task = 0; task < 3; task++) {
      decode.close();
      decode = Harnesses.decode(Settings.live().build(), Task.of(task, 3).from(snapshot, 1));
      read(exploitable("CVE-2026-3").record());
      numbers.addAll(numbers());
    }

    assertThat(numbers).hasSize(5).doesNotHaveDuplicates();
  }

  private List<Long> numbers() {
    return decode.extractOutputValues().stream()
        .map(signal -> signal.track().record())
        .collect(Collectors.toList());
  }

  private void read(Record record) throws Exception {
    decode.processElement(new StreamRecord<>(record));
  }
}
