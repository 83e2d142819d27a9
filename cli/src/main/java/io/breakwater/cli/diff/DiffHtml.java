// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

import io.breakwater.cli.diff.Difference.Kind;
import io.breakwater.core.signal.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** A comparison as one page that needs nothing else: for a ticket, or for who approves a rule. */
final class DiffHtml {
  private static final int BAR_WIDTH = 420;
  private static final int BAR_HEIGHT = 18;
  private static final int BAR_GAP = 6;
  private static final int LABEL_WIDTH = 150;
  private static final int COUNT_WIDTH = 60;

  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;\
      color:#1b1f24;background:#fff}
      h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
      table{border-collapse:collapse;width:100%}
      th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #d8dee4}
      td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
      .arn{font-family:ui-monospace,monospace;font-size:.85em;overflow-wrap:anywhere}
      summary{cursor:pointer;font-weight:600}details>.ap{margin:.6rem 0}
      .s{white-space:nowrap;font-weight:600}.dim{color:#57606a}
      .Critical{color:#a40e26}.High{color:#bc4c00}.Medium{color:#7d5600}.Low{color:#0a5c9e}
      svg text{font:13px system-ui,sans-serif;fill:#1b1f24}
      """;

  private static final String TITLE = "What a change makes of exposures and certificates";

  private static final Map<Kind, String> COLOURS =
      Map.of(
          Kind.ADDED, "#a40e26",
          Kind.REMOVED, "#1a7f37",
          Kind.SEVERITY_UP, "#bc4c00",
          Kind.SEVERITY_DOWN, "#0a7ea4",
          Kind.CHANGED, "#6e7781");

  private static final List<String> COLUMNS =
      List.of("severity", "resource", "what it says", "because of");

  private final Comparison comparison;
  private final AttackPaths paths;
  private final Page page;

  private DiffHtml(Comparison comparison, AttackPaths paths, Page page) {
    this.comparison = comparison;
    this.paths = paths;
    this.page = page;
  }

  static void write(Comparison comparison, Writer writer) throws XMLStreamException, IOException {
    var page = new Page(writer);
    var paths = AttackPaths.of(comparison);
    if (paths.isEmpty()) {
      page.begin(TITLE, STYLE, "");
    } else {
      var picture = Picture.load();
      page.begin(TITLE, STYLE + picture.style(), picture.script());
    }
    new DiffHtml(comparison, paths, page).write();
    page.end();
  }

  private void write() throws XMLStreamException {
    page.element("h1", TITLE);
    sides();
    page.element("h2", "How many differ");
    bars(
        comparison.byKind().entrySet().stream()
            .map(
                entry ->
                    new Bar(heading(entry.getKey()), entry.getValue(), COLOURS.get(entry.getKey())))
            .toList());
    severities();
    accounts();
    rules();
    for (var kind : Kind.values()) {
      differences(kind);
    }
  }

  private void sides() throws XMLStreamException {
    page.open("p");
    page.text("Before: " + comparison.before());
    page.lineBreak();
    page.text("After: " + comparison.after());
    for (var subject : comparison.leftOut()) {
      page.lineBreak();
      page.text("Of " + subject.label() + " one side does not speak: they are not compared.");
    }
    page.close();
  }

  private static String heading(Kind kind) {
    return switch (kind) {
      case ADDED -> "Open only after";
      case REMOVED -> "Open only before";
      case SEVERITY_UP -> "More severe";
      case SEVERITY_DOWN -> "Less severe";
      case CHANGED -> "Otherwise changed";
    };
  }

  /** How many of each severity are open, before and after. */
  private void severities() throws XMLStreamException {
    page.element("h2", "Open by severity");
    var before = Comparison.bySeverity(comparison.before());
    var after = Comparison.bySeverity(comparison.after());
    var bars = new ArrayList<Bar>();
    var worstFirst = new ArrayList<>(List.of(Severity.values()));
    worstFirst.sort(Comparator.reverseOrder());
    for (var severity : worstFirst) {
      if (before.containsKey(severity) || after.containsKey(severity)) {
        bars.add(
            new Bar(severity.label() + ", before", before.getOrDefault(severity, 0L), "#8c959f"));
        bars.add(
            new Bar(severity.label() + ", after", after.getOrDefault(severity, 0L), "#0a5c9e"));
      }
    }
    bars(bars);
  }

  private void bars(List<Bar> bars) throws XMLStreamException {
    long most = bars.stream().mapToLong(Bar::count).max().orElse(0);
    int height = bars.size() * (BAR_HEIGHT + BAR_GAP);
    page.svg(LABEL_WIDTH + BAR_WIDTH + COUNT_WIDTH, height);
    int y = 0;
    for (var bar : bars) {
      long width = most == 0 ? 0 : Math.max(bar.count == 0 ? 0 : 2, bar.count * BAR_WIDTH / most);
      page.svgText(0, y + BAR_HEIGHT - 4, bar.label);
      page.svgBar(LABEL_WIDTH, y, width, BAR_HEIGHT, bar.colour);
      page.svgText(LABEL_WIDTH + width + 6, y + BAR_HEIGHT - 4, Long.toString(bar.count));
      y += BAR_HEIGHT + BAR_GAP;
    }
    page.close();
  }

  private void accounts() throws XMLStreamException {
    if (comparison.differences().isEmpty()) {
      return;
    }
    page.element("h2", "By account");
    page.open("table");
    page.open("tr");
    page.element("th", "account");
    for (var kind : Kind.values()) {
      page.element("th", "n", kind.label());
    }
    page.close();
    for (var account : comparison.byAccount().entrySet()) {
      page.open("tr");
      page.element("td", account.getKey());
      for (var kind : Kind.values()) {
        page.element("td", "n", Long.toString(account.getValue().getOrDefault(kind, 0L)));
      }
      page.close();
    }
    page.close();
  }

  private void rules() throws XMLStreamException {
    page.element("h2", "Rules that differ");
    if (!comparison.isRuleByRule()) {
      page.element("p", "Not known: a side has no catalogue.json beside it.");
      return;
    }
    if (comparison.changes().isEmpty()) {
      page.element("p", "None: what differs comes from the findings.");
      return;
    }
    if (comparison.isOfOneVersion()) {
      page.element("p", "Both catalogues call themselves the same version, and are not the same.");
    }
    page.open("table");
    page.open("tr");
    page.element("th", "rule");
    page.element("th", "what");
    page.element("th", "n", "differences it made");
    page.close();
    for (var change : comparison.changes().entrySet()) {
      page.open("tr");
      page.element("td", change.getKey().rule().toString());
      page.element("td", change.getKey().what());
      page.element("td", "n", change.getValue().toString());
      page.close();
    }
    page.close();
  }

  private void differences(Kind kind) throws XMLStreamException {
    var some = comparison.differences().stream().filter(found -> found.kind() == kind).toList();
    if (some.isEmpty()) {
      return;
    }
    page.element("h2", heading(kind) + ": " + some.size());
    page.open("table");
    page.open("tr");
    for (var head : COLUMNS) {
      page.element("th", head);
    }
    page.close();
    for (var found : some) {
      difference(found);
      attackPaths(found);
    }
    page.close();
  }

  private void difference(Difference found) throws XMLStreamException {
    page.open("tr");
    page.open("td");
    severity(found.before());
    if (found.kind() == Kind.SEVERITY_UP || found.kind() == Kind.SEVERITY_DOWN) {
      page.text(" \u2192 ");
      severity(found.after());
    } else if (found.before().isEmpty()) {
      severity(found.after());
    }
    page.close();
    page.element("td", "arn", found.either().resource());
    page.open("td");
    says(found);
    page.close();
    page.element(
        "td",
        comparison.because(found).stream()
            .map(change -> change.rule().toString())
            .collect(Collectors.joining(", ")));
    page.close();
  }

  private void attackPaths(Difference found) throws XMLStreamException {
    attackPath("Attack path before", paths.before(found));
    attackPath("Attack path", paths.after(found));
  }

  private void attackPath(String summary, Optional<String> finding) throws XMLStreamException {
    if (finding.isPresent()) {
      page.attackPath(COLUMNS.size(), summary, finding.get());
    }
  }

  private void severity(Optional<Standing> standing) throws XMLStreamException {
    if (standing.isPresent()) {
      var label = standing.get().severity().label();
      page.element("span", "s " + label, label);
    }
  }

  private void says(Difference found) throws XMLStreamException {
    var before = found.before().map(Standing::title);
    var after = found.after().map(Standing::title);
    if (before.isPresent() && after.isPresent() && !before.equals(after)) {
      page.element("div", "dim", "before: " + before.get());
    }
    page.element("div", after.or(() -> before).orElseThrow());
    if (!found.isOnOneSide()) {
      line("gained", found.gained());
      line("lost", found.lost());
      line("differs in", found.aspects().stream().map(Aspect::label).toList());
    }
  }

  private void line(String what, Iterable<String> items) throws XMLStreamException {
    var text = String.join(", ", items);
    if (!text.isEmpty()) {
      page.element("div", "dim", what + ": " + text);
    }
  }

  private record Bar(String label, long count, String colour) {}
}
