// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.input;

import java.util.BitSet;

/** Finds where a JSON object ends, chunk by chunk, starting behind its opening bracket. */
final class ObjectCut {
  /** Which of the open brackets are those of arrays. */
  private final BitSet arrays = new BitSet();

  private int depth = 1;
  private boolean inText;
  private boolean escaped;
  private boolean lineStart;
  private int last = '{';
  private boolean ended;

  /** Whether the last chunk held the end of the object. */
  boolean ended() {
    return ended;
  }

  /** Looks at bytes {@code from} to {@code to} and returns the first one not of the object. */
  int advance(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      int next = bytes[i];
      if (inText) {
        if (next == '\n') {
          return end(i + 1);
        }
        text(next);
      } else if (next == '{' && lineStart && !mayHoldValue()) {
        return end(i);
      } else if (structure(next)) {
        return end(i + 1);
      }
    }
    return to;
  }

  private int end(int position) {
    ended = true;
    return position;
  }

  private void text(int next) {
    if (escaped) {
      escaped = false;
    } else if (next == '\\') {
      escaped = true;
    } else if (next == '"') {
      inText = false;
    }
  }

  /** Whether this byte closes the object. */
  private boolean structure(int next) {
    switch (next) {
      case '\n':
        lineStart = true;
        return false;
      case ' ':
      case '\t':
      case '\r':
        lineStart = false;
        return false;
      case '"':
        inText = true;
        break;
      case '{':
      case '[':
        depth++;
        arrays.set(depth, next == '[');
        break;
      case '}':
      case ']':
        depth--;
        break;
      default:
        break;
    }
    lineStart = false;
    last = next;
    return depth == 0;
  }

  /** Whether a value may follow: elsewhere a line that begins with an object begins another one. */
  private boolean mayHoldValue() {
    return last == ':' || last == '[' || (last == ',' && arrays.get(depth));
  }
}
