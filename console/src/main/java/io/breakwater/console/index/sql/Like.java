// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.query.AsciiCase;

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
    return Fragment.of("lower(" + column + ") LIKE ? ESCAPE '!'", AsciiCase.lower(pattern));
  }

  private static String escaped(String value) {
    return value.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
