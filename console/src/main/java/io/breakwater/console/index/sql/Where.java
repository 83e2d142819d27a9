// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.index.query.Filter.Condition;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Selection.State;
import io.breakwater.console.index.record.SearchWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A selection as the condition of a statement over {@code exposure e}. */
final class Where {
  private final Dialect dialect;

  Where(Dialect dialect) {
    this.dialect = dialect;
  }

  Fragment of(Selection selection) {
    var parts = new ArrayList<Fragment>();
    if (selection.state() != State.EITHER) {
      parts.add(Fragment.of("e.open = " + (selection.state() == State.OPEN ? 1 : 0)));
    }
    parts.add(of(selection.filter()));
    var words = SearchWords.asked(selection.search());
    if (!words.isEmpty()) {
      parts.add(Fragment.of(dialect.isFoundBy(), dialect.searchFor(words)));
    }
    return Fragment.all(parts);
  }

  private Fragment of(Filter filter) {
    if (filter instanceof Filter.All all) {
      return Fragment.all(all.parts().stream().map(this::of).toList());
    }
    if (filter instanceof Filter.Any any) {
      return Fragment.any(any.parts().stream().map(this::of).toList());
    }
    var condition = (Condition) filter;
    var positive = positive(condition);
    return condition.operator().negated() ? positive.not() : positive;
  }

  private Fragment positive(Condition condition) {
    return switch (condition.field()) {
      case SEVERITY ->
          words("e.severity_id", condition, Severity.values(), Severity::word, Severity::id);
      case STATUS -> words("e.status_id", condition, Status.values(), Status::word, Status::id);
      case ACCOUNT -> text("e.account", condition);
      case REGION -> text("e.region", condition);
      case RESOURCE_TYPE -> text("e.resource_type", condition);
      case UID -> text("e.uid", condition);
      case TITLE -> within("e.heading_id IN (SELECT id FROM heading WHERE ", "title", condition);
      case TYPE -> within("e.heading_id IN (SELECT id FROM heading WHERE ", "type", condition);
      case RULE -> within("e.heading_id IN (SELECT id FROM heading WHERE ", "rule", condition);
      case TRAIT_CATEGORY ->
          within("e.trait_set IN (SELECT set_id FROM exposure_trait WHERE ", "category", condition);
      case TRAIT ->
          within("e.trait_set IN (SELECT set_id FROM exposure_trait WHERE ", "uid", condition);
      case RESOURCE_UID ->
          within("e.id IN (SELECT exposure_id FROM exposure_resource WHERE ", "uid", condition);
      case RESOURCE_NAME ->
          within("e.id IN (SELECT exposure_id FROM exposure_resource WHERE ", "name", condition);
      case VULNERABILITY ->
          within(
              "e.id IN (SELECT exposure_id FROM exposure_vulnerability WHERE ", "cve", condition);
    };
  }

  private static Fragment within(String query, String column, Condition condition) {
    var text = text(column, condition);
    return new Fragment(query + text.sql() + ")", text.parameters());
  }

  private static Fragment text(String column, Condition condition) {
    if (!condition.operator().partly()) {
      return Fragment.of(column + " = ?", condition.value());
    }
    return Fragment.of(
        "lower(" + column + ") LIKE ? ESCAPE '!'", "%" + escaped(lower(condition.value())) + "%");
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

  /** What stands as a number is compared as the word that people know. */
  private static <E> Fragment words(
      String column,
      Condition condition,
      E[] values,
      Function<E, String> word,
      ToIntFunction<E> id) {
    var ids =
        Arrays.stream(values)
            .filter(value -> matches(word.apply(value), condition))
            .<Object>map(id::applyAsInt)
            .toList();
    if (ids.isEmpty()) {
      return Fragment.FALSE;
    }
    var marks = String.join(", ", ids.stream().map(any -> "?").toList());
    return new Fragment(column + " IN (" + marks + ")", ids);
  }

  private static boolean matches(String word, Condition condition) {
    return condition.operator().partly()
        ? word.toLowerCase(Locale.ROOT).contains(condition.value().toLowerCase(Locale.ROOT))
        : word.equals(condition.value());
  }
}
