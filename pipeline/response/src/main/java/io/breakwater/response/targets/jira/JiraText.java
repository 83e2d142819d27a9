// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.response.message.Notice;
import io.breakwater.response.notice.Change;
import io.breakwater.response.targets.NoticeText;
import io.breakwater.response.targets.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What people read, in the Atlassian Document Format. Whatever a finding says is text in it and
 * nothing else, so that nothing in it can be taken for markup.
 *
 * @see <a
 *     href="https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/">Atlassian
 *     Document Format</a>
 */
final class JiraText {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What Jira takes in a summary. */
  private static final int SUMMARY_CHARACTERS = 255;

  /** Far below the 32,767 that Jira takes of a description, which has several of these. */
  private static final int PARAGRAPH_CHARACTERS = 1_500;

  /** Below what Jira takes of a comment. */
  private static final int COMMENT_CHARACTERS = 30_000;

  private static final int MOST_ITEMS = 12;
  private static final int PEOPLES_CHARACTERS = 1_000;
  private static final Set<String> BLOCKS = Set.of("paragraph", "heading", "hardBreak", "rule");

  private JiraText() {}

  static String summary(Notice notice) {
    var line =
        Change.label(notice.getSeverity())
            + ": "
            + notice.getTitle()
            + " ("
            + notice.getSubject().getName()
            + ")";
    return PlainText.line(line, SUMMARY_CHARACTERS);
  }

  static ObjectNode description(Notice notice) {
    var content = JSON.arrayNode();
    var subject = notice.getSubject();
    paragraph(
        content, notice.getDescription().isEmpty() ? notice.getTitle() : notice.getDescription());
    paragraph(
        content,
        "Resource: "
            + subject.getArn()
            + " ("
            + subject.getType()
            + ", account "
            + subject.getAccount()
            + ", "
            + subject.getRegion()
            + ")");
    if (!subject.getOwner().isEmpty()) {
      paragraph(content, "Owner: " + subject.getOwner());
    }
    if (notice.hasTicketRequested()) {
      paragraph(content, NoticeText.requested(notice));
    }
    if (notice.getTraitsCount() > 0) {
      heading(content, "Why");
      list(content, "bulletList", notice.getTraitsList());
    }
    if (notice.getRemediesCount() > 0) {
      heading(content, "What to do");
      var steps = new ArrayList<String>();
      notice
          .getRemediesList()
          .forEach(
              remedy ->
                  steps.add(
                      remedy.getReference().isEmpty()
                          ? remedy.getText()
                          : remedy.getText() + " " + remedy.getReference()));
      list(content, "orderedList", steps);
    }
    paragraph(content, "Exposure " + notice.getUid() + ", episode " + notice.getEpisode());
    return document(content);
  }

  /** Lines are paragraphs of their own, and long ones several. */
  static ObjectNode comment(List<String> texts) {
    var content = JSON.arrayNode();
    PlainText.block(String.join("\n", texts), COMMENT_CHARACTERS)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> paragraphs(content, line));
    return document(content);
  }

  /** The text in a document, a line for each block, cut where it is long. */
  static String plain(JsonNode document) {
    var text = new StringBuilder();
    append(document, text);
    return PlainText.block(text.toString(), PEOPLES_CHARACTERS);
  }

  private static void append(JsonNode node, StringBuilder text) {
    if (node.path("type").asText().equals("text")) {
      text.append(node.path("text").asText());
    }
    for (var child : node.path("content")) {
      append(child, text);
    }
    if (BLOCKS.contains(node.path("type").asText())) {
      text.append('\n');
    }
  }

  private static void paragraphs(ArrayNode content, String line) {
    for (int from = 0; from < line.length(); ) {
      int to = Math.min(line.length(), from + PARAGRAPH_CHARACTERS);
      if (to < line.length() && Character.isHighSurrogate(line.charAt(to - 1))) {
        to--;
      }
      paragraph(content, line.substring(from, to));
      from = to;
    }
  }

  private static ObjectNode document(ArrayNode content) {
    var document = JSON.objectNode();
    document.put("type", "doc").put("version", 1).set("content", content);
    return document;
  }

  private static void paragraph(ArrayNode content, String text) {
    content.add(node("paragraph", text(text)));
  }

  private static void heading(ArrayNode content, String text) {
    var heading = node("heading", text(text));
    heading.putObject("attrs").put("level", 3);
    content.add(heading);
  }

  private static void list(ArrayNode content, String type, List<String> items) {
    var list = JSON.objectNode();
    var all = list.put("type", type).putArray("content");
    items.stream()
        .limit(MOST_ITEMS)
        .forEach(item -> all.add(node("listItem", node("paragraph", text(item)))));
    if (items.size() > MOST_ITEMS) {
      all.add(
          node(
              "listItem", node("paragraph", text("and " + (items.size() - MOST_ITEMS) + " more"))));
    }
    content.add(list);
  }

  private static ObjectNode text(String text) {
    var shown = PlainText.block(text, PARAGRAPH_CHARACTERS);
    return JSON.objectNode().put("type", "text").put("text", shown.isEmpty() ? "-" : shown);
  }

  private static ObjectNode node(String type, JsonNode child) {
    var node = JSON.objectNode();
    node.put("type", type).putArray("content").add(child);
    return node;
  }
}
