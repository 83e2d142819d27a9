// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import java.util.Comparator;

/**
 * What identifies one rule of a catalogue.
 *
 * @param resourceType empty for what holds of all types
 */
record Rule(RuleKind kind, String resourceType, String id) implements Comparable<Rule> {
  private static final Comparator<Rule> ORDER =
      Comparator.comparing(Rule::kind).thenComparing(Rule::resourceType).thenComparing(Rule::id);

  @Override
  public int compareTo(Rule other) {
    return ORDER.compare(this, other);
  }

  /** Such as {@code trait internet-reachable of AWS::EC2::Instance}. */
  @Override
  public String toString() {
    return switch (kind) {
      case ORDER, NOUN -> kind.label() + " " + resourceType;
      case TRAIT -> kind.label() + " " + id + " of " + resourceType;
      default -> kind.label() + " " + id;
    };
  }
}
