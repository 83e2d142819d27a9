// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.certificate.CertificateWord;
import io.breakwater.core.decode.Decoder;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.fixture.CertificateFleet;
import io.breakwater.flink.fixture.CertificateFleet.Story;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Harnesses.Task;
import io.breakwater.flink.fixture.JobRun;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.TrackedWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A year of a fleet of certificates in the whole job, against what must be open at its end. */
@ExtendWith(MiniClusterExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CertificatesInTheJobTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Decoder DECODER = Decoder.withLimit(1 << 20);
  private static final int CERTIFICATES = 10_000;
  private static final int QUIET_CERTIFICATES = 2_000;
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");
  private static final CertificateFleet FLEET =
      new CertificateFleet(CERTIFICATES, List.of(Story.values()), START, AS_OF);

  private JobRun year;

  @BeforeAll
  void a_bounded_year() throws Exception {
    year = JobRun.bounded(FLEET.shuffled(1), Settings.asOf(AS_OF).build(), 1);
  }

  @Test
  void a_bounded_year_ends_with_exactly_the_alerts_that_hold_then() {
    assertThat(states(year.certificates())).isEqualTo(FLEET.open(AS_OF));
    assertThat(year.certificates())
        .allSatisfy(told -> assertThat(time(told)).isLessThanOrEqualTo(AS_OF.toEpochMilli()));
  }

  @Test
  void every_record_of_the_year_is_accounted_for() {
    assertThat(year.count(Tally.RECORDS + Tally.READ)).isEqualTo(FLEET.shuffled(1).size());
    assertThat(year.settled(Tally.RECORDS)).isEqualTo(year.count(Tally.RECORDS + Tally.READ));
    assertThat(year.count(Tally.RECORDS + Tally.DUPLICATE)).isPositive();
  }

  @Test
  void two_tasks_write_what_one_does_whatever_the_order() throws Exception {
    var some = new CertificateFleet(QUIET_CERTIFICATES, List.of(Story.values()), START, AS_OF);

    var one = JobRun.bounded(some.shuffled(2), Settings.asOf(AS_OF).build(), 1);
    var two = JobRun.bounded(some.shuffled(3), Settings.asOf(AS_OF).build(), 2);

    assertThat(texts(two.certificates())).isEqualTo(texts(one.certificates()));
  }

  @Test
  void an_earlier_as_of_time_knows_nothing_of_what_comes_later() throws Exception {
    var some = new CertificateFleet(QUIET_CERTIFICATES, List.of(Story.values()), START, AS_OF);
    var earlier = Instant.parse("2025-08-20T12:00:00Z");

    var run = JobRun.bounded(some.shuffled(4), Settings.asOf(earlier).build(), 1);

    assertThat(states(run.certificates())).isEqualTo(some.open(earlier));
    assertThat(run.count(Tally.RECORDS + Tally.ignored("after-as-of"))).isPositive();
  }

  /**
   * The stream as it comes, and a watermark that follows it. Words of one time come one after the
   * other then, so that there may be a revision more on the way to the same alert.
   */
  @Test
  void the_same_year_live_on_a_clock_ends_with_the_same() throws Exception {
    assertThat(alerts(live(FLEET))).isEqualTo(alerts(year.certificates()));
  }

  @Test
  void nobody_is_told_of_a_fleet_that_renews_normally() throws Exception {
    var quiet = Arrays.stream(Story.values()).filter(Story::isQuiet).collect(toList());
    var fleet = new CertificateFleet(QUIET_CERTIFICATES, quiet, START, AS_OF);

    var bounded = JobRun.bounded(fleet.shuffled(6), Settings.asOf(AS_OF).build(), 1);

    assertThat(bounded.count(Tally.RECORDS + Tally.APPLIED)).isGreaterThan(QUIET_CERTIFICATES);
    assertThat(bounded.certificates()).isEmpty();
    assertThat(live(fleet)).isEmpty();
  }

  private static List<Output> live(CertificateFleet fleet) throws Exception {
    var certificates = Harnesses.certificates(Settings.live().build(), Task.single());
    try {
      long clock = Long.MIN_VALUE;
      for (var record : fleet.inOrder()) {
        var word = word(record);
        long time = word.at().toEpochMilli();
        if (time > clock) {
          certificates.processWatermark(time - 1);
          clock = time;
        }
        certificates.processElement(TrackedWord.of(word), time);
      }
      certificates.processWatermark(AS_OF.toEpochMilli());
      return certificates.extractOutputValues();
    } finally {
      certificates.close();
    }
  }

  private static CertificateWord word(Record record) {
    return CertificateWord.of(
        DECODER.decode(record.bytes()).parts().get(0).certificate().orElseThrow());
  }

  private static SortedMap<String, String> lastOpen(List<Output> revisions) {
    var last = new TreeMap<String, String>();
    for (var revision : revisions) {
      if (json(revision).path("activity_id").asInt() == 3) {
        last.remove(revision.key());
      } else {
        last.put(revision.key(), new String(revision.json(), UTF_8));
      }
    }
    return last;
  }

  /** Of each alert that is open, what identifies all that is material of it, and its title. */
  private static Map<String, String> alerts(List<Output> revisions) {
    var alerts = new TreeMap<String, String>();
    lastOpen(revisions)
        .forEach(
            (uid, text) -> {
              var alert = json(text.getBytes(UTF_8));
              alerts.put(
                  uid, alert.at("/metadata/uid").asText() + " " + alert.path("message").asText());
            });
    return alerts;
  }

  /** Of each alert that is open, the certificate and its state. */
  private static Map<String, String> states(List<Output> revisions) {
    var states = new TreeMap<String, String>();
    lastOpen(revisions)
        .values()
        .forEach(
            text -> {
              var alert = json(text.getBytes(UTF_8));
              states.put(
                  alert.at("/resources/0/uid").asText(),
                  alert.at("/unmapped/certificate/state").asText());
            });
    return states;
  }

  private static List<String> texts(List<Output> revisions) {
    return revisions.stream()
        .map(revision -> new String(revision.json(), UTF_8))
        .sorted()
        .collect(toList());
  }

  private static long time(Output revision) {
    return json(revision).path("time").asLong();
  }

  private static JsonNode json(Output revision) {
    return json(revision.json());
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
