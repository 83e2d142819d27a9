// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

/** A text with another in it. Upper and lower case of a to z are the same. */
final class Like {
  private Like() {}

  static Fragment contains(String column, String part) {
    return like(column, "%" + escaped(part) + "%");
  }

  static Fragment startsWith(String column, String beginning) {
    return like(column, escaped(beginning) + "%");
  }

  private static Fragment like(String column, String pattern) {
    return Fragment.of("lower(" + column + ") LIKE ? ESCAPE '!'", lower(pattern));
  }

  private static String escaped(String value) {
    return value.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** As {@code lower} of both databases does it: A to Z only. */
  private static String lower(String value) {
    var lower = new StringBuilder(value);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return lower.toString();
  }
}
