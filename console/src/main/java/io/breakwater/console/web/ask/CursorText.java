// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.ask;

import io.breakwater.console.index.query.CertificatePage;
import io.breakwater.console.index.query.Page;
import io.breakwater.console.index.query.ResourcePage;
import io.breakwater.console.web.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Where a page ended, as a text that means nothing to who passes it on. */
public final class CursorText {
  private static final String SEPARATOR = "|";

  private CursorText() {}

  public static String of(Page.Cursor cursor) {
    return text(cursor.severity(), cursor.changed(), cursor.uid());
  }

  public static String of(CertificatePage.Cursor cursor) {
    return text(cursor.expires(), cursor.uid());
  }

  public static String of(ResourcePage.Cursor cursor) {
    return text(
        cursor.critical(),
        cursor.high(),
        cursor.medium(),
        cursor.low(),
        cursor.other(),
        cursor.uid());
  }

  private static String text(Object... parts) {
    var text = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Page.Cursor exposure(String text) {
    var parts = parts(text, 3);
    return new Page.Cursor((int) number(parts[0]), number(parts[1]), parts[2]);
  }

  static CertificatePage.Cursor certificate(String text) {
    var parts = parts(text, 2);
    return new CertificatePage.Cursor(number(parts[0]), parts[1]);
  }

  static ResourcePage.Cursor resource(String text) {
    var parts = parts(text, 6);
    return new ResourcePage.Cursor(
        number(parts[0]),
        number(parts[1]),
        number(parts[2]),
        number(parts[3]),
        number(parts[4]),
        parts[5]);
  }

  /** The last part may have separators in it. */
  private static String[] parts(String text, int count) {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      var parts = new String(bytes, StandardCharsets.UTF_8).split("\\" + SEPARATOR, count);
      if (parts.length == count && parts[count - 1].indexOf('\0') < 0) {
        return parts;
      }
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
    throw wrong();
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw wrong();
    }
  }

  private static Refused wrong() {
    return Refused.wrong("after", "'after' is what 'next' of the page before was");
  }
}
