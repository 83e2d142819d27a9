// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.index.query.Filter.Comparison;
import io.breakwater.console.index.query.Filter.Condition;
import io.breakwater.console.index.query.Moment;
import io.breakwater.console.index.query.Selection;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Which exposures a selection means: a test for each, whose conditions were looked up before. */
final class Chosen {
  /** What the columns do not have, or only as a hash. */
  static final Set<Field> ELSEWHERE =
      EnumSet.of(Field.UID, Field.RESOURCE_UID, Field.RESOURCE_NAME, Field.TAG);

  private final Columns columns;
  private final Map<Condition, BitSet> elsewhere;
  private final Instant now;

  private Chosen(Columns columns, Map<Condition, BitSet> elsewhere, Instant now) {
    this.columns = columns;
    this.elsewhere = elsewhere;
    this.now = now;
  }

  static IntPredicate by(
      Columns columns, Selection selection, Map<Condition, BitSet> elsewhere, Instant now) {
    var state = state(columns, selection.state());
    return selection.filter().conditions().isEmpty() && selection.filter() instanceof Filter.All
        ? state
        : state.and(new Chosen(columns, elsewhere, now).of(selection.filter()));
  }

  private static IntPredicate state(Columns columns, Selection.State state) {
    return switch (state) {
      case OPEN -> at -> columns.state[at] == Columns.OPEN;
      case CLOSED -> at -> columns.state[at] == Columns.CLOSED;
      case EITHER -> at -> columns.state[at] != Columns.NOTHING;
    };
  }

  private IntPredicate of(Filter filter) {
    if (filter instanceof Filter.All all) {
      return all.parts().stream().map(this::of).reduce(IntPredicate::and).orElse(any -> true);
    }
    if (filter instanceof Filter.Any any) {
      return any.parts().stream().map(this::of).reduce(IntPredicate::or).orElse(none -> false);
    }
    var condition = (Condition) filter;
    var positive = positive(condition);
    return condition.operator().negated() ? positive.negate() : positive;
  }

  private IntPredicate positive(Condition condition) {
    return switch (condition.field()) {
      case OPENED -> time(columns.opened, condition);
      case CHANGED -> time(columns.changed, condition);
      case UID, RESOURCE_UID, RESOURCE_NAME, TAG -> elsewhere.get(condition)::get;
      default -> Dimension.of(condition.field(), columns).fulfilling(condition).orElseThrow();
    };
  }

  private IntPredicate time(long[] column, Condition condition) {
    long moment = Moment.millis(condition.value(), now);
    return condition.operator().comparison() == Comparison.FROM
        ? at -> column[at] >= moment
        : at -> column[at] < moment;
  }
}
