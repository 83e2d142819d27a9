// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.index.query.Filter.Comparison;
import io.breakwater.console.index.query.Filter.Condition;
import io.breakwater.console.index.query.Moment;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Selection.State;
import io.breakwater.console.index.record.SearchWords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A selection as the condition of a statement over {@code exposure e}. */
final class Where {
  private final Dialect dialect;
  private final Clock clock;

  Where(Dialect dialect, Clock clock) {
    this.dialect = dialect;
    this.clock = clock;
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
      case SOURCE ->
          within("e.source_set IN (SELECT set_id FROM exposure_source WHERE ", "name", condition);
      case OWNER -> text("e.owner", condition);
      case TICKET -> text("e.ticket", condition);
      case TAG -> within("e.id IN (SELECT exposure_id FROM exposure_tag WHERE ", "tag", condition);
      case OPENED -> time("e.opened", condition);
      case CHANGED -> time("e.changed", condition);
    };
  }

  private static Fragment within(String query, String column, Condition condition) {
    var text = text(column, condition);
    return new Fragment(query + text.sql() + ")", text.parameters());
  }

  private Fragment time(String column, Condition condition) {
    var comparison = condition.operator().comparison() == Comparison.FROM ? " >= ?" : " < ?";
    return Fragment.of(column + comparison, Moment.millis(condition.value(), clock.instant()));
  }

  private static Fragment text(String column, Condition condition) {
    return switch (condition.operator().comparison()) {
      case WHOLE -> Fragment.of(column + " = ?", condition.value());
      case PART -> Like.contains(column, condition.value());
      case BEGINNING -> Like.startsWith(column, condition.value());
      case FROM, BEFORE -> throw new IllegalArgumentException(column + " is no time");
    };
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
    return Fragment.isOneOf(column, ids);
  }

  private static boolean matches(String word, Condition condition) {
    var known = word.toLowerCase(Locale.ROOT);
    var asked = condition.value().toLowerCase(Locale.ROOT);
    return switch (condition.operator().comparison()) {
      case WHOLE -> word.equals(condition.value());
      case PART -> known.contains(asked);
      case BEGINNING -> known.startsWith(asked);
      case FROM, BEFORE -> throw new IllegalArgumentException(word + " is no time");
    };
  }
}
