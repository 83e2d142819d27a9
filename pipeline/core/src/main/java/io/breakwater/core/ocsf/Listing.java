// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import io.breakwater.core.exposure.AttackPath;
import io.breakwater.core.exposure.ChokePoint;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.RemediationPlan;
import io.breakwater.core.exposure.Statement;
import io.breakwater.core.network.Contradiction;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.Vulnerability;
import io.breakwater.core.trait.Evidence;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a finding lists of what is behind an exposure, the worst first: what the severity rests on,
 * then the cases that weigh most, then what else contributes, then the rest.
 */
final class Listing {
  private final Exposure exposure;
  private final List<RemediationPlan.Step> plan;
  private final List<ChokePoint> chokePoints;
  private final List<Statement> statements;
  private final List<Signal> vulnerable;
  private final int limit;

  private Listing(
      Exposure exposure,
      List<RemediationPlan.Step> plan,
      List<ChokePoint> chokePoints,
      List<Statement> statements,
      List<Signal> vulnerable,
      int limit) {
    this.exposure = exposure;
    this.plan = plan;
    this.chokePoints = chokePoints;
    this.statements = statements;
    this.vulnerable = vulnerable;
    this.limit = limit;
  }

  static Listing of(
      Exposure exposure, List<RemediationPlan.Step> plan, List<ChokePoint> chokePoints, int limit) {
    var statements = worstFirst(exposure);
    Map<String, Signal> vulnerable = new LinkedHashMap<>();
    for (var statement : statements) {
      var signal = statement.evidence().signal();
      signal
          .vulnerability()
          .map(Vulnerability::id)
          .filter(id -> !id.isEmpty())
          .ifPresent(id -> vulnerable.putIfAbsent(id, signal));
    }
    return new Listing(
        exposure, plan, chokePoints, statements, List.copyOf(vulnerable.values()), limit);
  }

  private static List<Statement> worstFirst(Exposure exposure) {
    var deciding = deciding(exposure);
    var contributing = contributing(exposure);
    return exposure.statements().stream()
        .sorted(
            Comparator.comparing(
                    (Statement said) ->
                        said.copies().stream()
                            .noneMatch(copy -> deciding.contains(copy.signal().findingUid())))
                .thenComparing(Comparator.comparingInt(Statement::score).reversed())
                .thenComparing(
                    said ->
                        said.evidence().traits().stream()
                            .noneMatch(trait -> contributing.contains(trait.id()))))
        .collect(Collectors.toList());
  }

  private static Set<String> deciding(Exposure exposure) {
    var deciding = new HashSet<String>();
    deciding.add(exposure.likelihood().findingUid());
    exposure.likelihood().factors().forEach(factor -> deciding.addAll(factor.signals()));
    return deciding;
  }

  private static Set<String> contributing(Exposure exposure) {
    return exposure.traits().stream()
        .filter(trait -> trait.trait().role().contributes())
        .map(trait -> trait.trait().id())
        .collect(Collectors.toSet());
  }

  /** The same with a smaller limit. */
  Listing to(int fewer) {
    return new Listing(exposure, plan, chokePoints, statements, vulnerable, fewer);
  }

  Exposure exposure() {
    return exposure;
  }

  List<RemediationPlan.Step> plan() {
    return plan;
  }

  /** All of them: as many as the resource has traits that contribute. */
  List<ChokePoint> chokePoints() {
    return chokePoints;
  }

  List<ChokePoint.Origin> origins(ChokePoint point) {
    return first(point.origins());
  }

  List<Statement> statements() {
    return first(statements);
  }

  /** As far as the statements that are listed tell of it. */
  AttackPath attackPath() {
    return AttackPath.of(
        exposure,
        statements().stream()
            .flatMap(statement -> statement.copies().stream())
            .collect(Collectors.toList()));
  }

  /** How many there are, listed or not. */
  int statementsInAll() {
    return statements.size();
  }

  /** The finding that speaks for each vulnerability. */
  List<Signal> vulnerabilities() {
    return first(vulnerable);
  }

  int vulnerabilitiesInAll() {
    return vulnerable.size();
  }

  List<Contradiction> contradictions() {
    return first(exposure.contradictions());
  }

  List<Evidence> suppressed() {
    return first(exposure.suppressed());
  }

  private <T> List<T> first(List<T> all) {
    return all.size() <= limit ? all : all.subList(0, limit);
  }
}
