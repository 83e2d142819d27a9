// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
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
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Which exposures a selection means: a test for each, whose conditions were looked up before. */
final class Chosen {
  /** What the columns do not have, or only as a hash. */
  static final Set<Field> ELSEWHERE =
      EnumSet.of(Field.UID, Field.RESOURCE_UID, Field.RESOURCE_NAME, Field.TAG);

  private static final int CODES = 128;

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
      case SEVERITY -> coded(columns.severity, condition, id -> Severity.of(id).word());
      case STATUS -> coded(columns.status, condition, id -> Status.of(id).word());
      case ACCOUNT -> worded(columns.account, condition, columns.accounts);
      case REGION -> worded(columns.region, condition, columns.regions);
      case RESOURCE_TYPE -> worded(columns.resourceType, condition, columns.resourceTypes);
      case OWNER -> worded(columns.owner, condition, columns.owners);
      case TICKET -> worded(columns.ticket, condition, columns.tickets);
      case TITLE -> inSet(columns.heading, columns.titleOf, condition, columns.titles);
      case TYPE -> inSet(columns.heading, columns.typeOf, condition, columns.types);
      case RULE -> inSet(columns.heading, columns.ruleOf, condition, columns.rules);
      case TRAIT -> inSet(columns.traitSet, columns.traitsOf, condition, columns.traits);
      case TRAIT_CATEGORY ->
          inSet(columns.traitSet, columns.categoriesOf, condition, columns.categories);
      case SOURCE -> inSet(columns.sourceSet, columns.sourcesOf, condition, columns.sources);
      case OPENED -> time(columns.opened, condition);
      case CHANGED -> time(columns.changed, condition);
      case VULNERABILITY ->
          Searched.hasOneOf(
              columns.cves,
              matching(columns.vulnerabilities.size(), condition, columns.vulnerabilities::word));
      case UID, RESOURCE_UID, RESOURCE_NAME, TAG -> elsewhere.get(condition)::get;
    };
  }

  private static boolean[] matching(int codes, Condition condition, IntFunction<String> words) {
    var matching = new boolean[codes];
    for (int code = 0; code < codes; code++) {
      matching[code] = condition.fits(words.apply(code));
    }
    return matching;
  }

  private static IntPredicate coded(byte[] column, Condition condition, IntFunction<String> words) {
    var matching = matching(CODES, condition, words);
    return at -> matching[column[at]];
  }

  private static IntPredicate worded(int[] column, Condition condition, Words words) {
    var matching = matching(words.size(), condition, words::word);
    return at -> matching[column[at]];
  }

  private static IntPredicate inSet(int[] column, Sets sets, Condition condition, Words words) {
    var members = matching(words.size(), condition, words::word);
    var matching = sets.matching(member -> members[member]);
    return at -> column[at] < matching.length && matching[column[at]];
  }

  private IntPredicate time(long[] column, Condition condition) {
    long moment = Moment.millis(condition.value(), now);
    return condition.operator().comparison() == Comparison.FROM
        ? at -> column[at] >= moment
        : at -> column[at] < moment;
  }
}
