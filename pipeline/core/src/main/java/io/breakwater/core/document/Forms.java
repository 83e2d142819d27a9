// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The forms of files of rules, as JSON Schemas: which fields there are, and what may stand in them.
 * They are those of this release, whatever a catalogue brings along.
 */
public final class Forms {
  private static final String ROOT = "/breakwater/";

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ROOT).build();
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  /** What the things in a list are called, and the field that names one of them. */
  private static final Map<String, List<String>> LISTED =
      Map.of(
          "traits", List.of("trait", "id"),
          "routes", List.of("route", "name"),
          "rules", List.of("rule", "id"),
          "indicators", List.of("indicator", "title"),
          "suppressions", List.of("suppression", "id"));

  private Forms() {}

  /**
   * Reports where a document departs from its form; true when it does not.
   *
   * @param form such as {@code catalogue/schema/traits}
   */
  static boolean check(String form, Document document, Faults faults) {
    var messages =
        SCHEMAS.computeIfAbsent(form, Forms::schema).validate(document.root()).stream()
            .sorted(Comparator.comparing(message -> message.getInstanceLocation().toString()))
            .toArray(ValidationMessage[]::new);
    for (var message : messages) {
      faults.add(document, offender(message), subject(document.root(), message) + error(message));
    }
    return messages.length == 0;
  }

  private static JsonSchema schema(String form) {
    var name = ROOT + form + ".schema.json";
    var stream = Forms.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return FACTORY.getSchema(stream, CONFIG);
  }

  /** The field that should not be there, or what is wrong in itself. */
  private static JsonNode offender(ValidationMessage message) {
    var node = message.getInstanceNode();
    return message.getProperty() != null && node.has(message.getProperty())
        ? node.get(message.getProperty())
        : node;
  }

  /** Such as {@code trait 'open-security-group' /factors: }. */
  private static String subject(JsonNode root, ValidationMessage message) {
    JsonNodePath path = message.getInstanceLocation();
    var subject = new StringBuilder();
    int from = 0;
    if (path.getNameCount() > 1 && LISTED.containsKey(path.getElement(0).toString())) {
      var kind = LISTED.get(path.getElement(0).toString());
      var index = Integer.parseInt(path.getElement(1).toString());
      var item = root.path(path.getElement(0).toString()).path(index);
      subject.append(kind.get(0)).append(" '").append(item.path(kind.get(1)).asText()).append('\'');
      from = 2;
    }
    if (from < path.getNameCount()) {
      subject.append(subject.length() > 0 ? " " : "");
      for (int i = from; i < path.getNameCount(); i++) {
        subject.append('/').append(path.getElement(i));
      }
    }
    return subject.length() == 0 ? "" : subject.append(": ").toString();
  }

  private static String error(ValidationMessage message) {
    return message.getType().equals("additionalProperties")
        ? "unknown field '" + message.getProperty() + "'"
        : message.getError();
  }
}
