// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

/** What comes from elsewhere, made fit for people and for other systems. */
final class Texts {
  private static final char REPLACEMENT = '\ufffd';

  private Texts() {}

  /** Without control characters and halves of characters; lines stay lines. */
  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            point -> {
              if (point == '\n') {
                clean.append('\n');
              } else if (Character.getType(point) == Character.SURROGATE) {
                clean.append(REPLACEMENT);
              } else {
                clean.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
              }
            });
    return clean.toString().strip();
  }

  /** With a sign that there was more. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  /** A name in a line. */
  static String name(String text) {
    return cut(clean(text).replace('\n', ' '), 100);
  }
}
