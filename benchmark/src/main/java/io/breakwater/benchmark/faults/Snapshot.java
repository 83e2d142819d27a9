// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How things stand once all that came in is dealt with.
 *
 * @param exposures what is material of each one that is open, by its uid
 * @param certificates the uid of the last revision of each alert that is open, by the alert's
 * @param answers what was said to each action, by its uid
 * @param counts what became of the records and actions, by name
 */
record Snapshot(
    SortedMap<String, String> exposures,
    SortedMap<String, String> certificates,
    SortedSet<String> deadLetters,
    SortedMap<String, SortedSet<String>> answers,
    SortedMap<String, Long> counts) {
  private static final int MOST_NAMED = 5;

  /** Characters before where two texts part. */
  private static final int CONTEXT = 60;

  /** Where this is not as it should be, in words; empty when it is. */
  List<String> differencesFrom(Snapshot expected) {
    var differences = new ArrayList<String>();
    compare("exposure", exposures, expected.exposures, differences);
    compare("certificate alert", certificates, expected.certificates, differences);
    compare("answer to action", answers, expected.answers, differences);
    compare("count", counts, expected.counts, differences);
    missing("dead letter", deadLetters, expected.deadLetters, differences);
    return differences;
  }

  private static <V> void compare(
      String what, Map<String, V> found, Map<String, V> expected, List<String> differences) {
    var all = new TreeSet<>(found.keySet());
    all.addAll(expected.keySet());
    int before = differences.size();
    for (var key : all) {
      var is = found.get(key);
      var should = expected.get(key);
      if (is == null || !is.equals(should)) {
        if (differences.size() - before < MOST_NAMED) {
          int from = Math.max(0, firstDifference(is, should) - CONTEXT);
          differences.add(
              "%s %s is %s and not %s".formatted(what, key, cut(is, from), cut(should, from)));
        }
      }
    }
  }

  /** Where two texts part; 0 where one is no text. */
  private static int firstDifference(Object is, Object should) {
    if (!(is instanceof String one && should instanceof String other)) {
      return 0;
    }
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  /** Around there: an exposure says much that is the same. */
  private static Object cut(Object value, int from) {
    return value instanceof String text && text.length() > 3 * CONTEXT
        ? "…" + text.substring(from, Math.min(text.length(), from + 3 * CONTEXT)) + "…"
        : value;
  }

  private static void missing(
      String what, Set<String> found, Set<String> expected, List<String> differences) {
    if (!found.equals(expected)) {
      differences.add("%d kinds of %s, and not %d".formatted(found.size(), what, expected.size()));
    }
  }
}
