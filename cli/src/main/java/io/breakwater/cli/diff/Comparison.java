// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import io.breakwater.cli.Failure;
import io.breakwater.cli.diff.Difference.Kind;
import io.breakwater.core.signal.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is open on one side and not on the other, or says something else there, and why. */
final class Comparison {
  private final Side before;
  private final Side after;
  private final Set<Subject> compared;
  private final Set<Subject> leftOut;
  private final List<Difference> differences = new ArrayList<>();
  private final List<RuleChange> changes;

  private Comparison(Side before, Side after) {
    this.compared = EnumSet.copyOf(before.standings().told());
    compared.retainAll(after.standings().told());
    this.leftOut = EnumSet.copyOf(before.standings().told());
    leftOut.addAll(after.standings().told());
    leftOut.removeAll(compared);
    if (compared.isEmpty()) {
      throw new Failure(
          "cannot compare "
              + before.name()
              + " and "
              + after.name()
              + ": one speaks of exposures, the other of certificate alerts");
    }
    this.before = before.only(compared);
    this.after = after.only(compared);
    this.changes =
        before.rules().flatMap(rules -> after.rules().map(rules::changesTo)).orElse(List.of());
    var was = this.before.open();
    var is = this.after.open();
    var all = new TreeSet<>(was.keySet());
    all.addAll(is.keySet());
    for (var uid : all) {
      Difference.between(was.get(uid), is.get(uid)).ifPresent(differences::add);
    }
    differences.sort(
        Comparator.comparing(Difference::kind)
            .thenComparing(found -> found.either().severity(), Comparator.reverseOrder())
            .thenComparing(found -> found.either().resource()));
  }

  static Comparison of(Side before, Side after) {
    return new Comparison(before, after);
  }

  Side before() {
    return before;
  }

  Side after() {
    return after;
  }

  /** What both sides speak of. */
  Set<Subject> compared() {
    return compared;
  }

  /** What one side alone speaks of: nobody knows what the other one has open of it. */
  Set<Subject> leftOut() {
    return leftOut;
  }

  /** Whether the rules of both sides are known. */
  boolean isRuleByRule() {
    return before.rules().isPresent() && after.rules().isPresent();
  }

  /** Whether both catalogues call themselves the same version. */
  boolean isOfOneVersion() {
    return before.catalogueVersion().equals(after.catalogueVersion());
  }

  /** By what became of the exposure, the worst first, by resource. */
  List<Difference> differences() {
    return differences;
  }

  /** Each rule that is not the same, with how many differences it made. */
  Map<RuleChange, Long> changes() {
    var counts = new LinkedHashMap<RuleChange, Long>();
    changes.forEach(change -> counts.put(change, 0L));
    for (var difference : differences) {
      because(difference).forEach(change -> counts.merge(change, 1L, Long::sum));
    }
    return counts;
  }

  /** The rules that made this difference; none where the findings did. */
  List<RuleChange> because(Difference difference) {
    var because = changes.stream().filter(change -> change.concerns(difference)).toList();
    return because.isEmpty() && difference.isOnOneSide()
        ? changes.stream().filter(change -> change.weighs(difference)).toList()
        : because;
  }

  /** How many there are of each kind, none of some perhaps. */
  Map<Kind, Long> byKind() {
    var counts = new EnumMap<Kind, Long>(Kind.class);
    for (var kind : Kind.values()) {
      counts.put(kind, differences.stream().filter(found -> found.kind() == kind).count());
    }
    return counts;
  }

  /** How many there are of each kind in each account that has any. */
  SortedMap<String, Map<Kind, Long>> byAccount() {
    var accounts = new TreeMap<String, Map<Kind, Long>>();
    for (var difference : differences) {
      accounts
          .computeIfAbsent(difference.either().account(), none -> new EnumMap<>(Kind.class))
          .merge(difference.kind(), 1L, Long::sum);
    }
    return accounts;
  }

  /** How many exposures of each severity are open on one side. */
  static Map<Severity, Long> bySeverity(Side side) {
    var counts = new EnumMap<Severity, Long>(Severity.class);
    side.open().values().forEach(open -> counts.merge(open.severity(), 1L, Long::sum));
    return counts;
  }
}
