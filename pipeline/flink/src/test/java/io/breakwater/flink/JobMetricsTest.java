// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static io.breakwater.flink.fixture.InspectorEvent.harmless;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.fixture.CertificateEvents;
import io.breakwater.flink.fixture.StoppableJob;
import io.breakwater.flink.types.Record;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a live job shows to whoever watches it. */
final class JobMetricsTest {
  private static final Instant NOW = START.plus(Duration.ofDays(1));

  private static final String FIRST = "i-0000000000000001";
  private static final String THIRD = "i-0000000000000003";

  /** Those of sinks, of a stream of rules, and of a control stream. */
  private static final EnumSet<JobMetric> ELSEWHERE =
      EnumSet.of(
          JobMetric.OUTPUTS_TOO_LARGE,
          JobMetric.RULE_UPDATES_ACCEPTED,
          JobMetric.RULE_UPDATES_REFUSED,
          JobMetric.ACTIONS_READ,
          JobMetric.ACTIONS_DEAD);

  @TempDir private Path savepoints;

  @Test
  void every_metric_is_there_and_says_what_happened() throws Exception {
    try (var job = StoppableJob.start(records(), settings(), 1)) {
      job.stop(savepoints);

      for (var metric : EnumSet.complementOf(ELSEWHERE)) {
        assertThat(job.metric(metric.metricName())).as("%s", metric).isPresent();
      }
      assertThat(job.metric("recordsRead")).contains(10L);
      assertThat(job.metric("recordsApplied")).contains(6L);
      assertThat(job.metric("recordsDuplicate")).contains(1L);
      assertThat(job.metric("recordsStale")).contains(1L);
      assertThat(job.metric("recordsIgnored")).contains(1L);
      assertThat(job.metric("recordsDead")).contains(1L);
      assertThat(ofAnySeverity(job, "exposuresCreated")).isEqualTo(2);
      assertThat(ofAnySeverity(job, "exposuresOpen")).isEqualTo(1);
      assertThat(ofAnySeverity(job, "exposuresClosed")).isEqualTo(1);
      assertThat(job.metric("exposuresUpdated")).contains(2L);
      assertThat(job.metric("certificateAlertsCreated")).contains(1L);
      assertThat(job.metric("certificateAlertsOpen")).contains(1L);
      assertThat(job.metric("catalogueVersion")).hasValueSatisfying(JobMetricsTest::isCurrent);
    }
  }

  @Test
  void counting_goes_on_after_a_savepoint() throws Exception {
    var records = new ArrayList<>(records());
    Path savepoint;
    try (var job = StoppableJob.start(records, settings(), 1)) {
      savepoint = job.stop(savepoints);
    }
    records.add(exploitable("CVE-2026-3").on(THIRD).closed().updated(minute(9)).record());

    try (var job = StoppableJob.restored(savepoint, records, settings(), 2)) {
      job.stop(savepoints);

      assertThat(job.metric("recordsRead")).contains(11L);
      assertThat(ofAnySeverity(job, "exposuresOpen")).isZero();
      assertThat(ofAnySeverity(job, "exposuresClosed")).isEqualTo(2);
      assertThat(job.metric("certificateAlertsOpen")).contains(1L);
    }
  }

  private static long ofAnySeverity(StoppableJob job, String what) {
    return Stream.of("Critical", "High", "Medium", "Low")
        .mapToLong(severity -> job.metric(what + severity).orElse(0L))
        .sum();
  }

  private static void isCurrent(long version) {
    assertThat(String.format("%d.%d.%d", version / 10_000, version / 100 % 100, version % 100))
        .isEqualTo(Catalogue.builtIn().version());
  }

  private static Settings settings() {
    return Settings.live().settle(Duration.ZERO).clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
  }

  private static List<Record> records() {
    return List.of(
        exploitable("CVE-2026-1").on(FIRST).record(),
        exploitable("CVE-2026-1").on(FIRST).record(),
        harmless("CVE-2026-2").on(FIRST).updated(minute(1)).record(),
        exploitable("CVE-2026-1").on(FIRST).closed().updated(minute(2)).record(),
        exploitable("CVE-2026-1").on(FIRST).updated(minute(1)).record(),
        harmless("CVE-2026-2").on(FIRST).closed().updated(minute(3)).record(),
        text("no JSON at all"),
        text("{\"detail-type\":\"Inspector2 Scan\",\"source\":\"aws.inspector2\",\"detail\":{}}"),
        exploitable("CVE-2026-3").on(THIRD).updated(minute(3)).record(),
        CertificateEvents.approaching(1, 5, minute(4)));
  }

  private static Record text(String text) {
    return new Record(text.getBytes(UTF_8), "memory", "0");
  }

  private static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }
}
