// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import io.breakwater.cli.TextTable;
import io.breakwater.cli.diff.Difference.Kind;
import io.breakwater.core.signal.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** A comparison for people at a terminal. */
final class DiffText {
  private final Comparison comparison;
  private final PrintWriter out;

  private DiffText(Comparison comparison, PrintWriter out) {
    this.comparison = comparison;
    this.out = out;
  }

  static void write(Comparison comparison, PrintWriter out) {
    new DiffText(comparison, out).write();
  }

  private void write() {
    out.println("before: " + side(comparison.before()));
    out.println("after:  " + side(comparison.after()));
    for (var subject : comparison.leftOut()) {
      out.println(subject.label() + " are not compared: one side does not speak of them");
    }
    rules();
    for (var kind : Kind.values()) {
      var some = comparison.differences().stream().filter(found -> found.kind() == kind).toList();
      if (!some.isEmpty()) {
        out.println();
        out.println(heading(kind) + ": " + some.size());
        some.forEach(this::difference);
      }
    }
    accounts();
    out.println();
    out.println(conclusion());
  }

  private static String side(Side side) {
    var counts =
        Comparison.bySeverity(side).entrySet().stream()
            .sorted(
                Comparator.comparing(entry -> entry.getKey().ocsfId(), Comparator.reverseOrder()))
            .map(entry -> entry.getValue() + " " + entry.getKey().label())
            .collect(Collectors.joining(", "));
    return side + ": " + side.open().size() + " open" + (counts.isEmpty() ? "" : ", " + counts);
  }

  private void rules() {
    out.println();
    if (!comparison.isRuleByRule()) {
      out.println("Which rules differ is not known: a side has no catalogue.json beside it.");
      return;
    }
    var changes = comparison.changes();
    if (changes.isEmpty()) {
      out.println("The rules are the same.");
      return;
    }
    if (comparison.isOfOneVersion()) {
      out.println("Both catalogues call themselves the same version, and are not the same.");
    }
    out.println("Rules that differ, and to how many exposures or alerts that made a difference:");
    var table = new TextTable("", "differences", "rule", "what");
    changes.forEach(
        (change, count) ->
            table.row("", count.toString(), change.rule().toString(), change.what()));
    table.lines().forEach(out::println);
  }

  private static String heading(Kind kind) {
    return switch (kind) {
      case ADDED -> "Open only after";
      case REMOVED -> "Open only before";
      case SEVERITY_UP -> "More severe";
      case SEVERITY_DOWN -> "Less severe";
      case CHANGED -> "Of the same severity, and not the same";
    };
  }

  private void difference(Difference found) {
    var either = found.either();
    out.println("  " + severities(found) + "  " + either.resource());
    titles(found);
    if (!found.isOnOneSide()) {
      list("gained", found.gained());
      list("lost", found.lost());
      list("differs in", found.aspects().stream().map(Aspect::label).toList());
    }
    if (comparison.isRuleByRule()) {
      var because = comparison.because(found);
      list("because of", because.stream().map(change -> change.rule().toString()).toList());
      if (because.isEmpty()) {
        out.println("    no rule: the findings are not the same");
      }
    }
  }

  private void titles(Difference found) {
    var before = found.before().map(Standing::title);
    var after = found.after().map(Standing::title);
    if (before.isPresent() && after.isPresent() && !before.equals(after)) {
      out.println("    - " + before.get());
      out.println("    + " + after.get());
    } else {
      out.println("    " + found.either().title());
    }
  }

  private void list(String what, Collection<String> items) {
    if (!items.isEmpty()) {
      out.println("    " + what + ": " + String.join(", ", items));
    }
  }

  private static String severities(Difference found) {
    var before = found.before().map(Standing::severity).map(Severity::label);
    var after = found.after().map(Standing::severity).map(Severity::label);
    return before.isPresent() && after.isPresent() && !before.equals(after)
        ? before.get() + " -> " + after.get()
        : after.or(() -> before).orElseThrow();
  }

  private void accounts() {
    if (comparison.differences().isEmpty()) {
      return;
    }
    out.println();
    var heads = Arrays.stream(Kind.values()).map(Kind::label).toList();
    var table = new TextTable(row("account", heads));
    comparison
        .byAccount()
        .forEach(
            (account, counts) ->
                table.row(
                    row(
                        account,
                        Arrays.stream(Kind.values())
                            .map(kind -> counts.getOrDefault(kind, 0L).toString())
                            .toList())));
    table.lines().forEach(out::println);
  }

  private static String[] row(String first, Collection<String> others) {
    var cells = new ArrayList<String>();
    cells.add(first);
    cells.addAll(others);
    return cells.toArray(String[]::new);
  }

  private String conclusion() {
    return comparison.differences().isEmpty()
        ? "Nothing that is open differs."
        : comparison.byKind().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey().label())
            .collect(Collectors.joining(", ", "", "."));
  }
}
