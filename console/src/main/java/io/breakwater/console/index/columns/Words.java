// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import io.breakwater.console.index.query.SearchWord;
import io.breakwater.console.index.record.SearchWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Texts by number, for columns in which few of them stand for many exposures. */
final class Words {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final List<Set<String>> searched = new ArrayList<>();
  private final boolean isSearched;

  private Words(boolean isSearched) {
    this.isSearched = isSearched;
  }

  static Words plain() {
    return new Words(false);
  }

  /** By which exposures are found that somebody searches for. */
  static Words searched() {
    return new Words(true);
  }

  int number(String word) {
    var known = numbers.get(word);
    if (known != null) {
      return known;
    }
    int number = words.size();
    numbers.put(word, number);
    words.add(word);
    if (isSearched) {
      searched.add(SearchWords.of(word));
    }
    return number;
  }

  String word(int number) {
    return words.get(number);
  }

  int size() {
    return words.size();
  }

  /** Of each text whether it is found by a word. */
  boolean[] foundBy(SearchWord word) {
    var found = new boolean[size()];
    for (int number = 0; number < found.length; number++) {
      found[number] = isIn(searched.get(number), word);
    }
    return found;
  }

  private static boolean isIn(Set<String> words, SearchWord word) {
    return word.isBeginning() ? words.stream().anyMatch(word::fits) : words.contains(word.text());
  }
}
