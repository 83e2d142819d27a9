// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What may stand in which field of an issue. */
final class FieldRules {
  private static final int MOST_SUMMARY = 255;
  private static final int MOST_LABEL = 255;
  private static final int MOST_LINE = 255;
  private static final Set<String> OWN =
      Set.of("summary", "description", "priority", "labels", "duedate", "assignee");

  private final Site site;

  FieldRules(Site site) {
    this.site = site;
  }

  /** Project and issue type excepted. All that is wrong goes to the faults. */
  Map<String, Optional<JsonNode>> read(Map<String, JsonNode> given, Faults faults) {
    var read = new LinkedHashMap<String, Optional<JsonNode>>();
    given.forEach(
        (field, value) -> {
          if (isKnown(field)) {
            read.put(field, read(field, value, faults));
          } else {
            faults.add(field, notOnScreen(field));
          }
        });
    return read;
  }

  /** What no issue is created without. */
  void checkRequired(Set<String> given, Faults faults) {
    var required = new TreeSet<>(site.required());
    required.add("summary");
    for (var custom : site.customFields()) {
      if (custom.required()) {
        required.add(custom.id());
      }
    }
    required.removeAll(given);
    for (var field : required) {
      faults.add(field, name(field) + " is required.");
    }
  }

  boolean isRequired(String field) {
    return field.equals("summary")
        || site.required().contains(field)
        || site.customField(field).filter(CustomField::required).isPresent();
  }

  static String notOnScreen(String field) {
    return "Field '" + field + "' is not on a screen of this issue, or there is none of this name.";
  }

  /** The name of a priority, a resolution and the like, which may be given by name or by id. */
  static Optional<String> named(JsonNode given, List<String> names) {
    if (given.hasNonNull("name")) {
      var name = given.path("name").asText();
      return names.stream().filter(name::equalsIgnoreCase).findFirst();
    }
    var id = given.path("id").asText();
    return names.stream().filter(name -> Site.id(names, name).equals(id)).findFirst();
  }

  private boolean isKnown(String field) {
    return site.isOnScreen(field) && (OWN.contains(field) || site.customField(field).isPresent());
  }

  private String name(String field) {
    return site.customField(field).map(CustomField::name).orElse(field);
  }

  private Optional<JsonNode> read(String field, JsonNode value, Faults faults) {
    if (value.isNull()) {
      if (isRequired(field)) {
        faults.add(field, name(field) + " is required.");
      }
      return Optional.empty();
    }
    switch (field) {
      case "summary" -> checkSummary(value, faults);
      case "description" -> checkDocument(field, value, faults);
      case "priority" -> {
        var priority = named(value, site.priorities());
        if (priority.isEmpty()) {
          faults.add(field, "There is no such priority here.");
        }
        return priority.map(name -> JsonNodeFactory.instance.textNode(name));
      }
      case "labels" -> {
        return Optional.of(labels(value, faults));
      }
      case "duedate" -> checkDate(field, value, faults);
      case "assignee" -> {
        var id = value.path("accountId").asText(value.path("id").asText());
        if (site.accounts().stream().noneMatch(account -> account.id().equals(id))) {
          faults.add(field, "There is no such account.");
        }
        return Optional.of(JsonNodeFactory.instance.textNode(id));
      }
      default -> checkCustom(site.customField(field).orElseThrow(), value, faults);
    }
    return Optional.of(value.deepCopy());
  }

  private void checkCustom(CustomField field, JsonNode value, Faults faults) {
    switch (field.kind()) {
      case TEXT -> {
        if (!value.isTextual()) {
          faults.add(field.id(), "The value must be a string.");
        } else if (value.asText().length() > MOST_LINE || hasLineBreak(value.asText())) {
          faults.add(field.id(), "The value must be one line of at most 255 characters.");
        }
      }
      case NUMBER -> {
        if (!value.isNumber()) {
          faults.add(field.id(), "The value must be a number.");
        }
      }
      case DATE -> checkDate(field.id(), value, faults);
      case PARAGRAPH -> checkDocument(field.id(), value, faults);
      case OPTION -> {
        if (!field.options().contains(value.path("value").asText())) {
          faults.add(field.id(), "The value is none of the options of " + field.name() + ".");
        }
      }
    }
  }

  private static void checkSummary(JsonNode value, Faults faults) {
    if (!value.isTextual() || value.asText().isBlank()) {
      faults.add("summary", "An issue needs a summary.");
    } else if (hasLineBreak(value.asText())) {
      faults.add("summary", "The summary must be one line: it contains a line break.");
    } else if (value.asText().length() > MOST_SUMMARY) {
      faults.add("summary", "The summary must not be longer than 255 characters.");
    }
  }

  private static boolean hasLineBreak(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  /** Of a document that is broken inside, Jira says no more than that the input is not valid. */
  static void checkDocument(String field, JsonNode value, Faults faults) {
    if (!Adf.isDocument(value)) {
      faults.add(field, "The value must be a document in Atlassian Document Format.");
    } else if (Adf.fault(value).isPresent()) {
      throw Faults.refusal(400, "INVALID_INPUT");
    } else if (Adf.text(value).length() > Adf.MOST_TEXT) {
      faults.add(field, "The text is longer than 32,767 characters.");
    }
  }

  private static void checkDate(String field, JsonNode value, Faults faults) {
    try {
      LocalDate.parse(value.asText());
    } catch (DateTimeParseException e) {
      faults.add(field, "The date must be of the form yyyy-MM-dd.");
    }
  }

  private static JsonNode labels(JsonNode value, Faults faults) {
    var labels = new LinkedHashSet<String>();
    if (!value.isArray()) {
      faults.add("labels", "The value must be a list of strings.");
    }
    for (var label : value) {
      checkLabel(label, faults);
      labels.add(label.asText());
    }
    return array(labels);
  }

  static void checkLabel(JsonNode label, Faults faults) {
    if (!label.isTextual() || label.asText().isEmpty()) {
      faults.add("labels", "A label must be a string, and not an empty one.");
    } else if (label.asText().chars().anyMatch(Character::isWhitespace)) {
      faults.add("labels", "The label '" + label.asText() + "' has a space in it.");
    } else if (label.asText().length() > MOST_LABEL) {
      faults.add("labels", "A label must not be longer than 255 characters.");
    }
  }

  static JsonNode array(Iterable<String> texts) {
    var array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
