// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.harmless;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.fixture.CatalogueFiles;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.severity.Factor;
import io.breakwater.core.severity.FactorValue;
import io.breakwater.core.severity.Level;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AssessorTest {
  private static final Catalogue BUILT_IN = Catalogue.builtIn();
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");

  @Test
  void nothing_is_no_exposure() {
    assertThat(new Assessor(BUILT_IN).assess(new ArrayList<>()).exposure()).isEmpty();
  }

  @Test
  void a_weakness_that_no_rule_speaks_of_is_no_exposure() {
    var catalogue =
        CatalogueFiles.builtIn()
            .change("exposures/ec2-instance.json", AssessorTest::keepTheFirstRule)
            .read();

    assertThat(assess(catalogue, control(INSTANCE, "EC2.8"))).isEmpty();
  }

  @Test
  void the_most_likely_case_decides() {
    var exposure =
        assess(
                BUILT_IN,
                harmless(INSTANCE, "CVE-2026-0001"),
                exploitable(INSTANCE, "CVE-2026-0002"),
                harmless(INSTANCE, "CVE-2026-0003"))
            .orElseThrow();

    assertThat(exposure.likelihood().findingUid()).endsWith("CVE-2026-0002");
    assertThat(exposure.likelihood().traitId()).isEqualTo("high-priority-vulnerability");
  }

  /** How reachable the resource is holds for every case, and never makes a weakness harder. */
  @ParameterizedTest
  @CsvSource({"low, very-high, VERY_HIGH", "very-high, low, VERY_HIGH", "moderate, high, HIGH"})
  void of_two_levels_of_a_factor_the_higher_counts(
      String ofWeakness, String ofAmplifier, Level discovery) {
    var catalogue =
        CatalogueFiles.builtIn()
            .trait(
                "traits/ec2-instance.json",
                "metadata-misconfiguration",
                trait -> trait.withObject("/factors").put("discovery", ofWeakness))
            .trait(
                "traits/ec2-instance.json",
                "internet-reachable",
                trait -> trait.withObject("/factors").put("discovery", ofAmplifier))
            .read();

    var exposure = assess(catalogue, reachable(INSTANCE), control(INSTANCE, "EC2.8")).orElseThrow();

    assertThat(factor(exposure, Factor.DISCOVERY).level()).contains(discovery);
  }

  @Test
  void sources_that_know_less_of_the_resource_take_nothing_away() {
    var unnamed = Resource.of(INSTANCE.arn(), INSTANCE.type(), "", "");

    var exposure =
        assess(BUILT_IN, harmless(INSTANCE, "CVE-2026-0001"), harmless(unnamed, "CVE-2026-0002"))
            .orElseThrow();

    assertThat(exposure.resource().account()).isEqualTo(INSTANCE.account());
    assertThat(exposure.resource().region()).isEqualTo(INSTANCE.region());
  }

  private static void keepTheFirstRule(ObjectNode root) {
    var first = root.at("/rules/0");
    root.putArray("rules").add(first);
  }

  private static FactorValue factor(Exposure exposure, Factor factor) {
    return exposure.likelihood().factors().stream()
        .filter(value -> value.factor() == factor)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Exposure> assess(Catalogue catalogue, Signal.Builder... signals) {
    var evidence = new ArrayList<Evidence>();
    for (var builder : signals) {
      var signal = builder.build();
      evidence.add(Evidence.of(signal, catalogue.recognise(signal)));
    }
    return new Assessor(catalogue).assess(evidence).exposure();
  }
}
