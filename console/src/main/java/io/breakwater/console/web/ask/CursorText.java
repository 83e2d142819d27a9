// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.ask;

import io.breakwater.console.index.query.Page.Cursor;
import io.breakwater.console.web.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page ended, as a text that means nothing to who passes it on. */
public final class CursorText {
  private static final String SEPARATOR = "|";
  private static final int PARTS = 3;

  private CursorText() {}

  public static String of(Cursor cursor) {
    var text = cursor.severity() + SEPARATOR + cursor.changed() + SEPARATOR + cursor.uid();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Refused for what {@link #of} did not give
   */
  static Cursor read(String text) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
              .split("\\" + SEPARATOR, PARTS);
      if (parts.length == PARTS) {
        return new Cursor(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), parts[2]);
      }
    } catch (IllegalArgumentException e) {
      // What follows says it.
    }
    throw Refused.wrong("after", "'after' is what 'next' of the page before was");
  }
}
