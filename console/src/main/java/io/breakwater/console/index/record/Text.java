// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

/** Text that every store takes, however hostile it was. */
final class Text {
  /** What identifies something is no longer than this. */
  static final int IDENTITY = 256;

  /**
   * The longest text that stands in an index: PostgreSQL refuses entries of more than 2,704 bytes,
   * and a character has up to four.
   */
  static final int INDEXED = 512;

  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  static boolean isIdentity(String text) {
    return text.length() <= IDENTITY && text.equals(storable(text));
  }

  /** Without NUL and halves of surrogate pairs, which PostgreSQL refuses. */
  static String storable(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, REPLACEMENT);
      }
    }
    return mended == null ? text : mended.toString();
  }

  /** Its beginning, without cutting through a pair of surrogates. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  static String indexed(String text) {
    return cut(text, INDEXED);
  }
}
