// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** What belongs together by the number of the set, each member once. */
final class Sets {
  private static final int[] NOTHING = {};

  private int[][] members = new int[64][];

  void add(int set, int member) {
    if (set >= members.length) {
      members = Arrays.copyOf(members, Math.max(set + 1, 2 * members.length));
    }
    var known = of(set);
    if (Arrays.stream(known).noneMatch(one -> one == member)) {
      var more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = member;
      members[set] = more;
    }
  }

  int[] of(int set) {
    return set < members.length && members[set] != null ? members[set] : NOTHING;
  }

  /** Of each set whether a member fulfils the condition. */
  boolean[] matching(IntPredicate condition) {
    var matching = new boolean[members.length];
    for (int set = 0; set < members.length; set++) {
      matching[set] = Arrays.stream(of(set)).anyMatch(condition);
    }
    return matching;
  }
}
