// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.regex.Pattern;

/**
 * Which exposures a page is about.
 *
 * @param search words of which each has to be there, the last one as a beginning; empty for no
 *     search
 */
public record Selection(State state, Filter filter, String search) {
  private static final int CONDITIONS = 100;
  private static final int DEPTH = 8;
  private static final int SEARCH = 256;
  private static final int WORDS = 16;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  public static final Selection OPEN = new Selection(State.OPEN, Filter.everything(), "");

  /** Whether they are open. */
  public enum State {
    OPEN,
    CLOSED,
    EITHER
  }

  /**
   * @throws IllegalArgumentException for more than a person would ask for
   */
  public Selection {
    if (filter.conditions().size() > CONDITIONS || filter.depth() > DEPTH) {
      throw new IllegalArgumentException(
          "a filter has at most " + CONDITIONS + " conditions, nested " + DEPTH + " deep");
    }
    checkSearch(search);
  }

  static void checkSearch(String search) {
    if (search.length() > SEARCH || search.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "a search has at most " + SEARCH + " characters, and no NUL");
    }
    if (BLANKS.splitAsStream(search.strip()).count() > WORDS) {
      throw new IllegalArgumentException("a search has at most " + WORDS + " words");
    }
  }

  public static Selection of(Filter filter) {
    return new Selection(State.OPEN, filter, "");
  }

  public Selection with(Filter other) {
    return new Selection(state, other, search);
  }

  public Selection searching(String words) {
    return new Selection(state, filter, words);
  }

  public Selection in(State other) {
    return new Selection(other, filter, search);
  }
}
