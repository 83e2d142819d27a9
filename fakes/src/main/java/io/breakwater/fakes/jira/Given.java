// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.fakes.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the parts of a request; what is not of its form is refused. */
final class Given {
  /** How long the key of a property and the global id of a link may be. */
  static final int MOST_KEY = 255;

  private static final int MOST_PROPERTY = 32_768;

  private Given() {}

  static JsonNode body(Call call) {
    var type = call.header("content-type").orElse("application/json");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw Faults.refusal(415, "A body must be application/json, not " + type + ".");
    }
    return call.json()
        .filter(JsonNode::isObject)
        .orElseThrow(() -> Faults.refusal(400, "The body must be a JSON object."));
  }

  static JsonNode object(JsonNode body, String name) {
    var value = body.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
      throw Faults.refusal(400, "'" + name + "' must be a JSON object.");
    }
    return value.isObject() ? value : Beans.object();
  }

  static Map<String, JsonNode> without(JsonNode fields, String... names) {
    var rest = new LinkedHashMap<String, JsonNode>();
    fields.properties().forEach(entry -> rest.put(entry.getKey(), entry.getValue()));
    rest.keySet().removeAll(Set.of(names));
    return rest;
  }

  static Map<String, JsonNode> properties(JsonNode given) {
    var properties = new LinkedHashMap<String, JsonNode>();
    for (var property : given) {
      var key = property.path("key").asText();
      checkProperty(key, property.path("value"));
      if (properties.put(key, property.path("value").deepCopy()) != null) {
        throw Faults.refusal(400, "The property '" + key + "' is given twice.");
      }
    }
    return properties;
  }

  static void checkProperty(String key, JsonNode value) {
    if (key.isBlank() || key.length() > MOST_KEY) {
      throw Faults.refusal(400, "The key of a property has from 1 to 255 characters.");
    }
    if (value.isMissingNode() || value.toString().length() > MOST_PROPERTY) {
      throw Faults.refusal(400, "The value of a property is JSON of at most 32,768 characters.");
    }
  }

  static List<String> list(Call call, String parameter, String otherwise) {
    return Arrays.stream(call.parameter(parameter).orElse(otherwise).split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  static int number(Call call, String parameter, int otherwise) {
    var text = call.parameter(parameter).orElse("");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,6}")) {
      throw Faults.refusal(400, parameter + " must be a number.");
    }
    return Integer.parseInt(text);
  }
}
