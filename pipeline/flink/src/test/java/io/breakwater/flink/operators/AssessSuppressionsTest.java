// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static io.breakwater.flink.fixture.InspectorEvent.harmless;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.trait.TraitChange;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.Changes;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Harnesses.Task;
import io.breakwater.flink.fixture.InspectorEvent;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.types.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exposures that somebody decided to live with. */
final class AssessSuppressionsTest {
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private final Changes changes = new Changes();
  private KeyedOneInputStreamOperatorTestHarness<String, TraitChange, Output> assess;

  @AfterEach
  void close() throws Exception {
    assess.close();
  }

  @Test
  void what_is_suppressed_is_told_again_when_that_has_ended() throws Exception {
    open(suppressing("Critical", "2026-12-31"));
    take(exploitable("CVE-2026-1"));
    assertThat(announced())
        .extracting(AssessSuppressionsTest::status)
        .containsExactly("Suppressed");
    assertThat(assess.numEventTimeTimers()).isEqualTo(1);
    assertThat(suppressed()).isEqualTo(1);

    assess.processWatermark(
        new Watermark(Instant.parse("2026-12-31T23:59:59.999Z").toEpochMilli()));
    assertThat(announced()).hasSize(1);
    assess.processWatermark(new Watermark(Instant.parse("2027-01-01T00:00:00Z").toEpochMilli()));

    assertThat(announced())
        .extracting(AssessSuppressionsTest::status)
        .containsExactly("Suppressed", "New");
    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Update");
    assertThat(Revisions.json(announced().get(1)).path("time").asLong())
        .isEqualTo(Instant.parse("2027-01-01T00:00:00Z").toEpochMilli());
    assertThat(assess.numEventTimeTimers()).isZero();
    assertThat(suppressed()).isZero();
  }

  @Test
  void what_becomes_more_severe_than_when_it_was_suppressed_is_told_at_once() throws Exception {
    open(suppressing("Medium", "2026-12-31"));
    take(harmless("CVE-2026-1"));

    take(exploitable("CVE-2026-2"));

    assertThat(announced())
        .extracting(AssessSuppressionsTest::status)
        .containsExactly("Suppressed", "New");
  }

  @Test
  void what_is_fixed_while_it_is_suppressed_is_closed() throws Exception {
    open(suppressing("Critical", "2026-12-31"));
    take(exploitable("CVE-2026-1"));

    take(exploitable("CVE-2026-1").closed().updated(START.plusSeconds(60)));
    assess.setProcessingTime(SETTLE.toMillis());

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Close");
    assertThat(announced())
        .extracting(AssessSuppressionsTest::status)
        .containsExactly("Suppressed", "Resolved");
    assertThat(suppressed()).isZero();
  }

  @Test
  void a_suppression_survives_a_failure() throws Exception {
    open(suppressing("Critical", "2026-12-31"));
    take(exploitable("CVE-2026-1"));
    var snapshot = assess.snapshot(1, 1);
    assess.close();
    assess =
        Harnesses.assess(suppressing("Critical", "2026-12-31"), Task.single().from(snapshot, 1));

    assess.processWatermark(new Watermark(Instant.parse("2027-01-01T00:00:00Z").toEpochMilli()));

    assertThat(announced()).extracting(AssessSuppressionsTest::status).containsExactly("New");
  }

  private static Settings suppressing(String severity, String expires) {
    return Settings.live()
        .settle(SETTLE)
        .suppressions(
            String.format(
                "{\"version\":\"1\",\"suppressions\":[{\"id\":\"sandbox\","
                    + "\"reason\":\"Nothing of value is there.\",\"owner\":\"platform\","
                    + "\"expires\":\"%s\",\"severity\":\"%s\","
                    + "\"pattern\":{\"resource\":{\"type\":[\"AWS::EC2::Instance\"]}}}]}",
                expires, severity))
        .build();
  }

  private static String status(Output revision) {
    return Revisions.json(revision).path("status").asText();
  }

  /** How many open exposures are suppressed, as the job counts them. */
  private long suppressed() {
    return Harnesses.counts(assess).get("exposuresSuppressed");
  }

  private void open(Settings settings) throws Exception {
    assess = Harnesses.assess(settings, Task.single());
  }

  private void take(InspectorEvent event) throws Exception {
    var change = changes.of(event);
    assess.processElement(new StreamRecord<>(change, change.at().toEpochMilli()));
  }

  private List<Output> announced() {
    return assess.extractOutputValues();
  }
}
