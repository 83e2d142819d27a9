// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was counted, in the order in which it was named first, and what is wrong. */
final class Figures {
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  void count(String what, long more) {
    counts.merge(what, more, Long::sum);
  }

  /** Names what is told even where there is none. */
  void name(String... all) {
    for (var what : all) {
      count(what, 0);
    }
  }

  void fault(String what, String example) {
    count(what, 1);
    faults.add(what + ": " + example);
  }

  Map<String, Long> counts() {
    return new LinkedHashMap<>(counts);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }
}
