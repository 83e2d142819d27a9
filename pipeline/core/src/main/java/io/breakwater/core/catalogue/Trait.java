// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.severity.Factor;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.ImpactAspect;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One trait of the catalogue: a security property that a resource of one type can have. */
public final class Trait {
  private final ResourceType resourceType;
  private final String id;
  private final TraitType type;
  private final TraitRole role;
  private final Premise serves;
  private final Origin origin;
  private final String title;
  private final Phrase phrase;
  private final List<String> indicators;
  private final Set<String> conditional;
  private final Set<String> unless;
  private final boolean computed;
  private final String pattern;
  private final List<RelationPath> via;
  private final Map<Factor, FactorSource> factors;
  private final Map<ImpactAspect, Impact> impacts;
  private final Duration window;
  private final String remediation;
  private final String remediationUrl;
  private final String declaredAt;

  Trait(TraitReader.Values values) {
    this.resourceType = values.resourceType;
    this.id = values.id;
    this.type = values.type;
    this.role = values.role;
    this.serves = values.serves;
    this.origin = values.origin;
    this.title = values.title;
    this.phrase = values.phrase;
    this.indicators = List.copyOf(values.indicators);
    this.conditional = Set.copyOf(values.conditional);
    this.unless = Set.copyOf(values.unless);
    this.computed = values.computed;
    this.pattern = values.pattern;
    this.via = List.copyOf(values.via);
    this.factors = new EnumMap<>(values.factors);
    this.impacts = new EnumMap<>(values.impacts);
    this.window = values.window;
    this.remediation = values.remediation;
    this.remediationUrl = values.remediationUrl;
    this.declaredAt = values.declaredAt;
  }

  public ResourceType resourceType() {
    return resourceType;
  }

  /** Unique among the traits of a resource type. */
  public String id() {
    return id;
  }

  public TraitType type() {
    return type;
  }

  public TraitRole role() {
    return role;
  }

  /** What is worked out from it; present exactly when it is a premise. */
  public Optional<Premise> serves() {
    return Optional.ofNullable(serves);
  }

  public Origin origin() {
    return origin;
  }

  /** A sentence about the resource. */
  public String title() {
    return title;
  }

  /** What it says in an exposure's title; contextual traits say nothing there. */
  public Optional<Phrase> phrase() {
    return Optional.ofNullable(phrase);
  }

  /** Titles of the trait as seen in findings; which of them hold depends on the signal. */
  public List<String> indicators() {
    return indicators;
  }

  /** Those of the indicators that hold only under a condition of their own. */
  Set<String> conditional() {
    return conditional;
  }

  /** Traits that take the place of this one when the same signal gives both. */
  public Set<String> unless() {
    return unless;
  }

  /** Whether it is worked out from permissions rather than recognised by a pattern. */
  public boolean computed() {
    return computed;
  }

  /** The event pattern that recognises it, as JSON; absent exactly when it is computed. */
  public Optional<String> pattern() {
    return Optional.ofNullable(pattern);
  }

  /** The paths by which it gets here from signals about other resources; empty for none. */
  public List<RelationPath> via() {
    return via;
  }

  boolean comesFrom(ResourceType source) {
    return via.stream().anyMatch(path -> path.source().equals(source));
  }

  public Map<Factor, FactorSource> factors() {
    return factors;
  }

  /** What the trait says about the impact, aspect by aspect; empty when nothing. */
  public Map<ImpactAspect, Impact> impacts() {
    return impacts;
  }

  /** How long it holds without being seen again, where it differs from its product's window. */
  public Optional<Duration> window() {
    return Optional.ofNullable(window);
  }

  public String remediation() {
    return remediation;
  }

  public String remediationUrl() {
    return remediationUrl;
  }

  /** File and line, such as {@code traits/ec2-instance.json:12}. */
  public String declaredAt() {
    return declaredAt;
  }

  @Override
  public String toString() {
    return resourceType + " " + id;
  }
}
