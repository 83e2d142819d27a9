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

  int points(String level) {
    return number("Points of a factor", level);
  }

  int weight(String factor) {
    return number("Weight of a factor", factor);
  }

  private int number(String heading, String name) {
    return rows(heading).stream()
        .filter(row -> row.get(0).equals(name))
        .mapToInt(row -> Integer.parseInt(row.get(1)))
        .findFirst()
        .orElseThrow();
  }

  /** Of the rows, which begin with the highest, the first that the sum reaches. */
  String likelihood(int sum) {
    return rows("Likelihood by the sum of points").stream()
        .filter(row -> sum >= Integer.parseInt(row.get(0)))
        .map(row -> row.get(1))
        .findFirst()
        .orElseThrow();
  }

  String severity(String likelihood, String impact) {
    var heading = "Severity by likelihood and impact";
    int column = tables.get(heading).get(0).indexOf(impact);
    return rows(heading).stream()
        .filter(row -> row.get(0).equals(likelihood))
        .map(row -> row.get(column))
        .findFirst()
        .orElseThrow();
  }
}
