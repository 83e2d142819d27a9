// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.AffectedPackage;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.signal.Vulnerability;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class VersionOfTest {
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments("account", base().resource(of("444455556666", INSTANCE.region()))),
        arguments("region", base().resource(of(INSTANCE.account(), "us-east-1"))),
        arguments("severity", base().severity(Severity.LOW)),
        arguments("state", base().state(SignalState.ARCHIVED)),
        arguments("title", base().title("another")),
        arguments("kind", base().kind("another")),
        arguments("control", base().control("EC2.8")),
        arguments("creation time", base().createdAt(START.minusSeconds(1))),
        arguments("no vulnerability", base().vulnerability(null)),
        arguments("vulnerability", base().vulnerability(vulnerability().id("CVE-1").build())),
        arguments("score", base().vulnerability(vulnerability().cvss("AV:N", 5).build())),
        arguments("probability", base().vulnerability(vulnerability().epss(0.2).build())),
        arguments(
            "package",
            base()
                .vulnerability(
                    vulnerability().addPackage(new AffectedPackage("a", "b", "c")).build())),
        arguments("path", base().openPath(new OpenPath(OpenPath.Origin.VPN, 1, 2, "TCP"))),
        arguments("steps", base().openPath(reaching(new OpenPath.Step("igw-0a1", "")))),
        arguments("attribute", base().attribute("public", "true")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void whatever_a_signal_says_differently_makes_another_content(
      String what, Signal.Builder changed) {
    assertThat(content(changed)).isNotEqualTo(content(base()));
  }

  @Test
  void delivery_and_replay_are_nothing_that_it_says() {
    assertThat(content(base().observedAt(START.plusSeconds(5)).replayed(true)))
        .isEqualTo(content(base()));
  }

  @Test
  void a_creation_time_that_stands_in_for_the_update_time_is_nothing_that_it_says() {
    assertThat(content(base().updatedAt(START.plusSeconds(5)))).isEqualTo(content(base()));
  }

  /** Two packages of three texts each, or three attributes of two. */
  @Test
  void the_same_texts_in_other_places_are_another_content() {
    var packages =
        base()
            .vulnerability(
                vulnerability()
                    .addPackage(new AffectedPackage("a", "b", "c"))
                    .addPackage(new AffectedPackage("d", "e", "f"))
                    .build());
    var attributes =
        base()
            .vulnerability(vulnerability().build())
            .attribute("a", "b")
            .attribute("c", "d")
            .attribute("e", "f");

    assertThat(content(packages)).isNotEqualTo(content(attributes));
  }

  @Test
  void versions_are_ordered_by_update_then_delivery_then_content() {
    var first = new SignalVersion(START, START.plusSeconds(9), 9);
    var delivered = new SignalVersion(START.plusSeconds(1), START, 9);
    var later = new SignalVersion(START.plusSeconds(1), START.plusSeconds(1), 1);
    var content = new SignalVersion(START.plusSeconds(1), START.plusSeconds(1), 2);

    assertThat(Stream.of(content, later, delivered, first).sorted())
        .containsExactly(first, delivered, later, content);
  }

  private static Signal.Builder base() {
    return reachable(INSTANCE).vulnerability(vulnerability().build());
  }

  private static OpenPath reaching(OpenPath.Step... steps) {
    var path = base().build().openPath().orElseThrow();
    return new OpenPath(
        path.origin(), path.firstPort(), path.lastPort(), path.protocol(), List.of(steps));
  }

  private static Vulnerability.Builder vulnerability() {
    return new Vulnerability.Builder().id("CVE-2026-0001");
  }

  private static Resource of(String account, String region) {
    return Resource.of(INSTANCE.arn(), INSTANCE.type(), account, region);
  }

  private static long content(Signal.Builder signal) {
    return VersionOf.signal(signal.build()).content();
  }
}
