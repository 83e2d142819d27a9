// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.ExploitationData;
import io.breakwater.core.catalogue.Suppressions;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All that a job judges by at one time: what it was started with, and the updates since. */
public final class Rules {
  private final Catalogue firstCatalogue;
  private final Suppressions firstSuppressions;
  private final ExploitationData firstExploitation;
  private final Map<RuleKind, RulesInForce> updates;
  private final Catalogue catalogue;
  private final Suppressions suppressions;
  private final ExploitationData exploitation;

  private Rules(
      Catalogue firstCatalogue,
      Suppressions firstSuppressions,
      ExploitationData firstExploitation,
      Map<RuleKind, RulesInForce> updates) {
    this.firstCatalogue = Objects.requireNonNull(firstCatalogue);
    this.firstSuppressions = Objects.requireNonNull(firstSuppressions);
    this.firstExploitation = Objects.requireNonNull(firstExploitation);
    this.updates = updates;
    this.catalogue =
        said(RuleKind.CATALOGUE).flatMap(CatalogueUpdate::accepted).orElse(firstCatalogue);
    this.suppressions =
        said(RuleKind.SUPPRESSIONS)
            .map(update -> Suppressions.of(RuleKind.SUPPRESSIONS.key(), update.document()))
            .orElse(firstSuppressions);
    this.exploitation =
        said(RuleKind.EXPLOITATION)
            .map(update -> ExploitationData.ofSound(update.digest(), update::document))
            .orElse(firstExploitation);
  }

  /** Those that a job is started with. */
  public static Rules of(
      Catalogue catalogue, Suppressions suppressions, ExploitationData exploitation) {
    return new Rules(catalogue, suppressions, exploitation, new EnumMap<>(RuleKind.class));
  }

  /** A catalogue, and nothing beside it. */
  public static Rules of(Catalogue catalogue) {
    return of(catalogue, Suppressions.NONE, ExploitationData.NONE);
  }

  /**
   * With updates that were accepted, each in place of what there is of its kind.
   *
   * @throws IllegalStateException for a catalogue that another release has accepted, and that this
   *     one finds faults in
   */
  public Rules with(Collection<RulesInForce> accepted) {
    if (accepted.isEmpty()) {
      return this;
    }
    var all = new EnumMap<>(updates);
    accepted.forEach(update -> all.put(update.kind(), update));
    return new Rules(firstCatalogue, firstSuppressions, firstExploitation, all);
  }

  private Optional<RulesInForce> said(RuleKind kind) {
    return update(kind).filter(RulesInForce::hasDocument);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Suppressions suppressions() {
    return suppressions;
  }

  public ExploitationData exploitation() {
    return exploitation;
  }

  /** The exploitation data, as findings name it; empty where there is none. */
  public Optional<String> exploitationVersion() {
    return update(RuleKind.EXPLOITATION)
        .map(RulesInForce::version)
        .or(() -> firstExploitation.asOf().map(day -> firstExploitation.version()));
  }

  /** What brought the rules of a kind; empty where they are those that the job began with. */
  public Optional<RulesInForce> update(RuleKind kind) {
    return Optional.ofNullable(updates.get(kind));
  }

  /** The number of the last update; 0 before the first. */
  public long number() {
    return updates.values().stream().mapToLong(RulesInForce::number).max().orElse(0);
  }

  @Override
  public String toString() {
    return "rules " + number() + ": catalogue " + catalogue.version();
  }
}
