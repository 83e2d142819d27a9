// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.finding.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * What one revision must say. What the scenario does not state is not compared.
 *
 * @param <R> the revision
 */
interface ExpectedRevision<R> {
  Activity activity();

  /** Where the scenario says it. */
  int line();

  /** In sentences, what the revision says otherwise; empty when it is as expected. */
  List<String> mismatches(R told, Instant start);

  /** What a revision does, by the field that says it. */
  static Activity activityOf(JsonNode said) {
    for (var activity : Activity.values()) {
      if (said.has(key(activity))) {
        return activity;
      }
    }
    throw new IllegalArgumentException("neither create nor update nor close: " + said);
  }

  static String key(Activity activity) {
    return activity.label().toLowerCase(Locale.ROOT);
  }

  /**
   * Compares revisions with what is expected, one by one.
   *
   * @param line of the scenario, for revisions that are too many
   * @param where how a message about a line begins
   */
  static <R> List<String> mismatches(
      List<? extends ExpectedRevision<R>> expected,
      List<R> told,
      Instant start,
      int line,
      IntFunction<String> where) {
    var mismatches = new ArrayList<String>();
    for (int i = 0; i < Math.max(expected.size(), told.size()); i++) {
      int at = i < expected.size() ? expected.get(i).line() : line;
      var prefix = where.apply(at) + "revision " + (i + 1) + ": ";
      if (i >= told.size()) {
        mismatches.add(prefix + "expected " + expected.get(i).activity().label() + ", got nothing");
      } else if (i >= expected.size()) {
        mismatches.add(prefix + "expected nothing, got " + told.get(i));
      } else {
        expected
            .get(i)
            .mismatches(told.get(i), start)
            .forEach(mismatch -> mismatches.add(prefix + mismatch));
      }
    }
    return mismatches;
  }
}
