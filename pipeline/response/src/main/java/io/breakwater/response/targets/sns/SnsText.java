// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.sns;

import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.NoticeText;
import io.breakwater.response.targets.PlainText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** What people read, mostly as mail. */
final class SnsText {
  /** Less than 100, says the API. */
  private static final int SUBJECT_CHARACTERS = 99;

  private static final int HEADLINE_CHARACTERS = 500;

  /** With the names, types and values of the attributes. */
  private static final int MOST_BYTES = 256 * 1024;

  private static final String HINT = "\n[The rest is left out, as a message holds no more.]";

  private SnsText() {}

  /** Letters with marks lose them; what is no ASCII then is a question mark. */
  static String subject(Message message) {
    var notice = message.notice();
    var line =
        word(message.kind())
            + (notice.getTitle().isBlank()
                ? ""
                : ": " + NoticeText.headline(notice, HEADLINE_CHARACTERS));
    var ascii =
        Normalizer.normalize(line, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace("…", "...")
            .replaceAll("[^ -~]", "?");
    return ascii.length() <= SUBJECT_CHARACTERS
        ? ascii
        : ascii.substring(0, SUBJECT_CHARACTERS - 3) + "...";
  }

  private static String word(MessageKind kind) {
    switch (kind) {
      case OPENED:
        return "New";
      case ROSE:
        return "More severe";
      case CHANGED:
        return "Changed";
      case CLOSED:
        return "Over";
      case REOPENED:
        return "Open again";
      case ESCALATED:
        return "Nobody works on it";
      case DIGEST:
        return "Summary";
      case CAPPED:
        return "Too many messages";
      default:
        return "Breakwater";
    }
  }

  /**
   * What has happened, to what, and what to do. Where it is too long, the first of these is cut.
   *
   * @param taken bytes that are not left for it
   */
  static String body(Message message, int taken) {
    var notice = message.notice();
    var before =
        notice.getTitle().isBlank() ? "" : NoticeText.headline(notice, HEADLINE_CHARACTERS);
    var after = new ArrayList<String>();
    for (var part :
        List.of(NoticeText.resource(notice), NoticeText.whatToDo(notice), name(notice))) {
      if (!part.isEmpty()) {
        after.add(part);
      }
    }
    var head = before.isEmpty() ? "" : before + "\n\n";
    var tail = after.isEmpty() ? "" : "\n\n" + String.join("\n\n", after);
    int left = MOST_BYTES - taken - bytes(head) - bytes(tail);
    var text = PlainText.cutToBytes(PlainText.block(message.text(), MOST_BYTES), left, HINT);
    var body = (head + text + tail).strip();
    return body.isEmpty() ? word(message.kind()) : body;
  }

  private static String name(Notice notice) {
    return notice.getUid().isEmpty()
        ? ""
        : PlainText.line("Exposure " + notice.getUid(), HEADLINE_CHARACTERS);
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
