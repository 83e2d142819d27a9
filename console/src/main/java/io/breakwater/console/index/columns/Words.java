// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by number, for columns in which few of them stand for many exposures. */
final class Words {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  int number(String word) {
    var known = numbers.get(word);
    if (known != null) {
      return known;
    }
    int number = words.size();
    numbers.put(word, number);
    words.add(word);
    return number;
  }

  String word(int number) {
    return words.get(number);
  }

  int size() {
    return words.size();
  }
}
