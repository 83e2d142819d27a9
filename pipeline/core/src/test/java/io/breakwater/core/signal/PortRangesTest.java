// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PortRangesTest {
  @ParameterizedTest
  @ValueSource(strings = {"none", "tcp/22-22", "tcp/22-22 tcp/443-8443 udp/0-65535", "all/0-65535"})
  void what_it_writes_it_reads(String text) {
    assertThat(PortRanges.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "udp/53-53 tcp/443-443 tcp/22-22, tcp/22-22 tcp/443-443 udp/53-53",
    "tcp/20-30 tcp/25-40, tcp/20-40",
    "tcp/20-21 tcp/22-22, tcp/20-22",
    "tcp/0-65535 udp/0-65535, all/0-65535",
    "tcp/22-22 all/0-65535, all/0-65535",
    "all/80-80, tcp/80-80 udp/80-80",
  })
  void ranges_are_sorted_and_merged(String given, String canonical) {
    assertThat(PortRanges.parse(given)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "all/0-65535, tcp/22-22, tcp/22-22",
    "tcp/1-100, tcp/50-200, tcp/50-100",
    "tcp/22-22, udp/22-22, none",
    "tcp/1-10 tcp/20-30, tcp/5-25, tcp/5-10 tcp/20-25",
    "none, all/0-65535, none",
  })
  void ports_in_common(String one, String other, String common) {
    assertThat(PortRanges.parse(one).intersect(PortRanges.parse(other))).hasToString(common);
  }

  @ParameterizedTest
  @CsvSource({
    "all/0-65535, tcp/22-22, tcp/0-21 tcp/23-65535 udp/0-65535",
    "tcp/20-30, tcp/0-65535, none",
    "tcp/20-30, udp/25-25, tcp/20-30",
    "tcp/20-30, tcp/20-25 tcp/28-28, tcp/26-27 tcp/29-30",
  })
  void ports_that_the_other_has_not(String one, String other, String rest) {
    assertThat(PortRanges.parse(one).minus(PortRanges.parse(other))).hasToString(rest);
  }

  @Test
  void a_port_is_contained_under_its_protocol() {
    var ports = PortRanges.parse("tcp/22-80 udp/53-53");

    assertThat(ports.contains("TCP", 22)).isTrue();
    assertThat(ports.contains("tcp", 81)).isFalse();
    assertThat(ports.contains("udp", 22)).isFalse();
    assertThat(ports.contains("all", 53)).isTrue();
    assertThat(ports.contains("icmp", 53)).isFalse();
  }

  @Test
  void a_range_tells_its_ends() {
    var range = PortRanges.of("udp", 8000, 8080).ranges().get(0);

    assertThat(range.protocol()).isEqualTo("udp");
    assertThat(range.first()).isEqualTo(8000);
    assertThat(range.last()).isEqualTo(8080);
  }

  @ParameterizedTest
  @CsvSource({"tcp, 10, 9", "tcp, -1, 9", "tcp, 0, 65536", "icmp, 0, 8"})
  void what_is_no_range_is_refused(String protocol, int first, int last) {
    assertThatIllegalArgumentException().isThrownBy(() -> PortRanges.of(protocol, first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tcp", "tcp/22", "none tcp/1-2", "tcp/1-2  tcp/3-4", "icmp/0-0"})
  void another_form_is_refused_and_shown(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PortRanges.parse(text))
        .withMessageContaining("is no range of ports");
  }

  @Property
  void the_operations_are_those_of_sets(
      @ForAll("ports") PortRanges a, @ForAll("ports") PortRanges b) {
    IntStream.rangeClosed(0, 40)
        .forEach(
            port -> {
              boolean inA = a.contains("tcp", port);
              boolean inB = b.contains("tcp", port);
              assertThat(a.union(b).contains("tcp", port)).isEqualTo(inA || inB);
              assertThat(a.intersect(b).contains("tcp", port)).isEqualTo(inA && inB);
              assertThat(a.minus(b).contains("tcp", port)).isEqualTo(inA && !inB);
            });
  }

  @Property
  void the_same_ports_are_equal_however_they_came_together(
      @ForAll("ports") PortRanges a, @ForAll("ports") PortRanges b) {
    assertThat(a.minus(b).union(a.intersect(b))).isEqualTo(a);
    assertThat(a.union(b)).isEqualTo(b.union(a)).hasSameHashCodeAs(b.union(a));
    assertThat(PortRanges.parse(a.toString())).isEqualTo(a);
  }

  @Provide
  Arbitrary<PortRanges> ports() {
    var range =
        Combinators.combine(
                Arbitraries.of("tcp", "udp", "all"),
                Arbitraries.integers().between(0, 30),
                Arbitraries.integers().between(0, 10))
            .as((protocol, first, more) -> PortRanges.of(protocol, first, first + more));
    return range
        .list()
        .ofMaxSize(4)
        .map(ranges -> ranges.stream().reduce(PortRanges.none(), PortRanges::union));
  }
}
