// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds what a pattern asks for that no signal can ever give: a field that signals do not have, a
 * word that never stands in a field, a number out of its range. Such a pattern is well-formed, and
 * silently never matches.
 */
final class PatternCheck {
  private static final String OR = "$or";
  private static final String RESOURCE_TYPE = "resource.type";

  private final Document document;
  private final Faults faults;
  private final String where;

  PatternCheck(Document document, Faults faults, String where) {
    this.document = document;
    this.faults = faults;
    this.where = where;
  }

  /** Of a pattern for signals about resources of any type. */
  void check(JsonNode pattern) {
    object("", pattern, Set.of());
  }

  /**
   * @param resourceTypes what the signals can be about
   */
  void check(JsonNode pattern, Set<String> resourceTypes) {
    object("", pattern, resourceTypes);
  }

  private void object(String path, JsonNode pattern, Set<String> resourceTypes) {
    for (var entry : pattern.properties()) {
      var value = entry.getValue();
      if (entry.getKey().equals(OR)) {
        value.forEach(alternative -> object(path, alternative, resourceTypes));
        continue;
      }
      var inner = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      if (value.isObject()) {
        if (SignalFields.isObject(inner)) {
          object(inner, value, resourceTypes);
        } else {
          never(value, "no signal has a field '" + inner + "'");
        }
      } else if (value.isArray()) {
        var field = SignalFields.field(inner);
        if (field.isEmpty()) {
          never(value, "no signal has a field '" + inner + "'");
          continue;
        }
        value.forEach(test -> test(inner, field.get(), test));
        if (inner.equals(RESOURCE_TYPE) && !resourceTypes.isEmpty()) {
          value.forEach(test -> resourceType(test, resourceTypes));
        }
      }
    }
  }

  private void resourceType(JsonNode test, Set<String> resourceTypes) {
    if (test.isTextual() && !resourceTypes.contains(test.asText())) {
      never(test, "its signals are about " + String.join(", ", resourceTypes));
    }
  }

  private void test(String path, SignalFields.Field field, JsonNode test) {
    if (test.isObject()) {
      test.properties()
          .forEach(entry -> operator(path, field, test, entry.getKey(), entry.getValue()));
    } else if (test.isTextual()) {
      text(path, field, test, test.asText()::equals);
    } else if (test.isNumber()) {
      number(path, field, test);
    } else {
      never(test, "'" + path + "' is never " + test);
    }
  }

  private void operator(
      String path, SignalFields.Field field, JsonNode at, String operator, JsonNode value) {
    switch (operator) {
      case "exists":
        if (!value.asBoolean() && field.isAlwaysThere()) {
          never(at, "every signal has a field '" + path + "'");
        }
        break;
      case "numeric":
        if (!field.isNumber()) {
          never(at, "'" + path + "' is no number");
        } else {
          numeric(path, field, at, value);
        }
        break;
      case "prefix":
        text(path, field, at, word -> word.startsWith(value.asText()));
        break;
      case "suffix":
        text(path, field, at, word -> word.endsWith(value.asText()));
        break;
      case "equals-ignore-case":
        text(path, field, at, value.asText()::equalsIgnoreCase);
        break;
      case "wildcard":
        text(path, field, at, word -> word.matches(regex(value.asText())));
        break;
      default:
        // Whatever else EventBridge has, such as anything-but, matches something.
        break;
    }
  }

  private static String regex(String wildcard) {
    return ("\\Q" + wildcard + "\\E").replace("*", "\\E.*\\Q");
  }

  private void text(String path, SignalFields.Field field, JsonNode at, Predicate<String> matches) {
    if (field.isNumber()) {
      never(at, "'" + path + "' is a number");
    } else if (!field.words().isEmpty() && field.words().stream().noneMatch(matches)) {
      never(at, "'" + path + "' is one of " + String.join(", ", field.words()));
    }
  }

  private void number(String path, SignalFields.Field field, JsonNode test) {
    if (!field.isNumber()) {
      never(test, "'" + path + "' is no number");
    } else if (test.asDouble() < field.least() || test.asDouble() > field.most()) {
      outside(path, field, test);
    }
  }

  private void numeric(String path, SignalFields.Field field, JsonNode at, JsonNode tests) {
    double least = field.least();
    double most = field.most();
    boolean openBelow = false;
    boolean openAbove = false;
    for (int i = 0; i + 1 < tests.size(); i += 2) {
      double bound = tests.get(i + 1).asDouble();
      switch (tests.get(i).asText()) {
        case ">":
          openBelow = bound >= least || openBelow;
          least = Math.max(least, bound);
          break;
        case ">=":
          least = Math.max(least, bound);
          break;
        case "<":
          openAbove = bound <= most || openAbove;
          most = Math.min(most, bound);
          break;
        case "<=":
          most = Math.min(most, bound);
          break;
        default:
          least = Math.max(least, bound);
          most = Math.min(most, bound);
          break;
      }
    }
    if (least > most || (least == most && (openBelow || openAbove))) {
      outside(path, field, at);
    }
  }

  private void outside(String path, SignalFields.Field field, JsonNode at) {
    never(
        at,
        String.format(
            Locale.ROOT, "'%s' is from %s to %s", path, plain(field.least()), plain(field.most())));
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private void never(JsonNode at, String why) {
    faults.add(document, at, where + " has a pattern that can never match: " + why);
  }
}
