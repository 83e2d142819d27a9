// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.certificate.CertificateField;
import io.breakwater.core.certificate.CertificateWord;
import io.breakwater.core.resource.Arn;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.fixture.CertificateEvents;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Harnesses.Task;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Track;
import io.breakwater.flink.types.TrackedWord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CertificatesTest {
  private static final Arn ARN = Arn.parse(CertificateEvents.arn(1));
  private static final Instant ISSUED = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant END = ISSUED.plus(Duration.ofDays(90));

  private KeyedOneInputStreamOperatorTestHarness<String, TrackedWord, Output> certificates;

  @BeforeEach
  void open() throws Exception {
    certificates = Harnesses.certificates(Settings.live().build(), Task.single());
  }

  @AfterEach
  void close() throws Exception {
    certificates.close();
  }

  @Test
  void a_certificate_has_one_timer_at_the_next_time_that_matters() throws Exception {
    say(imported());
    certificates.processWatermark(millis(END.minus(Duration.ofDays(20))));

    assertThat(certificates.numEventTimeTimers()).isEqualTo(1);
    assertThat(told()).singleElement().asString().contains("expires in 30 days");
  }

  @Test
  void the_clock_alone_brings_it_to_its_end() throws Exception {
    say(imported());
    certificates.processWatermark(millis(END));

    assertThat(told()).hasSize(6).last().asString().contains("\"state\":\"expired\"");
  }

  @Test
  void what_is_forgotten_leaves_neither_state_nor_timer() throws Exception {
    say(imported());
    certificates.processWatermark(millis(END.plus(Duration.ofDays(400))));

    assertThat(told()).last().asString().contains("\"reason\":\"not-heard\"");
    assertThat(certificates.numKeyedStateEntries()).isZero();
    assertThat(certificates.numEventTimeTimers()).isZero();
  }

  @Test
  void a_job_that_is_stopped_lets_nothing_expire() throws Exception {
    say(imported());
    certificates.processWatermark(Long.MAX_VALUE);

    assertThat(told()).isEmpty();
  }

  @Test
  void a_restart_goes_on_with_the_countdown() throws Exception {
    say(imported());
    certificates.processWatermark(millis(END.minus(Duration.ofDays(20))));
    var snapshot = certificates.snapshot(1, 1);
    certificates.close();

    certificates = Harnesses.certificates(Settings.live().build(), Task.single().from(snapshot, 1));
    certificates.processWatermark(millis(END.minus(Duration.ofDays(15))));

    assertThat(told())
        .singleElement()
        .asString()
        .contains("\"activity_name\":\"Update\"", "expires in 15 days");
  }

  @Test
  void every_word_is_settled_once() throws Exception {
    say(imported());
    say(imported());
    say(available(ISSUED.minusSeconds(60)));

    assertThat(Harnesses.counts(certificates))
        .containsEntry(Tally.RECORDS + Tally.APPLIED, 1L)
        .containsEntry(Tally.RECORDS + Tally.DUPLICATE, 1L)
        .containsEntry(Tally.RECORDS + Tally.STALE, 1L);
  }

  @Test
  void what_a_part_of_a_record_becomes_is_passed_on() throws Exception {
    certificates.processElement(
        TrackedWord.of(new Track(7, 1, 2, 1), CertificateWord.of(imported())), millis(ISSUED));
    certificates.processElement(
        TrackedWord.of(CertificateWord.of(available(ISSUED.plusSeconds(1)))), millis(ISSUED));

    assertThat(certificates.getSideOutput(Certificates.OUTCOMES))
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.getValue().track().record()).isEqualTo(7);
              assertThat(outcome.getValue().count()).isEqualTo(Tally.APPLIED);
            });
    assertThat(Harnesses.counts(certificates)).isEmpty();
  }

  @Test
  void a_word_from_the_future_does_not_move_the_clock() throws Exception {
    say(imported());
    var later = Instant.now().plus(Duration.ofDays(4_000));
    say(
        CertificateEvent.builder()
            .arn(ARN)
            .type(CertificateEventType.KEY_CONTROL)
            .time(later)
            .build());
    certificates.processWatermark(millis(Instant.now()));

    assertThat(told())
        .allSatisfy(text -> assertThat(text).doesNotContain("\"reason\":\"not-heard\""));
  }

  private List<String> told() {
    return certificates.extractOutputValues().stream()
        .map(output -> new String(output.json(), UTF_8))
        .collect(Collectors.toList());
  }

  private void say(CertificateEvent event) throws Exception {
    certificates.processElement(
        TrackedWord.of(new Track(1, 0, 1, 1), CertificateWord.of(event)), millis(event.time()));
  }

  private static CertificateEvent imported() {
    return available(ISSUED);
  }

  private static CertificateEvent available(Instant at) {
    return CertificateEvent.builder()
        .arn(ARN)
        .type(CertificateEventType.AVAILABLE)
        .time(at)
        .with(CertificateField.CERTIFICATE_TYPE, "IMPORTED")
        .with(CertificateField.ACTION, "IMPORT")
        .with(CertificateField.CREATED_AT, ISSUED)
        .with(CertificateField.EXPIRES_AT, END)
        .with(CertificateField.IN_USE, "YES")
        .build();
  }

  private static long millis(Instant time) {
    return time.toEpochMilli();
  }
}
