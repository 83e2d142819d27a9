// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Premise;
import io.breakwater.core.catalogue.ResourceRules;
import io.breakwater.core.network.NetworkConfiguration;
import io.breakwater.core.resource.Labels;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The evidence on one resource, ready to be weighed: copies by several paths made one, what
 * somebody suppressed apart, and what the premises among it amount to added.
 */
final class Facts {
  /** Ways in by configuration that are weighed: the worst ones. */
  static final int MOST_WAYS_IN = 25;

  private static final Comparator<Evidence> BY_FINDING =
      Comparator.<Evidence, String>comparing(item -> item.signal().product())
          .thenComparing(item -> item.signal().findingUid())
          .thenComparing(item -> item.signal().resource().arn());

  private final Resource resource;
  private final Labels labels;
  private final ResourceRules rules;
  private final List<Evidence> active;
  private final List<Evidence> suppressed;
  private final List<Evidence> premises;
  private final NetworkConfiguration network;
  private final BlastRadius blastRadius;

  private Facts(
      Resource resource, Labels labels, ResourceRules rules, Premises apart, Catalogue catalogue) {
    this.resource = resource;
    this.labels = labels;
    this.rules = rules;
    this.suppressed = sorted(apart.findings(), true);
    this.premises = apart.premises();
    this.network = NetworkConfiguration.of(resource, apart.of(Premise.REACHABILITY));
    var weighed = new ArrayList<>(sorted(apart.findings(), false));
    weighed.addAll(waysIn(network.waysIn(signals(apart.findings())), catalogue));
    weighed.sort(BY_FINDING);
    this.active = List.copyOf(weighed);
    this.blastRadius = BlastRadius.of(rules, apart.of(Premise.BLAST_RADIUS), active);
  }

  /**
   * @param evidence all of it of the same resource
   * @return empty for a resource that no exposure is about
   */
  static Optional<Facts> of(Collection<Evidence> evidence, Catalogue catalogue) {
    var apart = evidence.stream().collect(Collectors.partitioningBy(Evidence::isLabel));
    var facts = apart.get(false);
    return fullest(facts)
        .flatMap(
            resource ->
                catalogue
                    .rulesFor(resource.type())
                    .map(
                        rules ->
                            new Facts(
                                resource,
                                labels(apart.get(true)),
                                rules,
                                Premises.of(rules, facts),
                                catalogue)));
  }

  /** There is one piece of evidence at most for each of them. */
  private static Labels labels(List<Evidence> evidence) {
    var tags = Tags.NONE;
    var owner = "";
    for (var item : evidence) {
      tags = item.signal().tags().orElse(tags);
      owner = item.signal().owner().isEmpty() ? owner : item.signal().owner();
    }
    return Labels.of(tags, owner);
  }

  /** Sources differ in what they know of a resource: the fullest description counts. */
  private static Optional<Resource> fullest(Collection<Evidence> evidence) {
    return evidence.stream().map(Evidence::resource).max(Resource.BY_COMPLETENESS);
  }

  private static List<Evidence> sorted(Collection<Evidence> evidence, boolean suppressed) {
    var sorted = new ArrayList<Evidence>();
    var related = new TreeMap<String, Evidence>();
    for (var item : evidence) {
      if (item.suppressed() != suppressed) {
        continue;
      }
      if (item.path().isPresent()) {
        related.merge(signalOf(item), item, Evidence::joined);
      } else {
        sorted.add(item);
      }
    }
    sorted.addAll(related.values());
    sorted.sort(BY_FINDING);
    return sorted;
  }

  /** A signal that comes by several paths is one signal. */
  private static String signalOf(Evidence evidence) {
    var signal = evidence.signal();
    return String.join(
        "\n", signal.product(), signal.findingUid(), signal.resource().arn().toString());
  }

  /** Those about the resource itself. */
  private static List<Signal> signals(Collection<Evidence> evidence) {
    return evidence.stream()
        .filter(item -> item.path().isEmpty())
        .map(Evidence::signal)
        .collect(Collectors.toList());
  }

  private List<Evidence> waysIn(List<Signal> ways, Catalogue catalogue) {
    var weighed =
        ways.stream()
            .flatMap(way -> evidence(way, catalogue).stream())
            .sorted(
                Comparator.<Evidence>comparingInt(way -> -score(way, catalogue.severity()))
                    .thenComparing(BY_FINDING))
            .collect(Collectors.toList());
    if (weighed.size() <= MOST_WAYS_IN) {
      return weighed;
    }
    var worst = new ArrayList<>(weighed.subList(0, MOST_WAYS_IN));
    worst.set(0, worst.get(0).speakingOf(weighed.size() - MOST_WAYS_IN));
    return worst;
  }

  /** Empty where no trait of the catalogue is about ways in. */
  private static Optional<Evidence> evidence(Signal way, Catalogue catalogue) {
    var traits = catalogue.recognise(way);
    return traits.isEmpty() ? Optional.empty() : Optional.of(Evidence.of(way, traits));
  }

  private int score(Evidence way, SeverityModel model) {
    return way.traits().stream()
        .flatMap(given -> rules.trait(given.id()).stream())
        .mapToInt(
            trait -> FactorPoints.of(trait, way.signal(), model).score(model, FactorPoints.NONE))
        .max()
        .orElse(0);
  }

  /** As the source describes it that knows most of it. */
  Resource resource() {
    return resource;
  }

  Labels labels() {
    return labels;
  }

  ResourceRules rules() {
    return rules;
  }

  /** What is weighed, sorted by product, finding and resource. */
  List<Evidence> active() {
    return active;
  }

  /** What somebody decided not to look at, sorted in the same way. */
  List<Evidence> suppressed() {
    return suppressed;
  }

  /** What something was worked out from. */
  List<Evidence> premises() {
    return premises;
  }

  BlastRadius blastRadius() {
    return blastRadius;
  }

  NetworkConfiguration network() {
    return network;
  }
}
