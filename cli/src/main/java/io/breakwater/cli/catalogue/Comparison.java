// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import io.breakwater.cli.catalogue.ReferenceTraits.Row;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Origin;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.resource.ResourceType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The traits of the reference, each with what a catalogue makes of it. */
final class Comparison {
  private final Map<Group, Counts> groups = new TreeMap<>();
  private final List<Row> uncovered;
  private final int rows;
  private final int own;

  private Comparison(Catalogue catalogue, List<Row> reference) {
    this.rows = reference.size();
    for (var row : reference) {
      var made = madeOf(catalogue, row);
      groups.merge(new Group(row.resourceType(), row.type()), made, Counts::and);
    }
    this.uncovered =
        reference.stream().filter(row -> madeOf(catalogue, row).uncovered() > 0).toList();
    this.own =
        (int)
            catalogue.resourceTypes().stream()
                .flatMap(type -> catalogue.rulesFor(type).orElseThrow().traits().stream())
                .filter(trait -> trait.origin() == Origin.BREAKWATER)
                .count();
  }

  static Comparison of(Catalogue catalogue, List<Row> reference) {
    return new Comparison(catalogue, reference);
  }

  private static Counts madeOf(Catalogue catalogue, Row row) {
    return trait(catalogue, row).map(Comparison::madeOf).orElse(new Counts(0, 0, 1));
  }

  private static Optional<Trait> trait(Catalogue catalogue, Row row) {
    return catalogue
        .rulesFor(ResourceType.named(row.resourceType()))
        .flatMap(rules -> rules.trait(row.id()))
        .filter(trait -> trait.type().label().equals(row.type()));
  }

  private static Counts madeOf(Trait trait) {
    return trait.computed() ? new Counts(0, 1, 0) : new Counts(1, 0, 0);
  }

  int rows() {
    return rows;
  }

  int covered() {
    return groups.values().stream().mapToInt(Counts::covered).sum();
  }

  int declared() {
    return groups.values().stream().mapToInt(Counts::declared).sum();
  }

  List<Row> uncovered() {
    return uncovered;
  }

  /** Traits of the catalogue that the reference does not have. */
  int own() {
    return own;
  }

  /** By resource type and type of trait, sorted. */
  Map<Group, Counts> groups() {
    return groups;
  }

  /** The traits of one sort of one type of resource. */
  record Group(String resourceType, String type) implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::resourceType).thenComparing(Group::type);

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }

  /** How many are covered, declared, neither. */
  record Counts(int covered, int declared, int uncovered) {
    Counts and(Counts other) {
      return new Counts(
          covered + other.covered, declared + other.declared, uncovered + other.uncovered);
    }
  }
}
