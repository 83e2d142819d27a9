// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.catalogue.TraitRole;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.trait.Evidence;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How severe the exposure of a resource can be at most, kept up as evidence comes without looking
 * at what there is already: whether one more finding is urgent costs the same however many the
 * resource has. Evidence that goes away leaves it too high until it is made anew.
 *
 * <p>Small: cases that weigh the same are one, so it holds at most some hundred numbers.
 */
public final class Ceiling {
  private final String catalogueVersion;
  private final Set<String> traits;
  private final FactorPoints raised;
  private final Set<FactorPoints> cases;

  public Ceiling(
      String catalogueVersion,
      Collection<String> traits,
      FactorPoints raised,
      Collection<FactorPoints> cases) {
    this.catalogueVersion = Objects.requireNonNull(catalogueVersion);
    this.traits = Set.copyOf(traits);
    this.raised = Objects.requireNonNull(raised);
    this.cases = Set.copyOf(cases);
  }

  /** That of all the evidence on a resource. */
  public static Ceiling of(Collection<Evidence> evidence, Catalogue catalogue) {
    var building =
        new Building(new Ceiling(catalogue.version(), Set.of(), FactorPoints.NONE, Set.of()));
    evidence.forEach(item -> building.take(item, catalogue));
    return building.done();
  }

  /** With one more piece of evidence; the same object when that changes nothing. */
  public Ceiling and(Evidence evidence, Catalogue catalogue) {
    var building = new Building(this);
    building.take(evidence, catalogue);
    return building.changed ? building.done() : this;
  }

  /** Whether it was reckoned by this catalogue: another one may weigh the same otherwise. */
  public boolean isOf(Catalogue catalogue) {
    return catalogueVersion.equals(catalogue.version());
  }

  /** Empty when there cannot be an exposure. */
  public Optional<Severity> severity(ResourceType type, Catalogue catalogue) {
    var rules = catalogue.rulesFor(type);
    if (rules.isEmpty() || cases.isEmpty() || rules.get().ruleFor(traits).isEmpty()) {
      return Optional.empty();
    }
    var model = catalogue.severity();
    int score = cases.stream().mapToInt(own -> own.score(model, raised)).max().orElse(0);
    var impact =
        Impacts.overall(
            traits.stream()
                .flatMap(id -> rules.get().trait(id).stream())
                .collect(Collectors.toList()));
    return Optional.of(model.severity(model.likelihood(score), impact));
  }

  public String catalogueVersion() {
    return catalogueVersion;
  }

  /** Ids of contributing traits. */
  public Set<String> traits() {
    return traits;
  }

  /** What amplifies every case. */
  public FactorPoints raised() {
    return raised;
  }

  /** The distinct cases of weaknesses. */
  public Set<FactorPoints> cases() {
    return cases;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Ceiling)) {
      return false;
    }
    var that = (Ceiling) other;
    return catalogueVersion.equals(that.catalogueVersion)
        && traits.equals(that.traits)
        && raised.equals(that.raised)
        && cases.equals(that.cases);
  }

  @Override
  public int hashCode() {
    return Objects.hash(catalogueVersion, traits, raised, cases);
  }

  @Override
  public String toString() {
    return new TreeSet<>(traits) + " " + raised + " " + cases;
  }

  private static final class Building {
    private final String catalogueVersion;
    private final Set<String> traits;
    private FactorPoints raised;
    private final Set<FactorPoints> cases;
    private boolean changed;

    Building(Ceiling from) {
      this.catalogueVersion = from.catalogueVersion;
      this.traits = new HashSet<>(from.traits);
      this.raised = from.raised;
      this.cases = new HashSet<>(from.cases);
    }

    void take(Evidence evidence, Catalogue catalogue) {
      if (evidence.suppressed()) {
        return;
      }
      var rules = catalogue.rulesFor(evidence.resource().type());
      for (var given : evidence.traits()) {
        rules
            .flatMap(known -> known.trait(given.id()))
            .filter(trait -> trait.role().contributes())
            .ifPresent(trait -> take(trait, evidence, catalogue));
      }
    }

    private void take(Trait trait, Evidence evidence, Catalogue catalogue) {
      changed |= traits.add(trait.id());
      var points = FactorPoints.of(trait, evidence.signal(), catalogue.severity());
      if (trait.role() == TraitRole.WEAKNESS) {
        changed |= cases.add(points);
      } else {
        var higher = raised.and(points);
        changed |= !higher.equals(raised);
        raised = higher;
      }
    }

    Ceiling done() {
      return new Ceiling(catalogueVersion, traits, raised, cases);
    }
  }
}
