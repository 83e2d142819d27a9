// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

/** The case in which parts of values are compared: as databases do it, for A to Z only. */
public final class AsciiCase {
  private AsciiCase() {}

  public static String lower(String text) {
    var lower = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return lower.toString();
  }
}
