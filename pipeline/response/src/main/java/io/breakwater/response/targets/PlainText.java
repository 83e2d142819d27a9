// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import java.nio.charset.StandardCharsets;

/**
 * What findings say, made fit to be shown. Whoever may name or tag a resource writes a part of it,
 * so nothing stays that is not seen itself and yet changes what is: control characters, marks that
 * turn the direction of writing, halves of characters. A line separator is a line break.
 */
public final class PlainText {
  private static final String CUT = "…";
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private PlainText() {}

  /**
   * Without line breaks.
   *
   * @param most UTF-16 units, at least one; what is longer ends in an ellipsis
   */
  public static String line(String text, int most) {
    return cut(shown(text).replaceAll("\\s+", " ").strip(), most);
  }

  /** The same with its line breaks; an empty line at most between two others. */
  public static String block(String text, int most) {
    var lines = shown(text).replaceAll("[ \\t]*\\n", "\n").replaceAll("\\n{3,}", "\n\n");
    return cut(lines.strip(), most);
  }

  /** Cuts what is longer, and no character in two. */
  public static String cut(String text, int most) {
    return text.length() <= most ? text : start(text, most - CUT.length()) + CUT;
  }

  /**
   * Cuts what takes more bytes in UTF-8, and ends it with a hint.
   *
   * @param most at least as many as the hint takes
   */
  public static String cutToBytes(String text, int most, String hint) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= most) {
      return text;
    }
    int left = most - hint.getBytes(StandardCharsets.UTF_8).length;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      left -= bytes(point);
      if (left < 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end) + hint;
  }

  private static int bytes(int point) {
    if (point < 0x80) {
      return 1;
    }
    if (point < 0x800) {
      return 2;
    }
    return point < 0x10000 ? 3 : 4;
  }

  private static String start(String text, int units) {
    boolean splits =
        units > 0
            && Character.isHighSurrogate(text.charAt(units - 1))
            && Character.isLowSurrogate(text.charAt(units));
    return text.substring(0, splits ? units - 1 : units);
  }

  private static String shown(String text) {
    var shown = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            point -> {
              if (point == '\r' || point == 0x2028 || point == 0x2029 || point == 0x85) {
                shown.append('\n');
              } else if (point == '\n' || point == '\t' || isShown(point)) {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  private static boolean isShown(int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL:
      case Character.SURROGATE:
        return false;
      case Character.FORMAT:
        // Scripts and pictures are joined by these; the others only hide or turn.
        return point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
      default:
        return (point & 0xfffe) != 0xfffe;
    }
  }
}
