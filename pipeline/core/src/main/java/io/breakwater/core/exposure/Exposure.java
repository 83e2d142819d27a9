// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.ExposureRule;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.network.ComputedPath;
import io.breakwater.core.network.Contradiction;
import io.breakwater.core.network.NetworkConfiguration;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Labels;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.trait.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the traits of one primary resource add up to: the correlated finding, before it is
 * announced.
 *
 * <p>A pure function of the evidence and the catalogue; nothing in it depends on arrival order.
 */
public final class Exposure {
  private final Resource resource;
  private final Labels labels;
  private final String uid;
  private final ExposureRule rule;
  private final String title;
  private final Severity severity;
  private final Likelihood likelihood;
  private final Impacts impacts;
  private final List<ExposureTrait> traits;
  private final List<Evidence> evidence;
  private final List<Evidence> suppressed;
  private final List<Evidence> premises;
  private final BlastRadius blastRadius;
  private final NetworkConfiguration network;
  private final List<Contradiction> contradictions;
  private final int[] scores;
  private final String catalogueVersion;
  private final String fingerprint;

  private Exposure(Builder builder) {
    this.resource = Objects.requireNonNull(builder.resource);
    this.labels = Objects.requireNonNull(builder.labels);
    this.uid = uidOf(resource);
    this.rule = Objects.requireNonNull(builder.rule);
    this.title = Objects.requireNonNull(builder.title);
    this.severity = Objects.requireNonNull(builder.severity);
    this.likelihood = Objects.requireNonNull(builder.likelihood);
    this.impacts = Objects.requireNonNull(builder.impacts);
    this.traits = List.copyOf(builder.traits);
    this.evidence = List.copyOf(builder.evidence);
    this.suppressed = List.copyOf(builder.suppressed);
    this.premises = List.copyOf(builder.premises);
    this.blastRadius = Objects.requireNonNull(builder.blastRadius);
    this.network = Objects.requireNonNull(builder.network);
    this.contradictions = network.contradictions(told());
    this.scores = builder.scores.clone();
    this.catalogueVersion = Objects.requireNonNull(builder.catalogueVersion);
    this.fingerprint = fingerprintOf();
  }

  /**
   * The uid of the exposure of a resource, whether it has one now or not.
   *
   * <p>Account and region are those of the ARN: what findings say beside it (a global resource is
   * reported from many regions) must not make two exposures of one resource.
   */
  public static String uidOf(Resource resource) {
    var arn = resource.arn();
    return "exposure-"
        + Sha256.identity(
            arn.partition(), arn.account(), arn.region(), resource.type().name(), arn.toString());
  }

  /** The primary resource. */
  public Resource resource() {
    return resource;
  }

  /** Tags and owner of the primary resource, as last told. */
  public Labels labels() {
    return labels;
  }

  /** A pure function of partition, account, region, type and ARN of the resource. */
  public String uid() {
    return uid;
  }

  public ExposureRule rule() {
    return rule;
  }

  public String title() {
    return title;
  }

  public Severity severity() {
    return severity;
  }

  /** Informational exposures are known and not announced. */
  public boolean published() {
    return severity != Severity.INFORMATIONAL;
  }

  public Likelihood likelihood() {
    return likelihood;
  }

  public Impact impact() {
    return impacts.overall();
  }

  public Impacts impacts() {
    return impacts;
  }

  /** In the order of the catalogue. */
  public List<ExposureTrait> traits() {
    return traits;
  }

  /** What it was made from, sorted by product and finding uid. */
  public List<Evidence> evidence() {
    return evidence;
  }

  /** What somebody decided not to look at, sorted in the same way. It counts for nothing. */
  public List<Evidence> suppressed() {
    return suppressed;
  }

  private List<Signal> told() {
    return evidence.stream()
        .filter(item -> item.path().isEmpty())
        .map(Evidence::signal)
        .filter(signal -> !ComputedPath.is(signal))
        .collect(Collectors.toList());
  }

  /** What says nothing of the resource by itself: something was worked out from it. */
  public List<Evidence> premises() {
    return premises;
  }

  /** What can be reached from the resource. */
  public BlastRadius blastRadius() {
    return blastRadius;
  }

  /** What configuration items tell of the network around the resource. */
  public NetworkConfiguration network() {
    return network;
  }

  /** Where findings of ways in and the configuration of the network disagree. */
  public List<Contradiction> contradictions() {
    return contradictions;
  }

  /**
   * How a piece of evidence comes from where somebody can put an end to it: by its own path, and of
   * a way in that was worked out, from the security group that opens it. Empty where that is the
   * resource itself.
   */
  public Optional<TravelledPath> pathOf(Evidence item) {
    return item.path()
        .or(
            () ->
                network
                    .openedBy(item.signal())
                    .flatMap(
                        group ->
                            premises.stream()
                                .filter(
                                    premise -> premise.signal().resource().equals(group.resource()))
                                .flatMap(premise -> premise.path().stream())
                                .min(TravelledPath.SHORTEST_FIRST)));
  }

  /** How many findings of related resources were left behind on the way here, at least. */
  public int leftBehind() {
    return evidence.stream().mapToInt(Evidence::more).sum();
  }

  /** The evidence, with findings that say the same folded into one. */
  public List<Statement> statements() {
    return Statement.fold(evidence, scores);
  }

  public String catalogueVersion() {
    return catalogueVersion;
  }

  /** When the oldest of the findings was first seen. */
  public Instant firstSeen() {
    return evidence.stream()
        .map(item -> item.signal().createdAt())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** When the latest of the findings was last updated. */
  public Instant lastSeen() {
    return evidence.stream()
        .map(item -> item.signal().updatedAt())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Equal for two states of an exposure that differ in nothing a reader would act on. */
  public String fingerprint() {
    return fingerprint;
  }

  private String fingerprintOf() {
    var material = new ArrayList<String>();
    material.add(uid);
    material.add(severity.label());
    material.add(title);
    material.add(rule.id());
    material.add(rule.type());
    impacts.aspects().forEach(aspect -> material.add(aspect.toString()));
    material.add(impact().label());
    material.add(likelihood.level().label());
    material.add(likelihood.findingUid());
    likelihood.factors().forEach(factor -> material.add(factor.toString()));
    for (var trait : traits) {
      material.add(trait.trait().id());
      material.addAll(trait.indicators());
      material.addAll(trait.findingUids());
    }
    evidence.stream()
        .flatMap(item -> item.path().stream())
        .map(TravelledPath::toString)
        .sorted()
        .forEach(material::add);
    suppressed.forEach(item -> material.add("suppressed " + item.signal().findingUid()));
    material.add(blastRadius.toString());
    contradictions.forEach(found -> material.add(found.toString()));
    for (var finding : told()) {
      network.standings(finding).forEach(standing -> material.add(standing.label()));
    }
    labels.addTo(material);
    return Sha256.identity(material.toArray(new String[0]));
  }

  @Override
  public String toString() {
    return severity + " " + title + " (" + resource + ")";
  }

  /** Gathers what an assessment finds; everything is needed. */
  static final class Builder {
    Resource resource;
    Labels labels;
    ExposureRule rule;
    String title;
    Severity severity;
    Likelihood likelihood;
    Impacts impacts;
    List<ExposureTrait> traits;
    List<Evidence> evidence;
    List<Evidence> suppressed;
    List<Evidence> premises;
    BlastRadius blastRadius;
    NetworkConfiguration network;
    int[] scores;
    String catalogueVersion;

    Exposure build() {
      return new Exposure(this);
    }
  }
}
