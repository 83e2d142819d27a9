// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of docs/severity.md, as whoever checks a severity by hand reads them. */
final class SeverityPage {
  private static final Path FILE = Path.of("..", "docs", "severity.md");
  private static final String HEADING = "### ";
  private static final String NOTHING = "–";

  /** As the page has it: what is unknown counts for more than low. */
  private static final List<String> IMPACTS = List.of("Low", "Unknown", "Medium", "High");

  private final Map<String, List<List<String>>> tables;

  private SeverityPage(Map<String, List<List<String>>> tables) {
    this.tables = tables;
  }

  static SeverityPage read() throws IOException {
    var tables = new LinkedHashMap<String, List<List<String>>>();
    List<List<String>> current = new ArrayList<>();
    for (var line : Files.readAllLines(FILE)) {
      if (line.startsWith(HEADING)) {
        current = new ArrayList<>();
        tables.put(line.substring(HEADING.length()), current);
      } else if (line.startsWith("| ") && !line.startsWith("| ---")) {
        current.add(List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)));
      }
    }
    return new SeverityPage(tables);
  }

  /** The rows of a table below a heading, without its head. */
  private List<List<String>> rows(String heading) {
    var table = tables.get(heading);
    return table.subList(1, table.size());
  }

  private List<String> row(String heading, String name) {
    return rows(heading).stream()
        .filter(row -> row.get(0).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " below '" + heading + "'"));
  }

  int points(String level) {
    return number("Points of a factor", level);
  }

  int weight(String factor) {
    return number("Weight of a factor", factor);
  }

  private int number(String heading, String name) {
    return Integer.parseInt(row(heading, name).get(1));
  }

  /** Of the rows, which begin with the highest, the first that the sum reaches. */
  String likelihood(int sum) {
    return rows("Likelihood by the sum of points").stream()
        .filter(row -> sum >= Integer.parseInt(row.get(0)))
        .map(row -> row.get(1))
        .findFirst()
        .orElseThrow();
  }

  /** The worst of what the traits say, where a weakness that says nothing says unknown. */
  String impact(String noun, List<String> traits) {
    boolean said = false;
    int worst = 0;
    for (var trait : traits) {
      var row = row("Traits: " + noun, "`" + trait + "`");
      var impacts = row.get(row.size() - 1);
      if (!impacts.equals(NOTHING)) {
        said = true;
        for (var impact : impacts.split(", ", -1)) {
          worst = Math.max(worst, rank(impact.substring(impact.indexOf(' ') + 1)));
        }
      } else if (row.get(1).equals("weakness")) {
        worst = Math.max(worst, rank("unknown"));
      }
    }
    return said ? IMPACTS.get(worst) : "Unknown";
  }

  private static int rank(String impact) {
    for (int rank = 0; rank < IMPACTS.size(); rank++) {
      if (IMPACTS.get(rank).equalsIgnoreCase(impact)) {
        return rank;
      }
    }
    throw new IllegalArgumentException("no impact: " + impact);
  }

  String severity(String likelihood, String impact) {
    var heading = "Severity by likelihood and impact";
    int column = tables.get(heading).get(0).indexOf(impact);
    return row(heading, likelihood).get(column);
  }
}
