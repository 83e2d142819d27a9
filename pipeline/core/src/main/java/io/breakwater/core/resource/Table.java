// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table on the class path: columns apart by blanks, {@code #} for comments. */
public final class Table {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Table() {}

  /**
   * The rows in the order of the file.
   *
   * @param beside the class that the file lies beside
   * @throws IllegalStateException when a row has another number of columns
   */
  public static List<String[]> read(Class<?> beside, String name, int columns) {
    var stream = Objects.requireNonNull(beside.getResourceAsStream(name), name);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> row(name, line, columns))
          .collect(Collectors.toUnmodifiableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] row(String name, String line, int columns) {
    var row = BLANKS.split(line.trim(), -1);
    if (row.length != columns) {
      throw new IllegalStateException(
          name + ": expected " + columns + " columns, found " + row.length + " in: " + line);
    }
    return row;
  }
}
