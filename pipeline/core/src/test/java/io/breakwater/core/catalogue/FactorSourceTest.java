// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.harmless;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachable;
import static io.breakwater.core.fixture.Findings.vulnerable;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.resource.Resource;
import io.breakwater.core.severity.Level;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.Vulnerability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FactorSourceTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final SeverityModel MODEL = CATALOGUE.severity();
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Signal EXPLOITABLE = exploitable(INSTANCE, "CVE-2026-0001").build();
  private static final Signal CONTROL = control(INSTANCE, "EC2.8").build();

  @ParameterizedTest
  @EnumSource(Level.class)
  void a_level_of_the_trait_s_own_holds_for_every_signal(Level level) {
    assertThat(source(level.key()).level(CONTROL, MODEL)).contains(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exploit", "cvss", "epss", "open-ports"})
  void what_a_signal_does_not_say_is_unknown(String key) {
    var silent =
        vulnerable(INSTANCE, "CVE-2026-0001", new Vulnerability.Builder().id("CVE-2026-0001"))
            .build();

    assertThat(source(key).level(CONTROL, MODEL)).isEmpty();
    assertThat(source(key).level(silent, MODEL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"exploit, HIGH", "cvss, VERY_HIGH", "epss, VERY_HIGH"})
  void what_a_signal_says_has_a_level(String key, Level level) {
    assertThat(source(key).level(EXPLOITABLE, MODEL)).contains(level);
  }

  @Test
  void open_ports_are_named() {
    assertThat(reason("open-ports", reachable(INSTANCE).build())).isEqualTo("TCP port 443 is open");
  }

  @Test
  void an_exploit_is_named_with_its_vulnerability() {
    assertThat(reason("exploit", EXPLOITABLE)).isEqualTo("CVE-2026-0001 has a public exploit");
  }

  @Test
  void the_lack_of_an_exploit_is_no_more_than_that() {
    assertThat(reason("exploit", harmless(INSTANCE, "CVE-2026-0002").build()))
        .isEqualTo("CVE-2026-0002 is public, no exploit is known");
  }

  @Test
  void a_probability_is_written_with_a_point_in_every_locale() {
    assertThat(reason("epss", EXPLOITABLE)).isEqualTo("EPSS 0.94000 of CVE-2026-0001");
  }

  @Test
  void a_fixed_level_rests_on_what_the_trait_says() {
    assertThat(reason("high", CONTROL)).isEqualTo(trait().title());
  }

  @Test
  void an_unknown_key_is_no_source() {
    assertThat(FactorSource.ofKey("astrology")).isEmpty();
  }

  private static String reason(String key, Signal signal) {
    return source(key).reason(signal, trait());
  }

  private static Trait trait() {
    return CATALOGUE
        .rulesFor(INSTANCE.type())
        .orElseThrow()
        .trait("metadata-misconfiguration")
        .orElseThrow();
  }

  private static FactorSource source(String key) {
    return FactorSource.ofKey(key).orElseThrow();
  }
}
