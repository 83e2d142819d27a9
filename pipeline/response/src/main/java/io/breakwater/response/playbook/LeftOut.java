// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a remote function has sent that goes nowhere, for people. */
final class LeftOut {
  private static final int MOST_KINDS = 5;

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int count;

  /**
   * @param what such as {@code message to example/other}
   */
  void add(String what) {
    count++;
    if (counts.size() < MOST_KINDS || counts.containsKey(what)) {
      counts.merge(what, 1, Integer::sum);
    }
  }

  /** Such as {@code left out: 2 × message to example/other}; empty where nothing was. */
  String words() {
    if (count == 0) {
      return "";
    }
    var parts = new StringBuilder("left out " + count + ":");
    counts.forEach((what, number) -> parts.append(' ').append(number).append(" × ").append(what));
    return parts.toString();
  }
}
