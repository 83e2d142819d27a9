// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LivePageTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant DAY = Instant.parse("2027-02-03T00:00:00Z");

  private final Overview overview = new Overview();

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9, 10, 11, 15, 16, 17, 20, 24, 25, 40, 80})
  void it_fills_every_terminal_and_no_more(int rows) {
    fill(30);

    assertThat(page(rows)).hasSize(rows);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 40, 80})
  void every_part_has_a_place_and_the_hint_is_the_last_line(int rows) {
    fill(100);

    var page = page(rows);

    assertThat(page).filteredOn(line -> line.startsWith("SEVERITY")).hasSize(2);
    assertThat(page).contains("LATEST").anyMatch(line -> line.matches("… and \\d+ more"));
    assertThat(page.get(rows - 1)).isEqualTo("Ctrl-C stops");
  }

  @Test
  void where_there_is_no_place_only_exposures_are_left() {
    fill(30);

    var page = page(10);

    assertThat(page).filteredOn(line -> line.startsWith("SEVERITY")).hasSize(1);
    assertThat(page).filteredOn(line -> line.contains("EC2 instance")).hasSize(2);
    assertThat(page).doesNotContain("LATEST");
  }

  @Test
  void parts_keep_their_places_when_there_is_nothing_in_them() {
    int before = page(24).indexOf("LATEST");
    fill(30);

    assertThat(page(24).indexOf("LATEST")).isEqualTo(before);
  }

  @Test
  void the_most_urgent_certificates_are_listed_with_the_days_they_have_left() {
    overview.add(alert("low", Severity.LOW, Optional.of(DAY.plus(Duration.ofDays(2)))));
    overview.add(alert("late", Severity.CRITICAL, Optional.of(DAY.plus(Duration.ofHours(1)))));
    overview.add(alert("over", Severity.CRITICAL, Optional.of(DAY.minus(Duration.ofDays(3)))));
    overview.add(alert("unknown", Severity.LOW, Optional.empty()));

    var page = page(40);

    assertThat(page)
        .contains("certificates on 2027-02-03: 2 Critical, 2 Low")
        .containsSubsequence(
            "SEVERITY    LEFT  CERTIFICATE                      ACCOUNT       ALERT",
            "Critical    -3 d  over.example.com                 111122223333  It ends",
            "Critical     0 d  late.example.com                 111122223333  It ends",
            "Low          2 d  low.example.com                  111122223333  It ends",
            "Low            -  unknown.example.com              111122223333  It ends");
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      overview.add(
          revision("exposure " + i, Severity.HIGH, "EC2 instance has software vulnerabilities"));
      overview.add(alert("site-" + i, Severity.MEDIUM, Optional.of(DAY)));
    }
  }

  private List<String> page(int rows) {
    return new LivePage(
            overview,
            new Counts(12, 5, 0, 1, 3, 1),
            Duration.ofSeconds(61),
            NOW,
            DAY,
            "Ctrl-C stops")
        .lines(rows).stream().map(AttributedString::toString).toList();
  }

  private static CertificateAlert alert(String name, Severity severity, Optional<Instant> end) {
    return new CertificateAlert(revision(name, severity, "It ends"), name + ".example.com", end);
  }

  private static Revision revision(String uid, Severity severity, String title) {
    return new Revision(
        uid,
        Revision.Activity.CREATE,
        severity,
        title,
        "i-0a1b2c3d4e5f60718",
        "111122223333",
        "eu-central-1",
        NOW,
        "");
  }
}
