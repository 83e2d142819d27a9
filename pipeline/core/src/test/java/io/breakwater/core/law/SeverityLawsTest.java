// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.law;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.exposure.Assessor;
import io.breakwater.core.exposure.Ceiling;
import io.breakwater.core.exposure.ChokePoint;
import io.breakwater.core.exposure.ChokePoints;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.RemediationPlan;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Evidence.GivenTrait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What the evidence on one resource adds up to. */
final class SeverityLawsTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Assessor ASSESSOR = new Assessor(CATALOGUE);
  private static final ChokePoints CHOKE_POINTS = new ChokePoints(CATALOGUE);

  /** Findings that are active, of the resource of the first of them, each in one version. */
  @Provide
  Arbitrary<List<Signal>> findings() {
    return EventSets.events()
        .map(signal -> signal.toBuilder().state(SignalState.ACTIVE).build())
        .list()
        .ofMinSize(2)
        .ofMaxSize(16)
        .map(SeverityLawsTest::ofOneResource);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void one_more_finding_never_lowers_the_severity(@ForAll("findings") List<Signal> findings) {
    var fewer = assess(findings.subList(1, findings.size()));
    var all = assess(findings);

    assertThat(rank(all)).isGreaterThanOrEqualTo(rank(fewer));
  }

  /** Traits of one resource of any type, as signals of any sort give them. */
  @Provide
  Arbitrary<List<Evidence>> traitsOfAnyType() {
    var types = CATALOGUE.resourceTypes().stream().sorted(comparing(ResourceType::name));
    return Arbitraries.of(types.collect(Collectors.toList()))
        .flatMap(
            type -> {
              var traits = CATALOGUE.rulesFor(type).orElseThrow().traits();
              return Combinators.combine(Arbitraries.of(traits), EventSets.events())
                  .as((trait, like) -> given(type, trait, like))
                  .list()
                  .ofMinSize(2)
                  .ofMaxSize(8);
            });
  }

  private static Evidence given(ResourceType type, Trait trait, Signal like) {
    var arn = like.resource().arn();
    var signal =
        like.toBuilder()
            .resource(Resource.of(arn, type, arn.account(), arn.region()))
            .state(SignalState.ACTIVE)
            .build();
    return new Evidence(signal, List.of(new GivenTrait(trait.id(), trait.indicators())));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void one_more_trait_of_a_resource_of_any_type_never_lowers_the_severity(
      @ForAll("traitsOfAnyType") List<Evidence> traits) {
    var fewer = ASSESSOR.assess(traits.subList(1, traits.size())).exposure();
    var all = ASSESSOR.assess(traits).exposure();

    assertThat(rank(all)).isGreaterThanOrEqualTo(rank(fewer));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void the_severity_by_itself_is_that_of_the_whole_assessment(
      @ForAll("traitsOfAnyType") List<Evidence> traits) {
    assertThat(ASSESSOR.severity(ASSESSOR.weighed(traits)))
        .isEqualTo(ASSESSOR.assess(traits).exposure().map(Exposure::severity));
  }

  /** Reckoned from cases that differ, it is what all of the evidence without the trait gives. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void what_the_end_of_a_trait_leaves_is_what_the_evidence_without_it_gives(
      @ForAll("traitsOfAnyType") List<Evidence> traits) {
    var exposure = ASSESSOR.assess(traits).exposure();

    for (var point : exposure.map(CHOKE_POINTS::of).orElse(List.of())) {
      var others =
          traits.stream()
              .flatMap(item -> item.without(point.trait().id()).stream())
              .collect(Collectors.toList());
      assertThat(point.after())
          .isEqualTo(ASSESSOR.assess(others).exposure().map(Exposure::severity));
      assertThat(point.after().map(Severity::ocsfId).orElse(0)).isLessThanOrEqualTo(rank(exposure));
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void the_first_step_of_a_remediation_is_the_choke_point_that_leaves_least(
      @ForAll("traitsOfAnyType") List<Evidence> traits) {
    var exposure = ASSESSOR.assess(traits).exposure();

    exposure.ifPresent(
        found ->
            assertThat(RemediationPlan.of(found, CATALOGUE).get(0).after())
                .isEqualTo(
                    CHOKE_POINTS.of(found).stream()
                        .map(ChokePoint::after)
                        .min(comparing(after -> after.map(Severity::ocsfId).orElse(0)))
                        .orElseThrow()));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void the_ceiling_of_all_that_came_is_the_severity_and_never_below_that_of_less(
      @ForAll("findings") List<Signal> findings) {
    var type = findings.get(0).resource().type();
    var ceiling = Ceiling.of(List.of(), CATALOGUE);
    for (var item : evidence(findings)) {
      ceiling = ceiling.and(item, CATALOGUE);
    }

    assertThat(ceiling.severity(type, CATALOGUE))
        .isEqualTo(assess(findings).map(Exposure::severity));
    assertThat(ceiling.severity(type, CATALOGUE).map(Severity::ocsfId).orElse(0))
        .isGreaterThanOrEqualTo(rank(assess(findings.subList(1, findings.size()))));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void the_fingerprint_does_not_depend_on_times(
      @ForAll("findings") List<Signal> findings, @ForAll @LongRange(min = 1, max = 10_000) long s) {
    var later = findings.stream().map(one -> delayed(one, s)).collect(Collectors.toList());

    assertThat(assess(later).map(Exposure::fingerprint))
        .isEqualTo(assess(findings).map(Exposure::fingerprint));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void a_factor_is_unknown_exactly_when_no_signal_stands_behind_it(
      @ForAll("findings") List<Signal> findings) {
    var exposure = assess(findings);

    assertThat(exposure.stream().flatMap(found -> found.likelihood().factors().stream()))
        .allSatisfy(
            factor -> assertThat(factor.level().isEmpty()).isEqualTo(factor.signals().isEmpty()));
  }

  private static Signal delayed(Signal signal, long seconds) {
    var delay = Duration.ofSeconds(seconds);
    return signal.toBuilder()
        .updatedAt(signal.updatedAt().plus(delay))
        .observedAt(signal.observedAt().plus(delay))
        .createdAt(signal.createdAt().plus(delay))
        .build();
  }

  /** No exposure ranks below every severity. */
  private static int rank(Optional<Exposure> exposure) {
    return exposure.map(found -> found.severity().ocsfId()).orElse(0);
  }

  private static Optional<Exposure> assess(List<Signal> signals) {
    return ASSESSOR.assess(evidence(signals)).exposure();
  }

  private static List<Evidence> evidence(List<Signal> signals) {
    var evidence = new ArrayList<Evidence>();
    for (var signal : signals) {
      var traits = CATALOGUE.recognise(signal);
      if (!traits.isEmpty()) {
        evidence.add(Evidence.of(signal, traits));
      }
    }
    return evidence;
  }

  private static List<Signal> ofOneResource(List<Signal> signals) {
    var byFinding = new LinkedHashMap<String, Signal>();
    for (var signal : signals) {
      if (signal.resource().equals(signals.get(0).resource())) {
        byFinding.putIfAbsent(signal.findingUid(), signal);
      }
    }
    return List.copyOf(byFinding.values());
  }
}
