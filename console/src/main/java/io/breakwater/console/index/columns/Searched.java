// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import io.breakwater.console.index.query.SearchWord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Which exposures a search finds, open or not. */
public final class Searched {
  private final Columns columns;
  private final Map<SearchWord, BitSet> own;

  private Searched(Columns columns, Map<SearchWord, BitSet> own) {
    this.columns = columns;
    this.own = own;
  }

  /**
   * The numbers of those that have all words.
   *
   * @param own of each word the exposures that alone have it
   */
  public static BitSet by(Columns columns, Map<SearchWord, BitSet> own) {
    var searched = new Searched(columns, own);
    return searched.all(searched::of);
  }

  /** As {@link #by}, where a resource of the exposure has the word. */
  public static BitSet byResources(Columns columns, Map<SearchWord, BitSet> own) {
    var searched = new Searched(columns, own);
    return searched.all(word -> anyOf(searched.ofResources(word)));
  }

  private BitSet all(Function<SearchWord, IntPredicate> having) {
    var found = own.keySet().stream().map(having).reduce(IntPredicate::and).orElse(any -> true);
    var numbers = new BitSet(columns.end);
    for (int at = 0; at < columns.end; at++) {
      if (columns.state[at] != Columns.NOTHING && found.test(at)) {
        numbers.set(at);
      }
    }
    return numbers;
  }

  private List<IntPredicate> ofResources(SearchWord word) {
    var ways = new ArrayList<IntPredicate>();
    add(ways, columns.account, columns.accounts.foundBy(word));
    add(ways, columns.region, columns.regions.foundBy(word));
    add(ways, columns.kindSet, sets(columns.kindsOf, columns.kinds, word));
    ways.add(own.get(word)::get);
    return ways;
  }

  private IntPredicate of(SearchWord word) {
    var ways = ofResources(word);
    add(ways, columns.heading, sets(columns.titleOf, columns.titles, word));
    add(ways, columns.heading, sets(columns.ruleOf, columns.rules, word));
    add(ways, columns.traitSet, sets(columns.traitsOf, columns.traits, word));
    add(ways, columns.traitSet, sets(columns.categoriesOf, columns.categories, word));
    var vulnerabilities = columns.vulnerabilities.foundBy(word);
    if (any(vulnerabilities)) {
      ways.add(hasOneOf(columns.cves, vulnerabilities));
    }
    return anyOf(ways);
  }

  private static boolean[] sets(Sets sets, Words words, SearchWord word) {
    var found = words.foundBy(word);
    return sets.matching(member -> found[member]);
  }

  private static void add(List<IntPredicate> ways, int[] column, boolean[] found) {
    if (any(found)) {
      ways.add(at -> column[at] < found.length && found[column[at]]);
    }
  }

  private static boolean any(boolean[] found) {
    for (var one : found) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  static IntPredicate hasOneOf(int[][] column, boolean[] wanted) {
    return at -> {
      for (int code : column[at]) {
        if (wanted[code]) {
          return true;
        }
      }
      return false;
    };
  }

  private static IntPredicate anyOf(List<IntPredicate> ways) {
    return ways.stream().reduce(IntPredicate::or).orElse(none -> false);
  }
}
