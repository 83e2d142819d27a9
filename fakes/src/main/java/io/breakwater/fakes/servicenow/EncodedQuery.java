// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.servicenow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An encoded query: conditions joined by {@code ^} (and) or {@code ^OR}, then orders. A condition
 * on a field that is not there is passed over, as ServiceNow does unless the instance is set
 * otherwise: a misspelt field finds everything. So is a comparison of a time that is not written as
 * the table has it, in UTC.
 *
 * @see <a
 *     href="https://www.servicenow.com/docs/r/api-reference/rest-apis/c_TableAPI.html">sysparm_query
 *     in the Table API</a>
 */
record EncodedQuery(Predicate<Map<String, String>> filter, Comparator<Map<String, String>> order) {
  private static final Pattern CONDITION =
      Pattern.compile(
          "([a-z][a-z0-9_]*)(>=|<=|!=|=|>|<|NOT IN|IN|STARTSWITH|ENDSWITH|LIKE|ISEMPTY|ISNOTEMPTY)"
              + "(.*)",
          Pattern.DOTALL);
  private static final Map<String, BiPredicate<String, String>> OPERATORS =
      Map.ofEntries(
          Map.entry("=", String::equals),
          Map.entry("!=", (held, given) -> !held.equals(given)),
          Map.entry(">=", (held, given) -> held.compareTo(given) >= 0),
          Map.entry("<=", (held, given) -> held.compareTo(given) <= 0),
          Map.entry(">", (held, given) -> held.compareTo(given) > 0),
          Map.entry("<", (held, given) -> held.compareTo(given) < 0),
          Map.entry("IN", (held, given) -> List.of(given.split(",", -1)).contains(held)),
          Map.entry("NOT IN", (held, given) -> !List.of(given.split(",", -1)).contains(held)),
          Map.entry("STARTSWITH", String::startsWith),
          Map.entry("ENDSWITH", String::endsWith),
          Map.entry("LIKE", String::contains),
          Map.entry("ISEMPTY", (held, given) -> held.isEmpty()),
          Map.entry("ISNOTEMPTY", (held, given) -> !held.isEmpty()));

  private static final Predicate<String> IS_TIME = Pattern.compile("_(on|at)$").asPredicate();
  private static final Predicate<String> COMPARES = Pattern.compile("[<>=]").asPredicate();
  private static final Predicate<String> IS_UTC =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}").asMatchPredicate();

  /**
   * @param known whether the table has such a column
   * @param strict whether an invalid part makes the whole find nothing
   */
  static EncodedQuery parse(String text, Predicate<String> known, boolean strict) {
    var alternatives = new ArrayList<List<Predicate<Map<String, String>>>>();
    Comparator<Map<String, String>> order = Comparator.comparingInt(row -> 0);
    boolean valid = true;
    for (var part : text.split("\\^", -1)) {
      if (part.startsWith("ORDERBY")) {
        var next = order(part.substring("ORDERBY".length()), known);
        if (next.isPresent()) {
          order = order.thenComparing(next.get());
        }
      } else if (!part.isEmpty()) {
        boolean or = part.startsWith("OR") && !alternatives.isEmpty();
        var condition = condition(or ? part.substring(2) : part, known);
        valid &= condition.isPresent();
        if (condition.isPresent() && or) {
          alternatives.get(alternatives.size() - 1).add(condition.get());
        } else if (condition.isPresent()) {
          alternatives.add(new ArrayList<>(List.of(condition.get())));
        }
      }
    }
    Predicate<Map<String, String>> filter = row -> true;
    for (var any : alternatives) {
      filter = filter.and(row -> any.stream().anyMatch(condition -> condition.test(row)));
    }
    return new EncodedQuery(valid || !strict ? filter : row -> false, order);
  }

  private static Optional<Predicate<Map<String, String>>> condition(
      String text, Predicate<String> known) {
    var matcher = CONDITION.matcher(text);
    if (!matcher.matches() || !known.test(matcher.group(1))) {
      return Optional.empty();
    }
    if (matcher.group(3).startsWith("javascript:")) {
      throw Errors.refusal(
          400, "Invalid query", "Scripts in queries are not understood here: " + text);
    }
    var operator = OPERATORS.get(matcher.group(2));
    var column = matcher.group(1);
    var value = matcher.group(3);
    boolean unreadable =
        IS_TIME.test(column) && COMPARES.test(matcher.group(2)) && !IS_UTC.test(value);
    if (unreadable) {
      return Optional.empty();
    }
    return Optional.of(row -> operator.test(row.getOrDefault(column, ""), value));
  }

  private static Optional<Comparator<Map<String, String>>> order(
      String text, Predicate<String> known) {
    boolean descending = text.startsWith("DESC");
    var column = descending ? text.substring("DESC".length()) : text;
    if (!known.test(column)) {
      return Optional.empty();
    }
    Comparator<Map<String, String>> ascending =
        Comparator.comparing(row -> row.getOrDefault(column, ""));
    return Optional.of(descending ? ascending.reversed() : ascending);
  }
}
