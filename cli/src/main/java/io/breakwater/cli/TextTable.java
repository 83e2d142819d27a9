// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Columns of text as wide as what stands in them. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  public TextTable(String... heads) {
    rows.add(heads);
  }

  /** As many cells as there are columns. */
  public void row(String... cells) {
    rows.add(cells);
  }

  public List<String> lines() {
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
