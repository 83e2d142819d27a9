// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.query.DeadLetter;
import io.breakwater.console.index.query.LetterCount;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Dead letters as the page sees them. */
public final class LetterJson {
  private LetterJson() {}

  public static ObjectNode count(LetterCount count) {
    return Json.object()
        .put("stream", count.stream())
        .put("reason", count.reason())
        .put("count", count.letters());
  }

  public static ObjectNode row(DeadLetter letter) {
    return Json.object()
        .put("stream", letter.stream())
        .put("id", letter.id())
        .put("reason", letter.reason())
        .put("detail", letter.detail())
        .put("origin", letter.origin())
        .put("size", letter.size());
  }

  public static ObjectNode whole(DeadLetter letter) {
    var raw = letter.raw();
    return row(letter)
        .put("whole", letter.isWhole())
        .put("rawBase64", Base64.getEncoder().encodeToString(raw))
        .put("text", text(raw));
  }

  /** Null for what is no text. */
  private static String text(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
