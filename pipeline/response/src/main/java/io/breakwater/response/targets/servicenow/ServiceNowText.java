// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import io.breakwater.response.message.Notice;
import io.breakwater.response.targets.NoticeText;
import io.breakwater.response.targets.PlainText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What people read. A journal shows what stands between {@code [code]} and {@code [/code]} as HTML,
 * so nothing that a finding says may stand so.
 */
final class ServiceNowText {
  private static final int TITLE_CHARACTERS = 160;
  private static final int TEXT_CHARACTERS = 4_000;

  /** Of one thing to tell: there may be some twenty in a note. */
  private static final int TELLING_CHARACTERS = 1_500;

  private static final Pattern CODE =
      Pattern.compile("\\[(\\s*/?\\s*code\\s*)]", Pattern.CASE_INSENSITIVE);

  private ServiceNowText() {}

  static String title(Notice notice) {
    return harmless(NoticeText.headline(notice, TITLE_CHARACTERS));
  }

  static String text(Notice notice) {
    return harmless(PlainText.cut(NoticeText.body(notice), TEXT_CHARACTERS));
  }

  static String note(List<String> tellings) {
    var note = new StringBuilder();
    for (var telling : tellings) {
      note.append(note.length() == 0 ? "" : "\n\n")
          .append(harmless(PlainText.block(telling, TELLING_CHARACTERS)));
    }
    return note.toString();
  }

  /** As long as it was. */
  private static String harmless(String text) {
    return CODE.matcher(text).replaceAll("($1)");
  }
}
