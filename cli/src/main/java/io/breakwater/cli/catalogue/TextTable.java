// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Columns of text as wide as what stands in them. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... heads) {
    rows.add(heads);
  }

  /** As many cells as there are columns. */
  void row(String... cells) {
    rows.add(cells);
  }

  List<String> lines() {
    int columns = rows.get(0).length;
    var widths = new ArrayList<>(Collections.nCopies(columns, 0));
    for (var row : rows) {
      for (int i = 0; i < columns; i++) {
        widths.set(i, Math.max(widths.get(i), row[i].length()));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(String[] row, List<Integer> widths) {
    var line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      line.append(i == 0 ? "" : GAP).append(row[i]);
      line.append(" ".repeat(widths.get(i) - row[i].length()));
    }
    return line.toString().stripTrailing();
  }
}
