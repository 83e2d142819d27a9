// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.ResourceRules;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.severity.Exploit;
import io.breakwater.core.severity.Factor;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.Level;
import io.breakwater.core.severity.SeverityModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The severity model, and what each trait puts into it, as tables in Markdown. */
final class SeverityTables {
  private static final List<Level> HIGHEST_FIRST =
      Arrays.stream(Level.values()).sorted(Collections.reverseOrder()).toList();
  private static final List<Impact> IMPACTS = List.of(Impact.LOW, Impact.MEDIUM, Impact.HIGH);
  private static final String NOTHING = "–";

  private final Catalogue catalogue;
  private final SeverityModel model;
  private final StringBuilder text = new StringBuilder();

  SeverityTables(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.model = catalogue.severity();
  }

  /** Ends with a line break; the same text for the same catalogue. */
  String markdown() {
    text.setLength(0);
    points();
    exploits();
    epss();
    cvss();
    ports();
    likelihood();
    matrix();
    catalogue.resourceTypes().stream()
        .sorted(Comparator.comparing(ResourceType::name))
        .forEach(type -> traits(catalogue.rulesFor(type).orElseThrow()));
    return text.toString();
  }

  private void points() {
    heading("Points of a factor");
    head("Level", "Points");
    HIGHEST_FIRST.forEach(level -> row(level.label(), number(model.pointsOf(level))));
    row("Unknown", number(model.unknownPoints()));
    heading("Weight of a factor");
    head("Factor", "Weight");
    for (var factor : Factor.values()) {
      row(model.nameOf(factor), number(model.weightOf(factor)));
    }
  }

  private void exploits() {
    heading("Awareness by exploit");
    head("What is known", "Level");
    row("it has been exploited", model.ofExploit(Exploit.KNOWN_EXPLOITED).label());
    row("an exploit is public", model.ofExploit(Exploit.AVAILABLE).label());
    row("no exploit is known", model.ofExploit(Exploit.NONE).label());
  }

  private void epss() {
    heading("Likelihood of exploit by EPSS");
    head("EPSS from", "Level");
    for (var level : HIGHEST_FIRST) {
      row(model.leastEpssOf(level).map(SeverityTables::plain).orElse("0"), level.label());
    }
  }

  private void cvss() {
    heading("Ease of exploit by CVSS");
    head("Metric", "Points of its values");
    new TreeMap<>(model.cvssMetrics())
        .forEach(
            (metric, values) ->
                row(
                    metric,
                    values.entrySet().stream()
                        .map(value -> value.getKey() + " " + plain(value.getValue()))
                        .collect(Collectors.joining(", "))));
    text.append('\n');
    head("Sum from", "Level");
    for (var level : HIGHEST_FIRST) {
      row(model.leastCvssOf(level).map(SeverityTables::plain).orElse("0"), level.label());
    }
  }

  private void ports() {
    heading("Ease of exploit by open ports");
    head("Ports", "Level", "What listens there");
    for (var entry : model.ports()) {
      row(
          entry.ranges().stream().map(Object::toString).collect(Collectors.joining(", ")),
          entry.level().label(),
          entry.why());
    }
  }

  private void likelihood() {
    heading("Likelihood by the sum of points");
    head("Sum from", "Likelihood");
    for (var level : HIGHEST_FIRST) {
      row(model.leastScoreOf(level).map(SeverityTables::number).orElse("0"), level.label());
    }
  }

  private void matrix() {
    heading("Severity by likelihood and impact");
    head("Likelihood", "Low", "Medium", "High", "Unknown");
    for (var level : HIGHEST_FIRST) {
      var cells = new ArrayList<String>();
      cells.add(level.label());
      IMPACTS.forEach(impact -> cells.add(model.severity(level, impact).label()));
      cells.add(model.severity(level, Impact.UNKNOWN).label());
      row(cells.toArray(String[]::new));
    }
  }

  private void traits(ResourceRules rules) {
    heading("Traits: " + rules.noun());
    head(
        "Trait",
        "Role",
        "Awareness",
        "Ease of discovery",
        "Ease of exploit",
        "Likelihood of exploit",
        "Impact");
    rules.traits().stream()
        .filter(trait -> trait.role().contributes())
        .forEach(
            trait ->
                row(
                    "`" + trait.id() + "`",
                    trait.role().key(),
                    source(trait, Factor.AWARENESS),
                    source(trait, Factor.DISCOVERY),
                    source(trait, Factor.EASE),
                    source(trait, Factor.EXPLOITATION),
                    impacts(trait)));
  }

  private static String source(Trait trait, Factor factor) {
    return Optional.ofNullable(trait.factors().get(factor))
        .map(source -> Level.ofKey(source.key()).map(Level::label).orElse("by " + source.key()))
        .orElse(NOTHING);
  }

  private static String impacts(Trait trait) {
    return trait.impacts().isEmpty()
        ? NOTHING
        : trait.impacts().entrySet().stream()
            .map(impact -> impact.getKey().key() + " " + impact.getValue().key())
            .collect(Collectors.joining(", "));
  }

  private void heading(String title) {
    text.append(text.length() == 0 ? "" : "\n").append("### ").append(title).append("\n\n");
  }

  private void head(String... cells) {
    row(cells);
    row(Collections.nCopies(cells.length, "---").toArray(String[]::new));
  }

  private void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String number(int value) {
    return Integer.toString(value);
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
