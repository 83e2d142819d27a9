// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.ask;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.json.Json;
import io.breakwater.console.web.json.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A filter as it is asked for: {@code {"all":[…]}}, {@code {"any":[…]}} or one condition. */
final class FilterText {
  private static final String NAME = "filter";
  private static final Set<String> CONDITION = Set.of("field", "operator", "value");

  private FilterText() {}

  /**
   * @throws Refused saying what is wrong with it, and what could be there
   */
  static Filter read(String text) {
    try {
      return filter(Json.read(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw wrong("it is no JSON");
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private static Filter filter(JsonNode json) {
    if (!json.isObject()) {
      throw wrong("a filter is an object, not " + json.getNodeType());
    }
    if (json.has("all")) {
      return new Filter.All(parts(json, "all"));
    }
    if (json.has("any")) {
      return new Filter.Any(parts(json, "any"));
    }
    return condition(json);
  }

  private static List<Filter> parts(JsonNode json, String name) {
    if (json.size() > 1) {
      throw wrong("beside '" + name + "' there is nothing");
    }
    if (!json.get(name).isArray()) {
      throw wrong("'" + name + "' is an array of filters");
    }
    var parts = new ArrayList<Filter>();
    json.get(name).forEach(part -> parts.add(filter(part)));
    return parts;
  }

  private static Filter condition(JsonNode json) {
    var names = new TreeSet<String>();
    json.fieldNames().forEachRemaining(names::add);
    if (!names.equals(CONDITION)) {
      throw wrong("a condition has field, operator and value, or there is 'all' or 'any'");
    }
    var field = field(text(json, "field"));
    var operator = operator(text(json, "operator"));
    return new Filter.Condition(field, operator, text(json, "value"));
  }

  private static String text(JsonNode json, String name) {
    if (!json.get(name).isTextual()) {
      throw wrong("'" + name + "' is a text");
    }
    return json.get(name).textValue();
  }

  private static Field field(String path) {
    return Field.of(path)
        .orElseThrow(
            () ->
                wrong(
                    "no field "
                        + path
                        + "; there are "
                        + Arrays.stream(Field.values())
                            .map(Field::path)
                            .collect(Collectors.joining(", "))));
  }

  private static Filter.Operator operator(String word) {
    return Words.constant(Filter.Operator.class, word)
        .orElseThrow(
            () ->
                wrong(
                    "no operator "
                        + word
                        + "; there are "
                        + Arrays.stream(Filter.Operator.values())
                            .map(Words::of)
                            .collect(Collectors.joining(", "))));
  }

  private static Refused wrong(String message) {
    return Refused.wrong(NAME, message);
  }
}
