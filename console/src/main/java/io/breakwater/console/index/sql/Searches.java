// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What searches have found since the last change: a page asks several questions about one search at
 * once, and it is made for the first of them.
 */
final class Searches {
  private static final int REMEMBERED = 32;

  private final Map<String, Search> byWords = new ConcurrentHashMap<>();

  /** Makes the search. */
  interface Finding {
    BitSet find() throws SQLException;
  }

  BitSet found(String words, Finding finding) throws SQLException {
    if (byWords.size() >= REMEMBERED) {
      byWords.clear();
    }
    return byWords.computeIfAbsent(words, any -> new Search()).found(finding);
  }

  /** After a change, while nobody asks. */
  void forget() {
    byWords.clear();
  }

  private static final class Search {
    private BitSet found;

    /** Whoever asks meanwhile waits. */
    synchronized BitSet found(Finding finding) throws SQLException {
      if (found == null) {
        found = finding.find();
      }
      return found;
    }
  }
}
