// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Atlassian Document Format: which node may stand in which, and what a document says in plain text.
 * A node that this does not know is refused, so that a sender finds out.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/">The
 *     documentation of the format</a>
 */
final class Adf {
  /** How many characters of text a description or a comment may have. */
  static final int MOST_TEXT = 32_767;

  private static final Set<String> INLINE =
      Set.of("text", "hardBreak", "emoji", "mention", "inlineCard", "date", "status");
  private static final Set<String> CELL =
      Set.of(
          "paragraph",
          "heading",
          "bulletList",
          "orderedList",
          "codeBlock",
          "panel",
          "blockquote",
          "rule",
          "blockCard");
  private static final Map<String, Set<String>> CHILDREN = children();
  private static final Set<String> MARKS =
      Set.of(
          "strong",
          "em",
          "code",
          "link",
          "strike",
          "underline",
          "subsup",
          "textColor",
          "backgroundColor");

  private Adf() {}

  /**
   * Whether it says that it is a document; if not, Jira speaks of the field and not of the node.
   */
  static boolean isDocument(JsonNode node) {
    return node.path("type").asText().equals("doc") && node.path("version").asInt() == 1;
  }

  /** What is wrong within a document, if anything. */
  static Optional<String> fault(JsonNode document) {
    return document.path("content").isArray()
        ? faultIn(document, "doc")
        : Optional.of("doc has no content");
  }

  /** One line for each block that holds text. */
  static String text(JsonNode document) {
    var text = new StringBuilder();
    append(document, text);
    return text.toString().strip();
  }

  /** A document of one paragraph for each line. */
  static ObjectNode document(String text) {
    var document = JsonNodeFactory.instance.objectNode();
    document.put("type", "doc").put("version", 1);
    ArrayNode content = document.putArray("content");
    text.lines()
        .forEach(
            line -> {
              var paragraph = content.addObject().put("type", "paragraph");
              var inline = paragraph.putArray("content");
              if (!line.isEmpty()) {
                inline.addObject().put("type", "text").put("text", line);
              }
            });
    return document;
  }

  private static Optional<String> faultIn(JsonNode node, String type) {
    var allowed = CHILDREN.get(type);
    for (var child : node.path("content")) {
      var childType = child.path("type").asText();
      if (allowed == null || !allowed.contains(childType)) {
        return Optional.of(type + " may not hold '" + childType + "'");
      }
      var fault = faultOf(child, childType, type).or(() -> faultIn(child, childType));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> faultOf(JsonNode node, String type, String parent) {
    return switch (type) {
      case "text" -> faultOfText(node, parent);
      case "heading" -> {
        int level = node.path("attrs").path("level").asInt();
        yield level < 1 || level > 6
            ? Optional.of("heading needs a level from 1 to 6")
            : Optional.empty();
      }
      case "bulletList", "orderedList", "listItem", "table", "tableRow", "panel", "blockquote" ->
          node.path("content").isEmpty()
              ? Optional.of(type + " may not be empty")
              : Optional.empty();
      case "inlineCard", "blockCard" ->
          node.path("attrs").has("url") || node.path("attrs").has("data")
              ? Optional.empty()
              : Optional.of(type + " needs a url");
      default -> Optional.empty();
    };
  }

  private static Optional<String> faultOfText(JsonNode node, String parent) {
    if (!node.path("text").isTextual() || node.path("text").asText().isEmpty()) {
      return Optional.of("text may not be empty");
    }
    for (var mark : node.path("marks")) {
      var type = mark.path("type").asText();
      if (!MARKS.contains(type)) {
        return Optional.of("there is no mark '" + type + "'");
      }
      if (parent.equals("codeBlock")) {
        return Optional.of("text in a codeBlock has no marks");
      }
      if (type.equals("link") && !mark.path("attrs").path("href").isTextual()) {
        return Optional.of("link needs a href");
      }
    }
    return Optional.empty();
  }

  private static void append(JsonNode node, StringBuilder text) {
    text.append(node.path("text").asText());
    for (var child : node.path("content")) {
      append(child, text);
    }
    var type = node.path("type").asText();
    if (List.of("paragraph", "heading", "codeBlock", "hardBreak").contains(type)) {
      text.append('\n');
    }
  }

  private static Map<String, Set<String>> children() {
    var children = new LinkedHashMap<String, Set<String>>();
    children.put(
        "doc",
        Set.of(
            "paragraph",
            "heading",
            "bulletList",
            "orderedList",
            "codeBlock",
            "blockquote",
            "panel",
            "rule",
            "table",
            "expand",
            "blockCard"));
    children.put("paragraph", INLINE);
    children.put("heading", INLINE);
    children.put("codeBlock", Set.of("text"));
    children.put("blockquote", Set.of("paragraph", "bulletList", "orderedList", "codeBlock"));
    children.put(
        "panel",
        Set.of(
            "paragraph", "heading", "bulletList", "orderedList", "codeBlock", "rule", "blockCard"));
    children.put("bulletList", Set.of("listItem"));
    children.put("orderedList", Set.of("listItem"));
    children.put("listItem", Set.of("paragraph", "bulletList", "orderedList", "codeBlock"));
    children.put("table", Set.of("tableRow"));
    children.put("tableRow", Set.of("tableHeader", "tableCell"));
    children.put("tableHeader", CELL);
    children.put("tableCell", CELL);
    children.put(
        "expand",
        Set.of(
            "paragraph",
            "heading",
            "bulletList",
            "orderedList",
            "codeBlock",
            "panel",
            "blockquote",
            "rule",
            "table",
            "blockCard"));
    return children;
  }
}
