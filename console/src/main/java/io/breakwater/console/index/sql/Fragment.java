// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a statement: text that is written here and nowhere else, and what people have entered,
 * which is never text.
 */
record Fragment(String sql, List<Object> parameters) {
  /** How many values a statement is asked for at once; the databases take 32,766. */
  static final int MOST_VALUES = 10_000;

  static final Fragment TRUE = new Fragment("1 = 1", List.of());
  static final Fragment FALSE = new Fragment("1 = 0", List.of());

  Fragment {
    parameters = List.copyOf(parameters);
  }

  static Fragment of(String sql, Object... parameters) {
    return new Fragment(sql, List.of(parameters));
  }

  /** None of no values. */
  static Fragment isOneOf(String expression, List<?> values) {
    if (values.isEmpty()) {
      return FALSE;
    }
    var marks = String.join(", ", values.stream().map(any -> "?").toList());
    return new Fragment(expression + " IN (" + marks + ")", List.copyOf(values));
  }

  Fragment not() {
    return new Fragment("NOT (" + sql + ")", parameters);
  }

  static Fragment all(List<Fragment> parts) {
    return parts.isEmpty() ? TRUE : joined(parts, " AND ");
  }

  static Fragment any(List<Fragment> parts) {
    return parts.isEmpty() ? FALSE : joined(parts, " OR ");
  }

  private static Fragment joined(List<Fragment> parts, String word) {
    var parameters = new ArrayList<Object>();
    parts.forEach(part -> parameters.addAll(part.parameters()));
    return new Fragment(
        parts.stream().map(part -> "(" + part.sql() + ")").collect(Collectors.joining(word)),
        parameters);
  }
}
