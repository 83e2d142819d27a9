// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Vulnerability;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SeverityModelTest {
  private static final SeverityModel MODEL = Catalogue.builtIn().severity();

  /**
   * The matrix of the reference system.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/exposure-findings-severity.html">
   *     Severity of exposure findings</a>
   */
  @ParameterizedTest
  @CsvSource({
    "VERY_HIGH, LOW, HIGH",
    "VERY_HIGH, MEDIUM, CRITICAL",
    "VERY_HIGH, HIGH, CRITICAL",
    "HIGH, LOW, MEDIUM",
    "HIGH, MEDIUM, HIGH",
    "HIGH, HIGH, CRITICAL",
    "MODERATE, LOW, LOW",
    "MODERATE, MEDIUM, MEDIUM",
    "MODERATE, HIGH, HIGH",
    "LOW, LOW, INFORMATIONAL",
    "LOW, MEDIUM, LOW",
    "LOW, HIGH, MEDIUM"
  })
  void likelihood_and_impact_make_the_severity(Level likelihood, Impact impact, Severity severity) {
    assertThat(MODEL.severity(likelihood, impact)).isEqualTo(severity);
  }

  @ParameterizedTest
  @CsvSource({"VERY_HIGH, CRITICAL", "HIGH, HIGH", "MODERATE, MEDIUM", "LOW, LOW"})
  void an_unknown_impact_leaves_what_the_likelihood_says(Level likelihood, Severity severity) {
    assertThat(MODEL.severity(likelihood, Impact.UNKNOWN)).isEqualTo(severity);
  }

  @ParameterizedTest
  @CsvSource({
    "16, VERY_HIGH",
    "14, VERY_HIGH",
    "13, HIGH",
    "11, HIGH",
    "10, MODERATE",
    "7, MODERATE",
    "6, LOW",
    "4, LOW"
  })
  void a_score_reaches_a_likelihood_at_its_threshold(int score, Level likelihood) {
    assertThat(MODEL.likelihood(score)).isEqualTo(likelihood);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, VERY_HIGH",
    "0.5, VERY_HIGH",
    "0.49999, HIGH",
    "0.1, HIGH",
    "0.09999, MODERATE",
    "0.01, MODERATE",
    "0.00999, LOW",
    "0.0, LOW"
  })
  void a_probability_reaches_a_level_at_its_threshold(double epss, Level level) {
    assertThat(MODEL.ofEpss(epss)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, VERY_HIGH",
    "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:H, HIGH",
    "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H, MODERATE",
    "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N, LOW",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, VERY_HIGH",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, HIGH",
    "AV:N/AC:L/Au:N/C:P/I:P/A:P, HIGH",
    "AV:L/AC:H/Au:M/C:P/I:P/A:P, LOW"
  })
  void a_vector_says_how_easy_it_is(String vector, Level level) {
    assertThat(MODEL.ofCvss(CvssVector.of(vector))).contains(level);
  }

  @Test
  void a_text_that_is_no_vector_says_nothing() {
    assertThat(MODEL.ofCvss(CvssVector.of("unscored"))).isEmpty();
  }

  @Test
  void exploitation_says_more_than_an_exploit_and_silence_says_nothing() {
    assertThat(MODEL.ofExploit(vulnerability(Known.YES, Known.YES))).contains(Level.VERY_HIGH);
    assertThat(MODEL.ofExploit(vulnerability(Known.YES, Known.UNKNOWN))).contains(Level.HIGH);
    assertThat(MODEL.ofExploit(vulnerability(Known.NO, Known.UNKNOWN))).contains(Level.LOW);
    assertThat(MODEL.ofExploit(vulnerability(Known.UNKNOWN, Known.UNKNOWN))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"22, 22, HIGH", "443, 443, MODERATE", "0, 65535, HIGH", "430, 450, HIGH"})
  void the_most_telling_of_the_open_ports_counts(int first, int last, Level level) {
    assertThat(MODEL.ofPorts(path(first, last))).contains(level);
  }

  @ParameterizedTest
  @CsvSource({"49999, 49999", "-1, -1"})
  void ports_that_nobody_speaks_of_say_nothing(int first, int last) {
    assertThat(MODEL.ofPorts(path(first, last))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Factor.class)
  void an_unknown_factor_is_neither_zero_nor_low(Factor factor) {
    int unknown = MODEL.score(List.of(FactorValue.unknown(factor)));
    int low = MODEL.score(List.of(known(factor, Level.LOW)));
    int high = MODEL.score(List.of(known(factor, Level.HIGH)));

    assertThat(unknown).isGreaterThan(low).isLessThan(high);
  }

  @Test
  void the_score_is_the_sum_of_the_factors() {
    int score =
        MODEL.score(
            List.of(
                known(Factor.AWARENESS, Level.VERY_HIGH),
                known(Factor.DISCOVERY, Level.HIGH),
                known(Factor.EASE, Level.LOW),
                FactorValue.unknown(Factor.EXPLOITATION)));

    assertThat(score).isEqualTo(4 + 3 + 1 + 2);
  }

  private static OpenPath path(int first, int last) {
    return new OpenPath(OpenPath.Origin.INTERNET, first, last, "TCP");
  }

  private static Vulnerability vulnerability(Known exploit, Known exploited) {
    return new Vulnerability.Builder()
        .id("CVE-2026-0001")
        .exploitAvailable(exploit)
        .knownExploited(exploited)
        .build();
  }

  private static FactorValue known(Factor factor, Level level) {
    return FactorValue.known(factor, level, "it says so", List.of("finding"));
  }
}
