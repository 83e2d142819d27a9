// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remedy;
import io.breakwater.response.notice.Change;
import java.util.ArrayList;
import java.util.List;

/** What a notice says, as plain text for people. */
public final class NoticeText {
  private static final int PART_CHARACTERS = 600;
  private static final int ITEM_CHARACTERS = 300;
  private static final int MOST_ITEMS = 12;

  private NoticeText() {}

  /** Such as {@code High: An instance can be reached (web-1)}. */
  public static String headline(Notice notice, int most) {
    var name = notice.getSubject().getName();
    return PlainText.line(
        Change.label(notice.getSeverity())
            + ": "
            + notice.getTitle()
            + (name.isEmpty() ? "" : " (" + name + ")"),
        most);
  }

  /** What it is, where, who asked for the ticket, why, and what to do, a paragraph each. */
  public static String body(Notice notice) {
    var paragraphs = new ArrayList<String>();
    var description =
        notice.getDescription().isBlank() ? notice.getTitle() : notice.getDescription();
    add(paragraphs, PlainText.block(description, PART_CHARACTERS));
    add(paragraphs, resource(notice));
    add(paragraphs, requested(notice));
    add(paragraphs, list("Why", notice.getTraitsList()));
    add(paragraphs, whatToDo(notice));
    add(
        paragraphs,
        PlainText.line(
            "Exposure " + notice.getUid() + ", episode " + notice.getEpisode(), ITEM_CHARACTERS));
    return String.join("\n\n", paragraphs);
  }

  /** Empty where it is about no resource. */
  public static String resource(Notice notice) {
    var subject = notice.getSubject();
    if (subject.getArn().isEmpty()) {
      return "";
    }
    var where = new ArrayList<String>();
    add(where, subject.getType());
    add(where, subject.getAccount().isEmpty() ? "" : "account " + subject.getAccount());
    add(where, subject.getRegion());
    var line = "Resource: " + subject.getArn() + " (" + String.join(", ", where) + ")";
    return PlainText.line(line, PART_CHARACTERS)
        + (subject.getOwner().isEmpty()
            ? ""
            : "\n" + PlainText.line("Owner: " + subject.getOwner(), ITEM_CHARACTERS));
  }

  /** Who asked for the ticket; empty where it is there because of a route. */
  public static String requested(Notice notice) {
    return notice.hasTicketRequested()
        ? PlainText.line(
            "This ticket was asked for by " + notice.getTicketRequested().getBy() + ".",
            ITEM_CHARACTERS)
        : "";
  }

  /** Empty where nothing is known that helps. */
  public static String whatToDo(Notice notice) {
    var steps = new ArrayList<String>();
    for (Remedy remedy : notice.getRemediesList()) {
      steps.add((remedy.getText() + " " + link(remedy)).strip());
    }
    return list("What to do", steps);
  }

  /** Where more is said; empty unless it is an address that a person may follow. */
  public static String link(Remedy remedy) {
    var address = remedy.getReference();
    return address.matches("https?://[!-~]{1,1000}") ? address : "";
  }

  private static String list(String title, List<String> items) {
    if (items.isEmpty()) {
      return "";
    }
    var lines = new ArrayList<String>();
    lines.add(title + ":");
    items.stream()
        .limit(MOST_ITEMS)
        .forEach(item -> lines.add("- " + PlainText.line(item, ITEM_CHARACTERS)));
    if (items.size() > MOST_ITEMS) {
      lines.add("- " + "and " + (items.size() - MOST_ITEMS) + " more");
    }
    return String.join("\n", lines);
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part);
    }
  }
}
