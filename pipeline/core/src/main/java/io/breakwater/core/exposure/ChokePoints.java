// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.ResourceRules;
import io.breakwater.core.exposure.ChokePoint.Origin;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the end of each contributing trait would do to an exposure: its evidence is weighed again
 * without the trait, by the same {@link Assessor}.
 *
 * <p>Costs one pass over the evidence and one assessment a trait and origin, of cases that differ
 * only: those that weigh the same are one. Made when a finding is written, not each time that
 * evidence is weighed.
 */
public final class ChokePoints {
  /** Resources that one trait is followed to; of more, the first by ARN. */
  public static final int MAX_ORIGINS = 25;

  private final Catalogue catalogue;
  private final Assessor assessor;

  public ChokePoints(Catalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue);
    this.assessor = new Assessor(catalogue);
  }

  /** One for each contributing trait, in the order of the catalogue; never empty. */
  public List<ChokePoint> of(Exposure exposure) {
    var cases = distinct(exposure);
    return exposure.traits().stream()
        .map(ExposureTrait::trait)
        .filter(trait -> trait.role().contributes())
        .map(
            trait -> {
              var sources = sources(exposure, trait.id());
              var after = without(trait.id(), cases, item -> true);
              return new ChokePoint(
                  trait,
                  after.orElse(null),
                  origins(exposure, trait.id(), cases, sources.values(), after),
                  sources.size());
            })
        .collect(Collectors.toList());
  }

  /** One piece of evidence for all that weigh the same and come from the same resource. */
  private List<Evidence> distinct(Exposure exposure) {
    var rules = catalogue.rulesFor(exposure.resource().type()).orElseThrow();
    Map<List<Object>, Evidence> cases = new LinkedHashMap<>();
    for (var item : exposure.evidence()) {
      cases.putIfAbsent(weight(exposure, item, rules), item);
    }
    return List.copyOf(cases.values());
  }

  private List<Object> weight(Exposure exposure, Evidence item, ResourceRules rules) {
    var weight = new ArrayList<>();
    weight.add(originOf(exposure, item));
    for (var given : item.traits()) {
      weight.add(given.id());
      rules
          .trait(given.id())
          .map(trait -> FactorPoints.of(trait, item.signal(), catalogue.severity()))
          .ifPresent(weight::add);
    }
    return weight;
  }

  private Optional<Severity> without(
      String trait, Collection<Evidence> cases, Predicate<Evidence> from) {
    var left = new ArrayList<Evidence>();
    for (var item : cases) {
      if (from.test(item)) {
        item.without(trait).ifPresent(left::add);
      } else {
        left.add(item);
      }
    }
    return assessor.severity(left);
  }

  private List<Origin> origins(
      Exposure exposure,
      String trait,
      Collection<Evidence> cases,
      Collection<Source> sources,
      Optional<Severity> withoutAll) {
    return sources.stream()
        .limit(MAX_ORIGINS)
        .map(
            source -> {
              var after =
                  sources.size() == 1
                      ? withoutAll
                      : without(
                          trait, cases, item -> originOf(exposure, item).equals(source.resource));
              return new Origin(
                  source.resource, source.path, after.orElse(null), source.leftBehind);
            })
        .collect(Collectors.toList());
  }

  /** By ARN; of several paths from one resource, the shortest. */
  private static Map<String, Source> sources(Exposure exposure, String trait) {
    var sources = new TreeMap<String, Source>();
    for (var item : exposure.evidence()) {
      if (item.traits().stream().anyMatch(given -> given.id().equals(trait))) {
        sources.merge(
            originOf(exposure, item).arn().toString(), new Source(exposure, item), Source::and);
      }
    }
    return sources;
  }

  private static Resource originOf(Exposure exposure, Evidence item) {
    return exposure.pathOf(item).map(TravelledPath::origin).orElse(item.signal().resource());
  }

  private static final class Source {
    private final Resource resource;
    private final TravelledPath path;
    private final int leftBehind;

    Source(Exposure exposure, Evidence item) {
      this(originOf(exposure, item), exposure.pathOf(item).orElse(null), item.more());
    }

    private Source(Resource resource, TravelledPath path, int leftBehind) {
      this.resource = resource;
      this.path = path;
      this.leftBehind = leftBehind;
    }

    Source and(Source other) {
      boolean first =
          path == null
              || (other.path != null
                  && TravelledPath.SHORTEST_FIRST.compare(path, other.path) <= 0);
      return new Source(
          resource,
          first ? path : other.path,
          (int) Math.min((long) leftBehind + other.leftBehind, Integer.MAX_VALUE));
    }
  }
}
