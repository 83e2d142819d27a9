// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** When traits together make an exposure, and what an attacker would get from it. */
public final class ExposureRule {
  private final String id;
  private final Set<String> all;
  private final Set<String> any;
  private final String outcome;
  private final Attack attack;

  ExposureRule(String id, Set<String> all, Set<String> any, String outcome, Attack attack) {
    this.id = Objects.requireNonNull(id);
    this.all = Set.copyOf(all);
    this.any = Set.copyOf(any);
    this.outcome = Objects.requireNonNull(outcome);
    this.attack = Objects.requireNonNull(attack);
  }

  public String id() {
    return id;
  }

  /** Such as {@code Credential Stealing}: the title says {@code Potential} before it. */
  public String outcome() {
    return outcome;
  }

  /** Such as {@code Exposure/Potential Impact/Resource Hijacking}. */
  public String type() {
    return "Exposure/Potential " + attack.tactic() + "/" + attack.technique();
  }

  public Attack attack() {
    return attack;
  }

  /** Whether a resource with these traits is exposed in the sense of this rule. */
  public boolean matches(Set<String> traits) {
    return traits.containsAll(all) && (any.isEmpty() || any.stream().anyMatch(traits::contains));
  }

  /** Ids of the traits that the rule speaks of. */
  Set<String> mentioned() {
    var mentioned = new TreeSet<>(all);
    mentioned.addAll(any);
    return mentioned;
  }
}
