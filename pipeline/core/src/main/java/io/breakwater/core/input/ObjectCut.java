// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.input;

import java.util.Arrays;

/**
 * Finds where a JSON object ends, chunk by chunk, starting behind its opening bracket.
 *
 * <p>One that breaks off ends where another one evidently begins: at a bracket that opens an object
 * where no value may stand, or, where it broke off within a text, at the bracket that seems to be
 * the last character of that text.
 */
final class ObjectCut {
  /** Which of the open brackets are those of arrays. */
  private boolean[] arrays = new boolean[64];

  private int depth = 1;
  private boolean inText;
  private boolean escaped;
  private int last = '{';

  /** How many bytes came before the chunk, the opening bracket among them. */
  private int length = 1;

  /** Where the last text ended with an opening bracket, until something follows it; else 0. */
  private int bracketInText;

  private int end;

  /** Whether the last chunk held the end of the object. */
  boolean ended() {
    return end > 0;
  }

  /**
   * How many bytes the object has, its opening bracket among them: at times fewer than were seen.
   */
  int end() {
    return end;
  }

  /** Looks at bytes {@code from} to {@code to} and returns the first one that was not looked at. */
  int advance(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      int next = bytes[i];
      int position = length + i - from;
      if (inText) {
        if (next == '\n') {
          end = position + 1;
        } else {
          text(next, position);
        }
      } else if (bracketInText > 0 && !isSpace(next) && !mayFollowText(next)) {
        end = bracketInText;
      } else if (next == '{' && !mayHoldValue()) {
        end = position;
      } else if (structure(next)) {
        end = position + 1;
      }
      if (end > 0) {
        return i + 1;
      }
    }
    length += to - from;
    return to;
  }

  private void text(int next, int position) {
    if (next == '{') {
      bracketInText = position;
    }
    if (escaped) {
      escaped = false;
    } else if (next == '\\') {
      escaped = true;
    } else if (next == '"') {
      inText = false;
      if (bracketInText != position - 1) {
        bracketInText = 0;
      }
    }
  }

  private static boolean isSpace(int value) {
    return value == ' ' || value == '\n' || value == '\r' || value == '\t';
  }

  private static boolean mayFollowText(int value) {
    return value == ',' || value == ':' || value == '}' || value == ']';
  }

  /** Whether this byte closes the object. */
  private boolean structure(int next) {
    switch (next) {
      case '\n':
      case ' ':
      case '\t':
      case '\r':
        return false;
      case '"':
        inText = true;
        break;
      case '{':
      case '[':
        depth++;
        if (depth == arrays.length) {
          arrays = Arrays.copyOf(arrays, 2 * depth);
        }
        arrays[depth] = next == '[';
        break;
      case '}':
      case ']':
        depth--;
        break;
      default:
        break;
    }
    bracketInText = 0;
    last = next;
    return depth == 0;
  }

  /** Whether a value may follow: elsewhere an object is none of this one. */
  private boolean mayHoldValue() {
    return last == ':' || last == '[' || (last == ',' && arrays[depth]);
  }
}
